/*
 * The detail pane: all that is known about one touchpoint, or, in an empty
 * stage, what to ask there.
 */
#ifndef LAYOUT_DETAIL_H
#define LAYOUT_DETAIL_H

#include "layout/grid.h"
#include "layout/view.h"

void detail_paint(struct grid *g, struct rect area, const struct project *p,
		  const struct view *v);

/* What the method asks in this stage, or "". */
const char *stage_prompt(const struct row *stage);

#endif
