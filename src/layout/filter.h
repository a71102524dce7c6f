/*
 * A filter: of a map only the touchpoints that a query finds, in lists that
 * can take the place of the project's.
 *
 * The lists hold rows, so they must be made anew after each change of the
 * project.
 */
#ifndef LAYOUT_FILTER_H
#define LAYOUT_FILTER_H

#include "model/query.h"

struct filtered {
	int64_t stage;
	struct list list;
};

struct filter {
	struct query query;
	struct filtered *stages;        /* the parking lot is the last */
	size_t count;
};

#define FILTER_INIT { QUERY_INIT, NULL, 0 }

/* Fill the lists by the query. */
void filter_make(struct filter *f, const struct project *p, int64_t map);
void filter_release(struct filter *f);

/* What is left of the stage; 0: of the parking lot. */
const struct list *filter_list(const struct filter *f, int64_t stage);

#endif
