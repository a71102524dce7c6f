/*
 * Mermaid's `journey` diagrams, in and out.
 *
 * What Mermaid can draw is written as its own lines; all the rest of the
 * model follows each line in comments, `%% cjm {...}`, one row each, so that
 * a map comes back whole.  Where a visible line and its comment disagree,
 * somebody edited the line: the line wins, and the report says so.
 *
 * The reader takes what Mermaid takes.  Where Mermaid would lose something
 * in silence, or refuses what can only be meant one way, the line is mended
 * and reported.
 */
#ifndef FORMAT_MERMAID_H
#define FORMAT_MERMAID_H

#include "format/format.h"

bool mermaid_write(const struct project *p, const struct write_options *o,
		   FILE *out, struct err *err);
bool mermaid_read(const struct source *in, struct project *into,
		  struct report *report, struct err *err);
bool mermaid_looks(const struct source *in);

#endif
