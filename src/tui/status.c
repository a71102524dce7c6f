#include "tui/status.h"

#include <time.h>

#include "base/i18n.h"
#include "tui/keymap.h"

static void saved_text(const struct app *a, char *out, size_t size)
{
	time_t t = (time_t)a->saved_at;
	struct tm tm;

	if (store_read_only(a->store)) {
		snprintf(out, size, "%s", _("read only"));
	} else if (a->saved_at) {
		localtime_r(&t, &tm);
		snprintf(out, size, _("saved %02d:%02d"), tm.tm_hour,
			 tm.tm_min);
	} else {
		snprintf(out, size, "%s", _("all saved"));
	}
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
	char saved[64];
	int used;

	keymap_hints(a, &hints, r.cols - 2);
	status_hint(a, g, hints.s);
	strbuf_release(&hints);
	saved_text(a, saved, sizeof saved);
	grid_fill(g, r, ROLE_STATUS);
	used = grid_text_right(g, r.row, r.col + r.cols - 1, 30, saved,
			       ROLE_STATUS);
	grid_text(g, r.row, r.col + 1, r.cols - used - 4, a->message.s,
		  a->alarm ? ROLE_ALARM : ROLE_PLAIN);
}
