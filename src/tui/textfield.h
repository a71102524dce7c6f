/*
 * A text being typed, and the place in it.
 *
 * The text is always clean and NFC: a letter and its mark typed one after
 * the other (as decomposed input and input methods do) become one.  One
 * Backspace takes one cluster.  What Ctrl-K, Ctrl-U and Ctrl-W cut comes back
 * with Ctrl-Y, in any field; Ctrl-_ and Ctrl-R undo and redo.
 */
#ifndef TUI_TEXTFIELD_H
#define TUI_TEXTFIELD_H

#include "base/strbuf.h"
#include "layout/grid.h"
#include "tui/key.h"
#include "tui/textundo.h"

struct textfield {
	struct strbuf text;
	size_t cursor;          /* bytes before it */
	int scroll;             /* columns cut off at the left, when painted */
	const char *joiner;     /* typed last, waits for what it joins */
	int wrap;               /* columns of a line, as painted; 0: any */
	struct textundo undo;
	int run;                /* what was done last; like it goes with it */
};

#define TEXTFIELD_INIT { .text = STRBUF_INIT }

/* The cursor goes to the end.  A change can be undone in the field, a text
 * that is set cannot. */
void textfield_set(struct textfield *f, const char *text);
void textfield_change(struct textfield *f, const char *text);
void textfield_clear(struct textfield *f);
/* All on one line. */
void textfield_join(struct textfield *f);
void textfield_release(struct textfield *f);

/* Take a key that edits or moves; false when it is none of those.  `lines`:
 * line breaks are allowed, and Up and Down move between lines. */
bool textfield_key(struct textfield *f, const struct key *k, bool lines);

/* On one line; what lies outside is cut with a mark.  Returns the cursor's
 * column. */
int textfield_paint(struct textfield *f, struct grid *g, int row, int col,
		    int cols, enum role role);

#endif
