/*
 * The strip: all stages in a row, numbered, with how many touchpoints each
 * has, how they feel on average and at worst; below it the emotion curve.
 */
#ifndef LAYOUT_STRIP_H
#define LAYOUT_STRIP_H

#include "layout/grid.h"
#include "layout/view.h"

struct strip_cell {
	int64_t stage;          /* 0: the parking lot */
	int number;
	struct rect rect;       /* two rows */
};

struct strip {
	struct strip_cell *cells;
	size_t count;
	bool more_left, more_right;     /* stages that found no room */
};

/* Lay the stages out in the area's two rows.  Where they do not fit, those
 * around the current stage are taken.  Release with strip_release(). */
void strip_make(struct strip *s, const struct project *p,
		const struct view *v, struct rect area);
void strip_release(struct strip *s);

void strip_paint(struct grid *g, const struct strip *s,
		 const struct project *p, const struct view *v);

/* The curve over the same columns, in the area. */
void strip_curve(struct grid *g, const struct strip *s,
		 const struct project *p, const struct view *v,
		 struct rect area);

/* "3 +0.7v-1": how many, mean, lowest. */
void mood_text(const struct list *touchpoints, const char *low,
	       struct strbuf *out);

#endif
