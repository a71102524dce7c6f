/*
 * The channels of a map: which there are, and how customers feel on them.
 *
 * Somebody may name several in one touchpoint, "Zalo, hotline": it counts
 * for each.  The same but for case and marks is the same channel, called as
 * it is called first.
 */
#ifndef MODEL_CHANNELS_H
#define MODEL_CHANNELS_H

#include "model/project.h"

struct channel {
	char *name;
	int64_t first;          /* the touchpoint it was met at */
	size_t touchpoints;
	size_t stages;          /* with a touchpoint on it */
	struct mood mood;
	size_t last;            /* number of the list that came last */
};

struct channels {
	struct channel *at;     /* in the order they are met */
	size_t count, cap;
	size_t unknown;         /* touchpoints without a channel */
	size_t lists;           /* that were added */
};

#define CHANNELS_INIT { NULL, 0, 0, 0, 0 }

/* Count the touchpoints of one more list in. */
void channels_add(struct channels *c, const struct list *touchpoints);

/* Those of a map's stages; the parking lot is not among them. */
void channels_of_map(struct channels *c, const struct project *p,
		     int64_t map);

/* Bring those with most touchpoints to the front, then by name. */
void channels_sort(struct channels *c);
void channels_release(struct channels *c);

#endif
