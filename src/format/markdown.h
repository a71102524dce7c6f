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
 */
#ifndef FORMAT_MARKDOWN_H
#define FORMAT_MARKDOWN_H

#include "format/format.h"

bool markdown_write(const struct project *p, const struct write_options *o,
		    FILE *out, struct err *err);

#endif
