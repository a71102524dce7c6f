/*
 * The wheel: a map's touchpoints by the three phases of the brand's
 * touchpoint wheel, before, during and after the purchase.
 *
 * What is not known is counted as unknown, never as anything else.
 */
#ifndef MODEL_WHEEL_H
#define MODEL_WHEEL_H

#include "model/project.h"

enum phase {
	PHASE_BEFORE, PHASE_DURING, PHASE_AFTER,
	PHASE_UNKNOWN,          /* stages without a phase */
	PHASES
};

/* How often each choice of a field is taken, in the fields table's order;
 * behind the last of them, how often it is unknown. */
enum { CHOICES_MOST = 8 };
struct tally {
	size_t number[CHOICES_MOST];
	size_t unknown;
};

enum { PLACE_ONLINE, PLACE_OFFLINE };
enum { MEDIA_OWNED, MEDIA_PAID, MEDIA_EARNED };
enum { ORIGIN_CREATED, ORIGIN_TRUE, ORIGIN_UNEXPECTED };

struct spoke {
	size_t stages;
	size_t touchpoints;
	struct mood mood;       /* mood_mean(), mood_lowest() */
	struct tally place, media, origin;
};

struct wheel {
	struct spoke phase[PHASES];
	struct spoke all;
};

/* Count a map's stages; the parking lot is not among them. */
void wheel_make(struct wheel *w, const struct project *p, int64_t map);

enum phase stage_phase(const struct row *stage);
const char *phase_label(enum phase phase);      /* translated */

#endif
