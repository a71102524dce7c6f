/*
 * A page: what a view shows, as wide as the window and of any length.
 *
 * A view paints its page from top to bottom, in the page's own rows, into a
 * grid that is a window on it; what lies outside is cut off.  So the same
 * function measures the page, fills a window and prints all of it.
 *
 * On its way it notes the spots: what one can go to, and where that is.  Keys
 * step from spot to spot, and whoever knows a place on the screen can ask.
 */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

#include "layout/grid.h"
#include "model/row.h"

struct spot {
	struct thing thing;
	struct rect rect;
};

struct page {
	struct grid *grid;
	int cols;
	struct thing here;      /* the selected one */
	int rows;               /* all of it, when it has been painted */
	int head;               /* so many at the top stay in sight */
	struct spot *spots;
	size_t count, cap;
	bool more;              /* there are spots that are not painted yet */
	bool measured;          /* the spots are known already */
};

typedef void page_painter(struct page *page, const void *what);

/* Find out how long the page is and where its spots are.  `here` is the
 * selected thing.  Release with page_release(). */
void page_measure(struct page *page, page_painter *paint, const void *what,
		  int cols, struct thing here);
void page_release(struct page *page);

/* Fill the area with the head of a measured page and, below it, the rows from
 * `top` on; in the head it says how many spots are out of sight. */
void page_show(const struct page *page, page_painter *paint, const void *what,
	       struct grid *g, struct rect area, int top);

/* Print all of it. */
void page_print(page_painter *paint, const void *what, int cols, bool ascii,
		FILE *out);

/* For painters: this is where a thing is.  True when it is selected. */
bool page_spot(struct page *page, struct thing thing, struct rect rect);

/* The number of the thing's spot; page->count when it has none. */
size_t page_find(const struct page *page, struct thing thing);

/* The spot one comes to from another by going up (rows -1) or down (1), left
 * (cols -1) or right (1); the same one where there is none. */
size_t page_step(const struct page *page, size_t from, int rows, int cols);

/* The spot about so many rows further on. */
size_t page_leap(const struct page *page, size_t from, int rows);

/* The `top` that shows the spot in so many rows below the head: the old one
 * if it does. */
int page_top(const struct page *page, size_t spot, int top, int rows);

#endif
