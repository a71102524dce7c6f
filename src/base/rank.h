/*
 * Ranks: texts whose byte order is the order of rows.
 *
 * A rank is made once and never rebalanced.  It has an integer part, which
 * appending increments (so long lists keep short ranks), and a fraction,
 * which inserting between two ranks makes longer.  Letters used: 0-9 A-Z a-z.
 */
#ifndef BASE_RANK_H
#define BASE_RANK_H

#include <stdbool.h>

#include "base/strbuf.h"

enum { RANK_LONGEST = 1000 };   /* bytes */

/* Append to `out` a rank after `before` and ahead of `after`; an empty text
 * stands for the open end.  False, with nothing appended, when before >=
 * after, when one of them is no rank, or the result were too long. */
bool rank_between(const char *before, const char *after, struct strbuf *out);

/* Whether s could have been made here. */
bool rank_valid(const char *s);

#endif
