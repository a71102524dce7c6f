#include "tui/textfield.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/wrap.h"

/* What was cut last, of any field. */
static struct strbuf killed = STRBUF_INIT;

enum { RUN_NONE, RUN_TYPED, RUN_ERASED, RUN_KILLED };

/* Before a change; one that goes on from the last is undone with it. */
static void note(struct textfield *f, int run)
{
	if (!run || run != f->run)
		textundo_note(&f->undo, &f->text, f->cursor);
	f->run = run;
}

static void put(struct textfield *f, const char *text)
{
	strbuf_clear(&f->text);
	strbuf_addstr(&f->text, text);
	f->cursor = f->text.len;
	f->scroll = 0;
}

void textfield_set(struct textfield *f, const char *text)
{
	textundo_release(&f->undo);
	f->run = RUN_NONE;
	put(f, text);
}

void textfield_change(struct textfield *f, const char *text)
{
	note(f, RUN_NONE);
	put(f, text);
}

void textfield_clear(struct textfield *f)
{
	textfield_set(f, "");
}

void textfield_release(struct textfield *f)
{
	strbuf_release(&f->text);
	textundo_release(&f->undo);
	f->cursor = 0;
}

/* On one line, line breaks become blanks. */
static void one_line(struct strbuf *b)
{
	for (char *s = b->s; *s; s++)
		if (*s == '\n' || *s == '\t')
			*s = ' ';
}

void textfield_join(struct textfield *f)
{
	one_line(&f->text);
}

/* What stands before the cursor and what comes are cleaned together, so that
 * marks find their letters. */
static void insert(struct textfield *f, const char *text, size_t len,
		   bool lines)
{
	struct strbuf before = STRBUF_INIT, clean = STRBUF_INIT;

	strbuf_add(&before, f->text.s, f->cursor);
	if (f->joiner)
		strbuf_addstr(&before, f->joiner);
	strbuf_add(&before, text, len);
	utf8_clean(before.s, before.len, &clean, NULL);
	if (!lines)
		one_line(&clean);
	strbuf_splice(&f->text, 0, f->cursor, clean.s, clean.len);
	f->cursor = clean.len;
	strbuf_release(&before);
	strbuf_release(&clean);
}

static size_t back(const struct textfield *f)
{
	return utf8_cluster_before(f->text.s, f->cursor);
}

static size_t ahead(const struct textfield *f)
{
	return utf8_cluster(f->text.s + f->cursor);
}

static void cut(struct textfield *f, size_t from, size_t to)
{
	strbuf_splice(&f->text, from, to - from, "", 0);
	f->cursor = from;
}

/* The start of the word before the cursor. */
static size_t word_before(const struct textfield *f)
{
	size_t at = f->cursor;

	while (at && strchr(" \n", f->text.s[at - 1]))
		at--;
	while (at && !strchr(" \n", f->text.s[at - 1]))
		at--;
	return at;
}

static size_t line_start(const struct textfield *f)
{
	size_t at = f->cursor;

	while (at && f->text.s[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct textfield *f)
{
	return f->cursor + strcspn(f->text.s + f->cursor, "\n");
}

static size_t word_behind(const struct textfield *f)
{
	size_t at = f->cursor + strspn(f->text.s + f->cursor, " \n");

	return at + strcspn(f->text.s + at, " \n");
}

/* The wrapped line that `at` is in: its start, and the next one's (SIZE_MAX:
 * there is none). */
static void line_around(const struct textfield *f, size_t at, size_t *start,
			size_t *next)
{
	bool open = f->text.len && f->text.s[f->text.len - 1] == '\n';
	struct wrap w;

	*start = 0;
	*next = SIZE_MAX;
	wrap_start(&w, f->text.s, f->wrap ? f->wrap : INT_MAX);
	while (wrap_next(&w)) {
		size_t from = (size_t)(w.line - f->text.s);

		if (from > at) {
			*next = from;
			return;
		}
		*start = from;
	}
	if (open && at == f->text.len)
		*start = at;
	else if (open)
		*next = f->text.len;
}

/* To the place in the line around `at` that is nearest to `columns`. */
static void go_column(struct textfield *f, size_t at, int columns)
{
	size_t start, next, last = f->text.len;

	line_around(f, at, &start, &next);
	if (next != SIZE_MAX)
		last = next - utf8_cluster_before(f->text.s, next);
	f->cursor = start + utf8_fit(f->text.s + start, columns, NULL);
	if (f->cursor > last)
		f->cursor = last;
}

static bool move_line(struct textfield *f, bool up)
{
	struct strbuf part = STRBUF_INIT;
	size_t start, next;

	line_around(f, f->cursor, &start, &next);
	if (up ? !start : next == SIZE_MAX)
		return false;
	strbuf_add(&part, f->text.s + start, f->cursor - start);
	go_column(f, up ? start - 1 : next, utf8_columns(part.s));
	strbuf_release(&part);
	return true;
}

static bool move_key(struct textfield *f, const struct key *k, bool lines)
{
	if (key_is(k, "Left") || key_is(k, "C-b"))
		f->cursor -= back(f);
	else if (key_is(k, "Right") || key_is(k, "C-f"))
		f->cursor += ahead(f);
	else if (key_is(k, "C-Left"))
		f->cursor = word_before(f);
	else if (key_is(k, "C-Right"))
		f->cursor = word_behind(f);
	else if (key_is(k, "Home") || key_is(k, "C-a"))
		f->cursor = line_start(f);
	else if (key_is(k, "End") || key_is(k, "C-e"))
		f->cursor = line_end(f);
	else if (lines && (key_is(k, "Up") || key_is(k, "Down")))
		return move_line(f, key_is(k, "Up"));
	else
		return false;
	return true;
}

static void erase(struct textfield *f, size_t from, size_t to)
{
	if (from == to)
		return;
	note(f, RUN_ERASED);
	cut(f, from, to);
}

/* What is cut in a row comes back together. */
static void kill(struct textfield *f, size_t from, size_t to)
{
	size_t at = from < f->cursor ? 0 : killed.len;

	if (from == to)
		return;
	if (f->run != RUN_KILLED)
		strbuf_clear(&killed);
	strbuf_splice(&killed, at < killed.len ? at : killed.len, 0,
		      f->text.s + from, to - from);
	note(f, RUN_KILLED);
	cut(f, from, to);
}

static bool kill_key(struct textfield *f, const struct key *k)
{
	size_t end = line_end(f);

	if (key_is(k, "C-u"))
		kill(f, line_start(f), f->cursor);
	else if (key_is(k, "C-k"))      /* at the line's end, the break */
		kill(f, f->cursor, end > f->cursor ? end :
		     f->cursor + ahead(f));
	else if (key_is(k, "C-w"))
		kill(f, word_before(f), f->cursor);
	else
		return false;
	return true;
}

static bool edit_key(struct textfield *f, const struct key *k, bool lines)
{
	if (key_is(k, "BS")) {
		erase(f, f->cursor - back(f), f->cursor);
	} else if (key_is(k, "Del") || key_is(k, "C-d")) {
		erase(f, f->cursor, f->cursor + ahead(f));
	} else if (key_is(k, "C-y")) {
		note(f, RUN_NONE);
		insert(f, killed.s, killed.len, lines);
	} else {
		return kill_key(f, k);
	}
	return true;
}

static bool undo_key(struct textfield *f, const struct key *k)
{
	if (key_is(k, "C-_"))
		textundo_back(&f->undo, &f->text, &f->cursor);
	else if (key_is(k, "C-r"))
		textundo_forth(&f->undo, &f->text, &f->cursor);
	else
		return false;
	f->run = RUN_NONE;
	return true;
}

/* Joiners come before what they join, and alone they would be dropped. */
static const char *joiner(const struct key *k)
{
	if (key_is(k, "\u200c"))
		return "\u200c";
	return key_is(k, "\u200d") ? "\u200d" : NULL;
}

/* A word is undone at a time, a paste as a whole. */
static void type(struct textfield *f, const struct key *k, bool lines)
{
	bool begins = key_is(k, "Space") && f->cursor &&
		      f->text.s[f->cursor - 1] != ' ';

	if (k->kind == KEY_IS_PASTE || begins)
		f->run = RUN_NONE;
	note(f, k->kind == KEY_IS_PASTE ? RUN_NONE : RUN_TYPED);
	insert(f, k->text.s, k->text.len, lines);
}

bool textfield_key(struct textfield *f, const struct key *k, bool lines)
{
	const char *joins = joiner(k);

	if (!joins && (k->kind == KEY_IS_TEXT || k->kind == KEY_IS_PASTE))
		type(f, k, lines);
	f->joiner = joins;
	if (k->kind == KEY_IS_TEXT || k->kind == KEY_IS_PASTE)
		return true;
	if (k->kind != KEY_IS_NAMED)
		return false;
	if (lines && key_is(k, "C-j")) {
		note(f, RUN_NONE);
		insert(f, "\n", 1, true);
		return true;
	}
	if (move_key(f, k, lines)) {
		f->run = RUN_NONE;
		return true;
	}
	return edit_key(f, k, lines) || undo_key(f, k);
}

/* Keep the cursor in sight; jump by a third, so that a letter at the edge
 * does not redraw the whole line each time. */
static void follow_cursor(struct textfield *f, int column, int cols)
{
	if (column < f->scroll + (f->scroll ? 1 : 0))
		f->scroll = column > cols / 3 ? column - cols / 3 : 0;
	else if (column >= f->scroll + cols - 1)
		f->scroll = column - cols * 2 / 3;
}

int textfield_paint(struct textfield *f, struct grid *g, int row, int col,
		    int cols, enum role role)
{
	struct strbuf before = STRBUF_INIT;
	int column, skipped;
	size_t from;

	strbuf_add(&before, f->text.s, f->cursor);
	column = utf8_columns(before.s);
	strbuf_release(&before);
	follow_cursor(f, column, cols);
	from = utf8_fit(f->text.s, f->scroll, &skipped);
	if (skipped < f->scroll)
		f->scroll = skipped;
	grid_fill(g, rect_make(row, col, 1, cols), role);
	grid_text(g, row, col, cols, f->text.s + from, role);
	if (f->scroll)
		grid_text(g, row, col, 1, grid_sign(g, SIGN_LEFT), ROLE_KEY);
	return col + column - f->scroll;
}
