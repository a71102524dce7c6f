/* One question, answered on the input line. */
#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/app.h"
#include "tui/status.h"

static void ask_key(struct app *a, const struct key *k)
{
	if (key_is(k, "Enter") || key_is(k, "C-j")) {
		char *text;

		strbuf_trim(&a->answer.text);
		text = xstrdup(a->answer.text.s);
		a->mode = &mode_map;
		a->alarm = false;
		a->answered(a, text);
		if (a->alarm)           /* the text stays */
			a->mode = &mode_ask;
		typed_done(a);
		free(text);
	} else if (key_is(k, "Esc")) {
		a->mode = &mode_map;
		typed_done(a);
	} else {
		textfield_key(&a->answer, k, false);
	}
}

static void ask_paint(struct app *a, struct grid *g)
{
	struct rect r = a->plan.input;
	const char *question = _(a->question);
	int used = utf8_columns(question) + 2;

	grid_fill(g, r, ROLE_INPUT);
	grid_text(g, r.row, r.col + 1, r.cols - 2, question, ROLE_KEY);
	a->cursor_row = r.row;
	a->cursor_col = textfield_paint(&a->answer, g, r.row, r.col + used,
					r.cols - used - 1, ROLE_INPUT);
	status_hint(a, g, _("Enter: yes, take this  Esc: leave it"));
}

const struct mode mode_ask = { ask_key, ask_paint, NULL };
