/*
 * What is being typed, kept until it is confirmed: the draft.
 *
 * The capture line, the answer to a question and the fields of a form that
 * were changed lie in a state file of this session.  The next session of the
 * same author on the same project takes the file over, once this one is gone
 * or has been silent for a while, as one on a dead line is.  The line comes
 * back at once, the rest waits until its question or form is opened again.
 *
 * A draft that cannot be kept disturbs nobody.
 */
#ifndef TUI_TYPED_H
#define TUI_TYPED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "tui/key.h"

struct app;

struct typed {
	char *name;             /* of our file; NULL: none can be had */
	struct strbuf kept;     /* what it holds */
	struct strbuf waiting;  /* records of what has not come back yet */
	size_t letters;         /* typed since it was written */
	int64_t at;             /* when the last one was, in milliseconds */
	bool due;               /* it is to be written now */
};

/* Take over what an earlier session left, and tell of it. */
void typed_start(struct app *a, struct strbuf *message);
void typed_release(struct typed *t);

/* A key was taken. */
void typed_key(struct typed *t, const struct key *k, int64_t now);

/* Write the file if it is time to. */
void typed_look(struct app *a, int64_t now);

/* The text was confirmed or given up: it must not come back. */
void typed_done(struct app *a);

/* Write it at once. */
void typed_keep(struct app *a);

/* Look among what waits for a record that begins with these two words.  It
 * and the records below it, up to the next that is no "field", are moved to
 * `out`; false when there is none. */
bool typed_take(struct typed *t, const char *what, const char *which,
		struct strbuf *out);

#endif
