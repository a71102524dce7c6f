#include "tui/formpick.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "tui/formpaint.h"

enum { LISTED_MOST = 30 };

static struct textfield *text_here(const struct app *a)
{
	return &a->form->items[a->form->here].text;
}

static const struct field *field_here(const struct app *a)
{
	return item_field(a->form, a->form->here);
}

/* The n-th value of a choice, "" (unknown) being the first; NULL behind the
 * last. */
static const char *nth_value(const struct app *a, int n, char id[ID_TEXT])
{
	const struct field *f = field_here(a);

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

static int count_values(const struct app *a, int *here)
{
	char id[ID_TEXT];
	const char *value;
	int n = 0;

	*here = 0;
	for (; (value = nth_value(a, n, id)); n++)
		if (!strcmp(value, text_here(a)->text.s))
			*here = n;
	return n;
}

static void turn(struct app *a, int step)
{
	int here, n = count_values(a, &here);
	char id[ID_TEXT];

	textfield_set(text_here(a),
		      nth_value(a, (here + step + n) % n, id));
}

/* To the next value that begins with the letter. */
static void turn_to(struct app *a, const char *letter)
{
	int here, n = count_values(a, &here);
	char id[ID_TEXT];

	for (int i = 1; i <= n; i++) {
		const char *value = nth_value(a, (here + i) % n, id);

		if (utf8_begins(value_shown(a, a->form->here, value),
				letter)) {
			textfield_set(text_here(a), value);
			return;
		}
	}
}

static bool emotion_key(struct app *a, const struct key *k)
{
	if (key_is(k, "+"))
		turn(a, 1);
	else if (key_is(k, "-"))
		turn(a, -1);
	else if (key_is(k, "0") || key_is(k, "1") || key_is(k, "2"))
		textfield_set(text_here(a), k->text.s);
	else
		return false;
	return true;
}

bool pick_key(struct app *a, const struct key *k)
{
	if (field_here(a)->type == FIELD_EMOTION && emotion_key(a, k))
		return true;
	if (key_is(k, "Right") || key_is(k, "Space"))
		turn(a, 1);
	else if (key_is(k, "Left"))
		turn(a, -1);
	else if (key_is(k, "BS") || key_is(k, "Del") || key_is(k, "="))
		textfield_clear(text_here(a));
	else if (k->kind == KEY_IS_TEXT)
		turn_to(a, k->text.s);
	else
		return false;
	return true;
}

static void list_choices(struct app *a, struct strbuf *out)
{
	int here, n = count_values(a, &here);
	int from = here < LISTED_MOST ? 0 : here - LISTED_MOST / 2;
	char id[ID_TEXT];

	for (int i = from; i < n && i < from + LISTED_MOST; i++) {
		const char *value = nth_value(a, i, id);

		strbuf_addf(out, i == here ? "%s[%s]" : "%s%s",
			    out->len ? "  " : "", *value ?
			    value_shown(a, a->form->here, value) :
			    _("unknown"));
	}
}

static bool is_completed(const struct app *a)
{
	const struct form *f = a->form;

	return f->entity == TOUCHPOINT && !f->fixed &&
	       catalogue_keeps(f->items[f->here].field);
}

/* The word at the text's end: all of it, or the last of a list. */
static const char *word(const struct app *a)
{
	const char *s = text_here(a)->text.s, *next;

	if (field_here(a)->type == FIELD_WORDS)
		while ((next = strchr(s, ';')))
			s = next + 1 + strspn(next + 1, " ");
	return s;
}

/* Values in use that go on from the word, unless it is one of them. */
static const char **candidates(const struct app *a, size_t *count)
{
	const char *start = word(a);
	const char **values;

	*count = 0;
	if (!is_completed(a) ||
	    text_here(a)->cursor != text_here(a)->text.len)
		return NULL;
	values = catalogue_values(project_catalogue(a->p),
				  a->form->items[a->form->here].field, start,
				  count);
	for (size_t i = 0; i < *count; i++)
		if (!strcmp(values[i], start))
			*count = 0;
	return values;
}

static size_t picked(const struct app *a, size_t count)
{
	return (size_t)a->form->pick < count ? (size_t)a->form->pick : 0;
}

static void list_candidates(const struct app *a, struct strbuf *out)
{
	size_t count, here;
	const char **values = candidates(a, &count);

	here = picked(a, count);
	for (size_t i = here < LISTED_MOST ? 0 : here;
	     i < count && i < here + LISTED_MOST; i++)
		strbuf_addf(out, i == here && *word(a) ? "%s[%s]" : "%s%s",
			    out->len ? "  " : "", values[i]);
	free(values);
}

void pick_list(struct app *a, struct strbuf *out)
{
	if (a->form->fixed)
		return;
	if (item_is_choice(a->form, a->form->here))
		list_choices(a, out);
	else
		list_candidates(a, out);
}

bool pick_complete(struct app *a)
{
	struct textfield *t = text_here(a);
	struct strbuf text = STRBUF_INIT;
	size_t count;
	const char **values = candidates(a, &count);
	bool any = count && *word(a);

	if (any) {
		strbuf_add(&text, t->text.s, (size_t)(word(a) - t->text.s));
		strbuf_addstr(&text, values[picked(a, count)]);
		textfield_change(t, text.s);
		a->form->pick = 0;
	}
	strbuf_release(&text);
	free(values);
	return any;
}

bool pick_next(struct app *a, int step)
{
	size_t count;

	free(candidates(a, &count));
	if (count)
		a->form->pick = (int)((picked(a, count) + count +
				       (size_t)step) % count);
	return count;
}

static void add_day(const struct tm *t, struct strbuf *out)
{
	strbuf_addf(out, "%04d-%02d-%02d", t->tm_year + 1900, t->tm_mon + 1,
		    t->tm_mday);
}

/* The next such day, or that of a year. */
static void add_date(struct tm today, int day, int month, int year,
		     struct strbuf *out)
{
	struct tm t = today;

	t.tm_mday = day;
	t.tm_mon = month - 1;
	if (year)
		t.tm_year = year - 1900;
	else if (month - 1 < today.tm_mon ||
		 (month - 1 == today.tm_mon && day < today.tm_mday))
		t.tm_year++;
	add_day(&t, out);
}

bool pick_day(const char *typed, struct strbuf *out)
{
	int day, month, year, end = -1;
	time_t now = time(NULL);
	struct tm t;

	if (!localtime_r(&now, &t))
		return false;
	if (sscanf(typed, "+%5d%n", &day, &end) == 1 && end > 0 &&
	    !typed[end]) {
		t.tm_mday += day;
		t.tm_hour = 12;
		if (mktime(&t) == (time_t)-1)
			return false;
		add_day(&t, out);
	} else if (sscanf(typed, "%2d/%2d/%4d%n", &day, &month, &year,
			  &end) == 3 && end > 0 && !typed[end]) {
		add_date(t, day, month, year, out);
	} else if (sscanf(typed, "%2d/%2d%n", &day, &month, &end) == 2 &&
		   end > 0 && !typed[end]) {
		add_date(t, day, month, 0, out);
	}
	return out->len && field_is_day(out->s);
}
