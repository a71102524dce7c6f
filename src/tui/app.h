/*
 * The editor on the screen: one file, one view, and the mode keys go to.
 *
 * What only one mode needs is a struct in that mode's own header, and a
 * member here.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "base/strbuf.h"
#include "layout/plan.h"
#include "store/store.h"
#include "tui/ask.h"
#include "tui/capture.h"
#include "tui/chosen.h"
#include "tui/copying.h"
#include "tui/filter.h"
#include "tui/history.h"
#include "tui/others.h"
#include "tui/pages.h"
#include "tui/palette.h"
#include "tui/present.h"
#include "tui/resume.h"
#include "tui/search.h"
#include "tui/typed.h"

struct app;
struct form;

/*
 * A mode takes the keys and paints what is its own.
 *
 * Some modes are views: keys of the table hold there, and one stays.  The
 * others (a form, a question) lie over a view, and go back to it.
 */
struct mode {
	unsigned place;         /* of a view: whose bindings; see keymap.h */
	void (*key)(struct app *a, const struct key *k);
	/* Puts the cursor at a->cursor_row, a->cursor_col. */
	void (*paint)(struct app *a, struct grid *g);
	/* Nothing was typed for a moment; true when there is something new to
	 * paint.  May be NULL. */
	bool (*idle)(struct app *a);
};

extern const struct mode mode_map;

/* The map as painted last. */
struct picture {
	struct grid grid;
	struct view view;
	int64_t edit;           /* the last one then; -1: nothing is painted */
};

struct app {
	struct store *store;
	const struct project *p;        /* the store's, or as it was */
	struct view view;
	struct plan plan;
	struct picture map;
	struct grid grid;               /* the map and the modes over it */
	const struct mode *under;       /* the view ... */
	const struct mode *mode;        /* ... or what lies over it */
	int cursor_row, cursor_col;
	bool redraw;
	bool quit;

	struct strbuf message;          /* in the status line */
	bool alarm;                     /* the message is about trouble */
	struct strbuf banner;           /* what is wrong with the file */
	struct strbuf damage;           /* ... by store_check() */
	bool checked;                   /* that was done once */
	int64_t saved_at;               /* seconds since 1970; 0: not yet */

	struct capture_line line;
	struct chosen chosen;
	struct copying copying;
	struct question question;
	struct form *form;
	struct palette palette;
	struct pages pages;
	struct search search;
	struct view_filter filter;
	struct history history;
	struct present present;

	struct typed typed;
	struct resume resume;
	struct others others;
};

/* Edit until the user leaves; returns the exit status.  `map` 0: the one that
 * was looked at last.  `first`: a command to begin with, or NULL. */
int tui_run(struct store *s, int64_t map, const char *first,
	    struct err *err);

/* Tell something in the status line, until the next key. */
void app_say(struct app *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void app_trouble(struct app *a, const struct err *err);

/* Hand an intent to the store; the view follows, the status line tells. */
bool app_do(struct app *a, const struct intent *intent);
/* After any change of the model: the view onto what is still there. */
void app_settle(struct app *a, size_t index);
void app_saved(struct app *a);

/* What shows when the project looked at is another one, or has changed. */
int64_t app_edit(const struct app *a);

/* Whether it is the past that is looked at; whether what is looked at can be
 * changed. */
bool app_looks_back(const struct app *a);
bool app_can_write(const struct app *a);

/* Look at another view, or leave what lies over the one there is. */
void app_enter(struct app *a, const struct mode *view);
void app_back(struct app *a);

void app_go_map(struct app *a, int64_t map);

/* map.c: put the cursor on the selected card, for those who follow it. */
void map_cursor(struct app *a);

/* map_move.c: to a touchpoint of this map; tells when the filter hides it. */
void map_go(struct app *a, const struct row *touchpoint);

/* Append the beginning of the names of our state files, which says whose
 * they are: the project's and the author's.  False: it cannot be said. */
bool app_state_name(const struct app *a, struct strbuf *name);

/* paint.c: everything, if anything has changed. */
void app_paint(struct app *a);

#endif
