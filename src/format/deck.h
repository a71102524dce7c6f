/*
 * A map as slides of tables, for formats whose slides do not shrink what is
 * too much for them: tables are split by the height their text will take.
 *
 * In this order: what the map is about, the overview, what each stage says
 * as a whole, each stage's touchpoints, the improvements.
 */
#ifndef FORMAT_DECK_H
#define FORMAT_DECK_H

#include "base/strbuf.h"
#include "format/format.h"

/* What fits on a slide, in letters of the table and tenths of a line. */
struct deck_size {
	int columns;            /* letters side by side */
	int first;              /* percent of them for the first column; 0:
				 * all columns are as wide */
	int between;            /* of these, what each column leaves blank */
	int height;             /* tenths of a line under a short title */
	int row;                /* tenths that each row leaves blank */
	size_t most;            /* columns a table may have */
	bool quotes;            /* as a column; else they are in the notes */
};

struct slide {
	const char *title;
	const char *const *cells;       /* row after row, the header first */
	size_t rows, columns;
	const char *notes;              /* a line for each; "": none */
};

/* Show the map's slides one after the other.  Texts are as they are in the
 * map and live for the call; new lines in them are meant.  Fails when a lane
 * of `o` does not exist. */
bool deck_make(const struct project *p, const struct row *map,
	       const struct write_options *o, const struct deck_size *size,
	       void (*show)(const struct slide *s, void *arg), void *arg,
	       struct err *err);

#endif
