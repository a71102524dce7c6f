/*
 * A grid of cells: what the screen shows and the text export prints.
 *
 * A cell holds one cluster as it is drawn and a role; the screen turns roles
 * into colours, the export drops them.  A wide cluster takes its cell and an
 * empty one (columns 0) behind it, and is never put in the last column of
 * the area it is drawn into.  Drawing outside the grid is cut off silently.
 *
 * A grid may be a window on something longer: `top` is the row that its first
 * one stands for, and whoever draws counts from the beginning of it all.
 */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/utf8.h"
#include "layout/rect.h"

enum role {
	ROLE_PLAIN, ROLE_HEADER, ROLE_TITLE, ROLE_DIM, ROLE_FRAME,
	ROLE_STAGE, ROLE_STAGE_HERE, ROLE_MARK, ROLE_CHANNEL, ROLE_GOOD,
	ROLE_BAD, ROLE_NEUTRAL, ROLE_LABEL, ROLE_KEY, ROLE_HINT, ROLE_STATUS,
	ROLE_ALARM, ROLE_INPUT, ROLE_CURVE, ROLE_FOUND,
	ROLES
};

struct cell {
	char text[UTF8_DRAWN];  /* never empty, unless columns is 0 */
	uint8_t columns;        /* 1 or 2; 0: the right half of a wide one */
	uint8_t role;
	uint8_t lines;          /* the ways frame.h's lines leave it */
};

struct grid {
	int rows, cols;
	int top;                /* 0, unless somebody sets it */
	bool ascii;             /* frames and marks in ASCII */
	struct cell *cells;     /* rows * cols */
};

void grid_init(struct grid *g, int rows, int cols, bool ascii);
void grid_release(struct grid *g);
void grid_clear(struct grid *g);        /* blanks everywhere */
/* Take over the cells of a grid of the same size. */
void grid_copy(struct grid *g, const struct grid *from);
/* Put another grid's first rows and columns into an area of this one. */
void grid_place(struct grid *g, struct rect area, const struct grid *from);
struct cell *grid_at(const struct grid *g, int row, int col); /* or NULL */
bool cell_equal(const struct cell *a, const struct cell *b); /* to the eye */

/* Put text on one line from (row, col), over at most `cols` columns; what
 * does not fit ends in an ellipsis.  Returns the columns used. */
int grid_text(struct grid *g, int row, int col, int cols, const char *text,
	      enum role role);

/* The same, ending at column `end` (exclusive). */
int grid_text_right(struct grid *g, int row, int end, int cols,
		    const char *text, enum role role);

/* Wrap text into the rectangle; returns the lines used.  Text that does not
 * fit ends in an ellipsis on the last line. */
int grid_wrap(struct grid *g, struct rect area, const char *text,
	      enum role role);

/* Give the bytes from `start` to `end` of a text that grid_wrap() has put into
 * this area another role, as far as they are in sight. */
void grid_wrap_role(struct grid *g, struct rect area, const char *text,
		    size_t start, size_t end, enum role role);

void grid_fill(struct grid *g, struct rect area, enum role role); /* blanks */
void grid_role(struct grid *g, struct rect area, enum role role);

/* Signs that have an ASCII spelling, one column each. */
enum sign {
	SIGN_ELLIPSIS, SIGN_BAR, SIGN_DOT, SIGN_ARROW, SIGN_LEFT, SIGN_RIGHT,
	SIGN_POINT, SIGN_LOW, SIGN_MORE_UP, SIGN_MORE_DOWN
};
const char *grid_sign(const struct grid *g, enum sign sign);

/* Print the grid, trailing blanks cut, one line a row. */
void grid_write(const struct grid *g, FILE *out);

#endif
