/*
 * A clip: touchpoints or stages taken to be put somewhere else, as often as
 * one likes, in this map or another of the project.
 *
 * It owns copies of the rows, so it outlives what it was taken from.
 */
#ifndef MODEL_CLIP_H
#define MODEL_CLIP_H

#include "model/intent.h"

struct clip {
	struct row **rows;      /* a stage stands before its touchpoints */
	size_t count, cap;
};

#define CLIP_INIT { NULL, 0, 0 }

/* Empty the clip and take touchpoints or stages, a stage with its
 * touchpoints; those that are gone are passed over. */
void clip_take(struct clip *c, const struct project *p, enum entity e,
	       const int64_t *ids, size_t count);
void clip_release(struct clip *c);

bool clip_holds(const struct clip *c, enum entity e);

/* Put new rows like those of the clip into a map: stages to the place `at`
 * among its stages, touchpoints to `at` in the stage (0: the parking lot).
 * What was measured, voted and planned for the old ones stays theirs. */
struct paste_intent {
	struct intent intent;
	const struct clip *clip;
	int64_t map, stage;
	long at;                /* index, or AT_END */
	int64_t first;          /* the id of the first new row */
};
void intent_paste(struct paste_intent *i, const struct clip *clip,
		  int64_t map, int64_t stage, long at);

/* A new map like another one, say as its to-be, or for another persona: its
 * stages, touchpoints, lanes and cells, each touchpoint and the map derived
 * from the old one. */
struct copy_map_intent {
	struct intent intent;
	int64_t map;            /* the old one */
	int64_t id;             /* of the new one */
	const char *title;
	const char *state;      /* MAP_STATE; NULL: the old one's */
	int64_t persona;        /* 0: the old one's */
};
void intent_copy_map(struct copy_map_intent *i, int64_t map,
		     const char *title);

#endif
