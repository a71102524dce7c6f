#include "layout/rect.h"

/* n, but from 0 to `most`. */
static int within(int n, int most)
{
	if (n > most)
		n = most;
	return n < 0 ? 0 : n;
}

struct rect rect_make(int row, int col, int rows, int cols)
{
	return (struct rect){
		row, col, rows < 0 ? 0 : rows, cols < 0 ? 0 : cols,
	};
}

bool rect_empty(struct rect r)
{
	return r.rows <= 0 || r.cols <= 0;
}

bool rect_contains(struct rect r, int row, int col)
{
	return row >= r.row && row - r.row < r.rows &&
	       col >= r.col && col - r.col < r.cols;
}

struct rect rect_inset(struct rect r, int rows, int cols)
{
	rect_cut_top(&r, rows);
	rect_cut_bottom(&r, rows);
	rect_cut_left(&r, cols);
	rect_cut_right(&r, cols);
	return r;
}

struct rect rect_cut_top(struct rect *r, int n)
{
	struct rect top = *r;

	top.rows = within(n, r->rows);
	r->row += top.rows;
	r->rows -= top.rows;
	return top;
}

struct rect rect_cut_bottom(struct rect *r, int n)
{
	struct rect bottom = *r;

	bottom.rows = within(n, r->rows);
	r->rows -= bottom.rows;
	bottom.row += r->rows;
	return bottom;
}

struct rect rect_cut_left(struct rect *r, int n)
{
	struct rect left = *r;

	left.cols = within(n, r->cols);
	r->col += left.cols;
	r->cols -= left.cols;
	return left;
}

struct rect rect_cut_right(struct rect *r, int n)
{
	struct rect right = *r;

	right.cols = within(n, r->cols);
	r->cols -= right.cols;
	right.col += r->cols;
	return right;
}
