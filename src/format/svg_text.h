/*
 * Text in an SVG: it does not break lines, so we do.
 */
#ifndef FORMAT_SVG_TEXT_H
#define FORMAT_SVG_TEXT_H

#include <stdbool.h>

#include "base/strbuf.h"

struct svg_style {
	int size;               /* of the letters, in pixels */
	bool bold;
	const char *paint;      /* further attributes, or "" */
};

/* Append the text broken into lines of at most `width` pixels, the first
 * below `y`.  Returns the height it takes, which svg_height() tells. */
int svg_text(struct strbuf *out, int x, int y, int width,
	     const struct svg_style *style, const char *text);
int svg_height(int width, const struct svg_style *style, const char *text);

#endif
