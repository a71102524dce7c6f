#include "model/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "model/sigil.h"

enum kind { HAS, EMPTY, FILLED, IS, EMOTION_RANGE, PHASE };

enum { ANY_FIELD = -1 };

struct condition {
	enum kind kind;
	int field;
	int least, most;        /* of an emotion */
	char *text;             /* as it was given, or a choice's key */
	char *folded;
};

void query_release(struct query *q)
{
	for (size_t i = 0; i < q->count; i++) {
		free(q->at[i].text);
		free(q->at[i].folded);
	}
	free(q->at);
	*q = (struct query)QUERY_INIT;
}

static char *fold(const char *text)
{
	struct strbuf folded = STRBUF_INIT;

	utf8_fold(text, &folded, NULL);
	return strbuf_detach(&folded);
}

static struct condition *add(struct query *q, enum kind kind, int field,
			     const char *text)
{
	struct condition *c;

	q->at = xgrow(q->at, q->count, &q->cap, sizeof *q->at);
	c = &q->at[q->count++];
	*c = (struct condition){ kind, field, 0, 0, xstrdup(text),
				 fold(text) };
	return c;
}

static void add_range(struct query *q, const char *text, int least, int most)
{
	struct condition *c = add(q, EMOTION_RANGE, TOUCHPOINT_EMOTION, text);

	c->least = least;
	c->most = most;
}

/* "<0", ">=-1", "-2", ":(" */
static bool add_emotion(struct query *q, const char *text, struct err *err)
{
	char sign = *text == '<' || *text == '>' ? *text : 0;
	bool equal = sign && text[1] == '=';
	const char *number = text + (sign != 0) + equal;
	int value = emotion_value(*number == '+' ? number + 1 : number);
	struct strbuf word = STRBUF_INIT;

	if (value == EMOTION_UNKNOWN && !sign) {
		strbuf_addf(&word, ":%s", text);
		value = sigil_emotion(word.s);
		strbuf_release(&word);
	}
	if (value == EMOTION_UNKNOWN)
		return err_set(err, _("an emotion is -2 to 2, <0, >0 or ?, "
				      "not \"%s\""), text);
	if (sign == '<')
		add_range(q, text, -2, value - !equal);
	else if (sign == '>')
		add_range(q, text, value + !equal, 2);
	else
		add_range(q, text, value, value);
	return true;
}

static bool wrong_choice(const struct field *f, const char *text,
			 struct err *err)
{
	struct strbuf list = STRBUF_INIT;

	for (const struct choice *c = f->choices; c->key; c++)
		strbuf_addf(&list, "%s%s", list.len ? ", " : "",
			    _(c->label));
	err_set(err, _("%s is one of: %s; not \"%s\""), _(f->label), list.s,
		text);
	strbuf_release(&list);
	return false;
}

static bool add_choice(struct query *q, enum kind kind, int field,
		       const struct field *f, const char *text,
		       struct err *err)
{
	for (const struct choice *c = f->choices; c->key; c++)
		if (utf8_begins(c->key, text) ||
		    utf8_begins(_(c->label), text)) {
			add(q, kind, field, c->key);
			return true;
		}
	return wrong_choice(f, text, err);
}

static bool add_field(struct query *q, int field, const char *text,
		      struct err *err)
{
	const struct field *f = field_of(TOUCHPOINT, field);

	if (!strcmp(text, "?"))
		add(q, EMPTY, field, "");
	else if (!strcmp(text, "*"))
		add(q, FILLED, field, "");
	else if (f->type == FIELD_EMOTION)
		return add_emotion(q, text, err);
	else if (f->type == FIELD_CHOICE)
		return add_choice(q, IS, field, f, text, err);
	else
		add(q, HAS, field, text);
	return true;
}

static int field_of_sigil(char sigil)
{
	for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
		if (sigil && field_of(TOUCHPOINT, f)->sigil == sigil)
			return f;
	return -1;
}

/* "owner:lan", "business_goal:*": the field before the colon, or -1. */
static int field_of_key(enum entity e, const char *word, const char *colon)
{
	char *name = xstrndup(word, (size_t)(colon - word));
	int field;

	for (char *s = name; *s; s++)
		if (*s == '_')
			*s = ' ';
	field = field_named(e, name);
	free(name);
	return field >= 0 && field_of(e, field)->label ? field : -1;
}

static bool read_keyed(struct query *q, const char *word, bool *keyed,
		       struct err *err)
{
	const char *colon = strchr(word + (*word != 0), ':');
	int field;

	*keyed = false;
	if (!colon || !colon[1])
		return true;
	field = field_of_key(TOUCHPOINT, word, colon);
	*keyed = true;
	if (field >= 0)
		return add_field(q, field, colon + 1, err);
	if (field_of_key(STAGE, word, colon) == STAGE_PHASE)
		return add_choice(q, PHASE, STAGE_PHASE,
				  field_of(STAGE, STAGE_PHASE), colon + 1,
				  err);
	*keyed = false;
	return true;
}

static bool read_word(struct query *q, const char *word, bool quoted,
		      struct err *err)
{
	int field = quoted || !word[0] || !word[1] ? -1 :
						     field_of_sigil(*word);
	bool keyed = false;

	if (field >= 0)
		return add_field(q, field, word + 1, err);
	if (!quoted && !read_keyed(q, word, &keyed, err))
		return false;
	if (!keyed && *word)
		add(q, HAS, ANY_FIELD, word);
	return true;
}

/* One word without its quotation marks; blanks within them belong to it. */
static const char *take_word(const char *s, struct strbuf *word, bool *quoted)
{
	bool inside = false;

	*quoted = *s == '"';
	for (; *s && (inside || (*s != ' ' && *s != '\t')); s++)
		if (*s == '"')
			inside = !inside;
		else
			strbuf_addch(word, *s);
	return s;
}

bool query_read(struct query *q, const char *line, struct err *err)
{
	struct strbuf word = STRBUF_INIT;
	bool ok = true, quoted;

	while (ok && *line) {
		line += strspn(line, " \t");
		strbuf_clear(&word);
		line = take_word(line, &word, &quoted);
		ok = read_word(q, word.s, quoted, err);
	}
	strbuf_release(&word);
	return ok;
}

static bool text_has(const char *text, const char *folded)
{
	struct strbuf own = STRBUF_INIT;
	bool has;

	utf8_fold(text, &own, NULL);
	has = strstr(own.s, folded);
	strbuf_release(&own);
	return has;
}

static bool is_searched(int field)
{
	const struct field *f = field_of(TOUCHPOINT, field);

	return f->label && f->type != FIELD_CHOICE &&
	       f->type != FIELD_EMOTION;
}

static bool row_has(const struct row *r, const char *folded)
{
	const char *text;

	for (int i = 0; i < r->count; i++) {
		int field = row_field(r, i, &text);

		if (is_searched(field) && text_has(text, folded))
			return true;
	}
	return false;
}

static bool holds(const struct condition *c, const struct project *p,
		  const struct row *r)
{
	const struct row *stage;
	int value;

	switch (c->kind) {
	case EMPTY:
		return !*row_text(r, c->field);
	case FILLED:
		return *row_text(r, c->field);
	case IS:
		return !strcmp(row_text(r, c->field), c->text);
	case EMOTION_RANGE:
		value = row_emotion(r);
		return value >= c->least && value <= c->most;
	case PHASE:
		stage = project_row(p, STAGE, row_ref(r, TOUCHPOINT_STAGE));
		return stage && !strcmp(row_text(stage, c->field), c->text);
	case HAS:
		break;
	}
	return c->field == ANY_FIELD ? row_has(r, c->folded) :
	       text_has(row_text(r, c->field), c->folded);
}

bool query_matches(const struct query *q, const struct project *p,
		   const struct row *touchpoint)
{
	for (size_t i = 0; i < q->count; i++)
		if (!holds(&q->at[i], p, touchpoint))
			return false;
	return true;
}

static void explain_range(const struct condition *c, struct strbuf *out)
{
	const char *label = _(field_of(TOUCHPOINT, c->field)->label);

	if (c->least == c->most)
		strbuf_addf(out, "%s %s", label, emotion_shown(c->least));
	else if (c->least == -2)
		strbuf_addf(out, _("%s %s or worse"), label,
			    emotion_shown(c->most));
	else
		strbuf_addf(out, _("%s %s or better"), label,
			    emotion_shown(c->least));
}

static void explain(const struct condition *c, struct strbuf *out)
{
	const struct field *f = c->field == ANY_FIELD ? NULL :
		field_of(c->kind == PHASE ? STAGE : TOUCHPOINT, c->field);

	if (!f)
		strbuf_addf(out, "\"%s\"", c->text);
	else if (c->kind == EMOTION_RANGE)
		explain_range(c, out);
	else if (c->kind == EMPTY)
		strbuf_addf(out, _("%s: nothing"), _(f->label));
	else if (c->kind == FILLED)
		strbuf_addf(out, _("%s: something"), _(f->label));
	else if (c->kind == HAS)
		strbuf_addf(out, "%s \"%s\"", _(f->label), c->text);
	else
		strbuf_addf(out, "%s: %s", _(f->label),
			    field_shown(f, c->text));
}

void query_explain(const struct query *q, struct strbuf *out)
{
	for (size_t i = 0; i < q->count; i++) {
		if (i)
			strbuf_addstr(out, ", ");
		explain(&q->at[i], out);
	}
}

bool query_span(const struct query *q, int field, const char *text,
		size_t from, struct span *span)
{
	struct strbuf folded = STRBUF_INIT;
	size_t *offsets;
	bool found = false;

	utf8_fold(text + from, &folded, &offsets);
	for (size_t i = 0; i < q->count; i++) {
		const struct condition *c = &q->at[i];
		const char *at = c->kind == HAS && *c->folded &&
				 (c->field == field ||
				  (c->field == ANY_FIELD &&
				   is_searched(field))) ?
				 strstr(folded.s, c->folded) : NULL;
		size_t start = at ? (size_t)(at - folded.s) : 0;

		if (!at || (found && from + offsets[start] >= span->start))
			continue;
		found = true;
		span->start = from + offsets[start];
		span->end = from + offsets[start + strlen(c->folded)];
	}
	free(offsets);
	strbuf_release(&folded);
	return found;
}
