#include "store/db_inner.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static struct cached *find_idle(struct db *db, const char *sql)
{
	for (int i = 0; i < CACHED; i++) {
		struct cached *c = &db->cache[i];

		if (c->sql && !c->busy && !strcmp(c->sql, sql))
			return c;
	}
	return NULL;
}

/* The next slot that nobody uses; there are more than we ever nest. */
static struct cached *give_up(struct db *db)
{
	struct cached *c;

	do {
		c = &db->cache[db->next];
		db->next = (db->next + 1) % CACHED;
	} while (c->busy);
	sqlite3_finalize(c->handle);
	c->handle = NULL;
	free(c->sql);
	c->sql = NULL;
	return c;
}

void stmt_open(struct stmt *st, struct db *db, const char *sql)
{
	struct cached *c;

	*st = (struct stmt){ .db = db };
	if (!db) {
		st->failed = SQLITE_CANTOPEN;
		return;
	}
	c = find_idle(db, sql);
	if (!c) {
		c = give_up(db);
		st->failed = sqlite3_prepare_v3(db->sqlite, sql, -1,
						SQLITE_PREPARE_PERSISTENT,
						&c->handle, NULL);
		if (st->failed)
			return;
		c->sql = xstrdup(sql);
	}
	c->busy = true;
	st->handle = c->handle;
	if (!db->busy++)
		db->steps_left = db->steps_most;
}

static void bound(struct stmt *st, int code)
{
	if (code)
		st->failed = code;
}

void stmt_bind_int(struct stmt *st, int64_t value)
{
	if (!st->failed)
		bound(st, sqlite3_bind_int64(st->handle, ++st->bound, value));
}

void stmt_bind_text(struct stmt *st, const char *text)
{
	if (!st->failed)
		bound(st, sqlite3_bind_text(st->handle, ++st->bound, text, -1,
					    SQLITE_STATIC));
}

void stmt_bind_null(struct stmt *st)
{
	if (!st->failed)
		bound(st, sqlite3_bind_null(st->handle, ++st->bound));
}

void stmt_bind_row(struct stmt *st, const struct stmt *row)
{
	int count = sqlite3_column_count(row->handle);

	for (int i = 0; i < count && !st->failed; i++)
		bound(st, sqlite3_bind_value(st->handle, ++st->bound,
				sqlite3_column_value(row->handle, i)));
}

bool stmt_next(struct stmt *st)
{
	int code;

	if (st->failed)
		return false;
	code = sqlite3_step(st->handle);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		st->failed = code;
	return code == SQLITE_ROW;
}

int64_t stmt_int(const struct stmt *st, int column)
{
	return sqlite3_column_int64(st->handle, column);
}

const char *stmt_text(struct stmt *st, int column)
{
	const unsigned char *s = sqlite3_column_text(st->handle, column);

	if (s)
		return (const char *)s;
	if (sqlite3_errcode(st->db->sqlite) == SQLITE_NOMEM)
		st->failed = SQLITE_NOMEM;
	return "";
}

size_t stmt_bytes(const struct stmt *st, int column)
{
	return (size_t)sqlite3_column_bytes(st->handle, column);
}

void stmt_run(struct stmt *st, int *changed)
{
	while (stmt_next(st))
		;
	if (changed)
		*changed = st->failed ? 0 : sqlite3_changes(st->db->sqlite);
}

bool stmt_close(struct stmt *st, struct err *err)
{
	bool ok = !st->failed;

	/* the sentence first: resetting may forget SQLite's own */
	if (!ok)
		db_fail(st->db, st->failed, err);
	if (st->handle) {
		sqlite3_reset(st->handle);
		sqlite3_clear_bindings(st->handle);
		st->db->busy--;
		for (int i = 0; i < CACHED; i++)
			if (st->db->cache[i].handle == st->handle)
				st->db->cache[i].busy = false;
	}
	return ok;
}
