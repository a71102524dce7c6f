/*
 * The wheel: touchpoints before, during and after the purchase, with how
 * many there are, how they feel, and of which kinds they are.
 */
#ifndef LAYOUT_WHEEL_H
#define LAYOUT_WHEEL_H

#include "layout/page.h"
#include "layout/view.h"

void wheel_paint(struct page *page, const struct project *p,
		 const struct view *v);

#endif
