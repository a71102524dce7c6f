#include "layout/filter.h"

#include <stdlib.h>

#include "base/alloc.h"

static void drop_lists(struct filter *f)
{
	for (size_t i = 0; i < f->count; i++)
		free(f->stages[i].list.rows);
	free(f->stages);
	f->stages = NULL;
	f->count = 0;
}

static void fill(struct filter *f, const struct project *p, int64_t map,
		 int64_t stage)
{
	struct filtered *to = &f->stages[f->count++];
	const struct list *all = project_touchpoints(p, map, stage);

	to->stage = stage;
	for (size_t i = 0; i < all->count; i++)
		if (query_matches(&f->query, p, all->rows[i]))
			list_insert(&to->list, all->rows[i], to->list.count);
}

void filter_make(struct filter *f, const struct project *p, int64_t map)
{
	const struct list *stages = project_stages(p, map);

	drop_lists(f);
	f->stages = xcalloc(stages->count + 1, sizeof *f->stages);
	for (size_t i = 0; i < stages->count; i++)
		fill(f, p, map, stages->rows[i]->id);
	fill(f, p, map, 0);
}

void filter_release(struct filter *f)
{
	drop_lists(f);
	query_release(&f->query);
}

const struct list *filter_list(const struct filter *f, int64_t stage)
{
	static const struct list nothing;

	for (size_t i = 0; i < f->count; i++)
		if (f->stages[i].stage == stage)
			return &f->stages[i].list;
	return &nothing;
}
