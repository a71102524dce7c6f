#include "tui/palette.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "layout/frame.h"
#include "tui/keymap.h"
#include "tui/status.h"

enum { KEYS_COLS = 22 };

static bool has_keys(const struct command *c, unsigned places)
{
	struct strbuf keys = STRBUF_INIT;
	bool has;

	keymap_keys(c, places, &keys);
	has = keys.len;
	strbuf_release(&keys);
	return has;
}

/* One without any key works wherever one is. */
static bool is_of_here(const struct app *a, const struct command *c)
{
	return has_keys(c, a->under->place) || !has_keys(c, ANYWHERE);
}

static bool can_run(const struct app *a, const struct command *c)
{
	return is_of_here(a, c) && command_works(c, a);
}

static const char *why_not(const struct app *a, const struct command *c)
{
	return is_of_here(a, c) ? command_lacks(c, a) : _("not in this view");
}

/* Whether all words of the folded line are in the folded text. */
static bool has_words(const char *text, const char *line)
{
	struct strbuf word = STRBUF_INIT;
	bool has = true;

	while (has && *line) {
		size_t len = strcspn(line, " ");

		strbuf_clear(&word);
		strbuf_add(&word, line, len);
		has = strstr(text, word.s);
		line += len + strspn(line + len, " ");
	}
	strbuf_release(&word);
	return has;
}

/* A key as it is spelled, among "h Left". */
static bool is_key(const char *keys, const char *typed)
{
	size_t len = strlen(typed);

	for (const char *s = keys; *s; s += strspn(s, " ")) {
		size_t n = strcspn(s, " ");

		if (n == len && !strncmp(s, typed, n))
			return true;
		s += n;
	}
	return false;
}

static size_t recency(const struct palette *p, const struct command *c)
{
	size_t i = 0;

	while (i < PALETTE_RECENT && p->recent[i] != c)
		i++;
	return i;
}

enum { NO_MATCH = -1 };

/* How well a command fits what was typed, 0 the best. */
static int fit(const struct app *a, const struct command *c)
{
	const struct palette *p = &a->palette;
	const char *typed = p->field.text.s;
	struct strbuf line = STRBUF_INIT, all = STRBUF_INIT;
	struct strbuf keys = STRBUF_INIT;
	int rank = NO_MATCH;

	keymap_keys(c, p->all ? ANYWHERE : a->under->place, &keys);
	utf8_fold(typed, &line, NULL);
	utf8_fold(_(c->help), &all, NULL);
	strbuf_addf(&all, " %s ", c->name);
	utf8_fold(keys.s, &all, NULL);
	if (!line.len)
		rank = p->all ? (int)recency(p, c) : 0;
	else if (is_key(keys.s, typed))
		rank = 0;
	else if (utf8_begins(_(c->help), typed) ||
		 utf8_begins(c->name, typed))
		rank = 1;
	else if (has_words(all.s, line.s))
		rank = 2;
	strbuf_release(&line);
	strbuf_release(&all);
	strbuf_release(&keys);
	return rank;
}

static size_t command_count(void)
{
	size_t n = 0;

	while (commands[n].name)
		n++;
	return n;
}

/* The best first, those alike as in the table. */
static void choose(struct app *a)
{
	struct palette *p = &a->palette;

	if (!p->shown)
		p->shown = xcalloc(command_count(), sizeof *p->shown);
	p->count = p->here = p->top = 0;
	for (int rank = 0; rank <= PALETTE_RECENT; rank++)
		for (const struct command *c = commands; c->name; c++)
			if ((p->all || has_keys(c, a->under->place)) &&
			    fit(a, c) == rank)
				p->shown[p->count++] = c;
}

static void open_list(struct app *a, bool all)
{
	a->palette.all = all;
	textfield_clear(&a->palette.field);
	a->mode = &mode_palette;
	choose(a);
}

void help_open(struct app *a)
{
	open_list(a, false);
}

void palette_open(struct app *a)
{
	open_list(a, true);
}

void palette_release(struct palette *p)
{
	textfield_release(&p->field);
	free(p->shown);
	p->shown = NULL;
}

static void remember(struct palette *p, const struct command *c)
{
	size_t i = recency(p, c);

	if (i == PALETTE_RECENT)
		i--;
	memmove(p->recent + 1, p->recent, i * sizeof *p->recent);
	p->recent[0] = c;
}

static void run(struct app *a)
{
	const struct palette *p = &a->palette;
	const struct command *c = p->here < p->count ? p->shown[p->here] :
						       NULL;

	if (!c)
		return;
	if (!can_run(a, c)) {
		app_say(a, "%s: %s", _(c->help), why_not(a, c));
		return;
	}
	remember(&a->palette, c);
	app_back(a);
	command_run(c, a);
}

static struct rect window(const struct app *a)
{
	return rect_make(2, 0, a->plan.input.row - 2, a->grid.cols);
}

static void step(struct app *a, long by)
{
	struct palette *p = &a->palette;
	long to = (long)p->here + by, last = (long)p->count - 1;

	to = to > last ? last : to;
	p->here = to < 0 ? 0 : (size_t)to;
}

static bool goes(struct app *a, const struct key *k)
{
	long page = window(a).rows - 1;

	if (key_is(k, "Down") || key_is(k, "C-n"))
		step(a, 1);
	else if (key_is(k, "Up") || key_is(k, "C-p"))
		step(a, -1);
	else if (key_is(k, "PgDn"))
		step(a, page);
	else if (key_is(k, "PgUp"))
		step(a, -page);
	else
		return false;
	return true;
}

static void palette_key(struct app *a, const struct key *k)
{
	if (key_is(k, "Enter") || key_is(k, "C-j")) {
		run(a);
	} else if (key_is(k, "Esc")) {
		app_back(a);
	} else if (!goes(a, k)) {
		textfield_key(&a->palette.field, k, false);
		choose(a);
	}
}

static void paint_command(const struct app *a, struct grid *g, int row,
			  const struct command *c, bool selected)
{
	struct strbuf keys = STRBUF_INIT, text = STRBUF_INIT;
	bool works = can_run(a, c);

	keymap_keys(c, a->palette.all ? ANYWHERE : a->under->place, &keys);
	strbuf_addstr(&text, _(c->help));
	if (!works)
		strbuf_addf(&text, " (%s)", why_not(a, c));
	if (selected)
		grid_text(g, row, 0, 1, grid_sign(g, SIGN_BAR), ROLE_MARK);
	grid_text(g, row, 2, KEYS_COLS - 1, keys.s, ROLE_KEY);
	grid_text(g, row, 2 + KEYS_COLS, g->cols - KEYS_COLS - 3, text.s,
		  works ? ROLE_PLAIN : ROLE_DIM);
	strbuf_release(&keys);
	strbuf_release(&text);
}

/* The selected one in sight. */
static void follow(struct palette *p, size_t rows)
{
	if (p->here < p->top)
		p->top = p->here;
	if (p->here >= p->top + rows)
		p->top = p->here - rows + 1;
}

static void paint_line(struct app *a, struct grid *g)
{
	struct rect r = a->plan.input;

	grid_fill(g, r, ROLE_INPUT);
	grid_text(g, r.row, r.col, 1, a->palette.all ? ":" : "?", ROLE_MARK);
	a->cursor_row = r.row;
	a->cursor_col = textfield_paint(&a->palette.field, g, r.row, r.col + 2,
					r.cols - 3, ROLE_INPUT);
	status_hint(a, g, _("Type to find one  Up Down: choose  Enter: run it"
			    "  Esc: back"));
}

static void palette_paint(struct app *a, struct grid *g)
{
	struct palette *p = &a->palette;
	struct rect area = window(a);

	grid_fill(g, rect_make(1, 0, area.rows + 1, g->cols), ROLE_PLAIN);
	frame_across(g, 1, 0, g->cols, ROLE_FRAME);
	grid_text(g, 1, 2, g->cols - 4, p->all ? _(" Commands ") : _(" Keys "),
		  ROLE_STAGE_HERE);
	follow(p, (size_t)area.rows);
	for (size_t i = 0; i < (size_t)area.rows && p->top + i < p->count; i++)
		paint_command(a, g, area.row + (int)i, p->shown[p->top + i],
			      p->top + i == p->here);
	if (!p->count)
		grid_text(g, area.row, 2, g->cols - 4,
			  _("No command is called so."), ROLE_DIM);
	paint_line(a, g);
}

const struct mode mode_palette = { 0, palette_key, palette_paint, NULL };
