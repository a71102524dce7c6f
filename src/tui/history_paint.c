#include <string.h>

#include "base/i18n.h"
#include "layout/frame.h"
#include "tui/app.h"

enum {
	WIDE = 110,             /* columns: the map beside the list */
	LIST_LEAST = 40,
	ROWS_LEAST = 4,         /* of the list above the map */
	BELOW = 3,              /* rows of a plan that are not of the map */
	CHANGES = 8             /* rows that tell what was changed */
};

static bool is_changed(const struct history *h, enum entity e, int64_t id)
{
	for (size_t i = 0; i < h->edit.count; i++)
		if (h->edit.changes[i].entity == e &&
		    h->edit.changes[i].id == id)
			return true;
	return false;
}

void history_mark(const struct history *h, const struct plan *plan,
		  struct grid *g, int row, int col)
{
	const char *mark = "*";

	for (size_t i = 0; i < plan->card_count; i++) {
		const struct card *c = &plan->cards[i];

		if (is_changed(h, TOUCHPOINT, c->touchpoint))
			grid_text(g, row + c->rect.row + plan->boxed,
				  col + c->rect.col, 1, mark, ROLE_ALARM);
	}
	for (size_t i = 0; i < plan->column_count; i++) {
		const struct column *c = &plan->columns[i];

		if (c->stage && is_changed(h, STAGE, c->stage))
			grid_text(g, row + c->title.row, col + c->title.col,
				  1, mark, ROLE_ALARM);
	}
}

static void add_change(const struct app *a, const struct grid *g, size_t i,
		       struct strbuf *out)
{
	const struct history *h = &a->history;

	change_shown(&h->edit.changes[i], past_project(h->past),
		     grid_sign(g, SIGN_ARROW), out);
}

void history_tell(const struct app *a, struct grid *g, struct rect line)
{
	const struct history *h = &a->history;
	struct strbuf text = STRBUF_INIT;

	grid_fill(g, line, ROLE_PLAIN);
	if (h->edit.count)
		add_change(a, g, 0, &text);
	if (h->edit.count > 1)
		strbuf_addf(&text, _(" and %zu more"), h->edit.count - 1);
	grid_text(g, line.row, line.col + 1, line.cols - 2, text.s,
		  ROLE_LABEL);
	strbuf_release(&text);
}

/* All changes of the edit, as far as there is room. */
static void paint_changes(const struct app *a, struct grid *g,
			  struct rect area)
{
	const struct history *h = &a->history;
	struct strbuf text = STRBUF_INIT;

	frame_across(g, area.row, area.col, area.cols, ROLE_FRAME);
	rect_cut_top(&area, 1);
	rect_cut_left(&area, 1);
	for (size_t i = 0; i < h->edit.count && area.rows > 0; i++) {
		strbuf_clear(&text);
		add_change(a, g, i, &text);
		rect_cut_top(&area, grid_wrap(g, area, text.s, ROLE_LABEL));
	}
	strbuf_release(&text);
}

static void paint_list(struct app *a, struct grid *g, struct rect area)
{
	struct history *h = &a->history;
	struct moments_page what = { &h->moments, store_project(a->store) };
	struct thing here = { PROJECT, 0 };
	struct page page;

	if (h->moments.count)
		here = moment_thing(h->moments.list[h->here].seq);
	page_measure(&page, moments_paint, &what, area.cols, here);
	h->top = page_top(&page, h->here, h->top, area.rows - page.head);
	page_show(&page, moments_paint, &what, g, area, h->top);
	a->cursor_row = area.row + page.head + (int)h->here + page.head -
			h->top;
	a->cursor_col = area.col;
	page_release(&page);
}

/* The map as it was, without the lines that are not of it. */
static void paint_then(struct app *a, struct grid *g, struct rect area)
{
	struct history *h = &a->history;
	const struct project *p = past_project(h->past);
	struct view v = h->view;
	struct plan plan;
	struct grid then;

	v.no_detail = true;
	grid_init(&then, area.rows + BELOW, area.cols, g->ascii);
	plan_make(&plan, p, &v, then.rows, then.cols);
	h->view.top = plan.top;
	plan_paint(&plan, p, &v, &then);
	history_mark(h, &plan, &then, 0, 0);
	grid_place(g, area, &then);
	plan_release(&plan);
	grid_release(&then);
}

/* Others go on: what they did comes on top, the selection stays. */
static void follow(struct app *a)
{
	struct history *h = &a->history;
	int64_t seq = h->moments.count ? h->moments.list[h->here].seq : 0;
	struct err err;

	if (h->moments.known == store_last_edit(a->store))
		return;
	if (!moments_again(&h->moments, a->store, &err))
		app_trouble(a, &err);
	h->here = moments_find(&h->moments, seq);
}

static void paint_wide(struct app *a, struct grid *g, struct rect area)
{
	int cols = area.cols * 2 / 5;
	struct rect left, changes;

	left = rect_cut_left(&area, cols > LIST_LEAST ? cols : LIST_LEAST);
	changes = rect_cut_bottom(&left, CHANGES);
	frame_down(g, area.row, area.col, area.rows, ROLE_FRAME);
	rect_cut_left(&area, 2);
	paint_changes(a, g, changes);
	paint_then(a, g, area);
	paint_list(a, g, left);
}

void history_paint(struct app *a, struct grid *g)
{
	struct rect area = rect_make(0, 0, a->plan.input.row, g->cols);
	struct rect list;

	follow(a);
	grid_fill(g, rect_make(0, 0, a->plan.hints.row, g->cols), ROLE_PLAIN);
	if (g->cols >= WIDE) {
		paint_wide(a, g, area);
		return;
	}
	list = rect_cut_top(&area, area.rows / 3 > ROWS_LEAST ?
				   area.rows / 3 : ROWS_LEAST);
	if (area.rows + BELOW >= PLAN_LEAST_ROWS)
		paint_then(a, g, area);
	else
		list.rows += area.rows;
	history_tell(a, g, a->plan.input);
	paint_list(a, g, list);
}
