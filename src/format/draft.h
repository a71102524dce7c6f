/*
 * A row on its way in: what a reader has gathered of it so far.
 *
 * The texts are cleaned (see utf8_clean) and checked as they come; the draft
 * owns them.  Start with draft_init(), end with draft_release().
 */
#ifndef FORMAT_DRAFT_H
#define FORMAT_DRAFT_H

#include "base/utf8.h"
#include "model/project.h"

struct draft {
	enum entity entity;
	int64_t id;
	char *text[FIELDS_MOST];        /* NULL: not given */
	struct utf8_report mended;      /* what cleaning did to all of them */
};

void draft_init(struct draft *d, enum entity e, int64_t id);
void draft_release(struct draft *d);

/* Give the field a value.  Fails when it is not one the field may have. */
bool draft_set(struct draft *d, int field, const char *text, size_t len,
	       struct err *err);
void draft_refer(struct draft *d, int field, int64_t id);  /* 0: nothing */

/* Keep in the notes what no field has room for.  False: it has no notes. */
bool draft_keep(struct draft *d, const char *key, const char *text);

/* The row, the caller's to free.  NULL when a required field is missing. */
struct row *draft_row(const struct draft *d, struct err *err);

/* Put the row into the project.  Fails as draft_row() does, or when the id is
 * taken. */
bool draft_put(const struct draft *d, struct project *p, struct err *err);

#endif
