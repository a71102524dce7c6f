/*
 * The tables of a map's file, in each version there was.
 *
 * The current version's text is made from the fields table; a golden file in
 * tests/ holds it, so that it cannot change unnoticed.  When it does, add a
 * version: the text of the one before is kept as it was published, and the
 * new one gets a function that fills its tables from those of the one before.
 */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "base/strbuf.h"
#include "store/db.h"

enum { SCHEMA_APPLICATION = 0x636a6d31 /* "cjm1" */ };

struct schema_version {
	int number;             /* PRAGMA user_version */
	/* Append all CREATE statements, each ending in ";\n". */
	void (*text)(struct strbuf *out);
	/* All rows of the version before into empty tables of this one, the
	 * history too: its changes must lead to the new rows.  Deep checks and
	 * replay follow, so it need not look for damage. */
	bool (*copy)(struct db *from, struct db *to, struct err *err);
};

/* Oldest first; ends with number 0.  A test may put its own here. */
extern const struct schema_version *schema_versions;

const struct schema_version *schema_current(void);

/* The current version's text. */
void schema_text(struct strbuf *out);

/* Make the tables in an empty file, inside the caller's transaction. */
bool schema_create(struct db *db, const struct schema_version *v,
		   struct err *err);

/* For copy functions: what `select` finds goes row by row into `insert`. */
bool schema_copy_rows(struct db *from, const char *select, struct db *to,
		      const char *insert, struct err *err);

/* The version of a file; one that is newer or unknown is an error. */
bool schema_find(struct db *db, const struct schema_version **v,
		 struct err *err);

/* Whether the file's tables are exactly those of the version, and its text is
 * UTF-8. */
bool schema_matches(struct db *db, const struct schema_version *v,
		    struct err *err);

/* Both, for the current version. */
bool schema_check(struct db *db, struct err *err);

#endif
