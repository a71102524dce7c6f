/*
 * Native tables on slides.
 */
#ifndef FORMAT_PPTX_TABLE_H
#define FORMAT_PPTX_TABLE_H

#include "format/pptx_slide.h"

enum { TABLE_COLS = 14 };

enum tint { TINT_NONE, TINT_HEAD, TINT_NAME, TINT_GOOD, TINT_BAD };

struct table_cell {
	char *text;
	enum tint tint;
};

struct table_row {
	struct table_cell cell[TABLE_COLS];
};

struct table {
	int cols;
	int width[TABLE_COLS];  /* in EMU */
	bool named;             /* the first cell is the name of its row */
	bool headed;
	struct table_row head;
	struct table_row *rows;
	size_t count, cap;
};

/* The first column has `name` percent of a slide's width, the others equal
 * parts of the rest; or each its own. */
void table_init(struct table *t, int cols, int name);
void table_widths(struct table *t, const int *percent);
void table_release(struct table *t);

/* Set a heading; begin a new row; set a cell of the last row. */
void table_head(struct table *t, int col, const char *text);
void table_row(struct table *t);
void table_cell(struct table *t, int col, const char *text, enum tint tint);

/* Put the rows of a small table on a slide that is there, `y` from the top,
 * in letters of this size.  No row takes more than a few lines.  Returns the
 * height. */
int table_place(const struct table *t, struct slide *s, int y, int size);
int table_height(const struct table *t, int size);

#endif
