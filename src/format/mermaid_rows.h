/*
 * The rows a Mermaid file gives, gathered in the order of its lines, and
 * put into a project at the end.
 *
 * A row that a visible line stands for takes its place from that line; the
 * others are known by comments only, and are left out rather than refused
 * when something is wrong with them.
 */
#ifndef FORMAT_MERMAID_ROWS_H
#define FORMAT_MERMAID_ROWS_H

#include "format/draft.h"
#include "format/report.h"

struct mermaid_row {
	struct draft draft;
	long line;
	bool known;             /* a comment of ours told the id */
	size_t stage;           /* of a touchpoint: 1 + the index of its stage,
				 * 0: parked */
};

struct mermaid_rows {
	struct mermaid_row *rows;
	size_t count, cap;
	long wrong;             /* the line that was refused */
};

#define MERMAID_ROWS_INIT { NULL, 0, 0, 0 }

/* Add a row; its draft is taken over.  An id of 0 gets a new one. */
struct mermaid_row *mermaid_rows_add(struct mermaid_rows *all,
				     struct draft *d, long line);

/* Put them all into the project, under the map, which is row 0: ids made
 * unique, ranks made to follow the lines, references that lead nowhere cut.
 * Each such change is reported.  False when a visible line cannot be kept:
 * all->wrong. */
bool mermaid_rows_put(struct mermaid_rows *all, struct project *into,
		      struct report *report, struct err *err);
void mermaid_rows_release(struct mermaid_rows *all);

#endif
