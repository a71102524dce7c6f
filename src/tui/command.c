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
	  N_("type"), capture_open, NEEDS_MAP | NEEDS_WRITING },
	{ "touchpoint-add", N_("Add one touchpoint"), N_("add"),
	  touchpoint_add, NEEDS_MAP | NEEDS_WRITING },
	{ "touchpoint-edit", N_("See and edit all fields of the touchpoint"),
	  N_("edit"), touchpoint_edit, NEEDS_TOUCHPOINT },
	{ "touchpoint-texts",
	  N_("Edit the texts in your own editor ($EDITOR)"),
	  NULL, touchpoint_edit_outside, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "touchpoint-delete", N_("Delete the touchpoint (u brings it back)"),
	  N_("delete"), touchpoint_delete, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "undo", N_("Take your last change back"), N_("undo"), edit_undo,
	  NEEDS_WRITING },
	{ "redo", N_("Do again what you took back"), NULL, edit_redo,
	  NEEDS_WRITING },
	{ "stage-previous", N_("Go to the stage before"), NULL,
	  stage_previous, NEEDS_MAP },
	{ "stage-next", N_("Go to the next stage"), N_("go"), stage_next,
	  NEEDS_MAP },
	{ "touchpoint-next", N_("Go to the next touchpoint"),
	  NULL, touchpoint_next, NEEDS_TOUCHPOINT },
	{ "touchpoint-previous", N_("Go to the touchpoint before"), NULL,
	  touchpoint_previous, NEEDS_TOUCHPOINT },
	{ "touchpoint-first", N_("Go to the stage's first touchpoint"), NULL,
	  touchpoint_first, NEEDS_TOUCHPOINT },
	{ "touchpoint-last", N_("Go to the stage's last touchpoint"), NULL,
	  touchpoint_last, NEEDS_TOUCHPOINT },
	{ "page-down", N_("Go a page down"), NULL, page_down,
	  NEEDS_TOUCHPOINT },
	{ "page-up", N_("Go a page up"), NULL, page_up, NEEDS_TOUCHPOINT },
	{ "go-to", N_("Go to a touchpoint (5.3), a stage, a map or a view"),
	  NULL, go_to, NEEDS_MAP },
	{ "search", N_("Search the map as you type"), N_("search"),
	  search_open, NEEDS_MAP },
	{ "search-next", N_("Go to the next one that was found"), NULL,
	  search_next, NEEDS_MAP },
	{ "search-previous", N_("Go to the one found before"), NULL,
	  search_previous, NEEDS_MAP },
	{ "filter", N_("Show only some touchpoints: @zalo, :<0, need:?"),
	  N_("filter"), filter_open, NEEDS_MAP },
	{ "show-all",
	  N_("Choose nothing; else take off the filter and the search"),
	  N_("show all"), let_go, 0 },
	{ "touchpoint-down", N_("Move the touchpoint down"), NULL,
	  touchpoint_move_down, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "touchpoint-up", N_("Move the touchpoint up"), NULL,
	  touchpoint_move_up, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "touchpoint-left", N_("Move the touchpoint to the stage before"),
	  NULL, touchpoint_move_left, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "touchpoint-right", N_("Move the touchpoint to the next stage"),
	  N_("move"), touchpoint_move_right, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "emotion-raise", N_("The customer feels better (up to +2)"),
	  N_("emotion"), emotion_raise, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "emotion-lower", N_("The customer feels worse (down to -2)"), NULL,
	  emotion_lower, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "emotion-neutral", N_("The emotion is neutral"), NULL,
	  emotion_neutral, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "emotion-unknown", N_("The emotion is not known"), NULL,
	  emotion_unknown, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "touchpoint-choose",
	  N_("Choose the touchpoint, to change several at once"),
	  NULL, touchpoint_choose, NEEDS_TOUCHPOINT },
	{ "touchpoint-move",
	  N_("Move the touchpoints chosen, or this one, to a stage"), NULL,
	  touchpoint_move, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "touchpoint-tag", N_("Tag the touchpoints chosen, or this one"),
	  NULL, touchpoint_tag, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "touchpoint-set",
	  N_("Set a field of the touchpoints chosen, or of this one"), NULL,
	  touchpoint_set, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "touchpoint-copy", N_("Copy the touchpoints chosen, or this one"),
	  NULL, touchpoint_copy, NEEDS_TOUCHPOINT },
	{ "stage-copy", N_("Copy the stage with its touchpoints"), NULL,
	  stage_copy, NEEDS_STAGE },
	{ "paste", N_("Put here what was copied, also from another map"),
	  NULL, paste, NEEDS_MAP | NEEDS_WRITING },
	{ "touchpoint-duplicate",
	  N_("Add touchpoints like those chosen, or like this one"), NULL,
	  touchpoint_duplicate, NEEDS_TOUCHPOINT | NEEDS_WRITING },
	{ "map-copy",
	  N_("Copy this map: as it is to be, or for another persona"), NULL,
	  map_copy, NEEDS_MAP | NEEDS_WRITING },
	{ "stage-add", N_("Add a stage behind this one"), N_("add stage"),
	  stage_add, NEEDS_WRITING },
	{ "stage-edit", N_("Rename the stage, set its phase"), NULL,
	  stage_edit, NEEDS_STAGE },
	{ "stage-delete",
	  N_("Delete the stage; its touchpoints go to the parking lot"), NULL,
	  stage_delete, NEEDS_STAGE | NEEDS_WRITING },
	{ "stage-left", N_("Move the stage to the left"), NULL,
	  stage_move_left, NEEDS_STAGE | NEEDS_WRITING },
	{ "stage-right", N_("Move the stage to the right"), NULL,
	  stage_move_right, NEEDS_STAGE | NEEDS_WRITING },
	{ "map-edit", N_("Edit the map's title, state, persona and goal"),
	  NULL, map_edit, NEEDS_MAP },
	{ "map-next", N_("Go to the next map of this file"), NULL, map_next,
	  NEEDS_MAP },
	{ "map-previous", N_("Go to the map before"), NULL, map_previous,
	  NEEDS_MAP },
	{ "views", N_("Choose another view: history, parking lot, maps ..."),
	  N_("views"), views_choose, 0 },
	{ "detail", N_("Show or hide the pane with the details"), NULL,
	  detail_toggle, 0 },
	{ "save-as", N_("Save all of it as a new file, and go on there"),
	  N_("save as another file"), save_as, 0 },
	{ "help", N_("The keys that work here; Enter runs one"), N_("help"),
	  help_open, 0 },
	{ "palette", N_("Find any command by its name, and run it"),
	  N_("commands"), palette_open, 0 },
	{ "list-open", N_("Go to what is selected in the list"), N_("go there"),
	  list_open, 0 },
	{ "list-down", N_("Go down in the list"), N_("go"), list_down, 0 },
	{ "list-up", N_("Go up in the list"), NULL, list_up, 0 },
	{ "list-left", N_("Go left in the view"), NULL, list_left, 0 },
	{ "list-right", N_("Go right in the view"), NULL, list_right, 0 },
	{ "list-first", N_("Go to the beginning of the list"), NULL,
	  list_first, 0 },
	{ "list-last", N_("Go to the end of the list"), NULL, list_last, 0 },
	{ "list-page-down", N_("Go a page down in the list"), NULL,
	  list_page_down, 0 },
	{ "list-page-up", N_("Go a page up in the list"), NULL, list_page_up,
	  0 },
	{ "present", N_("Show the map to a room, screen by screen"),
	  N_("present"), present_open, NEEDS_MAP },
	{ "slide-next", N_("Go to the next screen"), N_("next"), slide_next,
	  0 },
	{ "slide-previous", N_("Go to the screen before"), NULL,
	  slide_previous, 0 },
	{ "slide-first", N_("Go to the first screen"), NULL, slide_first, 0 },
	{ "slide-last", N_("Go to the last screen"), NULL, slide_last, 0 },
	{ "slide-down", N_("Point at the next touchpoint"), NULL, slide_down,
	  0 },
	{ "slide-up", N_("Point at the touchpoint before"), NULL, slide_up,
	  0 },
	{ "slide-open",
	  N_("See the touchpoint by itself, or all of the stage again"),
	  N_("see it"), slide_open, 0 },
	{ "slide-go", N_("Go to a touchpoint (5.3) or a stage"), NULL,
	  slide_go, 0 },
	{ "renumber", N_("Number all touchpoints as they stand now"), NULL,
	  present_renumber, 0 },
	{ "vote", N_("Count the room's votes: 5.3 5.3 2.1"), N_("votes"),
	  votes_add, NEEDS_MAP | NEEDS_WRITING },
	{ "leave-presentation", N_("Back to the map"), N_("back"),
	  present_leave, 0 },
	{ "thing-add", N_("Add a lane, a persona: what the list is of"),
	  N_("add"), thing_add, NEEDS_WRITING },
	{ "thing-delete", N_("Delete what is selected (u brings it back)"),
	  N_("delete"), thing_delete, NEEDS_WRITING },
	{ "thing-down", N_("Move the lane or map down"), NULL, thing_down,
	  NEEDS_WRITING },
	{ "thing-up", N_("Move the lane or map up"), NULL, thing_up,
	  NEEDS_WRITING },
	{ "lanes", N_("Choose the lanes of the matrix"), NULL, lanes_ask,
	  NEEDS_MAP },
	{ "zoom-in", N_("Nearer: the map, one stage, one touchpoint"),
	  N_("zoom"), zoom_in, NEEDS_MAP },
	{ "zoom-out", N_("Farther: one stage, the map, the matrix of all"),
	  NULL, zoom_out, NEEDS_MAP },
	{ "history", N_("See who changed what, and how it was then"),
	  N_("history"), history_open, 0 },
	{ "moment-look", N_("See all of the map as it was then"), N_("see it"),
	  moment_look, 0 },
	{ "moment-older", N_("Go to the change before"), N_("go back"),
	  moment_older, 0 },
	{ "moment-newer", N_("Go to the next change"), NULL, moment_newer,
	  0 },
	{ "moment-page-older", N_("Go a page of changes back"), NULL,
	  moment_page_older, 0 },
	{ "moment-page-newer", N_("Go a page of changes forward"), NULL,
	  moment_page_newer, 0 },
	{ "moment-newest", N_("Go to the last change"), NULL, moment_newest,
	  0 },
	{ "moment-oldest", N_("Go to the first change"), NULL, moment_oldest,
	  0 },
	{ "moment-restore", N_("Bring all of it back as it was then"),
	  N_("bring back"), moment_restore, NEEDS_FILE },
	{ "moment-name", N_("Give this moment a name, as a snapshot"),
	  N_("name it"), moment_name, NEEDS_FILE },
	{ "history-author", N_("Only what this person did, or all again"),
	  N_("only theirs"), moments_of_author, 0 },
	{ "history-touchpoint",
	  N_("Only what was done to the touchpoint of the map, or all again"),
	  N_("only the touchpoint"), moments_of_touchpoint, 0 },
	{ "leave-past", N_("Back to the list of changes"), N_("back"),
	  past_leave, 0 },
	{ "leave-view", N_("Back to the map"), N_("back"), list_leave, 0 },
	{ "quit", N_("Leave; everything is saved"), N_("leave"), quit, 0 },
	{ NULL, NULL, NULL, NULL, 0 }
};

const struct command *command_find(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

const char *command_lacks(const struct command *c, const struct app *a)
{
	const struct view *v = &a->view;

	if (c->needs & (NEEDS_WRITING | NEEDS_FILE) &&
	    store_read_only(a->store))
		return _("this file can only be read");
	if (c->needs & NEEDS_WRITING && !app_can_write(a))
		return _("this is how it was; it cannot be changed");
	if (c->needs & NEEDS_MAP && !project_row(a->p, MAP, v->map))
		return _("there is no map yet");
	if (c->needs & NEEDS_STAGE && !project_row(a->p, STAGE, v->stage))
		return _("no stage is selected");
	if (c->needs & NEEDS_TOUCHPOINT &&
	    !project_row(a->p, TOUCHPOINT, v->touchpoint))
		return _("no touchpoint is selected");
	return NULL;
}

bool command_works(const struct command *c, const struct app *a)
{
	return !command_lacks(c, a);
}

/* What is changed is what the file holds now: others may have been there. */
static void look_again(struct app *a)
{
	size_t index = view_index(&a->view, a->p);
	bool changed = false;
	struct err err;

	if (store_refresh(a->store, &changed, &err) && changed)
		app_settle(a, index);
}

void command_run(const struct command *c, struct app *a)
{
	if (c->needs & (NEEDS_WRITING | NEEDS_FILE) &&
	    store_read_only(a->store)) {
		app_say(a, _("This file can only be read: nothing you do "
			     "here changes it."));
		return;
	}
	if (c->needs & NEEDS_WRITING)
		look_again(a);
	c->run(a);
}
