/*
 * The overview: stages from left to right, the emotion curve below them as
 * shapes that can be changed by hand, and how each stage feels.
 */
#ifndef FORMAT_PPTX_CURVE_H
#define FORMAT_PPTX_CURVE_H

#include "format/pptx_deck.h"
#include "model/project.h"

/* Add it on as many slides as all stages need. */
void curve_slides(struct deck *d, const struct project *p, int64_t map,
		  const char *title);

#endif
