/*
 * The elements of a native table on a slide.
 */
#ifndef FORMAT_PPTX_CELL_H
#define FORMAT_PPTX_CELL_H

#include "format/pptx_table.h"

/* What a cell keeps free at its sides, and above and below. */
enum { CELL_SIDE = 73152, CELL_ABOVE = 36576 };

/* Rows, made of cells, stand between these two; `y` is the top. */
void cell_table_begin(struct slide *s, const struct table *t, int y);
void cell_table_end(struct slide *s);

void cell_add(struct strbuf *out, const struct pptx_style *style,
	      const char *text, enum tint tint);

#endif
