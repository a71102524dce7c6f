#include "model/import_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/rank.h"
#include "base/strbuf.h"

/* Ranks for `count` rows in a gap, the middle one first, so that they stay
 * short; where there is no room left they come last. */
static void fill(char **ranks, size_t count, const char *low,
		 const char *high)
{
	const char *before = low;

	while (count) {
		size_t middle = *high ? count / 2 : 0;
		struct strbuf rank = STRBUF_INIT;

		if (!rank_between(low, high, &rank))
			rank_between(low, "", &rank);
		low = ranks[middle] = strbuf_detach(&rank);
		fill(ranks, middle, before, low);
		ranks += middle + 1;
		count -= middle + 1;
		before = low;
	}
}

/* The row of ours that theirs is, if it is in this list already. */
static const struct row *row_here(const struct matches *m,
				  const struct row *theirs, int64_t parent)
{
	enum entity e = (enum entity)theirs->entity;
	const struct row *r = project_row(m->p, e,
					  match_id(m, e, theirs->id));

	return r && row_parent(r) == parent ? r : NULL;
}

/* Rows that are here keep their ranks while these go up. */
static const struct row *keep_ranks(const struct matches *m,
				    const struct list *theirs,
				    int64_t parent, char **ranks)
{
	const struct row *first = NULL, *last = NULL;

	for (size_t i = 0; i < theirs->count; i++) {
		const struct row *r = row_here(m, theirs->rows[i], parent);

		if (!r || (last && row_compare(last, r) >= 0))
			continue;
		ranks[i] = xstrdup(row_rank(r));
		first = first ? first : r;
		last = r;
	}
	return first;
}

/* The first rank here that is higher than this one, or "". */
static const char *next_rank(const struct list *l, size_t *at, const char *low)
{
	while (*at < l->count && strcmp(row_rank(l->rows[*at]), low) <= 0)
		++*at;
	return *at < l->count ? row_rank(l->rows[*at]) : "";
}

/* The rank before the first row here that they know. */
static const char *rank_before(const struct list *l, const struct row *first)
{
	size_t i = first ? list_index(l, first) : l->count;

	return i ? row_rank(l->rows[i - 1]) : "";
}

char **import_order(const struct matches *m, const struct list *theirs)
{
	const struct row *any = theirs->rows[0];
	int64_t parent = match_parent(m, any);
	const struct list *l = project_list(m->p, (enum entity)any->entity,
					    parent);
	char **ranks = xcalloc(theirs->count, sizeof *ranks);
	const char *low;
	size_t at = 0;

	low = rank_before(l, keep_ranks(m, theirs, parent, ranks));
	for (size_t i = 0, n; i < theirs->count; i += n) {
		for (n = 0; i + n < theirs->count && !ranks[i + n]; n++)
			;
		fill(ranks + i, n, low, next_rank(l, &at, low));
		n += i + n < theirs->count;
		low = ranks[i + n - 1];
	}
	return ranks;
}
