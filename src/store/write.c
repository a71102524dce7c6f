#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/strbuf.h"
#include "model/rowjson.h"
#include "store/history.h"
#include "store/inner.h"

/* An empty number is NULL, an empty text is ''. */
static void bind_field(struct stmt *st, const struct field *f,
		       const char *text)
{
	if (!field_is_integer(f))
		stmt_bind_text(st, text);
	else if (*text)
		stmt_bind_int(st, strtoll(text, NULL, 10));
	else
		stmt_bind_null(st);
}

static bool moved_on(struct err *err)
{
	return err_set(err, _("somebody changed this meanwhile"));
}

static bool write_set(struct db *db, const struct change *c, struct err *err)
{
	const struct field *f = field_of(c->entity, c->field);
	struct strbuf sql = STRBUF_INIT;
	struct stmt st;
	int changed;

	strbuf_addf(&sql, "UPDATE \"%s\" SET \"%s\" = ?"
		    " WHERE id = ? AND \"%s\" IS ?",
		    entities[c->entity].key, f->key, f->key);
	stmt_open(&st, db, sql.s);
	strbuf_release(&sql);
	bind_field(&st, f, c->new);
	stmt_bind_int(&st, c->id);
	bind_field(&st, f, c->old);
	stmt_run(&st, &changed);
	return stmt_close(&st, err) && (changed == 1 || moved_on(err));
}

static bool write_insert(struct db *db, const struct change *c,
			 struct err *err)
{
	const struct entity_info *info = &entities[c->entity];
	struct strbuf sql = STRBUF_INIT;
	struct values v;
	struct stmt st;

	strbuf_addf(&sql, "INSERT INTO \"%s\" VALUES (?", info->key);
	for (int i = 0; i < info->count; i++)
		strbuf_addstr(&sql, ", ?");
	strbuf_addstr(&sql, ")");
	stmt_open(&st, db, sql.s);
	strbuf_release(&sql);
	stmt_bind_int(&st, c->id);
	row_values(c->row, &v);
	for (int i = 0; i < info->count; i++)
		bind_field(&st, &info->fields[i], v.text[i] ? v.text[i] : "");
	stmt_run(&st, NULL);
	return stmt_close(&st, err);
}

static bool write_delete(struct db *db, const struct change *c,
			 struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct row *stored;
	struct stmt st;
	bool same;

	if (!load_row(db, c->entity, c->id, &stored, err))
		return false;
	same = stored && row_equal(stored, c->row);
	free(stored);
	if (!same)
		return moved_on(err);
	strbuf_addf(&sql, "DELETE FROM \"%s\" WHERE id = ?",
		    entities[c->entity].key);
	stmt_open(&st, db, sql.s);
	strbuf_release(&sql);
	stmt_bind_int(&st, c->id);
	stmt_run(&st, NULL);
	return stmt_close(&st, err);
}

static bool write_row(struct db *db, const struct change *c, struct err *err)
{
	if (c->op == CHANGE_SET)
		return write_set(db, c, err);
	return c->op == CHANGE_INSERT ? write_insert(db, c, err) :
					write_delete(db, c, err);
}

static const char *const ops[] = { "set", "insert", "delete" };

static bool write_change(struct db *db, int64_t seq, const struct change *c,
			 struct err *err)
{
	char *json = c->row ? row_json_text(c->row) : NULL;
	const char *old = c->op == CHANGE_DELETE ? json : c->old;
	const char *new = c->op == CHANGE_INSERT ? json : c->new;
	struct stmt st;
	bool ok;

	stmt_open(&st, db, "INSERT INTO change"
			   " (edit, op, entity, id, field, old, new)"
			   " VALUES (?, ?, ?, ?, ?, ?, ?)");
	stmt_bind_int(&st, seq);
	stmt_bind_text(&st, ops[c->op]);
	stmt_bind_text(&st, entities[c->entity].key);
	stmt_bind_int(&st, c->id);
	if (c->op == CHANGE_SET)
		stmt_bind_text(&st, field_of(c->entity, c->field)->key);
	else
		stmt_bind_null(&st);
	old ? stmt_bind_text(&st, old) : stmt_bind_null(&st);
	new ? stmt_bind_text(&st, new) : stmt_bind_null(&st);
	stmt_run(&st, NULL);
	ok = stmt_close(&st, err);
	free(json);
	return ok;
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool write_edit(struct store *s, const struct edit *e, int64_t *seq,
		int64_t *uid, struct err *err)
{
	enum { MANY = 10000 };
	struct stmt st;
	bool ok = true;

	if (e->count > MANY)
		db_expect_many(s->db);
	*seq = s->last_seq + 1;
	*uid = id_new();
	stmt_open(&st, s->db, "INSERT INTO edit"
			      " (seq, uid, time, author, kind, ref, label)"
			      " VALUES (?, ?, ?, ?, ?, ?, ?)");
	stmt_bind_int(&st, *seq);
	stmt_bind_int(&st, *uid);
	stmt_bind_int(&st, now_ms());
	stmt_bind_text(&st, s->author);
	stmt_bind_text(&st, history_kind(e->kind));
	if (e->ref)
		stmt_bind_int(&st, e->ref);
	else
		stmt_bind_null(&st);
	stmt_bind_text(&st, e->label);
	stmt_run(&st, NULL);
	if (!stmt_close(&st, err))
		return false;
	for (size_t i = 0; ok && i < e->count; i++)
		ok = write_row(s->db, &e->changes[i], err) &&
		     write_change(s->db, *seq, &e->changes[i], err);
	return ok;
}
