#include "format/sheet_value.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"

int sheet_emotion(const char *text)
{
	struct strbuf plain = STRBUF_INIT;
	int value;

	if (!strncmp(text, "−", strlen("−")))
		strbuf_addf(&plain, "-%s", text + strlen("−"));
	else
		strbuf_addstr(&plain, text + (*text == '+'));
	value = emotion_value(plain.s);
	strbuf_release(&plain);
	return value;
}

static const char *choice_named(const struct field *f, const char *text)
{
	for (const struct choice *c = f->choices; c->key; c++)
		if (utf8_same(c->key, text) || utf8_same(c->label, text) ||
		    utf8_same(_(c->label), text))
			return c->key;
	return NULL;
}

/* The choice's key, "" if it is none. */
static const char *choice_key(const struct field *f, const char *text)
{
	const char *key = choice_named(f, text);

	if (!key && strcmp(i18n_language(), "vi") != 0) {
		i18n_push("vi");
		key = choice_named(f, text);
		i18n_pop();
	}
	return key ? key : "";
}

static bool is_text(const struct field *f)
{
	return f->type == FIELD_TEXT || f->type == FIELD_LINE ||
	       f->type == FIELD_WORDS;
}

/* The text as the field's type has it, behind what is there. */
static void add_value(const struct field *f, const char *has,
		      const char *text, struct strbuf *out)
{
	const char *between = f->type == FIELD_TEXT ? "\n" : "; ";

	if (f->type == FIELD_EMOTION) {
		strbuf_addstr(out, emotion_text(sheet_emotion(text)));
		return;
	}
	if (f->type == FIELD_CHOICE) {
		strbuf_addstr(out, choice_key(f, text));
		return;
	}
	if (has && *has && is_text(f))
		strbuf_addf(out, "%s%s", has, between);
	for (; *text; text++) {
		if (*text == '\n')
			strbuf_addstr(out, between);
		else
			strbuf_addch(out, *text == '\t' ? ' ' : *text);
	}
}

void sheet_note(struct draft *d, const char *label, const char *text)
{
	int notes = field_find(d->entity, "notes", strlen("notes"));
	struct strbuf kept = STRBUF_INIT;

	if (d->text[notes])
		strbuf_addf(&kept, "%s\n", d->text[notes]);
	if (label)
		strbuf_addf(&kept, "%s: ", label);
	strbuf_addstr(&kept, text);
	free(d->text[notes]);
	d->text[notes] = strbuf_detach(&kept);
}

static bool keep(struct draft *d, const char *label, const char *text,
		 const char *why, long line, struct report *report)
{
	if (field_find(d->entity, "notes", strlen("notes")) < 0)
		return false;
	sheet_note(d, label, text);
	if (why)
		report_add(report, line, _("%s; kept in the notes"), why);
	return true;
}

bool sheet_set(struct draft *d, int field, const char *label,
	       const char *text, long line, struct report *report)
{
	const struct field *f = field_of(d->entity, field);
	struct strbuf value = STRBUF_INIT;
	struct err err = { "" };
	size_t most = f->longest ? f->longest : FIELD_LONGEST;
	bool ok;

	add_value(f, d->text[field], text, &value);
	if (field == entities[d->entity].title && value.len > most) {
		size_t len = utf8_fit(value.s, (int)most / 8, NULL);

		keep(d, label, value.s, _("a title is too long and was cut"),
		     line, report);
		strbuf_truncate(&value, len);
		strbuf_addstr(&value, "…");
	}
	ok = value.len && (!d->text[field] || is_text(f)) &&
	     draft_set(d, field, value.s, value.len, &err);
	if (!ok)
		ok = keep(d, label, text, *err.msg ? err.msg : NULL, line,
			  report);
	strbuf_release(&value);
	return ok;
}
