/*
 * How the coach's rules find what they are about: one function a rule.
 *
 * For the coach's own files.  A function looks at f->coach and calls found()
 * for each place; whether the finding was answered is not its business.
 */
#ifndef MODEL_COACH_FIND_H
#define MODEL_COACH_FIND_H

#include "model/coach.h"

/* Bytes that a finding quotes of a text. */
enum { SHOWN = 100 };

struct finder {
	const struct coach *coach;
	const struct rule *rule;
	struct findings *out;
};

/* Something was found at this row; the text is already translated. */
void found(struct finder *f, const struct row *at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Visit the touchpoints, stage by stage; `parked`: those of the parking lot
 * at the end. */
void each_touchpoint(struct finder *f, bool parked,
		     void (*visit)(struct finder *f, const struct row *r));
void each_stage(struct finder *f,
		void (*visit)(struct finder *f, const struct row *stage,
			      const struct list *touchpoints));

/* of touchpoints */
void find_channel_title(struct finder *f);
void find_missing_need(struct finder *f);
void find_missing_context(struct finder *f);
void find_business_centred(struct finder *f);
void find_unmended_pain(struct finder *f);
void find_overdue_review(struct finder *f);
void find_missing_goal(struct finder *f);
void find_missing_content(struct finder *f);

/* of stages */
void find_empty_stage(struct finder *f);
void find_few_ways(struct finder *f);
void find_assumptions(struct finder *f);
void find_duplicates(struct finder *f);
void find_long_stage(struct finder *f);

/* of the map as a whole */
void find_early_end(struct finder *f);
void find_single_channel(struct finder *f);
void find_no_digital(struct finder *f);
void find_only_digital(struct finder *f);
void find_only_created(struct finder *f);
void find_hidden_characters(struct finder *f);

/* of improvements */
void find_unowned(struct finder *f);
void find_unmeasured(struct finder *f);
void find_undecided(struct finder *f);

#endif
