/*
 * The filter on the screen: as long as it holds, only what it finds shows.
 */
#ifndef TUI_FILTER_H
#define TUI_FILTER_H

#include "layout/filter.h"
#include "tui/query_line.h"

struct view_filter {
	struct query_line line;         /* its words */
	struct filter filter;
	/* What its lists were made of. */
	const struct project *p;
	int64_t map;
	int64_t edit;                   /* -1: they must be made anew */
};

#define VIEW_FILTER_INIT { .line = QUERY_LINE_INIT, .filter = FILTER_INIT }

extern const struct mode mode_filter;

/* After any change of the model or the map: the lists as they are now.  True
 * when they were made anew. */
bool filter_follow(struct app *a);

void view_filter_release(struct view_filter *f);

#endif
