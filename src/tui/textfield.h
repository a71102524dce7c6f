/*
 * A text being typed, and the place in it.
 *
 * The text is always clean and NFC: a letter and its mark typed one after
 * the other (as decomposed input and input methods do) become one.  One
 * Backspace takes one cluster.
 */
#ifndef TUI_TEXTFIELD_H
#define TUI_TEXTFIELD_H

#include "base/strbuf.h"
#include "layout/grid.h"
#include "tui/key.h"

struct textfield {
	struct strbuf text;
	size_t cursor;          /* bytes before it */
	int scroll;             /* columns cut off at the left, when painted */
	const char *joiner;     /* typed last, waits for what it joins */
};

#define TEXTFIELD_INIT { STRBUF_INIT, 0, 0, NULL }

void textfield_set(struct textfield *f, const char *text);  /* cursor: end */
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
