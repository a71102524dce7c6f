#include "tui/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "base/statefile.h"
#include "tui/banner.h"
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
	struct strbuf text = STRBUF_INIT;

	banner_sentence(err->msg, &text);
	app_say(a, "%s", text.s);
	a->alarm = true;
	strbuf_release(&text);
}

void app_settle(struct app *a, size_t index)
{
	filter_follow(a);
	view_settle(&a->view, a->p, index);
	if (filter_follow(a))   /* that map is gone */
		view_go_index(&a->view, a->p, 0);
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
	strbuf_clear(&a->damage);
	if (store_last_edit(a->store) != before) {
		app_saved(a);
		edit_shown(store_last_label(a->store), &what);
		app_say(a, "%s", what.s);
		strbuf_release(&what);
	}
	return true;
}

int64_t app_edit(const struct app *a)
{
	return app_looks_back(a) ? -2 - past_edit(a->history.past) :
				   store_last_edit(a->store);
}

bool app_looks_back(const struct app *a)
{
	return a->p != store_project(a->store);
}

bool app_can_write(const struct app *a)
{
	return !store_read_only(a->store) && !app_looks_back(a);
}

void app_enter(struct app *a, const struct mode *view)
{
	a->under = a->mode = view;
}

void app_back(struct app *a)
{
	a->mode = a->under;
}

void app_go_map(struct app *a, int64_t map)
{
	struct err err;

	if (map && !app_looks_back(a) &&
	    !store_visit(a->store, map, &err)) {
		app_trouble(a, &err);
		return;
	}
	if (map != a->view.map)
		capture_forget(&a->line);
	a->view.map = map;
	filter_follow(a);
	view_map(&a->view, a->p, map);
}

bool app_state_name(const struct app *a, struct strbuf *name)
{
	const struct row *self = project_self(a->p);
	const char *uid = self ? row_text(self, PROJECT_UID) : "";

	if (!*uid)
		return false;
	statefile_name(name, uid);
	strbuf_addch(name, '.');
	statefile_name(name, store_author(a->store));
	strbuf_addch(name, '.');
	return true;
}

/* What other processes wrote; our place and typing stay. */
static bool refresh(struct app *a)
{
	size_t index = view_index(&a->view, a->p);
	bool changed = false;
	struct err err;

	if (!store_refresh(a->store, &changed, &err)) {
		app_settle(a, index);
		return banner_set(a, err.msg);
	}
	changed |= banner_clear(a);
	if (changed)
		app_settle(a, index);
	return others_look(a) || changed;
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Whoever stops may never come back. */
static void suspend(struct app *a)
{
	typed_keep(a);
	resume_keep(a);
	screen_suspend();
	a->redraw = true;
}

/* What is typed there may be what cannot be saved. */
static bool lies_over_map(const struct app *a)
{
	return a->under == &mode_map && a->mode != &mode_ask;
}

static void take(struct app *a, const struct key *k)
{
	switch (k->kind) {
	case KEY_IS_HANGUP:
		a->quit = true;
		break;
	case KEY_IS_SUSPEND:
		suspend(a);
		break;
	case KEY_IS_RESIZE:     /* it may be the old size again, but bare */
		a->redraw = true;
		break;
	case KEY_IS_NONE:
		break;
	default:
		if (key_is(k, "C-z")) {
			suspend(a);
		} else if (key_is(k, "C-l")) {
			a->redraw = true;
		} else if (key_is(k, "C-o") && lies_over_map(a)) {
			save_as(a);
		} else {
			strbuf_clear(&a->message);
			a->mode->key(a, k);
			typed_key(&a->typed, k, now_ms());
			resume_key(a, now_ms());
		}
	}
}

/* Everything that has arrived.  False: nothing did, in time. */
static bool take_keys(struct app *a, struct key *k)
{
	key_read(k, REFRESH_MS);
	if (k->kind == KEY_IS_NONE)
		return false;
	while (k->kind != KEY_IS_NONE && !a->quit) {
		take(a, k);
		if (!a->quit)
			key_read(k, 0);
	}
	return true;
}

static void rest(struct app *a)
{
	typed_look(a, now_ms());
	resume_look(a, now_ms());
}

/* A wait, all keys, one repaint; and now and then a look at the file, but
 * never between a key and its picture. */
static void loop(struct app *a, struct key *k)
{
	int64_t looked = now_ms();
	bool dirty = true;

	while (!a->quit) {
		if (dirty)
			app_paint(a);
		if (now_ms() - looked >= REFRESH_MS) {
			looked = now_ms();
			dirty = refresh(a);
			if (dirty)
				continue;
		}
		dirty = take_keys(a, k);
		if (!dirty && a->mode->idle)
			dirty = a->mode->idle(a);
		if (!dirty)
			dirty = banner_check(a);
		if (!a->quit)
			rest(a);
	}
	typed_keep(a);
	resume_keep(a);
}

static void release(struct app *a)
{
	plan_release(&a->plan);
	grid_release(&a->grid);
	grid_release(&a->map.grid);
	strbuf_release(&a->message);
	strbuf_release(&a->banner);
	strbuf_release(&a->damage);
	capture_line_release(&a->line);
	chosen_release(&a->chosen);
	copying_release(&a->copying);
	question_release(&a->question);
	form_close(a);
	palette_release(&a->palette);
	pages_release(&a->pages);
	search_release(&a->search);
	view_filter_release(&a->filter);
	history_release(&a->history);
	present_release(&a->present);
	typed_release(&a->typed);
	resume_release(&a->resume);
	others_release(&a->others);
}

/* What there is to tell when the file has been opened. */
static void begin(struct app *a)
{
	struct strbuf message = STRBUF_INIT;

	strbuf_addstr(&message, store_warning(a->store));
	if (message.len)
		strbuf_addch(&message, ' ');
	if (store_read_only(a->store))
		strbuf_addstr(&message, _("This file can only be read: "
					  "nothing you do here changes it."));
	else
		typed_start(a, &message);
	if (message.len)
		strbuf_addch(&message, ' ');
	resume_tell(a, &message);
	resume_key(a, now_ms());
	others_look(a);
	app_say(a, "%s", message.s);
	strbuf_release(&message);
}

static void give_back_terminal(void)
{
	if (key_has_terminal())
		screen_stop();
	else
		screen_abandon();
}

int tui_run(struct store *s, int64_t map, const char *first,
	    struct err *err)
{
	struct app a = {
		.store = s, .p = store_project(s), .under = &mode_map,
		.mode = &mode_map,
		.message = STRBUF_INIT, .banner = STRBUF_INIT,
		.damage = STRBUF_INIT,
		.history = HISTORY_INIT, .present = PRESENT_INIT,
		.line = CAPTURE_LINE_INIT, .copying = COPYING_INIT,
		.question = QUESTION_INIT, .palette = PALETTE_INIT,
		.search = SEARCH_INIT, .filter = VIEW_FILTER_INIT,
		.typed = { .kept = STRBUF_INIT, .waiting = STRBUF_INIT },
		.resume = { .kept = STRBUF_INIT },
	};
	struct key k = { .kind = KEY_IS_NONE };
	int status = 0;

	if (!screen_start(err))
		return 3;
	key_start();
	resume_start(&a, map);
	begin(&a);
	if (first)
		command_run(command_find(first), &a);
	loop(&a, &k);
	if (k.kind == KEY_IS_HANGUP)
		status = 128 + key_signal();
	key_release(&k);
	give_back_terminal();
	key_stop();
	release(&a);
	return status;
}
