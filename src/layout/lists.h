/*
 * The views that are lists; see views.h.
 */
#ifndef LAYOUT_LISTS_H
#define LAYOUT_LISTS_H

#include "layout/page.h"
#include "layout/view.h"

typedef void view_painter(struct page *page, const struct project *p,
			  const struct view *v);

view_painter list_maps, list_personas, list_snapshots, list_parking,
	list_channels, list_views;

#endif
