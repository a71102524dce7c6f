#include "layout/page.h"

#include <limits.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/strbuf.h"

enum { PRINTED_AT_ONCE = 256 };

/* Paint what a window of the page shows. */
static void paint_window(struct page *page, page_painter *paint,
			 const void *what, struct grid *window, int top)
{
	window->top = top;
	page->grid = window;
	page->rows = page->head = 0;
	paint(page, what);
	page->grid = NULL;
}

void page_measure(struct page *page, page_painter *paint, const void *what,
		  int cols, struct thing here)
{
	struct grid none;

	*page = (struct page){ .cols = cols, .here = here };
	grid_init(&none, 0, cols, false);
	paint_window(page, paint, what, &none, 0);
	page->measured = true;
	grid_release(&none);
}

void page_release(struct page *page)
{
	free(page->spots);
	*page = (struct page){ .spots = NULL };
}

static void show_rows(const struct page *page, page_painter *paint,
		      const void *what, struct grid *g, struct rect area,
		      int top)
{
	struct page copy = *page;
	struct grid window;

	if (rect_empty(area))
		return;
	grid_init(&window, area.rows, area.cols, g->ascii);
	paint_window(&copy, paint, what, &window, top);
	grid_place(g, area, &window);
	grid_release(&window);
}

/* At the right of the head: how many spots are out of sight. */
static void show_outside(const struct page *page, struct grid *g,
			 struct rect head, int top, int rows)
{
	struct strbuf text = STRBUF_INIT;
	size_t above = 0, below = 0;

	for (size_t i = 0; i < page->count; i++) {
		above += page->spots[i].rect.row < top;
		below += page->spots[i].rect.row >= top + rows;
	}
	if (above)
		strbuf_addf(&text, " %s%zu", grid_sign(g, SIGN_MORE_UP),
			    above);
	if (below || page->more)
		strbuf_addf(&text, " %s%zu%s", grid_sign(g, SIGN_MORE_DOWN),
			    below, page->more ? "+" : "");
	if (text.len) {
		strbuf_addch(&text, ' ');
		grid_text_right(g, head.row, head.col + head.cols - 1, 18,
				text.s, ROLE_HINT);
	}
	strbuf_release(&text);
}

void page_show(const struct page *page, page_painter *paint, const void *what,
	       struct grid *g, struct rect area, int top)
{
	struct rect head = rect_cut_top(&area, page->head);

	show_rows(page, paint, what, g, head, 0);
	show_rows(page, paint, what, g, area, top);
	if (!rect_empty(head))
		show_outside(page, g, head, top, area.rows);
}

void page_print(page_painter *paint, const void *what, int cols, bool ascii,
		FILE *out)
{
	struct thing none = { PROJECT, 0 };
	struct page page;
	struct grid window;
	int rows;

	page_measure(&page, paint, what, cols, none);
	rows = page.rows;
	for (int top = 0; top < rows; top += PRINTED_AT_ONCE) {
		int left = rows - top;

		grid_init(&window, left < PRINTED_AT_ONCE ? left :
							    PRINTED_AT_ONCE,
			  cols, ascii);
		paint_window(&page, paint, what, &window, top);
		grid_write(&window, out);
		grid_release(&window);
	}
	page_release(&page);
}

static bool same(struct thing a, struct thing b)
{
	return a.id && a.entity == b.entity && a.id == b.id;
}

bool page_spot(struct page *page, struct thing thing, struct rect rect)
{
	if (!page->measured) {
		page->spots = xgrow(page->spots, page->count, &page->cap,
				    sizeof *page->spots);
		page->spots[page->count++] = (struct spot){ thing, rect };
	}
	return same(thing, page->here);
}

size_t page_find(const struct page *page, struct thing thing)
{
	size_t i = 0;

	while (i < page->count && !same(page->spots[i].thing, thing))
		i++;
	return i;
}

/* How far the one interval lies behind the other: 0 where they overlap. */
static int gap(int from, int size, int to, int to_size)
{
	if (to >= from + size)
		return to - (from + size) + 1;
	return from >= to + to_size ? from - (to + to_size) + 1 : 0;
}

static bool lies_ahead(const struct rect *a, const struct rect *b, int rows,
		       int cols)
{
	return (rows > 0 && b->row >= a->row + a->rows) ||
	       (rows < 0 && b->row + b->rows <= a->row) ||
	       (cols > 0 && b->col >= a->col + a->cols) ||
	       (cols < 0 && b->col + b->cols <= a->col);
}

/* Straight ahead and near is best; what stands aside comes after all that. */
static long far(const struct rect *a, const struct rect *b, bool upright)
{
	long down = gap(a->row, a->rows, b->row, b->rows);
	long aside = gap(a->col, a->cols, b->col, b->cols);

	return upright ? down + aside * INT_MAX : aside + down * INT_MAX;
}

size_t page_step(const struct page *page, size_t from, int rows, int cols)
{
	size_t best = from;
	long least = LONG_MAX;

	for (size_t i = 0; from < page->count && i < page->count; i++) {
		const struct rect *a = &page->spots[from].rect;
		const struct rect *b = &page->spots[i].rect;

		if (lies_ahead(a, b, rows, cols) && far(a, b, rows) < least) {
			least = far(a, b, rows);
			best = i;
		}
	}
	return best;
}

size_t page_leap(const struct page *page, size_t from, int rows)
{
	size_t to = from, next = page_step(page, from, rows > 0 ? 1 : -1, 0);
	int start = from < page->count ? page->spots[from].rect.row : 0;

	while (next != to &&
	       abs(page->spots[next].rect.row - start) <= abs(rows)) {
		to = next;
		next = page_step(page, to, rows > 0 ? 1 : -1, 0);
	}
	return to == from ? next : to;
}

int page_top(const struct page *page, size_t spot, int top, int rows)
{
	int last = page->rows - rows, first = page->head;
	struct rect r;

	top = top < first ? first : top;
	if (spot < page->count) {
		r = page->spots[spot].rect;
		if (r.row + r.rows > top + rows)
			top = r.row - 1;        /* the page turns */
		if (r.row < top)
			top = r.row + r.rows + 1 - rows;
		if (r.row < top)
			top = r.row;
	}
	top = top > last ? last : top;
	return top < first ? first : top;
}
