/*
 * The moments of the history as a list: the latest first, read from the file
 * a page at a time as somebody goes down.
 */
#ifndef TUI_MOMENTS_H
#define TUI_MOMENTS_H

#include "layout/page.h"
#include "store/history.h"

struct moment {                 /* what was there after an edit */
	int64_t seq;
	int64_t time;           /* seconds since 1970 */
	char *author, *label;
};

struct moments {
	struct moment *list;
	size_t count, cap;
	bool all;               /* there are no older ones */
	int64_t known;          /* the file's last edit when it was read */
	char *author;           /* only theirs; NULL: everybody's */
	struct thing thing;     /* only what changed it */
};

/* Read so many more.  False with a sentence. */
bool moments_more(struct moments *m, struct store *s, size_t most,
		  struct err *err);

/* Read anew what came since and, as far as it had been read, the rest. */
bool moments_again(struct moments *m, struct store *s, struct err *err);

/* Where the edit stands in it, or the one before it. */
size_t moments_find(const struct moments *m, int64_t seq);

/* For the page's painter. */
struct moments_page {
	const struct moments *moments;
	const struct project *project;          /* as it is, with snapshots */
};
void moments_paint(struct page *page, const void *moments_page);
struct thing moment_thing(int64_t seq);

void moments_release(struct moments *m);

#endif
