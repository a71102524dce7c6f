/*
 * What the columns of a table mean, told by their names.
 *
 * A table of our own has `id`, `map`, `stage` and `title` among its columns;
 * then all are called by keys.  In other tables names are taken as people use
 * them (see fields_named); of several columns that may be the same field the
 * one that can be nothing else gets it, then the first.  The rows of a matrix
 * whose columns are stages are told apart in the same way.
 */
#ifndef FORMAT_COLUMNS_H
#define FORMAT_COLUMNS_H

#include "base/err.h"
#include "model/field.h"

enum column_kind {
	COLUMN_UNKNOWN,
	COLUMN_FIELD,           /* of touchpoints */
	COLUMN_MAP,             /* titles ... */
	COLUMN_STAGE,
	COLUMN_POSITION,        /* a touchpoint's number in its stage */
	COLUMN_ORDER,           /* other people's numbers of lines */
	COLUMN_ID               /* of touchpoints: t41 */
};

struct column {
	enum column_kind kind;
	int field;
	bool told;              /* by the user */
	char *name;             /* clean, on one line; owned */
	uint32_t fields;        /* what it may be, a bit each */
};

struct columns {
	struct column *at;
	size_t count, cap;
	bool ours;
};

#define COLUMNS_INIT { NULL, 0, 0, false }

/* The columns of our own tables, in order; their names are the keys. */
void columns_ours(struct columns *c);

/* Add a column of this name ... */
void columns_add(struct columns *c, const char *name);

/* ... take what the user tells of them, lines of "NAME=field" ... */
bool columns_tell(struct columns *c, const char *lines, struct err *err);

/* ... and decide what they mean. */
void columns_settle(struct columns *c);

/* The same where only a field's own label counts, in any language that we
 * have; the rest stays unknown. */
void columns_settle_labels(struct columns *c);

/* The number of the first column of this kind (and field), or -1. */
int columns_find(const struct columns *c, enum column_kind kind, int field);

void columns_release(struct columns *c);

#endif
