#include "tui/help.h"

#include "base/i18n.h"
#include "layout/frame.h"
#include "tui/keymap.h"
#include "tui/status.h"

enum { KEYS_COLS = 22 };

/* The first command from this one on that has keys here. */
static const struct command *with_keys(const struct app *a,
				       const struct command *c)
{
	struct strbuf keys = STRBUF_INIT;

	for (; c->name; c++) {
		keymap_keys(c, a->under->place, &keys);
		if (keys.len)
			break;
	}
	strbuf_release(&keys);
	return c;
}

static size_t lines(const struct app *a)
{
	size_t n = 0;

	for (const struct command *c = with_keys(a, commands); c->name;
	     c = with_keys(a, c + 1))
		n++;
	return n;
}

void help_open(struct app *a)
{
	a->help.top = 0;
	a->mode = &mode_help;
}

static void scroll(struct app *a, long by)
{
	long rows = a->plan.input.row - 2;
	long last = (long)lines(a) - (rows > 1 ? rows : 1);
	long to = (long)a->help.top + by;

	to = to > last ? last : to;
	a->help.top = to < 0 ? 0 : (size_t)to;
}

static void help_key(struct app *a, const struct key *k)
{
	long page = a->plan.input.row - 3;

	if (key_is(k, "j") || key_is(k, "Down"))
		scroll(a, 1);
	else if (key_is(k, "k") || key_is(k, "Up"))
		scroll(a, -1);
	else if (key_is(k, "PgDn") || key_is(k, "Space"))
		scroll(a, page);
	else if (key_is(k, "PgUp"))
		scroll(a, -page);
	else if (key_is(k, "Home"))
		scroll(a, -(long)lines(a));
	else if (key_is(k, "End"))
		scroll(a, (long)lines(a));
	else
		app_back(a);
}

static void paint_command(const struct app *a, struct grid *g, int row,
			  const struct command *c)
{
	struct strbuf keys = STRBUF_INIT;

	keymap_keys(c, a->under->place, &keys);
	grid_text(g, row, 2, KEYS_COLS, keys.s, ROLE_KEY);
	grid_text(g, row, 2 + KEYS_COLS, g->cols - KEYS_COLS - 3, _(c->help),
		  command_works(c, a) ? ROLE_PLAIN : ROLE_DIM);
	strbuf_release(&keys);
}

static void help_paint(struct app *a, struct grid *g)
{
	struct rect area = rect_make(1, 0, a->plan.input.row - 1, g->cols);
	struct rect title = rect_cut_top(&area, 1);
	const struct command *c = with_keys(a, commands);

	scroll(a, 0);           /* the window may have another size */
	grid_fill(g, rect_make(1, 0, a->plan.hints.row - 1, g->cols),
		  ROLE_PLAIN);
	frame_across(g, title.row, 0, title.cols, ROLE_FRAME);
	grid_text(g, title.row, 2, title.cols - 4, _(" Keys "),
		  ROLE_STAGE_HERE);
	for (size_t skip = a->help.top; skip; skip--)
		c = with_keys(a, c + 1);
	for (int i = 0; c->name && i < area.rows; i++) {
		paint_command(a, g, area.row + i, c);
		c = with_keys(a, c + 1);
	}
	status_hint(a, g, a->help.top + (size_t)area.rows < lines(a) ?
		    _("Down: more  any other key: back") :
		    _("any key: back"));
}

const struct mode mode_help = { 0, help_key, help_paint, NULL };
