/*
 * Coverage: how much is known of a stage or a map, and how.
 */
#ifndef MODEL_COVERAGE_H
#define MODEL_COVERAGE_H

#include "base/strbuf.h"
#include "model/project.h"

enum evidence {
	EVIDENCE_ASSUMED, EVIDENCE_REPORTED, EVIDENCE_OBSERVED,
	EVIDENCE_MEASURED, EVIDENCE_UNKNOWN,
	EVIDENCES
};

struct coverage {
	size_t touchpoints;
	size_t no_need, no_context;
	size_t evidence[EVIDENCES];
	size_t pains;           /* emotion below zero, or a pain named */
	size_t unmended;        /* those without an improvement */
};

/* Count the touchpoints of a stage in; of all the map's stages. */
void coverage_add(struct coverage *c, const struct project *p, int64_t map,
		  int64_t stage);
void coverage_of_map(struct coverage *c, const struct project *p,
		     int64_t map);

/* Whether customers suffer at this touchpoint; whether an improvement is
 * tied to it. */
bool touchpoint_hurts(const struct row *r);
bool touchpoint_is_mended(const struct project *p, const struct row *r);

/* Append "12 of 23 assumed, 4 unknown"; nothing where no evidence is known
 * at all. */
void coverage_text(const struct coverage *c, struct strbuf *out);

#endif
