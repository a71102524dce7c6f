#include "tui/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "tui/formpaint.h"
#include "tui/formpick.h"

static struct form *form_new(const struct row *r)
{
	struct form *f = xcalloc(1, sizeof *f);

	f->entity = r->entity;
	f->id = r->id;
	f->title = xstrdup(row_title(r));
	for (int i = 0; i < entities[r->entity].count; i++) {
		if (!field_of(r->entity, i)->label)
			continue;
		f->items[f->count].field = i;
		f->items[f->count].before = xstrdup(row_text(r, i));
		f->items[f->count].text = (struct textfield)TEXTFIELD_INIT;
		textfield_set(&f->items[f->count].text, row_text(r, i));
		f->count++;
	}
	return f;
}

void form_open(struct app *a, enum entity e, int64_t id)
{
	const struct row *r = project_row(a->p, e, id);

	if (!r)
		return;
	form_close(a);
	a->form = form_new(r);
	a->form->fixed = !app_can_write(a);
	a->mode = &mode_form;
	if (!a->form->fixed)
		form_recall(a);
}

void item_offer(struct form *f, int item, const char *text)
{
	char *copy = xstrdup(text);

	free(f->items[item].other);
	f->items[item].other = copy;
	f->here = item;
}

bool form_offer(struct app *a, struct thing thing, int field,
		const char *text)
{
	if (!field_of(thing.entity, field)->label)
		return false;
	form_open(a, thing.entity, thing.id);
	for (int i = 0; a->form && i < a->form->count; i++)
		if (a->form->items[i].field == field)
			item_offer(a->form, i, text);
	return a->form;
}

/* The other text comes into the field, and its own is now the other one. */
static void take_other(struct form *f)
{
	struct textfield *t = &f->items[f->here].text;
	char *own;

	if (!f->items[f->here].other)
		return;
	own = xstrdup(t->text.s);
	textfield_set(t, f->items[f->here].other);
	free(f->items[f->here].other);
	f->items[f->here].other = own;
}

void form_close(struct app *a)
{
	if (!a->form)
		return;
	for (int i = 0; i < a->form->count; i++) {
		free(a->form->items[i].before);
		free(a->form->items[i].other);
		textfield_release(&a->form->items[i].text);
	}
	free(a->form->title);
	free(a->form);
	a->form = NULL;
}

const struct field *item_field(const struct form *f, int item)
{
	return field_of(f->entity, f->items[item].field);
}

/* Fields that take one of a few values are turned through, not typed. */
bool item_is_choice(const struct form *f, int item)
{
	enum field_type type = item_field(f, item)->type;

	return type == FIELD_CHOICE || type == FIELD_EMOTION ||
	       type == FIELD_REF;
}

/* Values are checked here, so that the form stays open on a wrong one. */
static bool check(struct app *a)
{
	struct form *f = a->form;
	struct err err;

	for (int i = 0; i < f->count; i++)
		if (!field_check(f->entity, f->items[i].field,
				 f->items[i].text.text.s, &err)) {
			f->here = i;
			app_trouble(a, &err);
			return false;
		}
	return true;
}

static void leave(struct app *a)
{
	form_close(a);
	typed_done(a);
	app_back(a);
}

/* Somebody else may have set a field while it was edited here: both texts are
 * shown once, and the next Enter decides for the one in the form. */
static bool meets_other(struct app *a)
{
	struct form *f = a->form;
	const struct row *r = project_row(a->p, f->entity, f->id);

	for (int k = 0; r && k < f->count; k++) {
		const char *now = row_text(r, f->items[k].field);
		const char *text = f->items[k].text.text.s;
		char **before = &f->items[k].before;

		if (!strcmp(now, *before))
			continue;
		if (!strcmp(text, *before)) {
			textfield_set(&f->items[k].text, now);
		} else if (strcmp(text, now)) {
			item_offer(f, k, now);
			str_set(before, now);
			app_say(a, _("Enter keeps yours; somebody else wrote "
				     "\"%s\""),
				field_shown(item_field(f, k), now));
			a->alarm = true;
			return true;
		}
		str_set(before, now);
	}
	return false;
}

static void save(struct app *a)
{
	struct form *f = a->form;
	struct set_intent i;
	struct err ignored;     /* store_do() will say it again */

	store_refresh(a->store, NULL, &ignored);
	f->stuck = !check(a);
	if (f->stuck || meets_other(a))
		return;
	intent_set(&i, f->entity, f->id);
	for (int k = 0; k < f->count; k++)
		if (strcmp(f->items[k].before, f->items[k].text.text.s))
			intent_set_field(&i, f->items[k].field,
					 f->items[k].text.text.s);
	f->stuck = i.count && !app_do(a, &i.intent);
	if (!f->stuck)          /* else the texts stay */
		leave(a);
}

static bool is_changed(const struct form *f)
{
	struct strbuf draft = STRBUF_INIT;
	bool changed;

	form_write(f, &draft);
	changed = draft.len;
	strbuf_release(&draft);
	return changed;
}

void form_open_outside(struct app *a, enum entity e, int64_t id)
{
	form_open(a, e, id);
	if (!a->form)
		return;
	if (form_edit_outside(a))
		save(a);
	else if (!is_changed(a->form))
		leave(a);       /* else a draft came back */
}

static void step(struct form *f, int by)
{
	int to = f->here + by;

	f->here = to < 0 ? 0 : to >= f->count ? f->count - 1 : to;
}

/* From field to field. */
static void move_key(struct form *f, const struct key *k)
{
	if (key_is(k, "Tab") || key_is(k, "Down"))
		step(f, 1);
	else if (key_is(k, "S-Tab") || key_is(k, "Up"))
		step(f, -1);
	else if (key_is(k, "PgDn"))
		step(f, 8);
	else if (key_is(k, "PgUp"))
		step(f, -8);
}

static void fixed_key(struct app *a, const struct key *k)
{
	if (key_is(k, "Enter") || key_is(k, "Esc") || key_is(k, "q"))
		leave(a);
	else if (k->kind != KEY_IS_NAMED)
		app_say(a, "%s", app_looks_back(a) ?
			_("This is how it was: it cannot be changed here.") :
			_("This file can only be read: nothing you do here "
			  "changes it."));
	else
		move_key(a->form, k);
}

/* A day typed loosely becomes the one that was meant. */
static void settle(struct form *f)
{
	struct textfield *t = &f->items[f->here].text;
	struct strbuf day = STRBUF_INIT;

	if (item_field(f, f->here)->type == FIELD_DAY &&
	    pick_day(t->text.s, &day))
		textfield_change(t, day.s);
	strbuf_release(&day);
}

/* What belongs to the field one is in. */
static bool field_key(struct app *a, const struct key *k)
{
	struct form *f = a->form;
	struct textfield *t = &f->items[f->here].text;
	bool lines = item_field(f, f->here)->type == FIELD_TEXT;

	if (item_is_choice(f, f->here))
		return pick_key(a, k);
	t->wrap = form_text_cols(a);
	if (key_is(k, "C-x") && lines)
		item_edit_outside(a, f->here);
	else if (key_is(k, "C-n") || key_is(k, "C-p"))
		return pick_next(a, key_is(k, "C-n") ? 1 : -1);
	else if (!((key_is(k, "Tab") || key_is(k, "Right")) &&
		   pick_complete(a)))
		return textfield_key(t, k, lines);
	return true;
}

static void edit_key(struct app *a, const struct key *k)
{
	struct form *f = a->form;
	bool stuck = f->stuck;

	f->stuck = false;
	if (stuck && key_is(k, "Esc")) {
		leave(a);
	} else if (key_is(k, "Enter") || key_is(k, "Esc") ||
		   key_is(k, "C-s")) {
		settle(f);
		save(a);
	} else if (key_is(k, "C-t")) {
		take_other(f);
	} else if (!field_key(a, k)) {
		settle(f);
		f->pick = 0;
		move_key(f, k);
	}
}

static void form_key(struct app *a, const struct key *k)
{
	if (a->form->fixed)
		fixed_key(a, k);
	else
		edit_key(a, k);
}

const struct mode mode_form = { 0, form_key, form_paint, NULL };
