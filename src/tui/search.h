/*
 * Search: while one types, the selection goes to the first touchpoint from
 * here on that is found, and what was found is marked.
 *
 * How many there are is counted when the hand rests, for maps may be large.
 */
#ifndef TUI_SEARCH_H
#define TUI_SEARCH_H

#include "layout/view.h"
#include "tui/query_line.h"

struct search {
	struct query_line line;
	struct query query;
	struct view before;     /* where one was */
	bool due;               /* it is to be counted */
	bool round;             /* from the other end of the map again */
};

#define SEARCH_INIT { .line = QUERY_LINE_INIT, .query = QUERY_INIT }

extern const struct mode mode_search;

/* Count if that is due; true when there is something new to paint. */
bool search_idle(struct app *a);

/* Nothing is marked any more. */
void search_end(struct app *a);
void search_release(struct search *s);

#endif
