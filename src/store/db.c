#include "store/db.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "store/db_inner.h"
#include "store/vfs.h"

enum {
	BUSY_MS = 5000,
	WAIT_MS = 50,           /* between two looks at a lock */
	PIECE = 65536,          /* bytes read at once */
	HEAP_MOST = 512 * 1024 * 1024,
	/* What a question may cost, in SQLite's own steps: so many, and so
	 * many for each page of the file.  The dearest of ours needs less
	 * than a tenth of that; a crafted file can be without an end. */
	STEPS_MOST = 50 * 1000 * 1000, STEPS_PAGE = 20 * 1000,
	STEPS_COUNTED = 10 * 1000       /* at a time */
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
	case SQLITE_TOOBIG:
		return _("the file is damaged");
	case SQLITE_INTERRUPT:
		return _("the file is damaged: reading it would never end");
	case SQLITE_CANTOPEN:
		return _("the file cannot be opened");
	case SQLITE_NOMEM:
		return _("out of memory");
	case SQLITE_CONSTRAINT:
		if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
			return _("something this refers to is gone");
		break;
	}
	return sqlite3_errmsg(db->sqlite);
}

/* What this connection believes of the file may be wrong afterwards. */
static bool leaves_doubt(int code)
{
	switch (code & 0xff) {
	case SQLITE_FULL:
	case SQLITE_READONLY:
	case SQLITE_IOERR:
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_CANTOPEN:
	case SQLITE_NOMEM:
		return true;
	}
	return false;
}

bool db_fail(struct db *db, int code, struct err *err)
{
	if (db)
		db->doubtful |= leaves_doubt(code);
	return err && err_set(err, "%s", reason(db, code));
}

bool db_exec(struct db *db, const char *sql, struct err *err)
{
	int code = sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL);

	return code == SQLITE_OK || db_fail(db, code, err);
}

/* Before the first connection of the program. */
static void prepare_library(void)
{
	static bool done;

	if (done)
		return;
	done = true;
	sqlite3_config(SQLITE_CONFIG_URI, 0);   /* file names are literal */
	sqlite3_hard_heap_limit64(HEAP_MOST);
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
	static const struct { int limit, most; } limits[] = {
		{ SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
		{ SQLITE_LIMIT_SQL_LENGTH, 100 * 1000 },
		{ SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_VDBE_OP, 100 * 1000 },
	};

	for (size_t i = 0; i < ARRAY_LEN(config); i++)
		sqlite3_db_config(s, config[i].option, config[i].value, NULL);
	for (size_t i = 0; i < ARRAY_LEN(limits); i++)
		sqlite3_limit(s, limits[i].limit, limits[i].most);
}

static bool reads_only(enum db_mode mode)
{
	return mode == DB_READ || mode == DB_SALVAGE;
}

/* Set it, and hear whether it is so now. */
static bool set_pragma(struct db *db, const char *name, const char *value,
		       struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt st;
	bool same, ok;

	strbuf_addf(&sql, "PRAGMA %s = %s", name, value);
	ok = db_exec(db, sql.s, err);
	strbuf_clear(&sql);
	strbuf_addf(&sql, "PRAGMA %s", name);
	stmt_open(&st, db, sql.s);
	same = stmt_next(&st) && !strcmp(stmt_text(&st, 0), value);
	strbuf_release(&sql);
	if (!stmt_close(&st, ok ? err : NULL) || !ok)
		return false;
	return same || err_set(err, _("another program has opened it in a "
				      "way that is not safe; close that one "
				      "(%s is not %s)"), name, value);
}

static bool set_pragmas(struct db *db, enum db_mode mode, struct err *err)
{
	static const struct {
		const char *name, *value;
		bool writing;           /* only where we may write */
	} pragmas[] = {
		{ "cell_size_check", "1", false },
		{ "mmap_size", "0", false },
		{ "temp_store", "2", false },           /* in memory */
		{ "synchronous", "3", false },          /* EXTRA */
		{ "secure_delete", "1", false },
		{ "journal_mode", "delete", true },
	};

	for (size_t i = 0; i < ARRAY_LEN(pragmas); i++)
		if (!(pragmas[i].writing && reads_only(mode)) &&
		    !set_pragma(db, pragmas[i].name, pragmas[i].value, err))
			return false;
	return true;
}

/* The file is open for reading only, whatever this pragma is called. */
static bool overlook_damage(struct db *db, struct err *err)
{
	sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	return db_exec(db, "PRAGMA writable_schema = 1", err);
}

/* SQLite calls this while it works; true ends the work. */
static int count_steps(void *arg)
{
	struct db *db = arg;

	db->steps_left -= STEPS_COUNTED;
	return db->steps_left < 0;
}

static bool limit_steps(struct db *db, struct err *err)
{
	int64_t pages = 0;

	db->steps_most = db->steps_left = STEPS_MOST;
	sqlite3_progress_handler(db->sqlite, STEPS_COUNTED, count_steps, db);
	if (!db_int(db, "PRAGMA page_count", &pages, err))
		return false;
	db->steps_most += pages * STEPS_PAGE;
	return true;
}

static bool prepare_rollback(struct db *db, struct err *err)
{
	int code = sqlite3_prepare_v3(db->sqlite, "ROLLBACK", -1,
				      SQLITE_PREPARE_PERSISTENT,
				      &db->rollback, NULL);

	return code == SQLITE_OK || db_fail(db, code, err);
}

static bool set_up(struct db *db, enum db_mode mode, struct err *err)
{
	harden(db->sqlite);
	sqlite3_busy_timeout(db->sqlite, BUSY_MS);
	return (mode != DB_SALVAGE || overlook_damage(db, err)) &&
	       set_pragmas(db, mode, err) && limit_steps(db, err) &&
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
	prepare_library();
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

bool db_doubtful(const struct db *db)
{
	return db->doubtful;
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

void db_expect_many(struct db *db)
{
	struct err unused;

	db_exec(db, "PRAGMA cache_size = -32768", &unused);     /* KiB */
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

bool db_in_place(struct db *db)
{
	int moved = 0;

	sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_HAS_MOVED,
			     &moved);
	return !moved;
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

static bool read_all(sqlite3_file *file,
		     bool (*take)(const void *bytes, size_t len, void *arg),
		     void *arg)
{
	sqlite3_int64 size = 0, at = 0;
	char bytes[PIECE];

	if (file->pMethods->xFileSize(file, &size))
		return false;
	while (at < size) {
		int len = size - at < PIECE ? (int)(size - at) : PIECE;

		if (file->pMethods->xRead(file, bytes, len, at) ||
		    !take(bytes, (size_t)len, arg))
			return false;
		at += len;
	}
	return true;
}

/* Whoever writes is done within moments, or never. */
static bool lock_to_read(sqlite3_file *file)
{
	for (int tries = 0; tries < BUSY_MS / WAIT_MS; tries++) {
		int code = file->pMethods->xLock(file, SQLITE_LOCK_SHARED);

		if ((code & 0xff) != SQLITE_BUSY)
			return code == SQLITE_OK;
		sqlite3_sleep(WAIT_MS);
	}
	return false;
}

bool db_bytes(struct db *db, bool (*take)(const void *bytes, size_t len,
					  void *arg), void *arg)
{
	sqlite3_file *file = NULL;
	bool ok;

	if (sqlite3_file_control(db->sqlite, "main",
				 SQLITE_FCNTL_FILE_POINTER, &file) ||
	    !file || !file->pMethods || !lock_to_read(file))
		return false;
	ok = read_all(file, take, arg);
	file->pMethods->xUnlock(file, SQLITE_LOCK_NONE);
	return ok;
}

int64_t db_data_version(struct db *db)
{
	int64_t version = 0;

	db_int(db, "PRAGMA data_version", &version, NULL);
	return version;
}
