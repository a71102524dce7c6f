/*
 * Where the rows of one list of an import come in the list that is here.
 *
 * What is here keeps its rank as long as that gives the source's order; what
 * is new, or stands elsewhere now, comes behind the row that it follows in the
 * source.  If the source has none of the rows that are here, all of its own
 * come behind them.
 */
#ifndef MODEL_IMPORT_ORDER_H
#define MODEL_IMPORT_ORDER_H

#include "model/import_match.h"

/* The ranks that the rows of a list of theirs get here: an array, and texts,
 * that the caller frees. */
char **import_order(const struct matches *m, const struct list *theirs);

#endif
