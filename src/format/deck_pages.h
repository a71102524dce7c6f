/*
 * A table that is cut into pages of a certain height.
 *
 * Cells are copied.  A row that is too high for a page goes on in the next
 * row, below what it began with.
 */
#ifndef FORMAT_DECK_PAGES_H
#define FORMAT_DECK_PAGES_H

#include "format/deck.h"

struct deck_pages {
	const struct deck_size *size;
	size_t columns;
	char **cells;           /* row after row, the header first */
	size_t count, cap;
};

/* Begin a table of so many columns. */
void deck_pages_start(struct deck_pages *t, const struct deck_size *size,
		      size_t columns);
void deck_pages_cell(struct deck_pages *t, const char *text);

/* Show the table under the title, "(1/3)" behind it when there is more than
 * one page, and empty it.  A table without a row below its header is not
 * shown. */
void deck_pages_show(struct deck_pages *t, const char *title,
		     const char *notes,
		     void (*show)(const struct slide *s, void *arg),
		     void *arg);

#endif
