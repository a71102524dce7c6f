#include "tui/chosen.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "tui/command.h"

static size_t find(const struct chosen *c, int64_t id)
{
	size_t i = 0;

	while (i < c->count && c->ids[i] != id)
		i++;
	return i;
}

/* A touchpoint of this map, or NULL. */
static const struct row *row_here(const struct app *a, int64_t id)
{
	const struct row *r = project_row(a->p, TOUCHPOINT, id);

	return r && row_map(a->p, r) == a->view.map ? r : NULL;
}

size_t chosen_count(const struct app *a)
{
	size_t n = 0;

	for (size_t i = 0; i < a->chosen.count; i++)
		n += row_here(a, a->chosen.ids[i]) != NULL;
	return n;
}

/* A touchpoint and where it stands, for sorting. */
struct placed {
	const struct row *row;
	size_t stage, index;
};

static struct placed place_of(const struct app *a, const struct row *r)
{
	const struct row *stage = project_row(a->p, STAGE,
					      row_ref(r, TOUCHPOINT_STAGE));
	const struct list *l = project_touchpoints(a->p, a->view.map,
						   stage ? stage->id : 0);

	return (struct placed){
		r, stage ? list_index(project_stages(a->p, a->view.map),
				      stage) : SIZE_MAX,
		list_index(l, r) };
}

static int by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->stage != y->stage)
		return x->stage < y->stage ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

const struct row **chosen_rows(const struct app *a, size_t *count)
{
	const struct chosen *c = &a->chosen;
	struct placed *placed = xcalloc(c->count + 1, sizeof *placed);
	const struct row **rows = xcalloc(c->count + 1, sizeof *rows);
	const struct row *r;

	*count = 0;
	for (size_t i = 0; i < c->count; i++) {
		r = row_here(a, c->ids[i]);
		if (r)
			placed[(*count)++] = place_of(a, r);
	}
	qsort(placed, *count, sizeof *placed, by_place);
	for (size_t i = 0; i < *count; i++)
		rows[i] = placed[i].row;
	free(placed);
	r = row_here(a, a->view.touchpoint);
	if (!*count && r)
		rows[(*count)++] = r;
	return rows;
}

int64_t *chosen_ids(const struct app *a, size_t *count)
{
	const struct row **rows = chosen_rows(a, count);
	int64_t *ids = xcalloc(*count + 1, sizeof *ids);

	for (size_t i = 0; i < *count; i++)
		ids[i] = rows[i]->id;
	free(rows);
	return ids;
}

void chosen_paint(const struct app *a, struct grid *g)
{
	for (size_t i = 0; a->chosen.count && i < a->plan.card_count; i++) {
		const struct card *c = &a->plan.cards[i];

		if (find(&a->chosen, c->touchpoint) < a->chosen.count)
			card_paint_chosen(g, c, a->plan.boxed);
	}
}

void chosen_release(struct chosen *c)
{
	free(c->ids);
	*c = (struct chosen){ NULL, 0, 0 };
}

void touchpoint_choose(struct app *a)
{
	struct chosen *c = &a->chosen;
	size_t at = find(c, a->view.touchpoint);

	if (!row_here(a, a->view.touchpoint))
		return;
	if (at < c->count) {
		c->ids[at] = c->ids[--c->count];
	} else {
		c->ids = xgrow(c->ids, c->count, &c->cap, sizeof *c->ids);
		c->ids[c->count++] = a->view.touchpoint;
	}
	touchpoint_next(a);
}

void choose_none(struct app *a)
{
	if (chosen_count(a))
		app_say(a, _("Nothing is chosen any more."));
	chosen_release(&a->chosen);
}
