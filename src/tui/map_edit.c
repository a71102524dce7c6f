#include "base/i18n.h"
#include "base/id.h"
#include "store/history.h"
#include "tui/command.h"
#include "tui/form.h"
#include "tui/map_many.h"

/* The touchpoint the selection is on; says so when there is none. */
static const struct row *selected(struct app *a)
{
	const struct row *r = project_row(a->p, TOUCHPOINT,
					  a->view.touchpoint);

	if (!r)
		app_say(a, _("There is no touchpoint here. Press i to type "
			     "one."));
	return r;
}

static const struct row *selected_stage(struct app *a)
{
	const struct row *r = project_row(a->p, STAGE, a->view.stage);

	if (!r)
		app_say(a, _("This is the parking lot, not a stage."));
	return r;
}

static bool has_map(struct app *a)
{
	if (!project_row(a->p, MAP, a->view.map))
		app_say(a, _("This file has no map yet. Press A to begin "
			     "one."));
	return project_row(a->p, MAP, a->view.map);
}

void capture_open(struct app *a)
{
	if (has_map(a))
		capture_start(a, false);
}

void touchpoint_add(struct app *a)
{
	if (has_map(a))
		capture_start(a, true);
}

void touchpoint_edit(struct app *a)
{
	if (selected(a))
		form_open(a, TOUCHPOINT, a->view.touchpoint);
}

void touchpoint_edit_outside(struct app *a)
{
	if (selected(a))
		form_open_outside(a, TOUCHPOINT, a->view.touchpoint);
}

void touchpoint_delete(struct app *a)
{
	struct delete_intent i;

	if (chosen_count(a)) {
		many_delete(a);
		return;
	}
	if (!selected(a))
		return;
	intent_delete(&i, TOUCHPOINT, a->view.touchpoint);
	app_do(a, &i.intent);
}

/* Within the stage. */
static void move_by(struct app *a, int step)
{
	const struct row *r = selected(a);
	long at = (long)view_index(&a->view, a->p) + step;
	const struct row *to = at < 0 ? NULL :
		list_at(view_list(&a->view, a->p), (size_t)at);
	struct move_intent i;

	if (chosen_count(a)) {
		many_move_by(a, step);
		return;
	}
	if (!r || !to)
		return;
	intent_move(&i, TOUCHPOINT, r->id, a->view.stage,
		    view_number(a->p, to) - 1);
	app_do(a, &i.intent);
}

void touchpoint_move_down(struct app *a)
{
	move_by(a, 1);
}

void touchpoint_move_up(struct app *a)
{
	move_by(a, -1);
}

/* To the end of the stage `step` places on; right of the last stage is the
 * parking lot, also while it is empty. */
static void move_to_stage(struct app *a, int step)
{
	const struct list *stages = project_stages(a->p, a->view.map);
	const struct row *r = selected(a);
	size_t here = (size_t)view_stage_number(&a->view, a->p);
	struct move_intent i;
	size_t to;

	if (!r)
		return;
	to = (here ? here - 1 : stages->count) + (size_t)step;
	if (to > stages->count)
		return;
	if (chosen_count(a)) {
		many_move_to(a, to < stages->count ? stages->rows[to]->id : 0);
		return;
	}
	intent_move(&i, TOUCHPOINT, r->id,
		    to < stages->count ? stages->rows[to]->id : 0, AT_END);
	app_do(a, &i.intent);
}

void touchpoint_move_left(struct app *a)
{
	move_to_stage(a, -1);
}

void touchpoint_move_right(struct app *a)
{
	move_to_stage(a, 1);
}

static void set_emotion(struct app *a, int value)
{
	const struct row *r = selected(a);
	struct set_intent i;

	if (chosen_count(a)) {
		many_set(a, TOUCHPOINT_EMOTION, emotion_text(value));
		return;
	}
	if (!r)
		return;
	intent_set(&i, TOUCHPOINT, r->id);
	intent_set_field(&i, TOUCHPOINT_EMOTION, emotion_text(value));
	app_do(a, &i.intent);
}

static void shift_emotion(struct app *a, int step)
{
	const struct row *r = selected(a);

	if (chosen_count(a))
		many_shift(a, step);
	else if (r)
		set_emotion(a, emotion_shifted(r, step));
}

void emotion_raise(struct app *a)
{
	shift_emotion(a, 1);
}

void emotion_lower(struct app *a)
{
	shift_emotion(a, -1);
}

void emotion_neutral(struct app *a)
{
	set_emotion(a, 0);
}

void emotion_unknown(struct app *a)
{
	set_emotion(a, EMOTION_UNKNOWN);
}

static void map_titled(struct app *a, const char *title)
{
	struct add_intent i;

	if (!*title)
		return;
	intent_add(&i, MAP);
	i.values.text[MAP_TITLE] = title;
	i.values.text[MAP_STATE] = "as-is";
	i.values.text[MAP_LANGUAGE] = i18n_language();
	if (app_do(a, &i.intent))
		app_go_map(a, i.id);
}

static void stage_titled(struct app *a, const char *title)
{
	struct add_intent i;
	char map[ID_TEXT];

	if (!*title)
		return;
	intent_add(&i, STAGE);
	i.at = view_stage_number(&a->view, a->p);
	if (!i.at)
		i.at = AT_END;
	i.values.text[STAGE_MAP] = id_text(a->view.map, map);
	i.values.text[STAGE_TITLE] = title;
	if (app_do(a, &i.intent))
		view_go_stage(&a->view, a->p, i.id);
}

void stage_add(struct app *a)
{
	if (project_row(a->p, MAP, a->view.map))
		ask(a, N_("New stage:"), "", stage_titled);
	else
		ask(a, N_("Title of the new map:"), "", map_titled);
}

void stage_edit(struct app *a)
{
	if (selected_stage(a))
		form_open(a, STAGE, a->view.stage);
}

/* To the stage that has this number now, or the last. */
static void go_near(struct app *a, int number)
{
	const struct list *stages = project_stages(a->p, a->view.map);
	size_t i = (size_t)number > stages->count ? stages->count :
						    (size_t)number;

	if (i)
		view_go_stage(&a->view, a->p, stages->rows[i - 1]->id);
}

void stage_delete(struct app *a)
{
	const struct row *r = selected_stage(a);
	int number = view_stage_number(&a->view, a->p);
	size_t parked;
	struct delete_intent i;

	if (!r)
		return;
	parked = project_touchpoints(a->p, a->view.map, r->id)->count;
	intent_delete(&i, STAGE, r->id);
	if (!app_do(a, &i.intent))
		return;
	if (!parked)
		go_near(a, number);
	else
		app_say(a, ngettext("Stage deleted, %zu touchpoint is parked; "
				    "u brings it back",
				    "Stage deleted, %zu touchpoints are "
				    "parked; u brings it back",
				    parked), parked);
}

static void move_stage(struct app *a, int step)
{
	const struct row *r = selected_stage(a);
	long at = view_stage_number(&a->view, a->p) - 1 + step;
	struct move_intent i;

	if (!r || at < 0 ||
	    (size_t)at >= project_stages(a->p, a->view.map)->count)
		return;
	intent_move(&i, STAGE, r->id, 0, at);
	app_do(a, &i.intent);
}

void stage_move_left(struct app *a)
{
	move_stage(a, -1);
}

void stage_move_right(struct app *a)
{
	move_stage(a, 1);
}

void map_edit(struct app *a)
{
	if (has_map(a))
		form_open(a, MAP, a->view.map);
}

/* Go to what was brought back or changed, wherever it is. */
static void look_at_last(struct app *a)
{
	struct thing last = store_last_thing(a->store);
	const struct row *r = project_row(a->p, last.entity, last.id);
	int64_t stage;

	if (!r || (last.entity != TOUCHPOINT && last.entity != STAGE))
		return;
	if (row_map(a->p, r) != a->view.map)
		return;
	stage = last.entity == STAGE ? r->id : row_ref(r, TOUCHPOINT_STAGE);
	if (stage != a->view.stage)
		view_go_stage(&a->view, a->p, stage);
	if (last.entity == TOUCHPOINT)
		a->view.touchpoint = r->id;
}

/* Somebody's text stands in the way: both can be seen, and one chosen. */
static void offer_refused(struct app *a)
{
	const struct refused *r = history_refused(a->store);

	if (r)
		form_offer(a, r->thing, r->field, r->text);
}

static void take_back(struct app *a,
		      bool (*back)(struct store *, struct strbuf *,
				   struct err *), const char *said)
{
	size_t index = view_index(&a->view, a->p);
	struct strbuf what = STRBUF_INIT;
	struct err err;

	if (back(a->store, &what, &err)) {
		app_settle(a, index);
		look_at_last(a);
		app_saved(a);
		app_say(a, "%s: %s", said, what.s);
	} else {
		offer_refused(a);
		app_trouble(a, &err);
	}
	strbuf_release(&what);
}

void edit_undo(struct app *a)
{
	take_back(a, history_undo, _("Undone"));
}

void edit_redo(struct app *a)
{
	take_back(a, history_redo, _("Done again"));
}
