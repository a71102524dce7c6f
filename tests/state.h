/*
 * The state of a project, for tests: printed, compared, checked.
 */
#ifndef TESTS_STATE_H
#define TESTS_STATE_H

#include "model/intent.h"

/* Every row with every field, by entity and id; the caller frees it. */
char *state_print(const struct project *p);

void assert_same_state(const struct project *a, const struct project *b);

/* That the project holds together: each row is in its list once, lists are
 * in order, moods are counted right, and what a row refers to is there. */
void assert_sound(const struct project *p);

/* Whether what the rows refer to is there. */
bool state_has_orphans(const struct project *p);

/* Do as an intent wants, without a store; the project is then sound and the
 * edit called `label` (NULL: whatever).  Returns how many changes it took. */
size_t state_do(struct project *p, const struct intent *i, const char *label);

/* The intent is refused with a sentence that holds `word`. */
void assert_refused(const struct project *p, const struct intent *i,
		    const char *word);

/* The rows of one entity by id; the caller frees the array. */
const struct row **state_rows(const struct project *p, enum entity e,
			      size_t *count);

#endif
