/*
 * What people say to the coach: a finding is meant so, a rule is not for
 * this project.
 *
 * Answers are rows of their own.  Rules switched off are in the project's
 * settings, a JSON object: {"coach": {"off": ["no-goal"]}}.
 */
#ifndef MODEL_COACH_ANSWER_H
#define MODEL_COACH_ANSWER_H

#include "model/intent.h"

/* The answer to what the rule finds at this place, or NULL. */
const struct row *coach_answered(const struct project *p, const char *rule,
				 int64_t place);

/* The map that an answer's place is or lies on; 0: none that is there. */
int64_t place_map(const struct project *p, int64_t place);

bool coach_is_off(const struct project *p, const char *rule);

/* Answer a finding, or change the answer.  To take it back, delete its row
 * (intent_delete). */
struct answer_intent {
	struct intent intent;
	const char *rule;
	int64_t place;
	const char *note;       /* why it is meant; not empty */
};
void intent_answer(struct answer_intent *i, const char *rule, int64_t place,
		   const char *note);

/* Switch a rule off, or on again. */
struct switch_intent {
	struct intent intent;
	const char *rule;
	bool off;
};
void intent_switch(struct switch_intent *i, const char *rule, bool off);

#endif
