#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "store/inner.h"

/* SELECT id and every field, in the order of the fields table. */
static void select_fields(struct strbuf *sql, enum entity e)
{
	strbuf_addstr(sql, "SELECT t.id");
	for (int i = 0; i < entities[e].count; i++)
		strbuf_addf(sql, ", t.\"%s\"", entities[e].fields[i].key);
	strbuf_addf(sql, " FROM \"%s\" AS t", entities[e].key);
}

static struct row *row_here(struct stmt *st, enum entity e)
{
	struct values v = { { NULL } };

	for (int i = 0; i < entities[e].count; i++)
		v.text[i] = stmt_text(st, i + 1);
	return row_new(e, stmt_int(st, 0), &v);
}

bool load_row(struct db *db, enum entity e, int64_t id, struct row **row,
	      struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct row *r = NULL;
	struct stmt st;

	*row = NULL;

	select_fields(&sql, e);
	strbuf_addstr(&sql, " WHERE t.id = ?");
	stmt_open(&st, db, sql.s);
	stmt_bind_int(&st, id);
	if (stmt_next(&st))
		r = row_here(&st, e);
	strbuf_release(&sql);
	if (!stmt_close(&st, err)) {
		free(r);
		return false;
	}
	*row = r;
	return true;
}

static bool load_rows(struct store *s, enum entity e, const char *where,
		      int64_t map, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	bool sound = true;
	struct stmt st;

	select_fields(&sql, e);
	strbuf_addstr(&sql, where);
	stmt_open(&st, s->db, sql.s);
	if (map)
		stmt_bind_int(&st, map);
	while (sound && stmt_next(&st)) {
		struct row *r = row_here(&st, e);

		sound = check_row(r, err);
		if (sound)
			project_load(s->project, r);
		else
			free(r);
	}
	strbuf_release(&sql);
	return stmt_close(&st, err) && sound;
}

bool load_top(struct store *s, struct err *err)
{
	static const enum entity top[] = { PROJECT, PERSONA, MAP, ANSWER,
					   SNAPSHOT, CONFLICT };

	for (size_t i = 0; i < ARRAY_LEN(top); i++)
		if (!load_rows(s, top[i], "", 0, err))
			return false;
	project_sort(s->project);
	return true;
}

bool load_map(struct store *s, int64_t map, struct err *err)
{
	static const char by_map[] = " WHERE t.map = ?";
	static const char by_touchpoint[] =
		" JOIN touchpoint AS p ON p.id = t.touchpoint"
		" WHERE p.map = ?";
	static const char by_lane[] =
		" JOIN lane AS l ON l.id = t.lane WHERE l.map = ?";
	static const struct { enum entity entity; const char *where; }
	parts[] = {
		{ STAGE, by_map }, { TOUCHPOINT, by_map },
		{ LANE, by_map }, { CELL, by_lane },
		{ IMPROVEMENT, by_map }, { MEASURE, by_touchpoint },
		{ VOTE, by_touchpoint },
	};

	bool ok = true;

	for (size_t i = 0; ok && i < ARRAY_LEN(parts); i++)
		ok = load_rows(s, parts[i].entity, parts[i].where, map, err);
	project_sort(s->project);       /* also what came before a failure */
	return ok;
}
