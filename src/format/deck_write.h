/*
 * Slides as Markdown, for programs that make a deck of it.
 *
 *   marp     one slide behind each "---"; marp turns it into a PDF, pictures,
 *            or slides
 *   pandoc   one slide a heading, quotes in the speaker's notes; "pandoc -t
 *            pptx" makes native tables of it
 *
 * Emotions are written as +2 or -2: pictures of faces would be fetched from
 * a network address.
 */
#ifndef FORMAT_DECK_WRITE_H
#define FORMAT_DECK_WRITE_H

#include "format/format.h"

bool marp_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err);
bool pandoc_write(const struct project *p, const struct write_options *o,
		  FILE *out, struct err *err);

#endif
