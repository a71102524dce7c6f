#include "format/table_read.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "format/table.h"

void table_text(const struct csv *c, size_t cell, struct strbuf *out)
{
	strbuf_clear(out);
	if (cell < c->count)
		utf8_clean(csv_unguard(csv_text(c, cell)),
			   strlen(csv_unguard(csv_text(c, cell))), out, NULL);
	strbuf_trim(out);
}

void table_cut(struct strbuf *title, const struct field *f)
{
	size_t at = 0;

	if (title->len <= f->longest)
		return;
	while (at + utf8_cluster(title->s + at) <= f->longest)
		at += utf8_cluster(title->s + at);
	strbuf_truncate(title, at);
}

bool table_put(struct places *p, struct draft *d, size_t map, size_t place,
	       long position, struct err *err)
{
	const char *rank = places_rank(p, place, position);
	struct row *r = NULL;

	if (!d->id)
		d->id = id_new();
	draft_refer(d, TOUCHPOINT_MAP, p->at[map].id);
	draft_refer(d, TOUCHPOINT_STAGE, p->at[place].id);
	if (draft_set(d, TOUCHPOINT_RANK, rank, strlen(rank), err))
		r = draft_row(d, err);
	return r && project_load(p->into, r);
}

bool table_wrong(const struct csv *c, size_t cell, struct err *err)
{
	long line, column;

	csv_place(c, cell, &line, &column);
	return err_at(err, c->name, line, column);
}

bool table_columns(struct csv *c, const struct source *in,
		   struct columns *columns, struct err *err)
{
	if (!csv_next(c)) {
		err_set(err, _("there is no table in it"));
		return err_at(err, in->name, 0, 0);
	}
	for (size_t i = 0; i < c->count; i++)
		columns_add(columns, csv_text(c, i));
	if (!columns_tell(columns, in->columns, err))
		return err_at(err, in->name, 1, 0);
	columns_settle(columns);
	return true;
}

enum scale table_scale(const struct source *in, int column)
{
	struct scaling s = { 0, 0, 0, false };
	struct strbuf text = STRBUF_INIT;
	struct csv c;
	struct err unused;

	csv_open(&c, in);
	csv_next(&c);
	while (column >= 0 && csv_next(&c)) {
		table_text(&c, (size_t)column, &text);
		scaling_see(&s, text.s);
	}
	csv_close(&c, &unused);
	strbuf_release(&text);
	return scaling_end(&s);
}

static size_t known_columns(const struct columns *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->count; i++)
		n += c->at[i].kind != COLUMN_UNKNOWN &&
		     c->at[i].kind != COLUMN_ORDER;
	return n;
}

/* How many of the first lines begin with the name of a lane. */
static size_t known_lanes(const struct source *in)
{
	enum { LINES = 100 };
	struct strbuf name = STRBUF_INIT;
	struct err unused;
	size_t n = 0;
	struct csv c;

	csv_open(&c, in);
	csv_next(&c);
	for (int i = 0; i < LINES && csv_next(&c); i++) {
		table_text(&c, 0, &name);
		n += c.count > 1 && name.len &&
		     fields_named(TOUCHPOINT, name.s) != 0;
	}
	csv_close(&c, &unused);
	strbuf_release(&name);
	return n;
}

static bool has_word(const struct columns *c, const char *const words[])
{
	for (size_t i = 0; i < c->count; i++) {
		struct strbuf name = STRBUF_INIT;
		bool found = false;

		utf8_fold(c->at[i].name, &name, NULL);
		for (char *s = name.s; *s; s++)
			if (*s == '_' || *s == '-')
				*s = ' ';
		for (int k = 0; !found && words[k]; k++)
			found = strstr(name.s, words[k]);
		strbuf_release(&name);
		if (found)
			return true;
	}
	return false;
}

/* What people did on a web site, one line a click. */
static bool is_log(const struct columns *c)
{
	static const char *const who[] = {
		"user id", "userid", "customer id", "customerid", "session",
		"visitor", "client id", "cookie", "device id", NULL
	};
	static const char *const what[] = {
		"timestamp", "event", "datetime", "date time", "page", "url",
		"time stamp", "converted", "conversion", NULL
	};

	return has_word(c, who) && has_word(c, what);
}

static bool is_survey(const struct columns *c)
{
	bool told = false;

	for (size_t i = 0; i < c->count; i++) {
		const struct column *column = &c->at[i];

		told = told || column->told;
		if (!column->told && (column->kind == COLUMN_STAGE ||
				      column->field == TOUCHPOINT_TITLE))
			return false;
	}
	return told;
}

enum shape table_shape(const struct source *in, const struct columns *c)
{
	size_t lanes;

	if (c->ours)
		return SHAPE_TABLE;
	if (is_survey(c))
		return SHAPE_SURVEY;
	if (!(in->columns && *in->columns) && is_log(c))
		return SHAPE_LOG;
	lanes = known_lanes(in);
	if (lanes > 1 && lanes > known_columns(c))
		return SHAPE_MATRIX;
	if (columns_find(c, COLUMN_STAGE, -1) >= 0 ||
	    columns_find(c, COLUMN_FIELD, TOUCHPOINT_TITLE) >= 0)
		return known_columns(c) > 1 ? SHAPE_TABLE : SHAPE_NONE;
	return SHAPE_NONE;
}

bool table_looks(const struct source *in)
{
	struct columns columns = COLUMNS_INIT;
	enum shape shape = SHAPE_NONE;
	struct err unused;
	struct csv c;

	csv_open(&c, in);
	if (table_columns(&c, in, &columns, &unused) && columns.count > 1)
		shape = table_shape(in, &columns);
	columns_release(&columns);
	csv_close(&c, &unused);
	return shape != SHAPE_NONE;
}
