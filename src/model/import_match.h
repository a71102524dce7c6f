/*
 * Which rows of a project that was read are rows that are here already.
 *
 * A row with an id that is here is that row.  Else it is the row of the same
 * title in the same place; maps and personas only where the source has no ids
 * of its own, since then it cannot tell that it means another one.
 */
#ifndef MODEL_IMPORT_MATCH_H
#define MODEL_IMPORT_MATCH_H

#include "model/intent.h"

struct match {
	int64_t theirs, ours;
};

struct matches {
	const struct project *p, *from;
	struct {
		struct match *at;       /* by `theirs`, where the two differ */
		size_t count, cap;
	} of[ENTITIES];
};

/* All lists of one entity, always in the same order. */
struct gathered {
	const struct list **lists;
	size_t count, cap;
};

void gather(struct gathered *g, const struct project *p, enum entity e);
void gathered_release(struct gathered *g);

void matches_make(struct matches *m, const struct project *p,
		  const struct import_intent *i);
void matches_release(struct matches *m);

/* The id that a row of theirs has, or will have, here. */
int64_t match_id(const struct matches *m, enum entity e, int64_t theirs);

/* The same for the list that it hangs in. */
int64_t match_parent(const struct matches *m, const struct row *theirs);

/* Whether no row of theirs has another id here. */
bool match_none(const struct matches *m);

/* Its values, with references as they are here; they borrow from the row and
 * from `room`. */
struct match_room {
	char text[FIELDS_MOST][24];
};
void match_values(const struct matches *m, const struct row *theirs,
		  struct values *v, struct match_room *room);

#endif
