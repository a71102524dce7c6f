/*
 * The table of commands: everything the map's keys can do.
 *
 * Help, the manual and the key bindings read it.  A new command is one row.
 */
#ifndef TUI_COMMAND_H
#define TUI_COMMAND_H

#include "tui/app.h"

/* What must be there for a command to do anything. */
enum needs {
	NEEDS_MAP = 1, NEEDS_STAGE = 2, NEEDS_TOUCHPOINT = 4,
	NEEDS_WRITING = 8,      /* what is looked at can be changed */
	NEEDS_FILE = 16         /* the file can be written */
};

struct command {
	const char *name;       /* of bindings and configuration */
	const char *help;       /* msgid, one line */
	const char *hint;       /* msgid for the hint line, or NULL */
	void (*run)(struct app *a);
	unsigned needs;
};

extern const struct command commands[];         /* ends with a NULL name */
const struct command *command_find(const char *name);

/* Whether it can do something here and now; running it all the same is
 * harmless, it says why not. */
bool command_works(const struct command *c, const struct app *a);

/* What it lacks for that, in words; NULL: nothing. */
const char *command_lacks(const struct command *c, const struct app *a);
void command_run(const struct command *c, struct app *a);

/* map_move.c: going about */
void stage_next(struct app *a);
void stage_previous(struct app *a);
void touchpoint_next(struct app *a);
void touchpoint_previous(struct app *a);
void touchpoint_first(struct app *a);
void touchpoint_last(struct app *a);
void page_down(struct app *a);
void page_up(struct app *a);
void map_next(struct app *a);
void map_previous(struct app *a);
void go_to(struct app *a);

/* search.c, filter.c: finding */
void search_open(struct app *a);
void search_next(struct app *a);
void search_previous(struct app *a);
void filter_open(struct app *a);
void filter_clear(struct app *a);
void let_go(struct app *a);

/* pages.c: going about in a view; choosing another */
void views_choose(struct app *a);
void list_open(struct app *a);
void list_down(struct app *a);
void list_up(struct app *a);
void list_left(struct app *a);
void list_right(struct app *a);
void list_first(struct app *a);
void list_last(struct app *a);
void list_page_down(struct app *a);
void list_page_up(struct app *a);
void list_leave(struct app *a);

/* present.c, vote.c: before a room */
void present_open(struct app *a);
void present_leave(struct app *a);
void present_renumber(struct app *a);
void slide_next(struct app *a);
void slide_previous(struct app *a);
void slide_first(struct app *a);
void slide_last(struct app *a);
void slide_down(struct app *a);
void slide_up(struct app *a);
void slide_open(struct app *a);
void slide_go(struct app *a);
void votes_add(struct app *a);
/* rows.c: things of a view */
void thing_add(struct app *a);
void thing_delete(struct app *a);
void thing_down(struct app *a);
void thing_up(struct app *a);
void lanes_ask(struct app *a);

/* zoom.c */
void zoom_in(struct app *a);
void zoom_out(struct app *a);

/* history.c, past.c: going about in time */
void history_open(struct app *a);
void moment_look(struct app *a);
void moment_older(struct app *a);
void moment_newer(struct app *a);
void moment_page_older(struct app *a);
void moment_page_newer(struct app *a);
void moment_newest(struct app *a);
void moment_oldest(struct app *a);
void moment_restore(struct app *a);
void moment_name(struct app *a);
void moments_of_author(struct app *a);
void moments_of_touchpoint(struct app *a);

/* map_edit.c: changing what is there */
void touchpoint_add(struct app *a);
void capture_open(struct app *a);
void touchpoint_edit(struct app *a);
void touchpoint_edit_outside(struct app *a);
void touchpoint_delete(struct app *a);
void touchpoint_move_down(struct app *a);
void touchpoint_move_up(struct app *a);
void touchpoint_move_left(struct app *a);
void touchpoint_move_right(struct app *a);
void emotion_raise(struct app *a);
void emotion_lower(struct app *a);
void emotion_neutral(struct app *a);
void emotion_unknown(struct app *a);
void stage_add(struct app *a);
void stage_edit(struct app *a);
void stage_delete(struct app *a);
void stage_move_left(struct app *a);
void stage_move_right(struct app *a);
void map_edit(struct app *a);
void edit_undo(struct app *a);
void edit_redo(struct app *a);

/* chosen.c, map_many.c: several at once */
void touchpoint_choose(struct app *a);
void choose_none(struct app *a);
void touchpoint_set(struct app *a);
void touchpoint_tag(struct app *a);
void touchpoint_move(struct app *a);

/* copying.c */
void touchpoint_copy(struct app *a);
void touchpoint_duplicate(struct app *a);
void stage_copy(struct app *a);
void paste(struct app *a);
void map_copy(struct app *a);

/* save_as.c */
void save_as(struct app *a);

/* palette.c */
void help_open(struct app *a);
void palette_open(struct app *a);

#endif
