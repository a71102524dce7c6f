/*
 * The matrix: stages across, lanes down.
 *
 * Where not all stages fit beside each other they stand in bands, one below
 * the other.  What can be gone to: stages, touchpoints in the lane of their
 * titles, the map's own lanes and their cells.
 */
#ifndef LAYOUT_MATRIX_H
#define LAYOUT_MATRIX_H

#include "layout/page.h"
#include "layout/view.h"

void matrix_paint(struct page *page, const struct project *p,
		  const struct view *v);

/* Which lane and stage a cell's id means, be it filled or not. */
bool matrix_cell(const struct project *p, int64_t map, int64_t cell,
		 int64_t *lane, int64_t *stage);

#endif
