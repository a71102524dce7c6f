/*
 * Rectangles of cells: rows and columns from the top left, from 0.
 */
#ifndef LAYOUT_RECT_H
#define LAYOUT_RECT_H

#include <stdbool.h>

struct rect {
	int row, col, rows, cols;
};

struct rect rect_make(int row, int col, int rows, int cols);
bool rect_empty(struct rect r);
bool rect_contains(struct rect r, int row, int col);
struct rect rect_inset(struct rect r, int rows, int cols); /* each side */

/* Cut `n` rows or columns off one side; `r` keeps the rest.  Never more than
 * there are. */
struct rect rect_cut_top(struct rect *r, int n);
struct rect rect_cut_bottom(struct rect *r, int n);
struct rect rect_cut_left(struct rect *r, int n);
struct rect rect_cut_right(struct rect *r, int n);

#endif
