/* The map itself: keys run commands. */
#include "base/i18n.h"
#include "tui/keymap.h"

static void map_key(struct app *a, const struct key *k)
{
	const struct command *c = keymap_command(a, k);

	if (c) {
		command_run(c, a);
	} else if (k->kind == KEY_IS_PASTE) {
		command_run(command_find("capture"), a);
		if (a->mode == &mode_capture)
			mode_capture.key(a, k);
	} else {
		keymap_none(a, k);
	}
}

void map_cursor(struct app *a)
{
	const struct card *c = plan_selected(&a->plan, &a->view);

	if (c) {
		a->cursor_row = c->rect.row + a->plan.boxed;
		a->cursor_col = c->rect.col;
	} else {
		a->cursor_row = a->plan.body.row;
		a->cursor_col = 0;
	}
}

static void map_paint(struct app *a, struct grid *g)
{
	struct rect r = a->plan.input;
	struct strbuf text = STRBUF_INIT;

	map_cursor(a);
	chosen_paint(a, g);
	if (a->line.field.text.len)   /* left for the next time */
		strbuf_addf(&text, "> %s", a->line.field.text.s);
	else if (command_works(command_find("capture"), a))
		strbuf_addstr(&text, _("i: type what the customer does"));
	grid_text(g, r.row, r.col + !a->line.field.text.len, r.cols - 1, text.s,
		  ROLE_DIM);
	strbuf_release(&text);
}

const struct mode mode_map = { IN_MAP, map_key, map_paint, search_idle };
