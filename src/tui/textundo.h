/*
 * What a text being typed was before: undo and redo inside a field.
 */
#ifndef TUI_TEXTUNDO_H
#define TUI_TEXTUNDO_H

#include <stdbool.h>

#include "base/strbuf.h"

struct textstate {
	char *text;
	size_t cursor;
};

struct textundo {
	struct textstate *states;
	size_t count, cap;
	size_t at;              /* those before the text as it is */
};

/* Remember the text as it is, before it is changed. */
void textundo_note(struct textundo *u, const struct strbuf *text,
		   size_t cursor);

/* Go one back, or forward again; false: there is no further one. */
bool textundo_back(struct textundo *u, struct strbuf *text, size_t *cursor);
bool textundo_forth(struct textundo *u, struct strbuf *text, size_t *cursor);

void textundo_release(struct textundo *u);      /* usable again */

#endif
