/*
 * The plan: where everything on the screen goes.
 *
 * plan_make() is pure: the same project, view and window give the same
 * rectangles, and only of what the window shows.  It holds ids, so it may be
 * asked where things are after the project has moved on.  plan_paint() puts
 * text and roles into a grid; the screen and the text export show that grid.
 */
#ifndef LAYOUT_PLAN_H
#define LAYOUT_PLAN_H

#include "layout/card.h"
#include "layout/strip.h"

/* Below this there is a message instead of a map. */
enum { PLAN_LEAST_ROWS = 10, PLAN_LEAST_COLS = 40 };

struct column {
	int64_t stage;          /* 0: the parking lot */
	int number;
	struct rect title;      /* one row */
	struct rect area;       /* the cards */
	size_t above, below;    /* cards that are not shown */
};

struct plan {
	bool too_small;
	bool boxed;             /* cards have frames */
	struct rect header, curve, detail, divider, input, hints, status;
	struct rect body;       /* between the curve and the input line */
	struct strip strip;
	struct column *columns;
	size_t column_count;
	struct card *cards;
	size_t card_count, card_cap;
	size_t top;             /* the view's `top` from now on */
};

/* Release with plan_release(). */
void plan_make(struct plan *plan, const struct project *p,
	       const struct view *v, int rows, int cols);
void plan_release(struct plan *plan);

/* All but the input, hint and status lines, which are not of the map.  The
 * project is still as it was when the plan was made. */
void plan_paint(const struct plan *plan, const struct project *p,
		const struct view *v, struct grid *g);

/* The card of the selected touchpoint, or NULL. */
const struct card *plan_selected(const struct plan *plan,
				 const struct view *v);

/* One line of a plan by itself, for exports: "Buying coffee · Lan · as-is",
 * and "── 5 Purchase · 9 touchpoints ──" of the column's `title` rectangle. */
void plan_paint_header(const struct project *p, int64_t map, struct rect area,
		       struct grid *g);
void plan_paint_title(const struct project *p, const struct view *v,
		      const struct column *c, struct grid *g);

#endif
