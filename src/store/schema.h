/*
 * The tables of a map's file.
 *
 * The current version's text is made from the fields table; a golden file in
 * tests/ holds it, so that it cannot change unnoticed.  Raise SCHEMA_VERSION
 * whenever it does, and keep the old text for migration.
 */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "base/strbuf.h"
#include "store/db.h"

enum { SCHEMA_VERSION = 1, SCHEMA_APPLICATION = 0x636a6d31 /* "cjm1" */ };

/* Append all CREATE statements, each ending in ";\n". */
void schema_text(struct strbuf *out);

/* Make the tables in an empty file, inside the caller's transaction. */
bool schema_create(struct db *db, struct err *err);

/* Whether the file's tables are exactly ours, for this version. */
bool schema_check(struct db *db, struct err *err);

#endif
