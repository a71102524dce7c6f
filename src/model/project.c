#include "model/project.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

/*
 * Two hash tables with open addressing: rows by (entity, id), and lists by
 * (child entity, parent id).  A removed row leaves a tombstone; lists stay.
 */
struct listed {
	int64_t parent;
	enum entity entity;
	struct list list;
};

struct project {
	struct row **rows;
	size_t row_cap, row_used;       /* used counts tombstones too */
	struct listed **lists;
	size_t list_cap, list_used;
	size_t counts[ENTITIES];
	struct kept *kept;
};

/* What is made when it is asked for. */
struct kept {
	struct catalogue *catalogue;    /* NULL: not yet */
};

static struct row tombstone;
static const struct list no_list;

static size_t hash(enum entity e, int64_t id)
{
	uint64_t x = (uint64_t)id ^ (uint64_t)e << 56;

	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return (size_t)(x ^ x >> 31);
}

struct project *project_new(void)
{
	struct project *p = xcalloc(1, sizeof *p);

	p->kept = xcalloc(1, sizeof *p->kept);
	return p;
}

void project_free(struct project *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->row_cap; i++)
		if (p->rows[i] != &tombstone)
			free(p->rows[i]);
	for (size_t i = 0; i < p->list_cap; i++)
		if (p->lists[i]) {
			free(p->lists[i]->list.rows);
			free(p->lists[i]);
		}
	catalogue_free(p->kept->catalogue);
	free(p->kept);
	free(p->rows);
	free(p->lists);
	free(p);
}

/* The slot of a row, or NULL. */
static struct row **row_slot(const struct project *p, enum entity e,
			     int64_t id)
{
	if (!p->row_cap)
		return NULL;
	for (size_t i = hash(e, id);; i++) {
		struct row **slot = &p->rows[i & (p->row_cap - 1)];

		if (!*slot)
			return NULL;
		if (*slot != &tombstone && (*slot)->id == id &&
		    (*slot)->entity == e)
			return slot;
	}
}

static void put_slot(struct project *p, struct row *r)
{
	size_t i = hash(r->entity, r->id);

	while (p->rows[i & (p->row_cap - 1)])
		i++;
	p->rows[i & (p->row_cap - 1)] = r;
	p->row_used++;
}

/* Without the tombstones the rows may fit as they are. */
static void grow_rows(struct project *p)
{
	struct row **old = p->rows;
	size_t cap = p->row_cap, live = 0;

	if (p->row_used * 4 < cap * 3)
		return;
	for (int e = 0; e < ENTITIES; e++)
		live += p->counts[e];
	p->row_cap = !cap ? 64 : live * 2 < cap ? cap : cap * 2;
	p->row_used = 0;
	p->rows = xcalloc(p->row_cap, sizeof(struct row *));
	for (size_t i = 0; i < cap; i++)
		if (old[i] && old[i] != &tombstone)
			put_slot(p, old[i]);
	free(old);
}

static struct listed **list_slot(const struct project *p, enum entity e,
				 int64_t parent)
{
	for (size_t i = hash(e, parent);; i++) {
		struct listed **slot = &p->lists[i & (p->list_cap - 1)];

		if (!*slot || ((*slot)->parent == parent &&
			       (*slot)->entity == e))
			return slot;
	}
}

static void grow_lists(struct project *p)
{
	struct listed **old = p->lists;
	size_t cap = p->list_cap;

	if (p->list_used * 4 < cap * 3)
		return;
	p->list_cap = cap ? cap * 2 : 32;
	p->lists = xcalloc(p->list_cap, sizeof(struct listed *));
	for (size_t i = 0; i < cap; i++)
		if (old[i])
			*list_slot(p, old[i]->entity, old[i]->parent) = old[i];
	free(old);
}

static struct list *list_for(struct project *p, enum entity e, int64_t parent)
{
	struct listed **slot;

	grow_lists(p);
	slot = list_slot(p, e, parent);
	if (!*slot) {
		*slot = xcalloc(1, sizeof **slot);
		(*slot)->parent = parent;
		(*slot)->entity = e;
		p->list_used++;
	}
	return &(*slot)->list;
}

int64_t row_parent(const struct row *r)
{
	int parent = entities[r->entity].parent;
	int64_t id;

	if (parent < 0)
		return 0;
	id = row_ref(r, parent);
	if (!id && r->entity == TOUCHPOINT)
		id = row_ref(r, TOUCHPOINT_MAP);
	return id;
}

int64_t row_map(const struct project *p, const struct row *r)
{
	int parent = entities[r->entity].parent;
	const struct row *above;

	if (r->entity == MAP)
		return r->id;
	if (r->entity == TOUCHPOINT)
		return row_ref(r, TOUCHPOINT_MAP);
	if (parent < 0)
		return 0;
	if (field_of(r->entity, parent)->target == MAP)
		return row_ref(r, parent);
	above = project_row(p, field_of(r->entity, parent)->target,
			    row_ref(r, parent));
	return above ? row_map(p, above) : 0;
}

static void count_words(const struct project *p, const struct row *r, int by)
{
	if (p->kept->catalogue && r->entity == TOUCHPOINT)
		catalogue_count(p->kept->catalogue, r, by);
}

static bool take_row(struct project *p, struct row *r)
{
	if (row_slot(p, r->entity, r->id)) {
		free(r);
		return false;
	}
	grow_rows(p);
	put_slot(p, r);
	p->counts[r->entity]++;
	count_words(p, r, 1);
	return true;
}

bool project_put(struct project *p, struct row *r)
{
	struct list *l;

	if (!take_row(p, r))
		return false;
	l = list_for(p, r->entity, row_parent(r));
	list_insert(l, r, list_place(l, r));
	return true;
}

bool project_load(struct project *p, struct row *r)
{
	struct list *l;

	if (!take_row(p, r))
		return false;
	l = list_for(p, r->entity, row_parent(r));
	list_insert(l, r, l->count);
	return true;
}

void project_sort(struct project *p)
{
	for (size_t i = 0; i < p->list_cap; i++)
		if (p->lists[i])
			list_sort(&p->lists[i]->list);
}

bool project_set(struct project *p, enum entity e, int64_t id, int field,
		 const char *text)
{
	struct row **slot = row_slot(p, e, id);
	struct row *old, *fresh;
	struct list *l;

	if (!slot)
		return false;
	old = *slot;
	fresh = row_with(old, field, text);
	count_words(p, old, -1);
	count_words(p, fresh, 1);
	list_remove(list_for(p, e, row_parent(old)), old);
	*slot = fresh;
	l = list_for(p, e, row_parent(fresh));
	list_insert(l, fresh, list_place(l, fresh));
	free(old);
	return true;
}

bool project_remove(struct project *p, enum entity e, int64_t id)
{
	struct row **slot = row_slot(p, e, id);
	struct row *old;

	if (!slot)
		return false;
	old = *slot;
	list_remove(list_for(p, e, row_parent(old)), old);
	*slot = &tombstone;
	p->counts[e]--;
	count_words(p, old, -1);
	free(old);
	return true;
}

const struct row *project_row(const struct project *p, enum entity e,
			      int64_t id)
{
	struct row **slot = row_slot(p, e, id);

	return slot ? *slot : NULL;
}

const struct list *project_list(const struct project *p, enum entity e,
				int64_t parent)
{
	struct listed **slot = p->list_cap ? list_slot(p, e, parent) : NULL;

	return slot && *slot ? &(*slot)->list : &no_list;
}

const struct row *project_self(const struct project *p)
{
	return list_at(project_list(p, PROJECT, 0), 0);
}

const struct list *project_maps(const struct project *p)
{
	return project_list(p, MAP, 0);
}

const struct list *project_stages(const struct project *p, int64_t map)
{
	return project_list(p, STAGE, map);
}

const struct list *project_touchpoints(const struct project *p, int64_t map,
				       int64_t stage)
{
	return project_list(p, TOUCHPOINT, stage ? stage : map);
}

size_t project_map_touchpoints(const struct project *p, int64_t map)
{
	const struct list *stages = project_stages(p, map);
	size_t count = project_touchpoints(p, map, 0)->count;

	for (size_t i = 0; i < stages->count; i++)
		count += project_touchpoints(p, map,
					     stages->rows[i]->id)->count;
	return count;
}

size_t project_count(const struct project *p, enum entity e)
{
	return p->counts[e];
}

void project_each_list(const struct project *p, enum entity e,
		       void (*visit)(const struct list *l, void *arg),
		       void *arg)
{
	for (size_t i = 0; i < p->list_cap; i++)
		if (p->lists[i] && p->lists[i]->entity == e &&
		    p->lists[i]->list.count)
			visit(&p->lists[i]->list, arg);
}

void project_each(const struct project *p, enum entity e,
		  void (*visit)(const struct row *r, void *arg), void *arg)
{
	for (size_t i = 0; i < p->row_cap; i++)
		if (p->rows[i] && p->rows[i] != &tombstone &&
		    p->rows[i]->entity == e)
			visit(p->rows[i], arg);
}

static void count_in(const struct row *r, void *arg)
{
	catalogue_count(arg, r, 1);
}

const struct catalogue *project_catalogue(const struct project *p)
{
	struct kept *k = p->kept;

	if (!k->catalogue) {
		k->catalogue = catalogue_new();
		project_each(p, TOUCHPOINT, count_in, k->catalogue);
	}
	return k->catalogue;
}
