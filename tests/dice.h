/*
 * Chance that is the same at each run, and random wishes made of it.
 */
#ifndef TESTS_DICE_H
#define TESTS_DICE_H

#include "base/id.h"
#include "model/intent.h"

void dice_start(uint64_t seed);
unsigned dice(unsigned sides);          /* 0 ... sides - 1 */
const char *dice_text(void);            /* short and long, of many scripts */

/* Something somebody may want of a project.  It borrows nothing from it. */
struct wish {
	union {
		struct intent intent;
		struct set_intent set;
		struct add_intent add;
		struct delete_intent delete;
		struct move_intent move;
	} is;
	char refs[2][ID_TEXT];
};

/* One that the project can fulfil.  Ids of new rows count up from
 * dice_start(), so that nothing differs between runs, or from the one that
 * was given since. */
void dice_ids(int64_t first);
void dice_wish(struct wish *w, const struct project *p);

/* A row of the entity, NULL when there is none. */
const struct row *dice_row(const struct project *p, enum entity e);

#endif
