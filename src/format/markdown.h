/*
 * Markdown: a map as a text with tables, to be read, mailed and kept beside
 * code.
 *
 *   # Buying coffee beans
 *   - **State:** as-is
 *
 *   ## Overview             a table: stages across, lanes down
 *   ## 1. Need              what the stage wants, a table of its touchpoints
 *   ## Parking lot
 *   ## Improvements
 *
 * Labels come in the language of the moment.  Every text of the map stays
 * text, whatever stands in it.
 *
 * Read are, besides, tables of other people with stages as columns or as
 * rows, a table or labelled bullets below a heading for each stage, and
 * headings with nothing but bullets.  What they mean is for sheet.h.
 */
#ifndef FORMAT_MARKDOWN_H
#define FORMAT_MARKDOWN_H

#include "format/format.h"

bool markdown_write(const struct project *p, const struct write_options *o,
		    FILE *out, struct err *err);
bool markdown_read(const struct source *in, struct project *into,
		   struct report *report, struct err *err);
bool markdown_looks(const struct source *in);

#endif
