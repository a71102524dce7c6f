#include "store/db.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "store/vfs.h"

enum { CACHED = 64, BUSY_MS = 5000 };

struct cached {
	char *sql;
	sqlite3_stmt *handle;
	bool busy;
};

struct db {
	sqlite3 *sqlite;
	sqlite3_stmt *rollback;         /* ready for when memory is out */
	char *path;
	struct cached cache[CACHED];
	int next;               /* the slot to give up next */
};

/* What a failure means to the person at the keyboard. */
static const char *reason(struct db *db, int code)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return _("another program has been writing to the file for "
			 "too long; try again");
	case SQLITE_FULL:
		return _("the disk is full; make room and try again");
	case SQLITE_READONLY:
		return code == SQLITE_READONLY_DBMOVED ?
		       _("the file was moved, replaced or deleted; put it "
			 "back") :
		       _("the file cannot be written");
	case SQLITE_IOERR:
		return _("the disk reports an error");
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return _("the file is damaged");
	case SQLITE_CANTOPEN:
		return _("the file cannot be opened");
	case SQLITE_NOMEM:
		return _("out of memory");
	case SQLITE_CONSTRAINT:
		if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
			return _("something this refers to is gone");
		break;
	}
	return db->sqlite ? sqlite3_errmsg(db->sqlite) : sqlite3_errstr(code);
}

static bool fail(struct db *db, int code, struct err *err)
{
	return err_set(err, "%s", reason(db, code));
}

bool db_exec(struct db *db, const char *sql, struct err *err)
{
	int code = sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL);

	return code == SQLITE_OK || fail(db, code, err);
}

/* A map's file is only data: nothing stored in it may run. */
static void harden(sqlite3 *s)
{
	static const struct { int option, value; } config[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	};

	for (size_t i = 0; i < ARRAY_LEN(config); i++)
		sqlite3_db_config(s, config[i].option, config[i].value, NULL);
	sqlite3_limit(s, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
	sqlite3_limit(s, SQLITE_LIMIT_SQL_LENGTH, 100 * 1000);
	sqlite3_limit(s, SQLITE_LIMIT_ATTACHED, 0);
}

static bool set_journal_mode(struct db *db, struct err *err)
{
	struct stmt st;
	bool ok;

	stmt_open(&st, db, "PRAGMA journal_mode = DELETE");
	ok = stmt_next(&st) && !strcmp(stmt_text(&st, 0), "delete");
	if (!stmt_close(&st, err))
		return false;
	return ok || err_set(err, _("the file uses a write-ahead log; close "
				    "the program that opened it so"));
}

static bool reads_only(enum db_mode mode)
{
	return mode == DB_READ || mode == DB_SALVAGE;
}

/* The file is open for reading only, whatever this pragma is called. */
static bool overlook_damage(struct db *db, struct err *err)
{
	sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	return db_exec(db, "PRAGMA writable_schema = 1", err);
}

static bool prepare_rollback(struct db *db, struct err *err)
{
	int code = sqlite3_prepare_v3(db->sqlite, "ROLLBACK", -1,
				      SQLITE_PREPARE_PERSISTENT,
				      &db->rollback, NULL);

	return code == SQLITE_OK || fail(db, code, err);
}

static bool set_up(struct db *db, enum db_mode mode, struct err *err)
{
	static const char pragmas[] =
		"PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0;"
		"PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA;"
		"PRAGMA secure_delete = 1";

	harden(db->sqlite);
	if (mode == DB_SALVAGE && !overlook_damage(db, err))
		return false;
	sqlite3_busy_timeout(db->sqlite, BUSY_MS);
	return db_exec(db, pragmas, err) &&
	       (reads_only(mode) || set_journal_mode(db, err)) &&
	       prepare_rollback(db, err);
}

struct db *db_open(const char *path, enum db_mode mode, struct err *err)
{
	struct db *db = xcalloc(1, sizeof *db);
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
		    SQLITE_OPEN_NOMUTEX;
	int code;

	flags |= reads_only(mode) ? SQLITE_OPEN_READONLY :
				    SQLITE_OPEN_READWRITE;
	sqlite3_config(SQLITE_CONFIG_URI, 0);   /* file names are literal */
	db->path = xstrdup(path);
	vfs_allow(path);
	code = sqlite3_open_v2(path, &db->sqlite, flags, vfs_name());
	if (code != SQLITE_OK)
		fail(db, code, err);
	else if (set_up(db, mode, err))
		return db;
	db_close(db);
	return NULL;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	for (int i = 0; i < CACHED; i++) {
		sqlite3_finalize(db->cache[i].handle);
		free(db->cache[i].sql);
	}
	sqlite3_finalize(db->rollback);
	sqlite3_close(db->sqlite);
	vfs_forbid(db->path);
	free(db->path);
	free(db);
}

bool db_int(struct db *db, const char *sql, int64_t *value, struct err *err)
{
	struct stmt st;

	stmt_open(&st, db, sql);
	if (stmt_next(&st))
		*value = stmt_int(&st, 0);
	return stmt_close(&st, err);
}

bool db_begin_read(struct db *db, struct err *err)
{
	return db_exec(db, "BEGIN", err);
}

/* A file that was copied over ours may have had as many commits, and then
 * SQLite would take the pages it remembers for those of that file. */
bool db_begin(struct db *db, struct err *err)
{
	sqlite3_db_release_memory(db->sqlite);
	return db_exec(db, "BEGIN IMMEDIATE", err);
}

bool db_commit(struct db *db, struct err *err)
{
	if (db_exec(db, "COMMIT", err))
		return true;
	db_rollback(db);
	return false;
}

void db_rollback(struct db *db)
{
	if (sqlite3_get_autocommit(db->sqlite))
		return;
	sqlite3_step(db->rollback);
	sqlite3_reset(db->rollback);
}

bool db_in_place(struct db *db, struct err *err)
{
	int moved = 0;

	sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_HAS_MOVED,
			     &moved);
	return !moved || fail(db, SQLITE_READONLY_DBMOVED, err);
}

bool db_copy(struct db *db, const char *to, struct err *err)
{
	struct stmt st;
	bool ok;

	/* for SQLite the copy is a second database at the first one's side */
	sqlite3_limit(db->sqlite, SQLITE_LIMIT_ATTACHED, 1);
	vfs_allow(to);
	stmt_open(&st, db, "VACUUM INTO ?");
	stmt_bind_text(&st, to);
	stmt_run(&st, NULL);
	ok = stmt_close(&st, err);
	vfs_forbid(to);
	sqlite3_limit(db->sqlite, SQLITE_LIMIT_ATTACHED, 0);
	return ok;
}

int64_t db_data_version(struct db *db)
{
	int64_t version = 0;

	db_int(db, "PRAGMA data_version", &version, NULL);
	return version;
}

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
	struct cached *c = find_idle(db, sql);

	*st = (struct stmt){ .db = db };
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
					    SQLITE_TRANSIENT));
}

void stmt_bind_null(struct stmt *st)
{
	if (!st->failed)
		bound(st, sqlite3_bind_null(st->handle, ++st->bound));
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
	if (!ok && err)
		fail(st->db, st->failed, err);
	if (st->handle) {
		sqlite3_reset(st->handle);
		sqlite3_clear_bindings(st->handle);
		for (int i = 0; i < CACHED; i++)
			if (st->db->cache[i].handle == st->handle)
				st->db->cache[i].busy = false;
	}
	return ok;
}
