/* A moment of the past in full: the map as it was, to look at only. */
#include "base/i18n.h"
#include "tui/clock.h"
#include "tui/command.h"
#include "tui/keymap.h"

void moment_look(struct app *a)
{
	struct history *h = &a->history;

	if (!h->moments.count)
		return;
	h->present = a->view;
	a->view = h->view;
	a->p = past_project(h->past);
	app_enter(a, &mode_past);
}

void past_leave(struct app *a)
{
	struct history *h = &a->history;

	h->view = a->view;
	a->view = h->present;
	a->p = store_project(a->store);
	filter_follow(a);
	app_enter(a, &mode_history);
}

/* "As it was at 14:02, after change 12 by Ann: Edit touchpoint: Pays" */
static void add_moment(const struct app *a, struct strbuf *out)
{
	const struct history *h = &a->history;
	const struct moment *m = &h->moments.list[h->here];
	struct strbuf when = STRBUF_INIT, what = STRBUF_INIT;

	clock_text(m->time, &when);
	edit_shown(m->label, &what);
	strbuf_addf(out, _("As it was at %s, after change %lld by %s: %s"),
		    when.s, (long long)m->seq, m->author, what.s);
	strbuf_release(&when);
	strbuf_release(&what);
}

static void past_paint(struct app *a, struct grid *g)
{
	struct rect r = a->plan.input;
	struct strbuf text = STRBUF_INIT;

	map_cursor(a);
	history_mark(&a->history, &a->plan, g, 0, 0);
	add_moment(a, &text);
	grid_fill(g, r, ROLE_PLAIN);
	grid_text(g, r.row, r.col + 1, r.cols - 2, text.s, ROLE_KEY);
	strbuf_release(&text);
}

const struct mode mode_past = { IN_PAST, keymap_key, past_paint,
				search_idle };
