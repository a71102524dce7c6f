#include "model/diff.h"

#include <stdlib.h>

#include "base/alloc.h"

struct gathered {
	const struct row **rows;
	size_t count, cap;
};

static void gather(const struct row *r, void *arg)
{
	struct gathered *g = arg;

	g->rows = xgrow(g->rows, g->count, &g->cap, sizeof *g->rows);
	g->rows[g->count++] = r;
}

static int by_id(const void *a, const void *b)
{
	int64_t x = (*(const struct row *const *)a)->id;
	int64_t y = (*(const struct row *const *)b)->id;

	return (x > y) - (x < y);
}

static struct gathered all_rows(const struct project *p, enum entity e)
{
	struct gathered g = { NULL, 0, 0 };

	project_each(p, e, gather, &g);
	if (g.count)
		qsort(g.rows, g.count, sizeof *g.rows, by_id);
	return g;
}

static void add_present(const struct project *from, const struct project *to,
			enum entity e, struct edit *out)
{
	struct gathered g = all_rows(to, e);

	for (size_t i = 0; i < g.count; i++) {
		const struct row *new = g.rows[i];
		const struct row *old = project_row(from, e, new->id);

		if (!old)
			edit_insert(out, row_copy(new));
		for (int f = 0; old && f < entities[e].count; f++)
			edit_set(out, old, f, row_text(new, f));
	}
	free(g.rows);
}

static void add_gone(const struct project *from, const struct project *to,
		     enum entity e, struct edit *out)
{
	struct gathered g = all_rows(from, e);

	for (size_t i = 0; i < g.count; i++)
		if (!project_row(to, e, g.rows[i]->id))
			edit_delete(out, g.rows[i]);
	free(g.rows);
}

void project_diff(const struct project *from, const struct project *to,
		  struct edit *out)
{
	for (int e = 0; e < ENTITIES; e++)
		add_present(from, to, (enum entity)e, out);
	for (int e = ENTITIES - 1; e >= 0; e--)
		add_gone(from, to, (enum entity)e, out);
}
