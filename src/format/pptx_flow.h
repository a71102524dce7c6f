/*
 * Tables that go on over as many slides as their texts need.
 *
 * Texts are set as large as lets the table fit on one slide.  If it does not
 * fit in the smallest letters either, rows go on the next slide, and high
 * ones are divided.  Headings are repeated, and so are the names of rows.
 */
#ifndef FORMAT_PPTX_FLOW_H
#define FORMAT_PPTX_FLOW_H

#include "format/pptx_deck.h"
#include "format/pptx_table.h"

struct flow_text {
	const char *title;
	const char *lead;       /* of the first slide, or "" */
	const char *notes;      /* of the first slide, or "" */
	int slides;             /* with this title so far: they are numbered */
};

/* Add the slides; none for a table without rows. */
void table_flow(const struct table *t, struct deck *d, struct flow_text *text);

#endif
