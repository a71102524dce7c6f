/*
 * Files of an older cjm, which is made up: fixtures/older.sql is its version
 * 1, the program's own tables are version 2 here.
 */
#ifndef TESTS_OLDER_H
#define TESTS_OLDER_H

#include "base/strbuf.h"
#include "store/schema.h"
#include "store/store.h"

enum { OLDER_STEPS = 6 };

/* Make these versions the program's, and its own again; both fit a group's
 * fixture, the first also a case's. */
int older_prepare(void **state);
int older_tidy(void **state);

/* A new file of version 1. */
const char *older_file(void);

/* That all of it is there, in the tables of now. */
void older_assert_brought_over(struct store *s);

/* What the versions are made of.  Of the copying only the first `older_steps`
 * parts are done. */
extern size_t older_steps;
extern const struct schema_version older_versions[];
void older_text(struct strbuf *out);
bool older_copy(struct db *from, struct db *to, struct err *err);

#endif
