#include "format/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"

/* Columns that are no field of touchpoints; keys of our own tables, then what
 * others call them. */
static const struct {
	enum column_kind kind;
	const char *key;
	const char *others;     /* folded, with `|` on both sides */
} plain[] = {
	{ COLUMN_ID, "id", "" },
	{ COLUMN_MAP, "map", "" },
	{ COLUMN_STAGE, "stage", "" },
	{ COLUMN_POSITION, "position", "" },
	{ COLUMN_ORDER, "order", "|#|no|no.|nr|order|stageorder|"
				 "stakeholderorder|stt|thu tu|順番|" },
};

static struct column *add(struct columns *c, enum column_kind kind, int field,
			  const char *name)
{
	struct strbuf clean = STRBUF_INIT;
	struct column *new;

	utf8_clean(name, strlen(name), &clean, NULL);
	for (char *s = clean.s; *s; s++)
		if (*s == '\n' || *s == '\t')
			*s = ' ';
	strbuf_trim(&clean);
	c->at = xgrow(c->at, c->count, &c->cap, sizeof *c->at);
	new = &c->at[c->count++];
	*new = (struct column){ .kind = kind, .field = field,
				.name = strbuf_detach(&clean) };
	return new;
}

static void add_plain(struct columns *c, enum column_kind kind)
{
	for (size_t i = 0; i < ARRAY_LEN(plain); i++)
		if (plain[i].kind == kind)
			add(c, kind, -1, plain[i].key);
}

void columns_ours(struct columns *c)
{
	add_plain(c, COLUMN_ID);
	add_plain(c, COLUMN_MAP);
	add_plain(c, COLUMN_STAGE);
	add_plain(c, COLUMN_POSITION);
	for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
		if (f != TOUCHPOINT_MAP && f != TOUCHPOINT_STAGE &&
		    f != TOUCHPOINT_RANK)
			add(c, COLUMN_FIELD, f, field_of(TOUCHPOINT, f)->key);
	c->ours = true;
}

void columns_add(struct columns *c, const char *name)
{
	add(c, COLUMN_UNKNOWN, -1, name);
}

void columns_release(struct columns *c)
{
	for (size_t i = 0; i < c->count; i++)
		free(c->at[i].name);
	free(c->at);
	*c = (struct columns)COLUMNS_INIT;
}

int columns_find(const struct columns *c, enum column_kind kind, int field)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->at[i].kind == kind &&
		    (kind != COLUMN_FIELD || c->at[i].field == field))
			return (int)i;
	return -1;
}

static bool has_key(const struct columns *c, const char *key)
{
	for (size_t i = 0; i < c->count; i++)
		if (!strcmp(c->at[i].name, key))
			return true;
	return false;
}

/* Whether it means the same as one that is decided already. */
static bool is_taken(const struct columns *c, enum column_kind kind,
		     int field)
{
	return kind != COLUMN_ORDER && columns_find(c, kind, field) >= 0;
}

static void settle_ours(struct columns *c)
{
	struct columns ours = COLUMNS_INIT;

	columns_ours(&ours);
	for (size_t i = 0; i < ours.count; i++)
		for (size_t k = 0; k < c->count; k++)
			if (!strcmp(c->at[k].name, ours.at[i].name) &&
			    !is_taken(c, ours.at[i].kind, ours.at[i].field)) {
				c->at[k].kind = ours.at[i].kind;
				c->at[k].field = ours.at[i].field;
			}
	columns_release(&ours);
}

static bool is_order(const char *name)
{
	struct strbuf bar = STRBUF_INIT;
	bool found = false;

	strbuf_addch(&bar, '|');
	utf8_fold(name, &bar, NULL);
	strbuf_addch(&bar, '|');
	for (size_t i = 0; !found && i < ARRAY_LEN(plain); i++)
		found = strstr(plain[i].others, bar.s);
	strbuf_release(&bar);
	return found;
}

static uint32_t bit(int field)
{
	return UINT32_C(1) << field;
}

/* A column called "Title" is a touchpoint's, one called "Phase" a stage's. */
static void settle_place(struct columns *c, struct column *column)
{
	uint32_t fields = fields_named(TOUCHPOINT, column->name) &
		~(bit(TOUCHPOINT_MAP) | bit(TOUCHPOINT_STAGE) |
		  bit(TOUCHPOINT_RANK) | bit(TOUCHPOINT_DERIVED));

	if (column->kind != COLUMN_UNKNOWN)
		return;
	if (fields_named(STAGE, column->name) & bit(STAGE_TITLE) &&
	    !(fields & bit(TOUCHPOINT_TITLE)) &&
	    !is_taken(c, COLUMN_STAGE, -1))
		column->kind = COLUMN_STAGE;
	else if (is_order(column->name))
		column->kind = COLUMN_ORDER;
	else
		column->fields = fields;
	if (column->kind == COLUMN_UNKNOWN && !fields &&
	    field_named(MAP, column->name) == MAP_TITLE &&
	    !is_taken(c, COLUMN_MAP, -1))
		column->kind = COLUMN_MAP;
}

static bool is_one(uint32_t fields)
{
	return fields && !(fields & (fields - 1));
}

/* Give the column the first of its fields that is free. */
static void settle_field(struct columns *c, struct column *column)
{
	for (int f = 0; f < TOUCHPOINT_FIELDS; f++) {
		if (!(column->fields & bit(f)) ||
		    is_taken(c, COLUMN_FIELD, f))
			continue;
		column->kind = COLUMN_FIELD;
		column->field = f;
		return;
	}
}

void columns_settle(struct columns *c)
{
	c->ours = has_key(c, "id") && has_key(c, "map") &&
		  has_key(c, "stage") && has_key(c, "title");
	if (c->ours) {
		settle_ours(c);
		return;
	}
	for (size_t i = 0; i < c->count; i++)
		settle_place(c, &c->at[i]);
	for (size_t i = 0; i < c->count; i++)
		if (c->at[i].kind == COLUMN_UNKNOWN && is_one(c->at[i].fields))
			settle_field(c, &c->at[i]);
	for (size_t i = 0; i < c->count; i++)
		if (c->at[i].kind == COLUMN_UNKNOWN)
			settle_field(c, &c->at[i]);
}

static bool is_label(const struct field *f, const char *name)
{
	const struct choice *language =
		field_of(PROJECT, PROJECT_LANGUAGE)->choices;
	bool same = false;

	for (; f->label && !same && language->key; language++) {
		i18n_push(language->key);
		same = !strcmp(_(f->label), name);
		i18n_pop();
	}
	return same;
}

void columns_settle_labels(struct columns *c)
{
	for (size_t i = 0; i < c->count; i++)
		for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
			if (is_label(field_of(TOUCHPOINT, f), c->at[i].name) &&
			    !is_taken(c, COLUMN_FIELD, f)) {
				c->at[i].kind = COLUMN_FIELD;
				c->at[i].field = f;
			}
}

static bool no_column(const struct columns *c, const char *name,
		      struct err *err)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; i < c->count; i++)
		strbuf_addf(&names, "%s\"%s\"", i ? ", " : "",
			    c->at[i].name);
	err_set(err, _("there is no column \"%.*s\"; there are: %.*s"),
		UTF8_CUT(100, name), UTF8_CUT(600, names.s));
	strbuf_release(&names);
	return false;
}

static bool no_field(const char *name, struct err *err)
{
	struct strbuf keys = STRBUF_INIT;

	for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
		if (field_of(TOUCHPOINT, f)->label)
			strbuf_addf(&keys, ", %s",
				    field_of(TOUCHPOINT, f)->key);
	err_set(err, _("a column cannot be \"%.*s\"; it can be: stage, "
		       "map%s"), UTF8_CUT(100, name), keys.s);
	strbuf_release(&keys);
	return false;
}

/* What "=title" says of a column. */
static bool tell(struct column *column, const char *meaning, struct err *err)
{
	int field = field_named(TOUCHPOINT, meaning);

	if (!strcmp(meaning, "stage"))
		column->kind = COLUMN_STAGE;
	else if (!strcmp(meaning, "map"))
		column->kind = COLUMN_MAP;
	else if (field < 0 || !field_of(TOUCHPOINT, field)->label)
		return no_field(meaning, err);
	else
		column->kind = COLUMN_FIELD;
	column->field = column->kind == COLUMN_FIELD ? field : -1;
	column->told = true;
	return true;
}

/* One "NAME=field"; a NAME may hold a `=`, too. */
static bool tell_line(struct columns *c, char *line, struct err *err)
{
	char *equals = strrchr(line, '=');

	if (!equals)
		return err_set(err, _("--column is NAME=field, such as "
				      "\"Where did you hear of us?=title\""));
	*equals = '\0';
	for (size_t i = 0; i < c->count; i++)
		if (utf8_same(c->at[i].name, line))
			return tell(&c->at[i], equals + 1, err);
	return no_column(c, line, err);
}

bool columns_tell(struct columns *c, const char *lines, struct err *err)
{
	bool ok = true;

	while (ok && lines && *lines) {
		size_t len = strcspn(lines, "\n");
		char *line = xstrndup(lines, len);

		ok = !len || tell_line(c, line, err);
		free(line);
		lines += len + (lines[len] == '\n');
	}
	return ok;
}
