/*
 * HTML: a map as one page that needs nothing else, for the projector, mail
 * and print.  It is XML as well.
 */
#ifndef FORMAT_HTML_H
#define FORMAT_HTML_H

#include "format/format.h"

bool html_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err);

#endif
