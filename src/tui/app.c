#include "tui/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/i18n.h"
#include "tui/command.h"
#include "tui/form.h"
#include "tui/screen.h"
#include "tui/status.h"

enum { REFRESH_MS = 250 };

void app_say(struct app *a, const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	strbuf_clear(&a->message);
	strbuf_addstr(&a->message, text);
	a->alarm = false;
}

void app_trouble(struct app *a, const struct err *err)
{
	app_say(a, "%s", err->msg);
	a->alarm = true;
}

void app_settle(struct app *a, size_t index)
{
	view_settle(&a->view, a->p, index);
}

void app_saved(struct app *a)
{
	a->saved_at = time(NULL);
}

bool app_do(struct app *a, const struct intent *intent)
{
	size_t index = view_index(&a->view, a->p);
	int64_t before = store_last_edit(a->store);
	struct strbuf what = STRBUF_INIT;
	struct err err;

	if (!store_do(a->store, intent, &err)) {
		app_settle(a, index);
		app_trouble(a, &err);
		return false;
	}
	app_settle(a, index);
	if (store_last_edit(a->store) != before) {
		app_saved(a);
		edit_shown(store_last_label(a->store), &what);
		app_say(a, "%s", what.s);
		strbuf_release(&what);
	}
	return true;
}

void app_ask(struct app *a, const char *question, const char *text,
	     void (*answered)(struct app *a, const char *text))
{
	a->question = question;
	a->answered = answered;
	textfield_set(&a->answer, text);
	a->mode = &mode_ask;
}

void app_go_map(struct app *a, int64_t map)
{
	struct err err;

	if (map && !store_visit(a->store, map, &err)) {
		app_trouble(a, &err);
		return;
	}
	view_map(&a->view, a->p, map);
}

static void paint(struct app *a)
{
	int rows, cols;

	screen_size(&rows, &cols);
	if (a->grid.rows != rows || a->grid.cols != cols) {
		bool ascii = a->grid.ascii;

		grid_release(&a->grid);
		grid_init(&a->grid, rows, cols, ascii);
	}
	plan_release(&a->plan);
	plan_make(&a->plan, a->p, &a->view, rows, cols);
	a->view.top = a->plan.top;
	plan_paint(&a->plan, a->p, &a->view, &a->grid);
	a->cursor_row = -1;
	if (!a->plan.too_small) {
		status_paint(a, &a->grid);
		a->mode->paint(a, &a->grid);
	}
	if (a->redraw)
		screen_redraw();
	a->redraw = false;
	screen_show(&a->grid, a->cursor_row, a->cursor_col);
}

/* What other processes wrote; our place and typing stay. */
static bool refresh(struct app *a)
{
	size_t index = view_index(&a->view, a->p);
	bool changed = false;
	struct err err;

	if (!store_refresh(a->store, &changed, &err)) {
		app_trouble(a, &err);
		return true;
	}
	if (changed)
		app_settle(a, index);
	return changed;
}

static void take(struct app *a, const struct key *k)
{
	switch (k->kind) {
	case KEY_IS_HANGUP:
		a->quit = true;
		break;
	case KEY_IS_SUSPEND:
		screen_suspend();
		a->redraw = true;
		break;
	case KEY_IS_RESIZE:
	case KEY_IS_NONE:
		break;
	default:
		if (key_is(k, "C-z")) {
			screen_suspend();
			a->redraw = true;
		} else if (key_is(k, "C-l")) {
			a->redraw = true;
		} else {
			strbuf_clear(&a->message);
			a->mode->key(a, k);
		}
	}
}

/* One wait, then everything that has arrived, then one repaint.  What others
 * did is read before a key acts on what the user sees. */
static void loop(struct app *a, struct key *k)
{
	bool dirty = true;

	while (!a->quit) {
		if (dirty)
			paint(a);
		key_read(k, REFRESH_MS);
		dirty = k->kind != KEY_IS_NONE ||
			(a->mode->idle && a->mode->idle(a));
		if (k->kind != KEY_IS_HANGUP && refresh(a))
			dirty = true;
		while (k->kind != KEY_IS_NONE && !a->quit) {
			take(a, k);
			key_read(k, 0);
			if (k->kind == KEY_IS_HANGUP)
				take(a, k);
		}
	}
}

static void release(struct app *a)
{
	plan_release(&a->plan);
	grid_release(&a->grid);
	strbuf_release(&a->message);
	strbuf_release(&a->hint);
	textfield_release(&a->line);
	textfield_release(&a->answer);
	form_close(a);
}

int tui_run(struct store *s, int64_t map, bool capture, struct err *err)
{
	struct app a = {
		.store = s, .p = store_project(s), .mode = &mode_map,
		.message = STRBUF_INIT, .hint = STRBUF_INIT,
		.line = TEXTFIELD_INIT, .answer = TEXTFIELD_INIT,
	};
	struct key k = { .kind = KEY_IS_NONE };
	int status = 0;

	if (!screen_start(err))
		return 3;
	key_start();
	app_go_map(&a, map);
	if (capture)
		capture_start(&a, false);
	if (store_read_only(s))
		app_say(&a, _("This file can only be read: nothing you do "
			      "here changes it."));
	loop(&a, &k);
	if (k.kind == KEY_IS_HANGUP)
		status = 128 + key_signal();
	key_release(&k);
	screen_stop();
	key_stop();
	release(&a);
	return status;
}
