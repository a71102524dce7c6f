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
	char *path;
	struct cached cache[CACHED];
	int next;               /* the slot to give up next */
};

/* db.c: set the sentence for one of SQLite's codes; always false. */
bool db_fail(struct db *db, int code, struct err *err);

#endif
