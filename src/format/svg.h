/*
 * SVG: a map as one picture, its stages, curve and lanes.  Lines are broken
 * by estimated widths, so it looks alike wherever it is placed.
 */
#ifndef FORMAT_SVG_H
#define FORMAT_SVG_H

#include "format/format.h"

bool svg_write(const struct project *p, const struct write_options *o,
	       FILE *out, struct err *err);

#endif
