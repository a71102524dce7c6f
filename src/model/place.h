/*
 * Places: the rank that puts a row where it is wanted in its list.
 */
#ifndef MODEL_PLACE_H
#define MODEL_PLACE_H

#include "model/change.h"

/* Append to `out` the rank for position `at` of the list (from 0, AT_END or
 * too large: the end), counted without the row `skip` (may be NULL), in the
 * list as the edit leaves it so far.  Neighbours that share a rank are given
 * new ones in the edit.  False when no rank is left there, with a sentence. */
bool place_rank(struct edit *e, const struct project *p, enum entity entity,
		int64_t parent, const struct row *skip, long at,
		struct strbuf *out, struct err *err);

#endif
