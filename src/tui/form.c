#include "tui/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "tui/formpaint.h"

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

/* The n-th value of such a field, "" (unknown) being the first; NULL behind
 * the last. */
static const char *nth_value(struct app *a, int item, int n, char id[ID_TEXT])
{
	const struct field *f = item_field(a->form, item);

	if (n == 0)
		return "";
	if (f->type == FIELD_EMOTION)
		return n <= 5 ? emotion_text(n - 3) : NULL;
	if (f->type == FIELD_CHOICE)
		return f->choices[n - 1].key;
	if ((size_t)n > project_list(a->p, f->target, 0)->count)
		return NULL;
	return id_text(project_list(a->p, f->target, 0)->rows[n - 1]->id, id);
}

static int values(struct app *a, int item)
{
	char id[ID_TEXT];
	int n = 0;

	while (nth_value(a, item, n, id))
		n++;
	return n;
}

static void turn(struct app *a, int item, int step)
{
	struct textfield *t = &a->form->items[item].text;
	int n = values(a, item), here = 0;
	char id[ID_TEXT];

	for (int i = 0; i < n; i++)
		if (!strcmp(nth_value(a, item, i, id), t->text.s))
			here = i;
	textfield_set(t, nth_value(a, item, (here + step + n) % n, id));
}

static bool choice_key(struct app *a, int item, const struct key *k)
{
	struct textfield *t = &a->form->items[item].text;
	bool emotion = item_field(a->form, item)->type == FIELD_EMOTION;

	if (key_is(k, "Right") || key_is(k, "Space") ||
	    (emotion && key_is(k, "+")))
		turn(a, item, 1);
	else if (key_is(k, "Left") || (emotion && key_is(k, "-")))
		turn(a, item, -1);
	else if (emotion && key_is(k, "0"))
		textfield_set(t, "0");
	else if (key_is(k, "BS") || key_is(k, "Del") || key_is(k, "="))
		textfield_clear(t);
	else
		return false;
	return true;
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

static void edit_key(struct app *a, const struct key *k)
{
	struct form *f = a->form;
	bool lines = item_field(f, f->here)->type == FIELD_TEXT;
	bool stuck = f->stuck;

	f->stuck = false;
	if (stuck && key_is(k, "Esc"))
		leave(a);
	else if (key_is(k, "Enter") || key_is(k, "Esc") || key_is(k, "C-s"))
		save(a);
	else if (key_is(k, "C-t"))
		take_other(f);
	else if (item_is_choice(f, f->here) && choice_key(a, f->here, k))
		return;
	else if (!item_is_choice(f, f->here) &&
		 textfield_key(&f->items[f->here].text, k, lines))
		return;
	else
		move_key(f, k);
}

static void form_key(struct app *a, const struct key *k)
{
	if (a->form->fixed)
		fixed_key(a, k);
	else
		edit_key(a, k);
}

const struct mode mode_form = { 0, form_key, form_paint, NULL };
