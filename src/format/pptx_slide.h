/*
 * One slide while it is made: its shapes, and the notes for who speaks.
 */
#ifndef FORMAT_PPTX_SLIDE_H
#define FORMAT_PPTX_SLIDE_H

#include "format/pptx_text.h"

enum {
	SLIDE_WIDTH = 12192000, SLIDE_HEIGHT = 6858000,
	SLIDE_MARGIN = PPTX_INCH / 2,
	SLIDE_INSIDE = SLIDE_WIDTH - 2 * SLIDE_MARGIN,
	SLIDE_BOTTOM = SLIDE_HEIGHT - PPTX_INCH * 3 / 10
};

enum slide_layout { LAYOUT_TITLE = 1, LAYOUT_CONTENT = 2 };

struct slide {
	enum slide_layout layout;
	const char *lang;
	int top;                /* there is room from here on */
	int ids;                /* of shapes, given so far */
	struct strbuf shapes, notes;
};

struct box {
	int x, y, width, height;
};

/* Begin a slide whose title is a real one, as large as there is room. */
void slide_init(struct slide *s, enum slide_layout layout, const char *lang,
		const char *title);
void slide_release(struct slide *s);

/* The subtitle of a title slide. */
void slide_subtitle(struct slide *s, const char *text);

/* A line or so below the title; `top` moves below it. */
void slide_lead(struct slide *s, const char *text);

/* A text at a place, in the middle of the box's height. */
void slide_label(struct slide *s, struct box b,
		 const struct pptx_style *style, const char *text);

/* The number for a new shape. */
int slide_id(struct slide *s);

/* <a:off/><a:ext/> of a place. */
void pptx_place(struct strbuf *out, struct box b);

#endif
