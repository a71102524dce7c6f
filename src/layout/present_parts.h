/*
 * Parts of the screens of a presentation, for present.c and present_map.c.
 */
#ifndef LAYOUT_PRESENT_PARTS_H
#define LAYOUT_PRESENT_PARTS_H

#include "base/strbuf.h"
#include "layout/present.h"

/* Whether there is room for air between the lines. */
bool slide_is_roomy(const struct slide_page *s);

/* A text between margins; a heading in a frame, in ordinary letters. */
void slide_text(struct page *page, int indent, const char *text,
		enum role role);
void slide_heading(struct page *page, const char *text);

/* Append "5.3" or "5". */
void slide_number(const struct slide_page *s, const struct row *r,
		  struct strbuf *out);
/* "5 Purchase", in place of what was in `out`. */
void slide_name(const struct slide_page *s, const struct row *r,
		struct strbuf *out);

/* The one that feels worst, or NULL: nobody knows. */
const struct row *touchpoints_lowest(const struct list *l);

/* All of the map with its curve. */
void slide_map(struct page *page, const struct slide_page *s);

#endif
