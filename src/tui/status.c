#include "tui/status.h"

#include <time.h>

#include "base/i18n.h"
#include "tui/keymap.h"

static void add_saved(const struct app *a, struct strbuf *out)
{
	time_t t = (time_t)a->saved_at;
	struct tm tm;

	if (a->banner.len) {
		strbuf_addstr(out, _("not saving"));
	} else if (store_read_only(a->store)) {
		strbuf_addstr(out, _("read only"));
	} else if (a->saved_at) {
		localtime_r(&t, &tm);
		strbuf_addf(out, _("saved %02d:%02d"), tm.tm_hour, tm.tm_min);
	} else {
		strbuf_addstr(out, _("all saved"));
	}
}

/* At the right: who else edited, and when it was saved.  Returns the columns
 * used. */
static int paint_state(const struct app *a, struct grid *g, struct rect r)
{
	struct strbuf text = STRBUF_INIT;
	size_t len;
	int used;

	if (chosen_count(a))
		strbuf_addf(&text, _("%zu chosen  "), chosen_count(a));
	len = text.len;
	others_text(&a->others, &text);
	if (text.len > len)
		strbuf_addstr(&text, "  ");
	add_saved(a, &text);
	used = grid_text_right(g, r.row, r.col + r.cols - 1, r.cols / 2,
			       text.s, ROLE_STATUS);
	strbuf_release(&text);
	return used;
}

void status_hint(struct app *a, struct grid *g, const char *text)
{
	struct rect r = a->plan.hints;

	grid_fill(g, r, ROLE_HINT);
	grid_text(g, r.row, r.col + 1, r.cols - 2, text, ROLE_HINT);
}

void status_paint(struct app *a, struct grid *g)
{
	struct rect r = a->plan.status;
	struct strbuf hints = STRBUF_INIT;
	int used;

	keymap_hints(a, &hints, r.cols - 2);
	status_hint(a, g, hints.s);
	strbuf_release(&hints);
	grid_fill(g, r, ROLE_STATUS);
	used = paint_state(a, g, r);
	if (a->message.len)
		grid_text(g, r.row, r.col + 1, r.cols - used - 4,
			  a->message.s, a->alarm ? ROLE_ALARM : ROLE_PLAIN);
	else
		grid_text(g, r.row, r.col + 1, r.cols - used - 4, a->banner.s,
			  ROLE_ALARM);
}
