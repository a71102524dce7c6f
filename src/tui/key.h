/*
 * Keys as the program sees them, free of curses.
 *
 * One event is a character (with its text), a named key, a paste, or news of
 * the terminal.  key_read() hands out everything that has arrived before the
 * screen is drawn again.
 */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <stdbool.h>

#include "base/strbuf.h"

enum key_kind {
	KEY_IS_NONE,            /* nothing came in time */
	KEY_IS_TEXT,            /* `text` holds one character */
	KEY_IS_NAMED,           /* `name` */
	KEY_IS_PASTE,           /* `text` holds it all, cleaned */
	KEY_IS_RESIZE,
	KEY_IS_SUSPEND,
	KEY_IS_HANGUP           /* the terminal is gone, or a signal came */
};

struct key {
	enum key_kind kind;
	/* "Enter", "Esc", "BS", "Del", "Ins", "Left" ... "PgDn", "Tab",
	 * "S-Tab", "C-r": static storage */
	const char *name;
	struct strbuf text;
};

/* Take the signals that concern a terminal; they arrive as events.  What was
 * before is forgotten, so that one may start again after key_stop(). */
void key_start(void);
void key_stop(void);

/* The next event; waits up to `wait_ms` when nothing is there (0: does not
 * wait).  The key's text is reused: start with a zeroed key, end with
 * key_release(). */
void key_read(struct key *k, int wait_ms);
void key_release(struct key *k);

/* At the end: whether there is a terminal that can be given back.  One that
 * takes nothing more is waited for a moment. */
bool key_has_terminal(void);

/* The signal behind KEY_IS_HANGUP; SIGHUP when the terminal just went. */
int key_signal(void);

/* Whether the key is written `spelling` in the tables: "j", "Enter", "C-r",
 * "Space". */
bool key_is(const struct key *k, const char *spelling);

#endif
