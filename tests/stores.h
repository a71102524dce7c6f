/*
 * Stores to try things on, and what must always be true of them.
 */
#ifndef TESTS_STORES_H
#define TESTS_STORES_H

#include "store/db.h"
#include "store/store.h"

/* A new file that holds sample_project(), opened by "Ann", all of it in
 * memory.  The path is borrowed for the program's life. */
struct store *stores_sample(const char **path);

/* Open a file as somebody, all of it in memory. */
struct store *stores_open(const char *path, const char *author);

/* Take over what others wrote; new maps are then in memory, too. */
struct store *stores_refresh(struct store *s);

void stores_do(struct store *s, const struct intent *i);
void stores_set(struct store *s, enum entity e, int64_t id, int field,
		const char *text);
void stores_delete(struct store *s, enum entity e, int64_t id);

/* Refused with a sentence that holds `word`; file and model stay. */
void stores_refuse(struct store *s, const struct intent *i, const char *word);

const char *stores_text(const struct store *s, enum entity e, int64_t id,
			int field);

/* That the file holds what the store has in memory, and that its history,
 * replayed from nothing, leads there. */
void assert_stored(struct store *s);

/* Run SQL on a file as another program might. */
void stores_sql(const char *path, const char *sql);

#endif
