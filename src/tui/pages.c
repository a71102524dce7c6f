#include "tui/pages.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "tui/command.h"
#include "tui/form.h"
#include "tui/keymap.h"
#include "tui/things.h"

static struct rect window(const struct app *a)
{
	return rect_make(1, 0, a->plan.input.row - 1, a->grid.cols);
}

static struct thing selected(const struct pages *p)
{
	struct thing none = { PROJECT, 0 };

	return p->spot < p->page.count ? p->page.spots[p->spot].thing : none;
}

/* Measure it again; what is gone by now is left for its neighbour. */
static void measure(struct app *a, struct thing here)
{
	struct pages *p = &a->pages;
	struct view_page what = { p->info, a->p, &a->view };
	size_t spot;

	page_release(&p->page);
	page_measure(&p->page, views_paint, &what, a->grid.cols, here);
	spot = page_find(&p->page, here);
	if (spot < p->page.count)
		p->spot = spot;
	else if (p->spot >= p->page.count)
		p->spot = p->page.count ? p->page.count - 1 : 0;
	p->view = a->view;
	p->edit = app_edit(a);
}

static void follow(struct app *a)
{
	struct pages *p = &a->pages;

	if (p->edit != app_edit(a) || p->page.cols != a->grid.cols ||
	    !view_same(&p->view, &a->view))
		measure(a, selected(p));
	p->page.here = selected(p);
	p->top = page_top(&p->page, p->spot, p->top,
			  window(a).rows - p->page.head);
}

/* The selection begins where one comes from. */
static void page_open(struct app *a, const struct view_info *info)
{
	const struct thing from[] = {
		{ TOUCHPOINT, a->view.touchpoint }, { STAGE, a->view.stage },
		{ MAP, a->view.map },
	};
	struct pages *p = &a->pages;

	p->info = info;
	p->spot = 0;
	p->top = 0;
	for (size_t i = 0; i < ARRAY_LEN(from); i++) {
		measure(a, from[i]);
		if (page_find(&p->page, from[i]) < p->page.count)
			break;
	}
	app_enter(a, &mode_page);
}

void view_open(struct app *a, const struct view_info *info)
{
	if (info == views_find("present"))
		present_open(a);
	else if (info->paint)
		page_open(a, info);
	else if (info == views_find("history"))
		history_open(a);
	else
		app_enter(a, &mode_map);
}

static bool go_row(struct app *a, const struct row *r)
{
	int64_t map = row_map(a->p, r);

	if (map != a->view.map)
		app_go_map(a, map);
	if (a->view.map != map)
		return true;            /* it was told why */
	if (r->entity == STAGE)
		view_go_stage(&a->view, a->p, r->id);
	if (r->entity == TOUCHPOINT)
		map_go(a, r);
	app_enter(a, &mode_map);
	return true;
}

bool thing_open(struct app *a, struct thing thing)
{
	const struct view_info *info = views_of(thing);
	const struct row *r;

	if (info) {
		view_open(a, info);
		return true;
	}
	r = project_row(a->p, thing.entity, thing.id);
	if (thing.entity == LANE || thing.entity == CELL)
		return lane_open(a, thing);
	if (!r)
		return false;
	if (thing.entity == MAP || thing.entity == STAGE ||
	    thing.entity == TOUCHPOINT)
		return go_row(a, r);
	if (thing.entity == SNAPSHOT)
		history_open_at(a, row_ref(r, SNAPSHOT_EDIT));
	else
		form_open(a, thing.entity, thing.id);
	return true;
}

void views_choose(struct app *a)
{
	view_open(a, views_find("views"));
}

void list_open(struct app *a)
{
	struct thing here = selected(&a->pages);

	if (here.id)
		thing_open(a, here);
}

void list_leave(struct app *a)
{
	if (a->under == &mode_history)
		history_leave(a);
	else
		app_enter(a, &mode_map);
}

struct thing pages_selected(const struct app *a)
{
	return selected(&a->pages);
}

static void step(struct app *a, int rows, int cols)
{
	a->pages.spot = page_step(&a->pages.page, a->pages.spot, rows, cols);
}

void list_down(struct app *a)
{
	step(a, 1, 0);
}

void list_up(struct app *a)
{
	step(a, -1, 0);
}

void list_left(struct app *a)
{
	step(a, 0, -1);
}

void list_right(struct app *a)
{
	step(a, 0, 1);
}

void list_first(struct app *a)
{
	a->pages.spot = 0;
}

void list_last(struct app *a)
{
	if (a->pages.page.count)
		a->pages.spot = a->pages.page.count - 1;
}

static void leap(struct app *a, int by)
{
	int rows = window(a).rows - a->pages.page.head - 1;

	a->pages.spot = page_leap(&a->pages.page, a->pages.spot, by * rows);
}

void list_page_down(struct app *a)
{
	leap(a, 1);
}

void list_page_up(struct app *a)
{
	leap(a, -1);
}

static void page_paint(struct app *a, struct grid *g)
{
	struct pages *p = &a->pages;
	struct view_page what = { p->info, a->p, &a->view };
	struct rect area = window(a);

	grid_fill(g, rect_make(1, 0, a->plan.hints.row - 1, g->cols),
		  ROLE_PLAIN);
	follow(a);
	page_show(&p->page, views_paint, &what, g, area, p->top);
	a->cursor_row = area.row;
	a->cursor_col = 0;
	if (p->spot < p->page.count) {
		struct rect r = p->page.spots[p->spot].rect;

		a->cursor_row += p->page.head + r.row - p->top;
		a->cursor_col = r.col;
	}
}

void pages_release(struct pages *p)
{
	free(p->lanes);
	page_release(&p->page);
}

const struct mode mode_page = { IN_PAGE, keymap_key, page_paint, NULL };
