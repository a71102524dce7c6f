/*
 * What a search found, marked where it shows.
 */
#ifndef LAYOUT_FOUND_H
#define LAYOUT_FOUND_H

#include "layout/grid.h"
#include "model/query.h"

/* A field's value begins `at` bytes into `text`, which grid_wrap() has put
 * into the area: mark what the query looks for in it (NULL: nothing). */
void found_mark(const struct query *q, struct grid *g, struct rect area,
		const char *text, size_t at, int field, const char *value);

#endif
