/*
 * A row: one thing in the project, as one block of memory.
 *
 * A row never changes; setting a field makes a new row.  Whoever holds the
 * `struct row *` frees it with free().  Texts handed out are borrowed and
 * live as long as the row.
 */
#ifndef MODEL_ROW_H
#define MODEL_ROW_H

#include <stddef.h>
#include <stdint.h>

#include "model/field.h"

/* Which row: what to hold instead of a row. */
struct thing {
	enum entity entity;
	int64_t id;             /* 0: none */
};

struct row {
	int64_t id;
	uint8_t entity;
	uint8_t count;          /* fields that are not empty */
	uint32_t size;          /* bytes of the whole block */
	uint32_t slots[];       /* field << 27 | offset, then the texts */
};

/* What a row is made from: borrowed texts, NULL or "" for nothing. */
struct values {
	const char *text[FIELDS_MOST];
};

struct row *row_new(enum entity e, int64_t id, const struct values *v);
struct row *row_copy(const struct row *r);
struct row *row_with(const struct row *r, int field, const char *text);
void row_values(const struct row *r, struct values *v); /* borrows from r */

const char *row_text(const struct row *r, int field);   /* "" if empty */
/* The n-th of the r->count fields that are not empty, and its text. */
int row_field(const struct row *r, int n, const char **text);
int64_t row_ref(const struct row *r, int field);        /* 0 if empty */
const char *row_title(const struct row *r);
const char *row_rank(const struct row *r);
int row_emotion(const struct row *touchpoint);  /* or EMOTION_UNKNOWN */

/* Whether all fields are the same. */
bool row_equal(const struct row *a, const struct row *b);

/* Order within a list: rank, then id; where there is no rank, folded title,
 * then bytes, then id. */
int row_compare(const struct row *a, const struct row *b);

#endif
