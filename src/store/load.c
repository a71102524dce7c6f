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

/* A text with a NUL in it ends there for us, but not for other programs. */
static bool has_nul(struct stmt *st, enum entity e)
{
	for (int i = 1; i <= entities[e].count; i++)
		if (strlen(stmt_text(st, i)) != stmt_bytes(st, i))
			return true;
	return false;
}

static bool check_whole(struct stmt *st, const struct row *r,
			struct err *err)
{
	if (!check_row(r, err))
		return false;
	return !has_nul(st, (enum entity)r->entity) ||
	       err_set(err, _("the file is damaged at %s %lld: %s"),
		       _(entities[r->entity].label), (long long)r->id,
		       _("a text holds the character NUL"));
}

bool load_each(struct db *db, enum entity e, const char *order,
	       void (*visit)(struct row *r, const char *why, void *arg),
	       void *arg, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt st;

	select_fields(&sql, e);
	strbuf_addstr(&sql, order);
	stmt_open(&st, db, sql.s);
	strbuf_release(&sql);
	while (stmt_next(&st)) {
		struct row *r = row_here(&st, e);
		struct err why;

		visit(r, check_whole(&st, r, &why) ? NULL : why.msg, arg);
	}
	return stmt_close(&st, err);
}

struct all {
	struct project *project;
	struct err why;         /* of the first row that is wrong */
};

static void take(struct row *r, const char *why, void *arg)
{
	struct all *all = arg;

	if (!why) {
		project_load(all->project, r);
		return;
	}
	if (!*all->why.msg)
		err_set(&all->why, "%s", why);
	free(r);
}

bool load_all(struct db *db, struct project *p, struct err *err)
{
	struct all all = { p, { "" } };
	bool ok = true;

	for (int e = 0; ok && e < ENTITIES; e++)
		ok = load_each(db, (enum entity)e, "", take, &all, err);
	project_sort(p);
	if (ok && *all.why.msg)
		ok = err_set(err, "%s", all.why.msg);
	return ok;
}
