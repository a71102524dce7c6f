/*
 * Lines and frames.  Where lines meet they join: each cell remembers which
 * ways a line leaves it, so frames may be drawn in any order.  A line runs
 * from the middle of its first cell to the middle of its last, so one of a
 * single cell shows nothing.  Text written over a line ends it there.
 */
#ifndef LAYOUT_FRAME_H
#define LAYOUT_FRAME_H

#include "layout/grid.h"

void frame_box(struct grid *g, struct rect r, enum role role);
void frame_across(struct grid *g, int row, int col, int cols, enum role role);
void frame_down(struct grid *g, int row, int col, int rows, enum role role);

#endif
