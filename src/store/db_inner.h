/*
 * What db.c and stmt.c share: the connection as it is.
 */
#ifndef STORE_DB_INNER_H
#define STORE_DB_INNER_H

#include <sqlite3.h>

#include "store/db.h"

enum { CACHED = 64 };

struct cached {
	char *sql;
	sqlite3_stmt *handle;
	bool busy;
};

struct db {
	sqlite3 *sqlite;
	sqlite3_stmt *rollback; /* ready for when memory is out */
	char *path;
	struct cached cache[CACHED];
	int next;               /* the slot to give up next */
	int busy;               /* statements that are open */
	int64_t steps_most;     /* that SQLite may do while any is ... */
	int64_t steps_left;     /* ... and that it still may */
	bool doubtful;
};

/* db.c: note one of SQLite's codes and set the sentence for it; always
 * false.  Both `db` and `err` may be NULL. */
bool db_fail(struct db *db, int code, struct err *err);

#endif
