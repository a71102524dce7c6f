/*
 * Nearer to it: one stage with all that is known of its touchpoints, and one
 * touchpoint with all that belongs to it.
 *
 * What is looked at is the view's stage or touchpoint; where the view has
 * none, for instance when it is printed, every stage or touchpoint of the
 * map.
 */
#ifndef LAYOUT_ZOOM_H
#define LAYOUT_ZOOM_H

#include "layout/page.h"
#include "layout/view.h"

void zoom_stage(struct page *page, const struct project *p,
		const struct view *v);
void zoom_touchpoint(struct page *page, const struct project *p,
		     const struct view *v);

#endif
