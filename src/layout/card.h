/*
 * A card: one touchpoint, with its number, title, channel, context -> need
 * and emotion.
 */
#ifndef LAYOUT_CARD_H
#define LAYOUT_CARD_H

#include "layout/grid.h"
#include "model/project.h"
#include "model/query.h"

struct card {
	int64_t touchpoint;
	int stage, position;    /* its number, 5.3 */
	struct rect rect;
};

/* Rows a card takes at this width; a boxed one has a frame, the other kind a
 * blank line below, which its rectangle leaves out. */
int card_rows(const struct row *touchpoint, int cols, bool boxed);

/* Whether the card has to cut its title, or its context and need. */
bool card_cuts_title(const struct row *touchpoint, int cols, bool boxed);
bool card_cuts_why(const struct row *touchpoint, int cols, bool boxed);

/* `r` is the row of its touchpoint.  What `found` looks for is marked (NULL:
 * nothing). */
void card_paint(struct grid *g, const struct card *c, const struct row *r,
		bool boxed, bool selected, const struct query *found);

/* Mark it, behind its number, as one of several that were chosen. */
void card_paint_chosen(struct grid *g, const struct card *c, bool boxed);

/* The role that shows an emotion, EMOTION_UNKNOWN too. */
enum role emotion_role(int value);

#endif
