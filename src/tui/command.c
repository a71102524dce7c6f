#include "tui/command.h"

#include <string.h>

#include "base/i18n.h"

static void detail_toggle(struct app *a)
{
	a->view.no_detail = !a->view.no_detail;
}

static void quit(struct app *a)
{
	a->quit = true;
}

const struct command commands[] = {
	{ "capture", N_("Type touchpoints, one a line, as people talk"),
	  N_("type"), capture_open },
	{ "touchpoint-add", N_("Add one touchpoint"), N_("add"),
	  touchpoint_add },
	{ "touchpoint-edit", N_("See and edit all fields of the touchpoint"),
	  N_("edit"), touchpoint_edit },
	{ "touchpoint-delete", N_("Delete the touchpoint (u brings it back)"),
	  N_("delete"), touchpoint_delete },
	{ "undo", N_("Take your last change back"), N_("undo"), edit_undo },
	{ "redo", N_("Do again what you took back"), NULL, edit_redo },
	{ "stage-previous", N_("Go to the stage before"), NULL,
	  stage_previous },
	{ "stage-next", N_("Go to the next stage"), N_("stage"), stage_next },
	{ "touchpoint-next", N_("Go to the next touchpoint"),
	  N_("touchpoint"), touchpoint_next },
	{ "touchpoint-previous", N_("Go to the touchpoint before"), NULL,
	  touchpoint_previous },
	{ "touchpoint-first", N_("Go to the stage's first touchpoint"), NULL,
	  touchpoint_first },
	{ "touchpoint-last", N_("Go to the stage's last touchpoint"), NULL,
	  touchpoint_last },
	{ "page-down", N_("Go a page down"), NULL, page_down },
	{ "page-up", N_("Go a page up"), NULL, page_up },
	{ "go-to", N_("Go to a touchpoint (5.3), a stage or a map"), NULL,
	  go_to },
	{ "touchpoint-down", N_("Move the touchpoint down"), NULL,
	  touchpoint_move_down },
	{ "touchpoint-up", N_("Move the touchpoint up"), NULL,
	  touchpoint_move_up },
	{ "touchpoint-left", N_("Move the touchpoint to the stage before"),
	  NULL, touchpoint_move_left },
	{ "touchpoint-right", N_("Move the touchpoint to the next stage"),
	  N_("move"), touchpoint_move_right },
	{ "emotion-raise", N_("The customer feels better (up to +2)"),
	  N_("emotion"), emotion_raise },
	{ "emotion-lower", N_("The customer feels worse (down to -2)"), NULL,
	  emotion_lower },
	{ "emotion-neutral", N_("The emotion is neutral"), NULL,
	  emotion_neutral },
	{ "emotion-unknown", N_("The emotion is not known"), NULL,
	  emotion_unknown },
	{ "stage-add", N_("Add a stage behind this one"), N_("add stage"),
	  stage_add },
	{ "stage-edit", N_("Rename the stage, set its phase"), NULL,
	  stage_edit },
	{ "stage-delete",
	  N_("Delete the stage; its touchpoints go to the parking lot"), NULL,
	  stage_delete },
	{ "stage-left", N_("Move the stage to the left"), NULL,
	  stage_move_left },
	{ "stage-right", N_("Move the stage to the right"), NULL,
	  stage_move_right },
	{ "map-edit", N_("Edit the map's title, state, persona and goal"),
	  NULL, map_edit },
	{ "map-next", N_("Go to the next map of this file"), NULL, map_next },
	{ "map-previous", N_("Go to the map before"), NULL, map_previous },
	{ "detail", N_("Show or hide the pane with the details"), NULL,
	  detail_toggle },
	{ "help", N_("This list of keys"), N_("help"), help_open },
	{ "quit", N_("Leave; everything is saved"), N_("leave"), quit },
	{ NULL, NULL, NULL, NULL }
};

const struct command *command_find(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}
