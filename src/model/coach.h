/*
 * The coach: what the method has to say about a map.
 *
 * Each rule is a row: its name, how grave it is, why it matters, what to do,
 * and a pure function that finds what it is about.  None blocks work.  A
 * project can switch a rule off, and a single finding can be answered, "this
 * is meant"; both are edits (coach_answer.h).
 *
 *	struct coach c = { .p = p, .map = map, .day = "2026-11-23",
 *			   .words = &words };
 *	struct findings found;
 *
 *	coach_look(&c, &found);
 *	...
 *	findings_release(&found);
 *
 * Touchpoints in the parking lot are not yet part of the journey: the coach
 * looks at their wording only.
 */
#ifndef MODEL_COACH_H
#define MODEL_COACH_H

#include "base/strbuf.h"
#include "model/coach_words.h"
#include "model/project.h"

enum severity { SEVERITY_WARNING, SEVERITY_NOTE, SEVERITIES };

struct finder;

struct rule {
	const char *name;       /* in the file and for scripts */
	enum severity severity;
	const char *why;        /* msgid: one sentence */
	const char *advice;     /* msgid: what to do */
	void (*find)(struct finder *f);
};

extern const struct rule rules[];       /* ends with a NULL name */

const struct rule *rule_find(const char *name);         /* or NULL */
const char *severity_key(enum severity s);      /* "warning", "note" */
const char *severity_label(enum severity s);    /* translated */

/* What the coach looks at.  All is borrowed. */
struct coach {
	const struct project *p;
	int64_t map;            /* its rows are in memory */
	const char *day;        /* what day it is: YYYY-MM-DD */
	const struct coach_words *words;
	const struct rule *only;        /* this one, even if switched off;
					 * NULL: all that are not */
};

struct finding {
	const struct rule *rule;
	enum entity entity;     /* where: the map, a stage, a touchpoint or */
	int64_t id;             /* an improvement */
	char *text;             /* a few words on this place; translated */
};

struct findings {
	struct finding *at;     /* rule by rule, each from left to right */
	size_t count, cap;
	size_t number[SEVERITIES];
	size_t answered;        /* not among them */
	size_t off;             /* rules that were not asked */
};

void coach_look(const struct coach *c, struct findings *out);
void findings_release(struct findings *f);

/* The stage a finding belongs to; 0: the map as a whole, or parked. */
int64_t finding_stage(const struct project *p, const struct finding *f);

/* Append what people call a place of the map: "5.3" a touchpoint, "5" a
 * stage, "i2" an improvement, "map". */
void coach_place(const struct project *p, enum entity e, int64_t id,
		 struct strbuf *out);

/* The place that people call so, on this map.  False with a sentence. */
bool coach_place_read(const struct project *p, int64_t map, const char *text,
		      enum entity *e, int64_t *id, struct err *err);

#endif
