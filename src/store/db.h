/*
 * SQLite, and nothing of the map: connections, statements, transactions.
 *
 * Only db.c, stmt.c and vfs.c know sqlite3.h.  A statement keeps its first
 * failure: after one, the later calls on it do nothing, and stmt_close()
 * reports it, so callers check once.  Values are always bound.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct db;

enum db_mode { DB_READ, DB_WRITE, DB_CREATE, DB_SALVAGE };

/* Connect to a file by its absolute path, in journal mode DELETE with
 * synchronous EXTRA, closed to everything a hostile schema could bring.
 * DB_CREATE wants an empty file to be there.  DB_SALVAGE reads what there is
 * even if the file ends too early or its list of tables is damaged. */
struct db *db_open(const char *path, enum db_mode mode, struct err *err);
void db_close(struct db *db);           /* NULL is allowed */

/* Whether anything failed that makes one doubt what this connection knows of
 * the file: the disk, the room on it, the file's own form. */
bool db_doubtful(const struct db *db);

bool db_exec(struct db *db, const char *sql, struct err *err);

/* The number a statement answers with; `value` is left alone if it fails. */
bool db_int(struct db *db, const char *sql, int64_t *value, struct err *err);

/* A read transaction, ended by db_rollback(): all that is read shows the
 * file as one commit left it. */
bool db_begin_read(struct db *db, struct err *err);

/* A write transaction, which trusts nothing that was read earlier.  db_begin
 * waits up to 5 seconds for another writer.  db_commit that fails has rolled
 * back. */
bool db_begin(struct db *db, struct err *err);
bool db_commit(struct db *db, struct err *err);
void db_rollback(struct db *db);

/* Whether the file is still the one under the name it was opened by.  What
 * SQLite finds beside that name belongs to another file otherwise, so ask
 * before anything else is asked of it. */
bool db_in_place(struct db *db);

/* Many rows are going to be written, anywhere in the tables: keep more of
 * their pages in memory, so that each is written about once. */
void db_expect_many(struct db *db);

/* Write a copy, with nothing deleted left in it, into an empty file. */
bool db_copy(struct db *db, const char *to, struct err *err);

/* Hand on the file's bytes, wherever it is by now, with nobody writing to it
 * meanwhile; stops when `take` is false.  False when not all were handed on.
 * What they hold is for the caller to find out. */
bool db_bytes(struct db *db, bool (*take)(const void *bytes, size_t len,
					  void *arg), void *arg);

/* Changes with every commit of another process; costs next to nothing. */
int64_t db_data_version(struct db *db);

struct stmt {
	struct db *db;
	void *handle;
	int failed;             /* SQLite's code, or 0 */
	int bound;
};

/* Prepare, or take the idle one with the same text from the connection; on
 * none (NULL) it fails.  One that would run for ever is stopped and fails. */
void stmt_open(struct stmt *st, struct db *db, const char *sql);
/* Bind the next parameter.  A text must live until stmt_close(). */
void stmt_bind_int(struct stmt *st, int64_t value);
void stmt_bind_text(struct stmt *st, const char *text);
void stmt_bind_null(struct stmt *st);
/* Bind all columns of the row another statement is at. */
void stmt_bind_row(struct stmt *st, const struct stmt *row);
bool stmt_next(struct stmt *st);        /* is there a row? */
int64_t stmt_int(const struct stmt *st, int column);
/* The text of a column, "" for NULL; lives until the next row. */
const char *stmt_text(struct stmt *st, int column);
/* How long it is, also when there is a NUL in it; ask for the text first. */
size_t stmt_bytes(const struct stmt *st, int column);
/* Run to the end; the rows that were changed go to `changed`. */
void stmt_run(struct stmt *st, int *changed);
bool stmt_close(struct stmt *st, struct err *err);

#endif
