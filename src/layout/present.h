/*
 * A presentation: one idea a screen, few words and much room, for a projector
 * with large letters.
 *
 * First whose journey it is, then all of it with its curve, then stage after
 * stage; a touchpoint by itself is one step aside.  What lacks or is late is
 * not shown: nobody looks bad before the room.
 */
#ifndef LAYOUT_PRESENT_H
#define LAYOUT_PRESENT_H

#include "layout/page.h"
#include "layout/view.h"
#include "model/numbers.h"

enum slide { SLIDE_TITLE, SLIDE_MAP, SLIDE_STAGE, SLIDE_TOUCHPOINT };

struct slide_page {
	enum slide slide;       /* of the view's map, stage, touchpoint */
	const struct project *project;
	const struct view *view;
	const struct numbers *numbers;
	int rows;               /* of the window; 0: as many as it takes */
};

/* One screen of it, as the page_painter that it is. */
void present_slide(struct page *page, const void *slide_page);

/* All of them one below the other, as the table of views wants it. */
void present_paint(struct page *page, const struct project *p,
		   const struct view *v);

#endif
