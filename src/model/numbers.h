/*
 * Numbers of cards that stay put: while a room points at 5.3, that is the
 * same touchpoint whatever is added, moved or deleted meanwhile.
 */
#ifndef MODEL_NUMBERS_H
#define MODEL_NUMBERS_H

#include "model/project.h"

struct number {
	int64_t id;             /* of a touchpoint, or of a stage */
	int stage, card;        /* 5.3; the card is 0 for a stage itself */
};

struct numbers {
	struct number *at;      /* by id */
	size_t count, cap;
	int64_t map;
};

#define NUMBERS_INIT { NULL, 0, 0, 0 }

/* Give everything on the map that has no number yet the next one in its
 * stage; all else keeps its own.  Another map begins anew. */
void numbers_take(struct numbers *n, const struct project *p, int64_t map);
void numbers_release(struct numbers *n);

/* The number of a stage or touchpoint, or NULL. */
const struct number *numbers_of(const struct numbers *n, int64_t id);

/* What has this number, or 0; it may have been deleted since. */
int64_t numbers_find(const struct numbers *n, int stage, int card);

#endif
