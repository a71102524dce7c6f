#include "store/db.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "store/db_inner.h"
#include "store/vfs.h"

enum { BUSY_MS = 5000 };

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

bool db_fail(struct db *db, int code, struct err *err)
{
	return err_set(err, "%s", reason(db, code));
}

bool db_exec(struct db *db, const char *sql, struct err *err)
{
	int code = sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL);

	return code == SQLITE_OK || db_fail(db, code, err);
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
	       (reads_only(mode) || set_journal_mode(db, err));
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
		db_fail(db, code, err);
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

bool db_begin(struct db *db, struct err *err)
{
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
	if (!sqlite3_get_autocommit(db->sqlite))
		sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
}

bool db_in_place(struct db *db, struct err *err)
{
	int moved = 0;

	sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_HAS_MOVED,
			     &moved);
	return !moved || db_fail(db, SQLITE_READONLY_DBMOVED, err);
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
