/*
 * What the slides of a deck tell of a map, one function for each kind of
 * slide.  Each adds as many as it needs, none if there is nothing to tell.
 */
#ifndef FORMAT_PPTX_PAGES_H
#define FORMAT_PPTX_PAGES_H

#include "format/pptx_deck.h"
#include "model/lanes.h"

struct pages {
	struct deck deck;
	const struct project *p;
	const struct row *map;
	const struct list *stages;
};

/* Which fields of touchpoints become rows, if something stands in them, and
 * whether what was measured does. */
struct page_fields {
	int at[FIELDS_MOST];
	size_t count;
	bool measures;
};

void pages_title(struct pages *g);
void pages_persona(struct pages *g);
void pages_matrix(struct pages *g, const struct lanes *lanes);
void pages_lowest(struct pages *g);
void pages_improvements(struct pages *g);

/* A stage's touchpoints, or for NULL what is parked. */
void pages_stage(struct pages *g, const struct row *stage,
		 const struct page_fields *fields);

#endif
