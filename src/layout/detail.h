/*
 * The detail pane: what is known about one touchpoint besides what its card
 * shows, and what to ask in this stage.
 *
 * It changes with every move of the selection, so on a small screen, which
 * may hang on a slow line, it shows a few lines only.
 */
#ifndef LAYOUT_DETAIL_H
#define LAYOUT_DETAIL_H

#include "layout/card.h"
#include "layout/view.h"

/* `card` is the selected one, NULL where there is none. */
void detail_paint(struct grid *g, struct rect area, const struct project *p,
		  const struct view *v, const struct card *card, bool boxed);

/* One field of a row, "Label: value" wrapped; the area keeps what is below
 * it.  Nothing for an empty one, or one that is never shown.  In the view's
 * touchpoints what was looked for is marked. */
void detail_field(struct grid *g, struct rect *area, const struct project *p,
		  const struct view *v, const struct row *r, int field);

/* What the method asks in this stage, or "". */
const char *stage_prompt(const struct row *stage);

#endif
