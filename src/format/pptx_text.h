/*
 * Text on slides, and the room it takes.  Lengths are in EMU, of which a
 * point has 12,700.
 *
 * Letters come from the theme, so that a slide pasted into another deck
 * takes its look; colours are names of the theme's.
 */
#ifndef FORMAT_PPTX_TEXT_H
#define FORMAT_PPTX_TEXT_H

#include <stdbool.h>

#include "base/strbuf.h"

enum { PPTX_POINT = 12700, PPTX_INCH = 914400 };

/* Letters are never smaller than this. */
enum { PPTX_LEAST = 11 };

struct pptx_style {
	const char *lang;       /* "vi-VN" */
	int size;               /* in points */
	bool bold;
	const char *colour;     /* NULL: the theme's for text */
	const char *align;      /* "ctr", "r"; NULL: at the left */
};

/* Append a paragraph for each line of the text; one at least. */
void pptx_text(struct strbuf *out, const struct pptx_style *style,
	       const char *text);

/* Lines the text takes in this width, and the height of a line. */
int pptx_lines(const char *text, int width, const struct pptx_style *style);
int pptx_line_height(const struct pptx_style *style);

/* Whether no word has to be divided. */
bool pptx_words_fit(const char *text, int width,
		    const struct pptx_style *style);

/* Where the text goes on behind so many lines. */
const char *pptx_behind(const char *text, int width,
			const struct pptx_style *style, int lines);

#endif
