/*
 * The stages of a map from left to right, and the emotion curve below them,
 * as SVG: for the picture and for the page.
 *
 * What has a colour has a class as well, so that a page can choose others.
 */
#ifndef FORMAT_SVG_STRIP_H
#define FORMAT_SVG_STRIP_H

#include "base/strbuf.h"
#include "model/project.h"

struct svg_strip {
	const struct project *p;
	int64_t map;
	int x, y;               /* the first stage's left and top */
	int cols;               /* the width of a stage */
	size_t first, count;    /* which stages, from 0 */
};

/* Append titles, moods and the curve; returns the height they take.  Left of
 * `x` the scale needs SVG_SCALE pixels. */
enum { SVG_SCALE = 32, SVG_PAD = 8 };
int svg_strip(struct strbuf *out, const struct svg_strip *s);

/* Append what the strip shows in words, for those who cannot see it. */
void svg_describe(struct strbuf *out, const struct svg_strip *s);

#endif
