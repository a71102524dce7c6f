#include "model/numbers.h"

#include <stdlib.h>

#include "base/alloc.h"

static int by_id(const void *a, const void *b)
{
	int64_t one = ((const struct number *)a)->id;
	int64_t other = ((const struct number *)b)->id;

	return (one > other) - (one < other);
}

const struct number *numbers_of(const struct numbers *n, int64_t id)
{
	struct number key = { id, 0, 0 };

	return n->count ? bsearch(&key, n->at, n->count, sizeof key, by_id) :
			  NULL;
}

int64_t numbers_find(const struct numbers *n, int stage, int card)
{
	for (size_t i = 0; i < n->count; i++)
		if (n->at[i].stage == stage && n->at[i].card == card)
			return n->at[i].id;
	return 0;
}

static void add(struct numbers *n, int64_t id, int stage, int card)
{
	n->at = xgrow(n->at, n->count, &n->cap, sizeof *n->at);
	n->at[n->count++] = (struct number){ id, stage, card };
}

static int last_stage(const struct numbers *n)
{
	int last = 0;

	for (size_t i = 0; i < n->count; i++)
		last = n->at[i].stage > last ? n->at[i].stage : last;
	return last;
}

static int last_card(const struct numbers *n, int stage)
{
	int last = 0;

	for (size_t i = 0; i < n->count; i++)
		if (n->at[i].stage == stage && n->at[i].card > last)
			last = n->at[i].card;
	return last;
}

/* What is new stands behind those that are sorted, until this is done. */
static void sort(struct numbers *n)
{
	if (n->count)
		qsort(n->at, n->count, sizeof *n->at, by_id);
}

static void take_stages(struct numbers *n, const struct list *stages)
{
	struct numbers known = *n;
	int last = last_stage(n);

	for (size_t i = 0; i < stages->count; i++) {
		known.at = n->at;
		if (!numbers_of(&known, stages->rows[i]->id))
			add(n, stages->rows[i]->id, ++last, 0);
	}
	sort(n);
}

static void take_cards(struct numbers *n, const struct list *l, int stage)
{
	struct numbers known = *n;
	int last = last_card(n, stage);

	for (size_t i = 0; i < l->count; i++) {
		known.at = n->at;
		if (!numbers_of(&known, l->rows[i]->id))
			add(n, l->rows[i]->id, stage, ++last);
	}
	sort(n);
}

void numbers_take(struct numbers *n, const struct project *p, int64_t map)
{
	const struct list *stages = project_stages(p, map);

	if (n->map != map)
		numbers_release(n);
	n->map = map;
	take_stages(n, stages);
	for (size_t i = 0; i < stages->count; i++) {
		int64_t stage = stages->rows[i]->id;

		take_cards(n, project_touchpoints(p, map, stage),
			   numbers_of(n, stage)->stage);
	}
	take_cards(n, project_touchpoints(p, map, 0), 0);
}

void numbers_release(struct numbers *n)
{
	free(n->at);
	*n = (struct numbers)NUMBERS_INIT;
}
