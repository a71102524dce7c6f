#include "tui/history.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "store/snapshot.h"
#include "tui/command.h"
#include "tui/keymap.h"

enum { PAGE = 200 };            /* moments read at once */

static const struct project *past(const struct app *a)
{
	return past_project(a->history.past);
}

/* How near a change is to where one looks; 0: it was not on a map then. */
static int nearness(const struct app *a, const struct change *c)
{
	const struct view *v = &a->history.view;
	const struct row *r = project_row(past(a), c->entity, c->id);

	if (!r || (c->entity != TOUCHPOINT && c->entity != STAGE))
		return 0;
	if (c->id == v->touchpoint || c->id == v->stage)
		return 3;
	return row_map(past(a), r) == v->map ? 2 : 1;
}

static void look_at(struct app *a, enum entity e, int64_t id)
{
	struct view *v = &a->history.view;
	int64_t map = row_map(past(a), project_row(past(a), e, id));

	if (map != v->map)
		view_map(v, past(a), map);
	if (e == TOUCHPOINT)
		v->touchpoint = id;
	else if (id != v->stage)
		view_go_stage(v, past(a), id);
	view_settle(v, past(a), 0);
}

/* Look at what the edit did, as near as possible. */
static void look_at_change(struct app *a)
{
	const struct edit *e = &a->history.edit;
	const struct change *best = NULL;
	int most = 0;

	for (size_t i = 0; i < e->count && most < 3; i++)
		if (nearness(a, &e->changes[i]) > most) {
			best = &e->changes[i];
			most = nearness(a, best);
		}
	if (best)
		look_at(a, best->entity, best->id);
}

/* Take the past to the moment selected. */
static void go_there(struct app *a)
{
	struct history *h = &a->history;
	struct err err;
	int64_t seq;

	edit_release(&h->edit);
	if (!h->moments.count)
		return;
	seq = h->moments.list[h->here].seq;
	if (!past_go(h->past, seq, &err) ||
	    !history_read(a->store, seq, &h->edit, &err))
		app_trouble(a, &err);
	view_settle(&h->view, past(a), 0);
	look_at_change(a);
	if (a->under == &mode_past)
		a->view = h->view;
}

static void select_moment(struct app *a, long to)
{
	struct history *h = &a->history;
	struct moments *m = &h->moments;
	struct err err;

	if (a->under == &mode_past)
		h->view = a->view;
	while (to >= (long)m->count && !m->all)
		if (!moments_more(m, a->store, PAGE, &err)) {
			app_trouble(a, &err);
			break;
		}
	to = to >= (long)m->count ? (long)m->count - 1 : to;
	h->here = to < 0 ? 0 : (size_t)to;
	go_there(a);
}

void history_open_at(struct app *a, int64_t seq)
{
	struct history *h = &a->history;
	struct err err;

	if (!h->past)
		h->past = past_open(a->store, &err);
	if (!h->past) {
		app_trouble(a, &err);
		return;
	}
	moments_release(&h->moments);
	h->view = a->view;
	h->view.filter = NULL;  /* its rows are of the present */
	h->asked = (struct thing){ TOUCHPOINT, a->view.touchpoint };
	h->top = 0;
	app_enter(a, &mode_history);
	select_moment(a, 0);
	while (seq && h->moments.list[h->moments.count - 1].seq > seq &&
	       !h->moments.all)
		select_moment(a, (long)h->moments.count);
	if (seq)
		select_moment(a, (long)moments_find(&h->moments, seq));
}

void history_open(struct app *a)
{
	history_open_at(a, 0);
}

void history_leave(struct app *a)
{
	history_release(&a->history);
	app_enter(a, &mode_map);
}

void history_release(struct history *h)
{
	past_close(h->past);
	moments_release(&h->moments);
	edit_release(&h->edit);
	*h = (struct history)HISTORY_INIT;
}

void moment_older(struct app *a)
{
	select_moment(a, (long)a->history.here + 1);
}

void moment_newer(struct app *a)
{
	select_moment(a, (long)a->history.here - 1);
}

static long page(const struct app *a)
{
	long rows = a->plan.input.row / 3 - 3;

	return rows > 1 ? rows : 1;
}

void moment_page_older(struct app *a)
{
	select_moment(a, (long)a->history.here + page(a));
}

void moment_page_newer(struct app *a)
{
	select_moment(a, (long)a->history.here - page(a));
}

void moment_newest(struct app *a)
{
	select_moment(a, 0);
}

void moment_oldest(struct app *a)
{
	struct moments *m = &a->history.moments;

	while (!m->all) {
		size_t had = m->count;

		select_moment(a, (long)m->count);
		if (m->count == had)
			break;
	}
	select_moment(a, (long)m->count - 1);
}

/* Read the list anew with other conditions, and stay at the moment. */
static void filter(struct app *a, const char *author, struct thing thing)
{
	struct moments *m = &a->history.moments;
	int64_t seq = m->count ? m->list[a->history.here].seq : INT64_MAX;
	char *kept = author ? xstrdup(author) : NULL;

	moments_release(m);
	m->author = kept;
	m->thing = thing;
	select_moment(a, 0);
	select_moment(a, (long)moments_find(m, seq));
}

void moments_of_author(struct app *a)
{
	struct moments *m = &a->history.moments;
	const char *author = NULL;

	if (!m->author && m->count)
		author = m->list[a->history.here].author;
	filter(a, author, m->thing);
}

void moments_of_touchpoint(struct app *a)
{
	struct moments *m = &a->history.moments;
	struct thing none = { PROJECT, 0 };

	if (!m->thing.id && !a->history.asked.id)
		app_say(a, _("There was no touchpoint selected when you came "
			     "here."));
	else
		filter(a, m->author, m->thing.id ? none : a->history.asked);
}

static void bring_back(struct app *a, const char *text)
{
	struct history *h = &a->history;
	int64_t seq = past_edit(h->past), before = store_last_edit(a->store);
	struct err err;

	(void)text;
	if (!snapshot_restore_edit(a->store, seq, &err)) {
		app_trouble(a, &err);
		return;
	}
	if (a->under == &mode_past)
		past_leave(a);
	history_leave(a);
	app_settle(a, 0);
	if (store_last_edit(a->store) == before) {
		app_say(a, _("It is all so already."));
		return;
	}
	app_saved(a);
	app_say(a, _("All is as it was after change %lld; u takes this back."),
		(long long)seq);
}

void moment_restore(struct app *a)
{
	if (a->history.moments.count)
		ask(a, N_("Bring all of this back, in every map?"), "",
		    bring_back);
}

static void named(struct app *a, const char *name)
{
	struct err err;

	if (!*name)
		return;
	if (!snapshot_take_at(a->store, name, past_edit(a->history.past),
			      &err)) {
		app_trouble(a, &err);
		return;
	}
	app_saved(a);
	app_say(a, _("Snapshot: %s"), name);
}

void moment_name(struct app *a)
{
	if (a->history.moments.count)
		ask(a, N_("Name of this moment:"), "", named);
}

const struct mode mode_history = {
	IN_HISTORY, keymap_key, history_paint, NULL
};
