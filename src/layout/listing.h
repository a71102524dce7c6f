/*
 * A list: a title, columns with their headings, and a row for each thing.
 *
 * Only the rows in sight are asked for their texts, so a list may be long.
 */
#ifndef LAYOUT_LISTING_H
#define LAYOUT_LISTING_H

#include "base/strbuf.h"
#include "layout/page.h"

struct listing_column {
	const char *label;      /* msgid, or "" */
	int most;               /* columns it takes; 0: what others leave */
};

struct listing {
	const char *title;      /* these two in the user's language */
	const char *empty;      /* instead of rows: what to do */
	const struct listing_column *columns;
	int column_count;
	size_t count;           /* rows */
	/* Append the text of a cell; say what a row stands for. */
	void (*cell)(const struct listing *l, size_t row, int column,
		     struct strbuf *out);
	struct thing (*thing)(const struct listing *l, size_t row);
	const void *what;       /* for these two */
};

void listing_paint(struct page *page, const struct listing *l);

/* The title's line of any page: "── Maps ──". */
void listing_title(struct page *page, const char *title);

#endif
