/*
 * The views of the table (layout/views.h) on the screen: a page in a window,
 * and keys that go from spot to spot.
 */
#ifndef TUI_PAGES_H
#define TUI_PAGES_H

#include "layout/views.h"

struct app;

struct pages {
	const struct view_info *info;
	struct page page;       /* as measured for ... */
	struct view view;
	int64_t edit;           /* ... after this one; -1: not yet */
	size_t spot;            /* the selected one */
	int top;
	char *lanes;            /* of the matrix, as asked for; or NULL */
};

extern const struct mode mode_page;

/* Look at a view: one of these, the map, or the history. */
void view_open(struct app *a, const struct view_info *info);

/* Go to a thing, wherever that is seen best.  False: it is gone. */
bool thing_open(struct app *a, struct thing thing);

/* What is selected in it; id 0: nothing. */
struct thing pages_selected(const struct app *a);

void pages_release(struct pages *p);

#endif
