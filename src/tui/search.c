#include "tui/search.h"

#include "base/alloc.h"
#include "base/i18n.h"
#include "tui/command.h"

enum { AT_ONCE = 2000 };        /* touchpoints that are counted at once */

/* A card of the map in the order of its stages, the parking lot being the
 * last; both count from 0. */
struct place {
	size_t stage, card;
};

static const struct list *list_of(const struct app *a, size_t stage)
{
	const struct row *r = list_at(project_stages(a->p, a->view.map),
				      stage);

	return view_touchpoints(&a->view, a->p, r ? r->id : 0);
}

static size_t last_stage(const struct app *a)
{
	return project_stages(a->p, a->view.map)->count;
}

static struct place here(const struct app *a)
{
	int number = view_stage_number(&a->view, a->p);

	return (struct place){ number ? (size_t)number - 1 : last_stage(a),
			       view_index(&a->view, a->p) };
}

/* To the next card, round the whole map, which has some.  True when that led
 * past its end. */
static bool go_on(const struct app *a, struct place *at)
{
	bool round = false;

	at->card++;
	while (at->card >= list_of(a, at->stage)->count) {
		round |= at->stage == last_stage(a);
		at->stage = at->stage == last_stage(a) ? 0 : at->stage + 1;
		at->card = 0;
	}
	return round;
}

static bool go_back(const struct app *a, struct place *at)
{
	bool round = false;

	while (!at->card) {
		round |= !at->stage;
		at->stage = at->stage ? at->stage - 1 : last_stage(a);
		at->card = list_of(a, at->stage)->count;
	}
	at->card--;
	return round;
}

static const struct row *row_at(const struct app *a, struct place at)
{
	return list_at(list_of(a, at.stage), at.card);
}

static bool is_found(const struct app *a, struct place at)
{
	const struct row *r = row_at(a, at);

	return r && query_matches(&a->search.query, a->p, r);
}

static size_t total(const struct app *a)
{
	size_t n = 0;

	for (size_t i = 0; i <= last_stage(a); i++)
		n += list_of(a, i)->count;
	return n;
}

/* Go to the first that is found, this one or the next `step` way. */
static bool find(struct app *a, bool here_too,
		 bool (*step)(const struct app *a, struct place *at))
{
	struct place at = here(a);
	size_t n = total(a);

	a->search.round = false;
	for (size_t i = 0; i < n; i++) {
		if (i || !here_too)
			a->search.round |= step(a, &at);
		if (!is_found(a, at))
			continue;
		map_go(a, row_at(a, at));
		return true;
	}
	return false;
}

/* The first field that was found and that the card does not show. */
static const char *field_behind(const struct app *a)
{
	const struct row *r = project_row(a->p, TOUCHPOINT,
					  a->view.touchpoint);
	const char *label = NULL, *text;
	struct span span;

	for (int i = 0; r && i < r->count; i++) {
		int field = row_field(r, i, &text);

		if (!query_span(&a->search.query, field, text, 0, &span))
			continue;
		if (field == TOUCHPOINT_TITLE || field == TOUCHPOINT_CHANNEL ||
		    field == TOUCHPOINT_CONTEXT || field == TOUCHPOINT_NEED)
			return NULL;
		label = label ? label : field_of(TOUCHPOINT, field)->label;
	}
	return label;
}

/* "3 of 17 · Notes · from the other end again" */
static void tell(struct app *a, size_t place, size_t all)
{
	const char *field = field_behind(a);
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, _("%zu of %zu"), place, all);
	if (field)
		strbuf_addf(&text, " · %s", _(field));
	if (a->search.round)
		strbuf_addf(&text, " · %s", _("from the other end again"));
	app_say(a, "%s", text.s);
	strbuf_release(&text);
}

static void count(struct app *a)
{
	struct place at = { 0, 0 }, to = here(a);
	size_t all = 0, place = 0;

	for (; at.stage <= last_stage(a); at.stage++)
		for (at.card = 0; at.card < list_of(a, at.stage)->count;
		     at.card++) {
			all += is_found(a, at);
			if (at.stage == to.stage && at.card == to.card)
				place = all;
		}
	a->search.due = false;
	tell(a, place, all);
}

bool search_idle(struct app *a)
{
	bool due = a->search.due && a->view.found;

	if (due)
		count(a);
	return due;
}

static void found(struct app *a, bool any)
{
	a->search.due = any;
	if (!any)
		app_say(a, _("Nothing in this map is found."));
	else if (total(a) <= AT_ONCE)
		count(a);
	else if (a->search.round)
		app_say(a, "%s", _("from the other end again"));
}

/* Anew after each key, from where one was. */
static void look(struct app *a)
{
	struct search *s = &a->search;
	struct view *v = &a->view;

	if (!query_line_read(&s->line, &s->query))
		return;
	v->asked++;
	v->found = s->query.count ? &s->query : NULL;
	v->stage = s->before.stage;
	v->touchpoint = s->before.touchpoint;
	v->top = s->before.top;
	view_settle(v, a->p, 0);
	s->due = false;
	if (v->found)
		found(a, find(a, true, go_on));
}

void search_end(struct app *a)
{
	a->view.asked++;
	a->view.found = NULL;
	a->search.due = false;
	query_release(&a->search.query);
}

void search_release(struct search *s)
{
	query_line_release(&s->line);
	query_release(&s->query);
}

void search_open(struct app *a)
{
	search_end(a);
	query_line_set(&a->search.line, "");
	a->search.before = a->view;
	a->mode = &mode_search;
}

static void search_on(struct app *a,
		      bool (*step)(const struct app *a, struct place *at))
{
	if (a->search.query.count) {
		a->view.found = &a->search.query;
		found(a, find(a, false, step));
	} else {
		app_say(a, _("Nothing was searched for yet; / begins."));
	}
}

void search_next(struct app *a)
{
	search_on(a, go_on);
}

void search_previous(struct app *a)
{
	search_on(a, go_back);
}

static void search_key(struct app *a, const struct key *k)
{
	struct search *s = &a->search;

	if (key_is(k, "Enter") || key_is(k, "C-j")) {
		app_back(a);
		if (s->query.count)
			found(a, is_found(a, here(a)));
	} else if (key_is(k, "Esc")) {
		query_line_set(&s->line, "");
		look(a);
		app_back(a);
	} else {
		textfield_key(&s->line.field, k, false);
		look(a);
	}
}

static void search_paint(struct app *a, struct grid *g)
{
	query_line_paint(a, &a->search.line, g, "/",
			 _("Words, @channel #tag =owner :<0 need:?  Enter: "
			   "stay there  Esc: back"));
}

const struct mode mode_search = { 0, search_key, search_paint, search_idle };
