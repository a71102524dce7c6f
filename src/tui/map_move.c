#include "base/i18n.h"
#include "base/utf8.h"
#include "model/capture.h"
#include "model/sigil.h"
#include "tui/command.h"

/* The stage `step` places on, the parking lot being the last. */
static void step_stage(struct app *a, int step)
{
	const struct list *stages = project_stages(a->p, a->view.map);
	int here = view_stage_number(&a->view, a->p);
	int last = (int)stages->count;
	int to;

	if (!here)
		here = last + 1;
	to = here + step;
	if (to < 1 || to > last + 1)
		return;
	if (to <= last)
		view_go_stage(&a->view, a->p, stages->rows[to - 1]->id);
	else if (view_shows_parking(&a->view, a->p))
		view_go_stage(&a->view, a->p, 0);
}

void stage_next(struct app *a)
{
	step_stage(a, 1);
}

void stage_previous(struct app *a)
{
	step_stage(a, -1);
}

static void step_touchpoint(struct app *a, long step)
{
	long to = (long)view_index(&a->view, a->p) + step;

	view_go_index(&a->view, a->p, to < 0 ? 0 : (size_t)to);
}

void touchpoint_next(struct app *a)
{
	step_touchpoint(a, 1);
}

void touchpoint_previous(struct app *a)
{
	step_touchpoint(a, -1);
}

void touchpoint_first(struct app *a)
{
	view_go_index(&a->view, a->p, 0);
}

void touchpoint_last(struct app *a)
{
	view_go_index(&a->view, a->p, SIZE_MAX);
}

/* As many cards as are in sight, but one, so that the eye keeps its place. */
static long page(const struct app *a)
{
	int number = view_stage_number(&a->view, a->p);
	long n = 0;

	for (size_t i = 0; i < a->plan.card_count; i++)
		n += a->plan.cards[i].stage == number;
	return n > 2 ? n - 1 : 1;
}

void page_down(struct app *a)
{
	step_touchpoint(a, page(a));
}

void page_up(struct app *a)
{
	step_touchpoint(a, -page(a));
}

static void step_map(struct app *a, int step)
{
	const struct list *maps = project_maps(a->p);
	const struct row *here = project_row(a->p, MAP, a->view.map);
	size_t to;

	if (!here)
		return;
	to = list_index(maps, here) + (size_t)step;
	if (to < maps->count)
		app_go_map(a, maps->rows[to]->id);
	else
		app_say(a, maps->count == 1 ?
			_("This file has only one map.") :
			_("There is no further map."));
}

void map_next(struct app *a)
{
	step_map(a, 1);
}

void map_previous(struct app *a)
{
	step_map(a, -1);
}

void map_go(struct app *a, const struct row *r)
{
	view_go_stage(&a->view, a->p, row_ref(r, TOUCHPOINT_STAGE));
	if (view_shows(&a->view, a->p, r))
		a->view.touchpoint = r->id;
	else
		app_say(a, _("The filter hides it; Esc takes the filter off."));
}

/* "5.3", "0.2": a card.  False when the text is none. */
static bool go_card(struct app *a, const char *text)
{
	const struct row *r;
	int stage, card;
	size_t len = sigil_card(text, &stage, &card);

	if (!len || text[len])
		return false;
	r = capture_card(a->p, a->view.map, stage, card);
	if (!r)
		return false;
	map_go(a, r);
	return true;
}

static bool go_map_titled(struct app *a, const char *text)
{
	const struct list *maps = project_maps(a->p);

	for (size_t i = 0; i < maps->count; i++)
		if (utf8_begins(row_title(maps->rows[i]), text)) {
			app_go_map(a, maps->rows[i]->id);
			return true;
		}
	return false;
}

/* A place of this map, or another map. */
static bool go_in_map(struct app *a, const char *text, bool *ambiguous)
{
	const struct row *stage;

	if (go_card(a, text))
		return true;
	stage = capture_stage(a->p, a->view.map, text, ambiguous);
	if (stage)
		view_go_stage(&a->view, a->p, stage->id);
	else if (text[0] == '0' && !text[1])
		view_go_stage(&a->view, a->p, 0);
	else
		return go_map_titled(a, text);
	return true;
}

static void go_answered(struct app *a, const char *text)
{
	const struct view_info *info;
	bool ambiguous = false;

	if (!*text)
		return;
	info = views_find(text);
	if (go_in_map(a, text, &ambiguous))
		app_enter(a, &mode_map);
	else if (info)
		view_open(a, info);
	else
		app_say(a, ambiguous ?
			_("Several stages match \"%s\".") :
			_("There is no touchpoint, stage, map or view "
			  "\"%s\"."), text);
}

void go_to(struct app *a)
{
	ask(a, N_("Go to (5.3, a stage, a map, a view):"), "", go_answered);
}
