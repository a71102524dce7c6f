/*
 * The emotion curve: values from left to right, drawn with lines.
 *
 * The screen draws it into cells; pictures and slides take the same points,
 * their columns being pixels or finer.
 */
#ifndef LAYOUT_CURVE_H
#define LAYOUT_CURVE_H

#include "layout/grid.h"
#include "model/project.h"

struct curve_point {
	int col;                /* column within the area */
	double value;           /* -2 ... 2 */
	bool known;             /* unknown points leave the line open */
};

/* Add the points of a stage, spread over `cols` from `col` on, behind the
 * `n` that are there; returns how many there are then.  Where touchpoints
 * are more than `most`, a point stands for several and is their lowest,
 * since means hide slips. */
int curve_points(struct curve_point *points, int n,
		 const struct list *touchpoints, int col, int cols, int most);

/* Draw the points, their columns ascending, into the area: +2 on its first
 * row, -2 on its last.  Known neighbours are joined by a line, also where one
 * of them lies outside the area's columns. */
void curve_draw(struct grid *g, struct rect area,
		const struct curve_point *points, int count);

#endif
