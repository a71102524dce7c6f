#include "model/place.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/rank.h"
#include "model/intent.h"

/* A list as the edit leaves it so far. */
struct place {
	int64_t id;
	const char *rank;
	const struct row *row;  /* NULL: the edit itself inserts it */
};

struct places {
	struct place *at;
	size_t count, cap;
	enum entity entity;
	int64_t parent;
};

static void add(struct places *l, int64_t id, const char *rank,
		const struct row *row)
{
	l->at = xgrow(l->at, l->count, &l->cap, sizeof *l->at);
	l->at[l->count++] = (struct place){ id, rank, row };
}

static struct place *find(struct places *l, int64_t id)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->at[i].id == id)
			return &l->at[i];
	return NULL;
}

static void drop(struct places *l, int64_t id)
{
	struct place *there = find(l, id);

	if (!there)
		return;
	l->count--;
	memmove(there, there + 1,
		(size_t)(l->at + l->count - there) * sizeof *there);
}

static int64_t new_parent(const struct row *r, const struct change *c)
{
	int64_t id = *c->new ? id_parse(c->new) : 0;

	return id || r->entity != TOUCHPOINT ? id :
					      row_ref(r, TOUCHPOINT_MAP);
}

static void follow_set(struct places *l, const struct change *c,
		       const struct project *p)
{
	const struct entity_info *info = &entities[l->entity];
	const struct row *r = project_row(p, l->entity, c->id);
	struct place *there = find(l, c->id);

	if (c->field == info->rank && there)
		there->rank = c->new;
	if (c->field != info->parent || !r)
		return;
	if (new_parent(r, c) != l->parent)
		drop(l, c->id);
	else if (!there)
		add(l, r->id, row_rank(r), r);
}

static void follow(struct places *l, const struct edit *e,
		   const struct project *p)
{
	for (size_t i = 0; i < e->count; i++) {
		const struct change *c = &e->changes[i];

		if (c->entity != l->entity)
			continue;
		if (c->op == CHANGE_SET)
			follow_set(l, c, p);
		else if (c->op == CHANGE_DELETE)
			drop(l, c->id);
		else if (row_parent(c->row) == l->parent)
			add(l, c->id, row_rank(c->row), NULL);
	}
}

static int compare(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = strcmp(x->rank, y->rank);

	return order ? order : (x->id > y->id) - (x->id < y->id);
}

static struct places gather(const struct edit *e, const struct project *p,
			    enum entity entity, int64_t parent,
			    const struct row *skip)
{
	const struct list *list = project_list(p, entity, parent);
	struct places l = { .entity = entity, .parent = parent };

	for (size_t i = 0; i < list->count; i++)
		add(&l, list->rows[i]->id, row_rank(list->rows[i]),
		    list->rows[i]);
	follow(&l, e, p);
	if (skip)
		drop(&l, skip->id);
	if (l.count)
		qsort(l.at, l.count, sizeof *l.at, compare);
	return l;
}

/* Give the rows from `at` that share a rank new ones behind `first`. */
static bool spread(struct edit *e, const struct places *l, size_t at,
		   size_t end, const char *first, const char *high)
{
	struct strbuf rank = STRBUF_INIT, next = STRBUF_INIT;
	bool ok = true;

	strbuf_addstr(&rank, first);
	for (size_t i = at; ok && i < end; i++) {
		strbuf_clear(&next);
		ok = l->at[i].row && rank_between(rank.s, high, &next);
		if (ok)
			edit_set(e, l->at[i].row,
				 entities[l->entity].rank, next.s);
		strbuf_clear(&rank);
		strbuf_addstr(&rank, next.s);
	}
	strbuf_release(&rank);
	strbuf_release(&next);
	return ok;
}

static bool rank_at(struct edit *e, const struct places *l, size_t i,
		    struct strbuf *out)
{
	size_t equal = i, start = out->len;
	const char *low = i ? l->at[i - 1].rank : "";
	const char *high = "";

	while (i && equal < l->count && !strcmp(l->at[equal].rank, low))
		equal++;
	if (equal < l->count)
		high = l->at[equal].rank;
	return rank_between(low, high, out) &&
	       spread(e, l, i, equal, out->s + start, high);
}

/* Of a list that the edit leaves alone only the rows around the place. */
static struct places neighbours(const struct list *list, enum entity entity,
				const struct row *skip, size_t *at)
{
	struct places l = { .entity = entity };
	size_t hole = skip ? list_index(list, skip) : list->count;
	size_t count, from;

	if (hole < list->count && list->rows[hole]->id != skip->id)
		hole = list->count;
	count = list->count - (hole < list->count);
	*at = *at > count ? count : *at;
	from = *at ? *at - 1 : 0;
	for (size_t i = from; i < count; i++) {
		const struct row *r = list->rows[i + (i >= hole)];

		add(&l, r->id, row_rank(r), r);
		if (i > from && strcmp(row_rank(r), l.at[0].rank) != 0)
			break;
	}
	*at -= from;
	return l;
}

static bool touches(const struct edit *e, enum entity entity)
{
	for (size_t i = e->count; i > 0; i--)
		if (e->changes[i - 1].entity == entity)
			return true;
	return false;
}

/* Many rows appended one after the other: the last one tells. */
static const char *appended(const struct edit *e, enum entity entity,
			    int64_t parent, long at)
{
	const struct change *c = e->count ? &e->changes[e->count - 1] : NULL;

	return at == AT_END && c && c->op == CHANGE_INSERT &&
	       c->entity == entity && row_parent(c->row) == parent ?
	       row_rank(c->row) : NULL;
}

bool place_rank(struct edit *e, const struct project *p, enum entity entity,
		int64_t parent, const struct row *skip, long at,
		struct strbuf *out, struct err *err)
{
	const char *last = appended(e, entity, parent, at);
	size_t i = at < 0 ? SIZE_MAX : (size_t)at;
	struct places l;
	bool ok;

	if (last) {
		ok = rank_between(last, "", out);
	} else {
		l = touches(e, entity) ?
			gather(e, p, entity, parent, skip) :
			neighbours(project_list(p, entity, parent), entity,
				   skip, &i);
		ok = rank_at(e, &l, i > l.count ? l.count : i, out);
		free(l.at);
	}
	return ok || err_set(err, _("there is no room left between these "
				    "two; put it somewhere else"));
}
