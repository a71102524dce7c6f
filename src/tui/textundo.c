#include "tui/textundo.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

enum { STATES_MOST = 200 };

static void cut(struct textundo *u, size_t count)
{
	while (u->count > count)
		free(u->states[--u->count].text);
}

static void drop_oldest(struct textundo *u)
{
	free(u->states[0].text);
	memmove(u->states, u->states + 1, --u->count * sizeof *u->states);
	u->at--;
}

static void add(struct textundo *u, const struct strbuf *text, size_t cursor)
{
	u->states = xgrow(u->states, u->count, &u->cap, sizeof *u->states);
	u->states[u->count++] = (struct textstate){ xstrdup(text->s),
						    cursor };
}

void textundo_note(struct textundo *u, const struct strbuf *text,
		   size_t cursor)
{
	cut(u, u->at);
	add(u, text, cursor);
	u->at = u->count;
	if (u->count > STATES_MOST)
		drop_oldest(u);
}

static void restore(const struct textstate *s, struct strbuf *text,
		    size_t *cursor)
{
	strbuf_clear(text);
	strbuf_addstr(text, s->text);
	*cursor = s->cursor;
}

bool textundo_back(struct textundo *u, struct strbuf *text, size_t *cursor)
{
	if (!u->at)
		return false;
	if (u->at == u->count)
		add(u, text, *cursor);
	restore(&u->states[--u->at], text, cursor);
	return true;
}

bool textundo_forth(struct textundo *u, struct strbuf *text, size_t *cursor)
{
	if (u->at + 1 >= u->count)
		return false;
	restore(&u->states[++u->at], text, cursor);
	return true;
}

void textundo_release(struct textundo *u)
{
	cut(u, 0);
	free(u->states);
	*u = (struct textundo){ NULL, 0, 0, 0 };
}
