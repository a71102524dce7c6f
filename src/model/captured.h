/*
 * What a capture line does to the map.
 */
#ifndef MODEL_CAPTURED_H
#define MODEL_CAPTURED_H

#include "model/capture.h"
#include "model/intent.h"

enum captured {
	CAPTURED_NOTHING,       /* an empty line */
	CAPTURED_ADDED,         /* a touchpoint in the stage meant */
	CAPTURED_PARKED,        /* its stage was unknown or ambiguous */
	CAPTURED_CHANGED,       /* the line added to a touchpoint */
	CAPTURED_WENT           /* only a stage: go there, nothing to write */
};

struct capture_intent {
	struct intent intent;
	struct capture line;
	int64_t map;
	int64_t here;           /* stage of a line without `>`; 0: parked */
	int64_t last;           /* touchpoint a line of sigils adds to */
	int64_t replaces;       /* the line is the whole of this one, or 0 */
	int64_t id;             /* the id a new touchpoint will get */
	struct capture_result *result;
};

/* Filled by build(), true once store_do() has succeeded. */
struct capture_result {
	enum captured what;
	int64_t touchpoint;     /* added or changed */
	int64_t stage;          /* where it is, or where to go; 0: parked */
};

/* Prepare from a line; `here`, `last` and `replaces` are then the caller's to
 * set.  Release it with capture_intent_release(). */
void intent_capture(struct capture_intent *i, const char *line, int64_t map,
		    struct capture_result *result);
void capture_intent_release(struct capture_intent *i);

#endif
