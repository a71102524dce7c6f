/*
 * Votes of a room: "5.3 5.3 2.1" is two votes for one touchpoint and one for
 * another.
 */
#ifndef MODEL_TALLY_H
#define MODEL_TALLY_H

#include "base/strbuf.h"
#include "model/intent.h"
#include "model/numbers.h"

struct tally {
	struct { struct number number; long votes; } *at;
	size_t count, cap;
};

#define TALLY_INIT { NULL, 0, 0 }

/* Read numbers of cards, parted by blanks or commas.  Fails with a sentence
 * that names every word that is no card's number.  Release with
 * tally_release() either way. */
bool tally_read(struct tally *t, const char *line, const struct numbers *n,
		const struct project *p, struct err *err);
void tally_release(struct tally *t);

/* Append "5.3 +2, 2.1 +1". */
void tally_text(const struct tally *t, struct strbuf *out);

/* Count the votes in for this voter, on top of those cast before. */
struct tally_intent {
	struct intent intent;
	const struct tally *tally;
	const char *voter;
};
void intent_tally(struct tally_intent *i, const struct tally *tally,
		  const char *voter);

/* All votes that a touchpoint has. */
long votes_of(const struct project *p, int64_t touchpoint);

#endif
