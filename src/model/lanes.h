/*
 * The rows of a matrix whose columns are stages: lanes.
 *
 * A lane is a field of the touchpoints, or one that the map's people added.
 * The screen, the slides and the tables of every format show the same ones.
 */
#ifndef MODEL_LANES_H
#define MODEL_LANES_H

#include "base/strbuf.h"
#include "model/project.h"

struct lane {
	int field;              /* of touchpoints; -1: a lane of the map's own */
	int64_t id;             /* of that one, else 0 */
};

struct lanes {
	struct lane *at;
	size_t count, cap;
};

#define LANES_INIT { NULL, 0, 0 }

/* The lanes that `wanted` names, in its order: "pain,need,KPI", by a field's
 * key or label or by a title.  NULL: the usual ones as far as something
 * stands in them, then the map's own.  Fails at a name that is none. */
bool lanes_choose(struct lanes *l, const struct project *p, int64_t map,
		  const char *wanted, struct err *err);
void lanes_release(struct lanes *l);

/* What the lane is called, in the language of the moment; borrowed. */
const char *lane_title(const struct lane *l, const struct project *p);

/* Each text that stands in the lane at the stage (0: the parking lot), as it
 * is shown to people; `touchpoint` is whose it is, NULL in a lane of the
 * map's own.  An empty one is passed over. */
typedef void lane_visit(const struct row *touchpoint, const char *text,
			void *arg);
void lane_each(const struct lane *l, const struct project *p, int64_t map,
	       int64_t stage, lane_visit *visit, void *arg);

/* Append these texts with `between` between them; of equal ones in a row
 * only the first, except for emotions. */
void lane_text(const struct lane *l, const struct project *p, int64_t map,
	       int64_t stage, const char *between, struct strbuf *out);

/* What the map's own lane says of the stage, or NULL. */
const struct row *lane_cell(const struct project *p, int64_t lane,
			    int64_t stage);

#endif
