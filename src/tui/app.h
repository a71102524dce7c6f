/*
 * The editor on the screen: one file, one view, and the mode keys go to.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "base/strbuf.h"
#include "layout/plan.h"
#include "store/store.h"
#include "tui/others.h"
#include "tui/resume.h"
#include "tui/textfield.h"
#include "tui/typed.h"

struct app;
struct form;

/* A mode takes the keys and paints what is its own over the map. */
struct mode {
	void (*key)(struct app *a, const struct key *k);
	/* Puts the cursor at a->cursor_row, a->cursor_col. */
	void (*paint)(struct app *a, struct grid *g);
	/* Nothing was typed for a moment; true when there is something new to
	 * paint.  May be NULL. */
	bool (*idle)(struct app *a);
};

extern const struct mode mode_map, mode_capture, mode_ask, mode_form,
	mode_help;

struct app {
	struct store *store;
	const struct project *p;        /* the store's */
	struct view view;
	struct plan plan;
	struct grid map;                /* the map as painted last ... */
	struct view map_view;           /* ... of this view ... */
	int64_t map_edit;               /* ... after this edit */
	struct grid grid;               /* the map and the mode over it */
	const struct mode *mode;
	int cursor_row, cursor_col;
	bool redraw;
	bool quit;

	struct strbuf message;          /* in the status line */
	bool alarm;                     /* the message is about trouble */
	struct strbuf banner;           /* what is wrong with the file */
	struct strbuf damage;           /* ... by store_check() */
	bool checked;                   /* that was done once */
	int64_t saved_at;               /* seconds since 1970; 0: not yet */

	struct textfield line;          /* the capture line */
	struct strbuf hint;             /* how the line is read */
	bool hint_due;                  /* ... was not said of its last word */
	int64_t last;                   /* touchpoint captured last */
	int64_t again;                  /* ... and brought back by Up */
	bool once;                      /* close after one touchpoint */

	struct textfield answer;        /* to a question */
	const char *question;           /* msgid */
	void (*answered)(struct app *a, const char *text);

	struct form *form;
	size_t help_top;

	struct typed typed;
	struct resume resume;
	struct others others;
};

/* Edit until the user leaves; returns the exit status.  `map` 0: the one that
 * was looked at last.  `capture`: begin in the capture line. */
int tui_run(struct store *s, int64_t map, bool capture, struct err *err);

/* Tell something in the status line, until the next key. */
void app_say(struct app *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void app_trouble(struct app *a, const struct err *err);

/* Hand an intent to the store; the view follows, the status line tells. */
bool app_do(struct app *a, const struct intent *intent);
/* After any change of the model: the view onto what is still there. */
void app_settle(struct app *a, size_t index);
void app_saved(struct app *a);

/* Ask for one line (the question is an msgid); Enter hands it on, Esc forgets
 * the question.  While there is trouble the question stays. */
void app_ask(struct app *a, const char *question, const char *text,
	     void (*answered)(struct app *a, const char *text));

void app_go_map(struct app *a, int64_t map);

/* Append the beginning of the names of our state files, which says whose
 * they are: the project's and the author's.  False: it cannot be said. */
bool app_state_name(const struct app *a, struct strbuf *name);

#endif
