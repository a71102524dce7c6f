#include "store/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "model/rowjson.h"
#include "store/inner.h"

static const char *const kinds[] = {
	[EDIT_PLAIN] = "plain", [EDIT_UNDO] = "undo", [EDIT_REDO] = "redo",
	[EDIT_IMPORT] = "import", [EDIT_MERGE] = "merge",
	[EDIT_BASE] = "base", [EDIT_RESTORE] = "restore",
};

const char *history_kind(enum edit_kind kind)
{
	return kinds[kind];
}

static enum edit_kind kind_from(const char *text)
{
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (!strcmp(kinds[i], text))
			return (enum edit_kind)i;
	return EDIT_PLAIN;
}

bool history_kind_known(const char *text)
{
	return !strcmp(history_kind(kind_from(text)), text);
}

/* Hand on what the statement finds, and close it. */
static bool visit_entries(struct stmt *st,
			  void (*visit)(const struct entry *entry, void *arg),
			  void *arg, struct err *err)
{
	while (stmt_next(st)) {
		struct entry e = {
			stmt_int(st, 0), stmt_int(st, 1), stmt_text(st, 2),
			stmt_text(st, 3), stmt_int(st, 4),
			stmt_text(st, 5), stmt_int(st, 6),
		};

		visit(&e, arg);
	}
	return stmt_close(st, err);
}

bool history_each(struct store *s, int64_t after,
		  void (*visit)(const struct entry *entry, void *arg),
		  void *arg, struct err *err)
{
	struct stmt st;

	stmt_open(&st, s->db,
		  "SELECT seq, time, author, kind, ref, label,"
		  " (SELECT count(*) FROM change WHERE edit = seq)"
		  " FROM edit WHERE seq > ? ORDER BY seq");
	stmt_bind_int(&st, after);
	return visit_entries(&st, visit, arg, err);
}

bool history_back(struct store *s, int64_t before, int most,
		  const struct history_filter *filter,
		  void (*visit)(const struct entry *entry, void *arg),
		  void *arg, struct err *err)
{
	struct stmt st;

	stmt_open(&st, s->db,
		  "SELECT seq, time, author, kind, ref, label,"
		  " (SELECT count(*) FROM change WHERE edit = seq)"
		  " FROM edit WHERE seq < ?1"
		  " AND (?2 IS NULL OR author = ?2)"
		  " AND (?3 IS NULL OR EXISTS (SELECT 1 FROM change"
		  " WHERE edit = seq AND entity = ?3 AND id = ?4))"
		  " ORDER BY seq DESC LIMIT ?5");
	stmt_bind_int(&st, before);
	if (filter->author)
		stmt_bind_text(&st, filter->author);
	else
		stmt_bind_null(&st);
	if (filter->thing.id)
		stmt_bind_text(&st, entities[filter->thing.entity].key);
	else
		stmt_bind_null(&st);
	stmt_bind_int(&st, filter->thing.id);
	stmt_bind_int(&st, most);
	return visit_entries(&st, visit, arg, err);
}

bool history_others(struct store *s, int64_t after, int64_t since,
		    void (*visit)(const char *author, int64_t edits,
				  int64_t last, void *arg),
		    void *arg, struct err *err)
{
	struct stmt st;

	stmt_open(&st, s->db,
		  "SELECT author, count(*), max(time) FROM edit"
		  " WHERE seq > ? AND time >= ? AND author <> ?"
		  " AND kind <> 'base'"
		  " GROUP BY author ORDER BY max(time) DESC, author");
	stmt_bind_int(&st, after);
	stmt_bind_int(&st, since);
	stmt_bind_text(&st, s->author);
	while (stmt_next(&st))
		visit(stmt_text(&st, 0), stmt_int(&st, 1), stmt_int(&st, 2),
		      arg);
	return stmt_close(&st, err);
}

bool history_touches(struct store *s, int64_t seq, enum entity e, int64_t id)
{
	struct stmt st;
	bool touches;

	stmt_open(&st, s->db, "SELECT 1 FROM change WHERE edit = ?"
			      " AND entity = ? AND id = ?");
	stmt_bind_int(&st, seq);
	stmt_bind_text(&st, entities[e].key);
	stmt_bind_int(&st, id);
	touches = stmt_next(&st);
	return stmt_close(&st, NULL) && touches;
}

static bool damaged(int64_t seq, struct err *err)
{
	return err_set(err, _("the history is damaged at edit %lld"),
		       (long long)seq);
}

static bool read_set(struct stmt *st, struct change *c)
{
	const char *key = stmt_text(st, 3);
	struct err ignored;

	c->op = CHANGE_SET;
	c->field = field_find(c->entity, key, strlen(key));
	if (c->field < 0 ||
	    !check_value(c->entity, c->field, stmt_text(st, 4), &ignored) ||
	    !check_value(c->entity, c->field, stmt_text(st, 5), &ignored))
		return false;
	c->old = xstrdup(stmt_text(st, 4));
	c->new = xstrdup(stmt_text(st, 5));
	return true;
}

static bool read_row(struct stmt *st, bool insert, struct change *c)
{
	struct err ignored;

	c->op = insert ? CHANGE_INSERT : CHANGE_DELETE;
	c->row = row_from_json_text(c->entity, c->id,
				    stmt_text(st, insert ? 5 : 4));
	if (c->row && check_row(c->row, &ignored))
		return true;
	free(c->row);
	return false;
}

/* op, entity, id, field, old, new of one change row. */
static bool read_change(struct stmt *st, struct edit *out)
{
	const char *op = stmt_text(st, 0);
	int entity = entity_find(stmt_text(st, 1), strlen(stmt_text(st, 1)));
	struct change c = { .id = stmt_int(st, 2) };
	bool insert = !strcmp(op, "insert"), sound = false;

	if (entity < 0)
		return false;
	c.entity = (enum entity)entity;
	if (!strcmp(op, "set"))
		sound = read_set(st, &c);
	else if (insert || !strcmp(op, "delete"))
		sound = read_row(st, insert, &c);
	if (sound)
		edit_add(out, &c);
	return sound;
}

static bool read_head(struct store *s, int64_t seq, struct edit *out,
		      struct err *err)
{
	struct stmt st;
	bool there;

	stmt_open(&st, s->db, "SELECT kind, ref, label FROM edit"
			      " WHERE seq = ?");
	stmt_bind_int(&st, seq);
	there = stmt_next(&st);
	if (there) {
		out->kind = kind_from(stmt_text(&st, 0));
		out->ref = stmt_int(&st, 1);
		str_set(&out->label, stmt_text(&st, 2));
	}
	return stmt_close(&st, err) && (there || damaged(seq, err));
}

bool history_read(struct store *s, int64_t seq, struct edit *out,
		  struct err *err)
{
	struct stmt st;
	bool sound = true;

	if (!read_head(s, seq, out, err))
		return false;
	stmt_open(&st, s->db, "SELECT op, entity, id, field, old, new"
			      " FROM change WHERE edit = ? ORDER BY n");
	stmt_bind_int(&st, seq);
	while (sound && stmt_next(&st))
		sound = read_change(&st, out);
	return stmt_close(&st, err) && (sound || damaged(seq, err));
}
