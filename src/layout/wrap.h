/*
 * Wrapping: text into lines of at most so many columns, broken at blanks,
 * and inside a word only where the word alone is too long.
 *
 * Where letters are not columns wide, set `measure` behind wrap_start(): all
 * widths are then what it gives for each cluster.
 */
#ifndef LAYOUT_WRAP_H
#define LAYOUT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

struct wrap {
	const char *text;       /* what is left */
	int columns;
	/* The width of a cluster that takes so many columns; NULL: these. */
	int (*measure)(const char *cluster, size_t len, int columns);
	const char *line;       /* the line just found, not ended by NUL */
	size_t len;
};

void wrap_start(struct wrap *w, const char *text, int columns);
bool wrap_next(struct wrap *w);         /* false: there are no more lines */
int wrap_lines(const char *text, int columns);  /* 0 for an empty text */

#endif
