#include "layout/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/strbuf.h"

/* From these sizes on there is room for more than the least. */
enum {
	TALL = 32,              /* rows: curve of five lines, boxed cards */
	WIDE = 110,             /* columns: several stages side by side */
	DETAIL_FROM = 72,       /* columns: a detail pane */
	COLUMN_LEAST = 34,      /* columns of one stage */
	COLUMN_MOST = 64
};

static bool is_wide(int rows, int cols)
{
	return rows >= TALL && cols >= WIDE;
}

static int detail_cols(int cols)
{
	int third = cols * 2 / 5;

	if (cols < DETAIL_FROM)
		return 0;
	return third > 46 ? 46 : third;
}

/* The rows of the screen, from the outside in. */
static struct rect plan_rows(struct plan *plan, const struct project *p,
			     const struct view *v, int rows, int cols)
{
	struct rect all = rect_make(0, 0, rows, cols);
	struct rect strip;

	plan->header = rect_cut_top(&all, 1);
	strip = rect_cut_top(&all, 2);
	rect_cut_left(&strip, 1);
	strip_make(&plan->strip, p, v, strip);
	plan->status = rect_cut_bottom(&all, 1);
	plan->hints = rect_cut_bottom(&all, 1);
	plan->input = rect_cut_bottom(&all, 1);
	if (all.rows >= 12) {
		plan->curve = rect_cut_top(&all, rows >= TALL ? 5 : 3);
		rect_cut_left(&plan->curve, 1);
	}
	return all;
}

/* Stages shown side by side: the current one and those around it. */
static void plan_columns(struct plan *plan, const struct view *v,
			 struct rect area, bool wide)
{
	size_t fit = wide ? (size_t)(area.cols / COLUMN_LEAST) : 1;
	size_t here = 0, first, n = plan->strip.count;

	for (size_t i = 0; i < n; i++)
		if (plan->strip.cells[i].stage == v->stage)
			here = i;
	if (fit > n)
		fit = n;
	if (!fit)
		return;
	first = here < fit / 2 ? 0 : here - fit / 2;
	if (first + fit > n)
		first = n - fit;
	plan->columns = xcalloc(fit, sizeof *plan->columns);
	plan->column_count = fit;
	for (size_t i = 0; i < fit; i++) {
		int left = area.cols / (int)(fit - i);
		struct rect r = rect_cut_left(&area, left);

		if (fit > 1)
			r.cols = (r.cols > COLUMN_MOST ? COLUMN_MOST :
							 r.cols) - 1;
		plan->columns[i] = (struct column){
			.stage = plan->strip.cells[first + i].stage,
			.number = plan->strip.cells[first + i].number,
			.title = rect_cut_top(&r, 1), .area = r };
	}
}

static size_t first_fitting(const struct list *l, size_t index, int rows,
			    int cols, bool boxed)
{
	int used = card_rows(l->rows[index], cols, boxed);

	while (index > 0) {
		used += card_rows(l->rows[index - 1], cols, boxed);
		if (used - !boxed > rows)
			break;
		index--;
	}
	return index;
}

static bool fits_from(const struct list *l, size_t top, size_t index,
		      const struct column *c, bool boxed)
{
	int used = 0;

	for (size_t i = top; i <= index && used - !boxed <= c->area.rows; i++)
		used += card_rows(l->rows[i], c->area.cols, boxed);
	return used - !boxed <= c->area.rows;
}

/* The first card to show.  Leaving the page turns it, with one card kept for
 * the eye: that repaints rarely, where scrolling would at every move. */
static size_t keep_selected(const struct list *l, size_t top, size_t index,
			    const struct column *c, bool boxed)
{
	size_t near = index + 1 < l->count ? index + 1 : index;
	size_t first = index, last;

	if (!l->count)
		return 0;
	if (top > index)
		first = first_fitting(l, near, c->area.rows, c->area.cols,
				      boxed);
	else if (!fits_from(l, top, index, c, boxed))
		first = index && fits_from(l, index - 1, index, c, boxed) ?
			index - 1 : index;
	else if (index - top < 2)
		first = top;
	else
		return top;
	if (first > index)
		first = index;
	/* a card has a row at least, so the end is far when many are left */
	if (l->count - first > (size_t)c->area.rows)
		return first;
	/* deleting at the end must not leave the column half empty */
	last = first_fitting(l, l->count - 1, c->area.rows, c->area.cols,
			     boxed);
	return first < last ? first : last;
}

static void add_card(struct plan *plan, struct column *c, const struct row *r,
		     int position, struct rect rect)
{
	plan->cards = xgrow(plan->cards, plan->card_count, &plan->card_cap,
			    sizeof *plan->cards);
	plan->cards[plan->card_count++] = (struct card){
		.touchpoint = r->id, .stage = c->number,
		.position = position, .rect = rect };
}

/* Cards from `first` on, while they fit; one too tall is cut, not left out. */
static void plan_cards(struct plan *plan, const struct project *p,
		       struct column *c, const struct list *l, size_t first)
{
	struct rect area = c->area;
	size_t i = first;

	for (; i < l->count && area.rows > 0; i++) {
		int rows = card_rows(l->rows[i], area.cols, plan->boxed) -
			   !plan->boxed;

		if (rows > area.rows && i > first)
			break;
		add_card(plan, c, l->rows[i], view_number(p, l->rows[i]),
			 rect_cut_top(&area, rows));
		rect_cut_top(&area, !plan->boxed);
	}
	c->above = first;
	c->below = l->count - i;
}

void plan_make(struct plan *plan, const struct project *p,
	       const struct view *v, int rows, int cols)
{
	bool wide = is_wide(rows, cols);
	struct rect body;
	int detail;

	*plan = (struct plan){ .boxed = wide, .top = v->top };
	plan->too_small = rows < PLAN_LEAST_ROWS || cols < PLAN_LEAST_COLS;
	if (plan->too_small)
		return;
	body = plan_rows(plan, p, v, rows, cols);
	plan->body = body;
	detail = v->no_detail ? 0 : detail_cols(cols);
	if (detail) {
		plan->detail = rect_cut_right(&body, detail);
		plan->divider = rect_cut_left(&plan->detail, 1);
		rect_cut_left(&plan->detail, 1);
	}
	plan_columns(plan, v, body, wide);
	for (size_t i = 0; i < plan->column_count; i++) {
		struct column *c = &plan->columns[i];
		const struct list *l = view_touchpoints(v, p, c->stage);
		size_t first = 0;

		if (c->stage == v->stage)
			first = plan->top =
				keep_selected(l, v->top, view_index(v, p), c,
					      plan->boxed);
		plan_cards(plan, p, c, l, first);
	}
}

void plan_release(struct plan *plan)
{
	strip_release(&plan->strip);
	free(plan->columns);
	free(plan->cards);
	*plan = (struct plan){ .too_small = true };
}

const struct card *plan_selected(const struct plan *plan,
				 const struct view *v)
{
	for (size_t i = 0; i < plan->card_count; i++)
		if (plan->cards[i].touchpoint == v->touchpoint)
			return &plan->cards[i];
	return NULL;
}
