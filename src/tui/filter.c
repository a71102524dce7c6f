#include "tui/filter.h"

#include "base/i18n.h"
#include "tui/chosen.h"
#include "tui/command.h"

bool filter_follow(struct app *a)
{
	struct view_filter *f = &a->filter;
	int64_t edit = app_edit(a);

	if (!a->view.filter || (f->p == a->p && f->map == a->view.map &&
				f->edit == edit))
		return false;
	filter_make(&f->filter, a->p, a->view.map);
	f->p = a->p;
	f->map = a->view.map;
	f->edit = edit;
	a->view.asked++;
	return true;
}

void view_filter_release(struct view_filter *f)
{
	query_line_release(&f->line);
	filter_release(&f->filter);
}

void filter_open(struct app *a)
{
	struct query as_it_is = QUERY_INIT;

	query_line_read(&a->filter.line, &as_it_is);
	query_release(&as_it_is);
	a->mode = &mode_filter;
}

static size_t left(const struct app *a)
{
	size_t n = 0;

	for (size_t i = 0; i < a->filter.filter.count; i++)
		n += a->filter.filter.stages[i].list.count;
	return n;
}

/* Where nothing is left of the stage, go to the first that has something. */
static void go_where_something_is(struct app *a)
{
	const struct filter *f = &a->filter.filter;

	for (size_t i = 0; i < f->count && !a->view.touchpoint; i++)
		if (f->stages[i].list.count)
			view_go_stage(&a->view, a->p, f->stages[i].stage);
}

static void take_off(struct app *a)
{
	query_line_set(&a->filter.line, "");
	a->view.filter = NULL;
	a->view.asked++;
	view_settle(&a->view, a->p, 0);
	if (!a->view.touchpoint)
		view_go_index(&a->view, a->p, 0);
}

static void put_on(struct app *a)
{
	a->view.filter = &a->filter.filter;
	a->filter.edit = -1;
	filter_follow(a);
	a->view.top = 0;
	view_settle(&a->view, a->p, 0);
	go_where_something_is(a);
	app_say(a, _("%zu of %zu touchpoints; f changes the filter"), left(a),
		project_map_touchpoints(a->p, a->view.map));
}

void filter_clear(struct app *a)
{
	if (a->view.filter) {
		take_off(a);
		app_say(a, _("All touchpoints show again."));
	}
	if (a->view.found)
		search_end(a);
}

void let_go(struct app *a)
{
	if (chosen_count(a))
		choose_none(a);
	else
		filter_clear(a);
}

static void enter(struct app *a)
{
	struct view_filter *f = &a->filter;

	if (!query_line_read(&f->line, &f->filter.query))
		return;         /* the hint line says what is wrong */
	app_back(a);
	if (f->filter.query.count)
		put_on(a);
	else
		filter_clear(a);
}

static void filter_key(struct app *a, const struct key *k)
{
	struct query shown = QUERY_INIT;

	if (key_is(k, "Enter") || key_is(k, "C-j")) {
		enter(a);
	} else if (key_is(k, "Esc")) {
		if (a->view.filter)
			take_off(a);
		query_line_set(&a->filter.line, "");
		app_back(a);
	} else {
		textfield_key(&a->filter.line.field, k, false);
		query_line_read(&a->filter.line, &shown);
		query_release(&shown);
	}
}

static void filter_paint(struct app *a, struct grid *g)
{
	query_line_paint(a, &a->filter.line, g, _("Only:"),
			 _("Words, @channel #tag =owner :<0 need:? "
			   "phase:before  Enter: filter  Esc: show all"));
}

const struct mode mode_filter = { 0, filter_key, filter_paint, NULL };
