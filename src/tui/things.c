#include "tui/things.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "layout/matrix.h"
#include "model/lanes.h"
#include "tui/command.h"
#include "tui/pages.h"

static void lane_renamed(struct app *a, const char *text)
{
	struct set_intent i;

	intent_set(&i, LANE, pages_selected(a).id);
	intent_set_field(&i, LANE_TITLE, text);
	app_do(a, &i.intent);
}

static void cell_written(struct app *a, const char *text)
{
	struct cell_intent i;
	int64_t lane, stage;

	if (!matrix_cell(a->p, a->view.map, pages_selected(a).id, &lane,
			 &stage)) {
		app_say(a, _("This lane or its stage is gone."));
		return;
	}
	intent_cell(&i, lane, stage, text);
	app_do(a, &i.intent);
}

static bool cell_open(struct app *a, int64_t id)
{
	const struct row *cell;
	int64_t lane, stage;

	if (!matrix_cell(a->p, a->view.map, id, &lane, &stage))
		return false;
	cell = lane_cell(a->p, lane, stage);
	ask(a, N_("What this lane says of the stage:"),
	    cell ? row_text(cell, CELL_TEXT) : "", cell_written);
	return true;
}

bool lane_open(struct app *a, struct thing thing)
{
	const struct row *lane = project_row(a->p, LANE, thing.id);

	if (store_read_only(a->store)) {
		app_say(a, _("This file can only be read: nothing you do "
			     "here changes it."));
		return true;
	}
	if (thing.entity == CELL)
		return cell_open(a, thing.id);
	if (lane)
		ask(a, N_("What this lane is called:"), row_title(lane),
		    lane_renamed);
	return lane;
}

static void lane_named(struct app *a, const char *text)
{
	struct add_intent i;
	char map[ID_TEXT];

	if (!*text)
		return;
	intent_add(&i, LANE);
	i.values.text[LANE_MAP] = id_text(a->view.map, map);
	i.values.text[LANE_TITLE] = text;
	app_do(a, &i.intent);
}

static void persona_named(struct app *a, const char *text)
{
	struct add_intent i;

	if (!*text)
		return;
	intent_add(&i, PERSONA);
	i.values.text[PERSONA_NAME] = text;
	app_do(a, &i.intent);
}

void thing_add(struct app *a)
{
	const char *view = a->pages.info->key;

	if (!strcmp(view, "matrix"))
		ask(a, N_("What the new lane is called:"), "", lane_named);
	else if (!strcmp(view, "personas"))
		ask(a, N_("Who it is (a name, an age, a job):"), "",
		    persona_named);
	else
		app_say(a, _("Here is nothing to add; Esc goes back to the "
			     "map."));
}

static bool can_be_deleted(enum entity e)
{
	return e == LANE || e == PERSONA || e == SNAPSHOT ||
	       e == TOUCHPOINT || e == IMPROVEMENT || e == MEASURE ||
	       e == VOTE;
}

void thing_delete(struct app *a)
{
	struct thing here = pages_selected(a);
	struct delete_intent i;

	if (here.entity == CELL) {
		cell_written(a, "");
	} else if (!here.id || !can_be_deleted(here.entity)) {
		app_say(a, _("This is not deleted here."));
	} else {
		intent_delete(&i, here.entity, here.id);
		app_do(a, &i.intent);
	}
}

static void move(struct app *a, int by)
{
	struct thing here = pages_selected(a);
	const struct row *r = project_row(a->p, here.entity, here.id);
	struct move_intent i;
	long at;

	if (!r || (here.entity != LANE && here.entity != MAP)) {
		app_say(a, _("Only lanes and maps are moved here."));
		return;
	}
	at = (long)list_index(project_list(a->p, here.entity, row_parent(r)),
			      r) + by;
	if (at < 0)
		return;
	intent_move(&i, here.entity, here.id, 0, at);
	app_do(a, &i.intent);
}

void thing_down(struct app *a)
{
	move(a, 1);
}

void thing_up(struct app *a)
{
	move(a, -1);
}

static void lanes_chosen(struct app *a, const char *text)
{
	struct lanes lanes = LANES_INIT;
	struct err err;

	if (*text && !lanes_choose(&lanes, a->p, a->view.map, text, &err))
		app_trouble(a, &err);
	else
		str_set(&a->pages.lanes, text);
	lanes_release(&lanes);
	a->view.lanes = a->pages.lanes && *a->pages.lanes ? a->pages.lanes :
							    NULL;
}

void lanes_ask(struct app *a)
{
	ask(a, N_("Which lanes (title,pain,need ...; nothing: the usual):"),
	    a->pages.lanes ? a->pages.lanes : "", lanes_chosen);
}
