/*
 * The emotion curve: values from left to right, drawn with lines.
 */
#ifndef LAYOUT_CURVE_H
#define LAYOUT_CURVE_H

#include "layout/grid.h"

struct curve_point {
	int col;                /* column within the area */
	double value;           /* -2 ... 2 */
	bool known;             /* unknown points leave the line open */
};

/* Draw the points, their columns ascending, into the area: +2 on its first
 * row, -2 on its last.  Known neighbours are joined by a line, also where one
 * of them lies outside the area's columns. */
void curve_draw(struct grid *g, struct rect area,
		const struct curve_point *points, int count);

#endif
