/*
 * PowerPoint: a map as a deck of native tables and shapes, to be edited and
 * pasted into others' decks.
 *
 * The preset tells for whom:
 *   executive    title, overview, lowest moments, improvements
 *   operational  also the persona, the stages beside each other, a slide of
 *                each stage, what is parked; also without a preset
 *   tactical     also every field of the touchpoints
 */
#ifndef FORMAT_PPTX_H
#define FORMAT_PPTX_H

#include "format/format.h"

bool pptx_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err);

#endif
