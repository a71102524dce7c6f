#include "tui/textfield.h"

#include <string.h>

#include "base/utf8.h"

void textfield_set(struct textfield *f, const char *text)
{
	strbuf_clear(&f->text);
	strbuf_addstr(&f->text, text);
	f->cursor = f->text.len;
	f->scroll = 0;
}

void textfield_clear(struct textfield *f)
{
	textfield_set(f, "");
}

void textfield_release(struct textfield *f)
{
	strbuf_release(&f->text);
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

/* The place in the line at `start` that is nearest to `columns`. */
static size_t place_at(const struct textfield *f, size_t start, int columns)
{
	size_t len = strcspn(f->text.s + start, "\n");
	size_t fit = utf8_fit(f->text.s + start, columns, NULL);

	return start + (fit < len ? fit : len);
}

static bool move_line(struct textfield *f, bool up)
{
	size_t start = line_start(f), end = line_end(f), other;
	struct strbuf part = STRBUF_INIT;
	int columns;

	if (up ? !start : !f->text.s[end])
		return false;
	strbuf_add(&part, f->text.s + start, f->cursor - start);
	columns = utf8_columns(part.s);
	strbuf_release(&part);
	other = end + 1;
	if (up)
		for (other = start - 1; other && f->text.s[other - 1] != '\n';)
			other--;
	f->cursor = place_at(f, other, columns);
	return true;
}

static bool move_key(struct textfield *f, const struct key *k, bool lines)
{
	if (key_is(k, "Left") || key_is(k, "C-b"))
		f->cursor -= back(f);
	else if (key_is(k, "Right") || key_is(k, "C-f"))
		f->cursor += ahead(f);
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

static bool edit_key(struct textfield *f, const struct key *k)
{
	if (key_is(k, "BS"))
		cut(f, f->cursor - back(f), f->cursor);
	else if (key_is(k, "Del") || key_is(k, "C-d"))
		cut(f, f->cursor, f->cursor + ahead(f));
	else if (key_is(k, "C-u"))
		cut(f, line_start(f), f->cursor);
	else if (key_is(k, "C-k"))
		cut(f, f->cursor, line_end(f));
	else if (key_is(k, "C-w"))
		cut(f, word_before(f), f->cursor);
	else
		return false;
	return true;
}

/* Joiners come before what they join, and alone they would be dropped. */
static const char *joiner(const struct key *k)
{
	if (key_is(k, "\u200c"))
		return "\u200c";
	return key_is(k, "\u200d") ? "\u200d" : NULL;
}

bool textfield_key(struct textfield *f, const struct key *k, bool lines)
{
	const char *joins = joiner(k);

	if (!joins && (k->kind == KEY_IS_TEXT || k->kind == KEY_IS_PASTE))
		insert(f, k->text.s, k->text.len, lines);
	f->joiner = joins;
	if (k->kind == KEY_IS_TEXT || k->kind == KEY_IS_PASTE)
		return true;
	if (k->kind != KEY_IS_NAMED)
		return false;
	if (lines && key_is(k, "C-j")) {
		insert(f, "\n", 1, true);
		return true;
	}
	return move_key(f, k, lines) || edit_key(f, k);
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
