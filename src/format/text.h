/*
 * The map for reading: `text` prints the screen's own grid, stage after
 * stage; `plain` says everything in lines without borders, for mail and
 * screen readers.
 */
#ifndef FORMAT_TEXT_H
#define FORMAT_TEXT_H

#include "format/format.h"

bool text_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err);
bool plain_write(const struct project *p, const struct write_options *o,
		 FILE *out, struct err *err);

#endif
