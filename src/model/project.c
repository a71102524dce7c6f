#include "model/project.h"

#include <assert.h>
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
	return xcalloc(1, sizeof(struct project));
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

size_t list_index(const struct list *l, const struct row *r)
{
	size_t low = 0, high = l->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (row_compare(l->rows[middle], r) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct row *list_at(const struct list *l, size_t i)
{
	return i < l->count ? l->rows[i] : NULL;
}

static size_t *mood_slot(struct list *l, const struct row *r)
{
	int value = r->entity == TOUCHPOINT ? row_emotion(r) :
					      EMOTION_UNKNOWN;

	return value == EMOTION_UNKNOWN ? NULL : &l->mood.number[value + 2];
}

static void list_insert(struct list *l, struct row *r, size_t at)
{
	size_t *mood = mood_slot(l, r);

	l->rows = xgrow(l->rows, l->count, &l->cap, sizeof *l->rows);
	memmove(l->rows + at + 1, l->rows + at,
		(l->count - at) * sizeof *l->rows);
	l->rows[at] = r;
	l->count++;
	if (mood)
		++*mood;
}

static void list_remove(struct list *l, const struct row *r)
{
	size_t at = list_index(l, r);
	size_t *mood = mood_slot(l, r);

	assert(at < l->count && l->rows[at] == r);
	l->count--;
	memmove(l->rows + at, l->rows + at + 1,
		(l->count - at) * sizeof *l->rows);
	if (mood)
		--*mood;
}

/* Where the row belongs; most come in order. */
static size_t place_in(const struct list *l, const struct row *r)
{
	if (!l->count || row_compare(l->rows[l->count - 1], r) < 0)
		return l->count;
	return list_index(l, r);
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
	return true;
}

bool project_put(struct project *p, struct row *r)
{
	struct list *l;

	if (!take_row(p, r))
		return false;
	l = list_for(p, r->entity, row_parent(r));
	list_insert(l, r, place_in(l, r));
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

static int by_order(const void *a, const void *b)
{
	return row_compare(*(struct row *const *)a, *(struct row *const *)b);
}

static void sort_list(struct list *l)
{
	for (size_t i = 1; i < l->count; i++)
		if (row_compare(l->rows[i - 1], l->rows[i]) > 0) {
			qsort(l->rows, l->count, sizeof *l->rows, by_order);
			return;
		}
}

void project_sort(struct project *p)
{
	for (size_t i = 0; i < p->list_cap; i++)
		if (p->lists[i])
			sort_list(&p->lists[i]->list);
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
	list_remove(list_for(p, e, row_parent(old)), old);
	*slot = fresh;
	l = list_for(p, e, row_parent(fresh));
	list_insert(l, fresh, place_in(l, fresh));
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

void project_each(const struct project *p, enum entity e,
		  void (*visit)(const struct row *r, void *arg), void *arg)
{
	for (size_t i = 0; i < p->row_cap; i++)
		if (p->rows[i] && p->rows[i] != &tombstone &&
		    p->rows[i]->entity == e)
			visit(p->rows[i], arg);
}

size_t mood_known(const struct mood *m)
{
	size_t n = 0;

	for (int i = 0; i < 5; i++)
		n += m->number[i];
	return n;
}

bool mood_mean(const struct mood *m, double *mean)
{
	size_t n = mood_known(m);
	double sum = 0;

	for (int i = 0; i < 5; i++)
		sum += (double)m->number[i] * (i - 2);
	if (n)
		*mean = sum / (double)n;
	return n > 0;
}

int mood_lowest(const struct mood *m)
{
	for (int i = 0; i < 5; i++)
		if (m->number[i])
			return i - 2;
	return EMOTION_UNKNOWN;
}
