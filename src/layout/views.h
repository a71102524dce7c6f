/*
 * The table of views: the ways to look at a project.
 *
 * A view paints a page (page.h) of what it finds in the project for the map
 * in `view`; it is pure.  The screen shows it through a window and `cjm show
 * --view` prints it.  A new one is a row here and its function.
 */
#ifndef LAYOUT_VIEWS_H
#define LAYOUT_VIEWS_H

#include "layout/page.h"
#include "layout/view.h"

struct view_info {
	const char *key;        /* of --view, and to go to */
	const char *label;      /* msgid */
	const char *help;       /* msgid: one line */
	/* NULL: one that needs more than a project: the map with its window
	 * (plan.h), the history with the file. */
	void (*paint)(struct page *page, const struct project *p,
		      const struct view *v);
};

extern const struct view_info views[];          /* ends with a NULL key */

/* The view with this key; else the first whose label in the user's language
 * begins so, without case and marks; or NULL. */
const struct view_info *views_find(const char *text);

/* A view as a thing, for the list of views, and back; NULL: it is none. */
struct thing views_thing(const struct view_info *info);
const struct view_info *views_of(struct thing thing);

/* What views_paint() paints, as the page_painter that it is. */
struct view_page {
	const struct view_info *info;
	const struct project *project;
	const struct view *view;
};
void views_paint(struct page *page, const void *view_page);

#endif
