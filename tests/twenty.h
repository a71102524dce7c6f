/*
 * Twenty edits with a fault among them.
 *
 * They make the file grow and shrink, and some are undos.  Whatever fails,
 * each edit is either saved or refused with a sentence, what was saved is in
 * the file and nothing else, and the file is sound.
 */
#ifndef TESTS_TWENTY_H
#define TESTS_TWENTY_H

#include <stdbool.h>
#include <stddef.h>

enum { TWENTY = 20 };

/* What fails. */
struct trouble {
	/* From now on the n-th call (from 1) fails, and with `for_ever` all
	 * after it, too. */
	void (*start)(long n, bool for_ever);
	/* Nothing fails any more; how many calls there were since. */
	long (*stop)(void);
};

/* Make the file that each run begins with; both fit a group's fixture. */
int twenty_prepare(void **state);
int twenty_tidy(void **state);

/* That file, borrowed. */
const char *twenty_sample(size_t *len);

/* Each call of a run fails in its turn, or each n-th where FAULTS_STEP is n.
 * `most`: how many edits one fault may cost. */
struct twenty {
	long points, refused, unknown;
};
struct twenty twenty_fail_each(const struct trouble *t, bool for_ever,
			       int most);

#endif
