/*
 * A hand: somebody who makes random edits, undos and redos, and notes down
 * each that was acknowledged.
 *
 * The chance is that of dice.h.
 */
#ifndef TESTS_FAULTS_HAND_H
#define TESTS_FAULTS_HAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

struct ack {
	int64_t seq;            /* of the edit */
	uint64_t state;         /* of the project behind it, or 0: not known */
	int hand;               /* whose it was */
};

/* The name a hand edits by. */
const char *hand_name(int hand);

/* Try one edit.  True when it was written; `ack` then tells of it.  A refusal
 * that no colleague and no earlier edit can explain is fatal. */
bool hand_edit(struct store *s, int hand, struct ack *ack);

/* The file is sound, and holds each acknowledged edit: by whom it was, and
 * with it what the project was then.  At most `more` edits besides are
 * behind the `first` ones it began with. */
void hand_check(const char *path, const struct ack *acks, size_t count,
		int64_t first, int more);

#endif
