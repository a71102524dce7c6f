#include "model/import_match.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/id.h"
#include "base/strbuf.h"

static void take(const struct list *l, void *arg)
{
	struct gathered *g = arg;

	g->lists = xgrow(g->lists, g->count, &g->cap, sizeof *g->lists);
	g->lists[g->count++] = l;
}

static int by_parent(const void *a, const void *b)
{
	const struct list *x = *(const struct list *const *)a;
	const struct list *y = *(const struct list *const *)b;
	int64_t px = row_parent(x->rows[0]), py = row_parent(y->rows[0]);

	return (px > py) - (px < py);
}

void gather(struct gathered *g, const struct project *p, enum entity e)
{
	*g = (struct gathered){ NULL, 0, 0 };
	project_each_list(p, e, take, g);
	if (g->count)
		qsort(g->lists, g->count, sizeof *g->lists, by_parent);
}

void gathered_release(struct gathered *g)
{
	free(g->lists);
}

static int by_theirs(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	return (x->theirs > y->theirs) - (x->theirs < y->theirs);
}

int64_t match_id(const struct matches *m, enum entity e, int64_t theirs)
{
	struct match key = { theirs, 0 }, *found = NULL;

	if (m->of[e].count)
		found = bsearch(&key, m->of[e].at, m->of[e].count, sizeof key,
				by_theirs);
	return found ? found->ours : theirs;
}

bool match_none(const struct matches *m)
{
	for (int e = 0; e < ENTITIES; e++)
		if (m->of[e].count)
			return false;
	return true;
}

/* What a link leads to, whichever entity that is. */
static int64_t match_link(const struct matches *m, enum entity e, int64_t id)
{
	static const enum entity linked[] = { TOUCHPOINT, STAGE, MAP };
	int64_t here = match_id(m, e, id);

	for (size_t i = 0; here == id && i < ARRAY_LEN(linked); i++)
		here = match_id(m, linked[i], id);
	return here;
}

int64_t match_parent(const struct matches *m, const struct row *theirs)
{
	enum entity e = (enum entity)theirs->entity;
	int parent = entities[e].parent;

	if (parent < 0)
		return 0;
	if (row_ref(theirs, parent))
		return match_id(m, field_of(e, parent)->target,
				row_ref(theirs, parent));
	return match_id(m, MAP, row_parent(theirs));
}

void match_values(const struct matches *m, const struct row *theirs,
		  struct values *v, struct match_room *room)
{
	enum entity e = (enum entity)theirs->entity;

	row_values(theirs, v);
	for (int i = 0; i < entities[e].count; i++) {
		const struct field *f = field_of(e, i);
		int64_t id;

		if (!v->text[i] ||
		    (f->type != FIELD_REF && f->type != FIELD_LINK))
			continue;
		id = id_parse(v->text[i]);
		id = f->type == FIELD_REF ? match_id(m, f->target, id) :
					    match_link(m, f->target, id);
		v->text[i] = id_text(id, room->text[i]);
	}
}

/* A row that may have a partner, and what it is known by in its list. */
struct known {
	const struct row *row;
	size_t index;           /* in its list */
	char *name;
};

struct knowns {
	struct known *at;
	size_t count, cap;
};

/* Of measures there are several of the same name. */
static char *name_of(const struct matches *m, const struct row *r, bool theirs)
{
	struct strbuf name = STRBUF_INIT;
	int64_t place;

	strbuf_addstr(&name, row_title(r));
	if (r->entity == MEASURE)
		strbuf_addf(&name, "\n%s", row_text(r, MEASURE_DAY));
	if (r->entity == ANSWER) {
		place = row_ref(r, ANSWER_PLACE);
		if (theirs)
			place = match_link(m, TOUCHPOINT, place);
		strbuf_addf(&name, "%s\n%lld", row_text(r, ANSWER_RULE),
			    (long long)place);
	}
	return strbuf_detach(&name);
}

static void know(struct knowns *k, const struct matches *m,
		 const struct row *r, size_t index, bool theirs)
{
	k->at = xgrow(k->at, k->count, &k->cap, sizeof *k->at);
	k->at[k->count++] = (struct known){ r, index, name_of(m, r, theirs) };
}

static void forget(struct knowns *k)
{
	for (size_t i = 0; i < k->count; i++)
		free(k->at[i].name);
	free(k->at);
}

static int by_name(const void *a, const void *b)
{
	const struct known *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order ? order : (x->index > y->index) - (x->index < y->index);
}

static void pair(struct matches *m, const struct row *theirs,
		 const struct row *ours)
{
	enum entity e = (enum entity)theirs->entity;

	m->of[e].at = xgrow(m->of[e].at, m->of[e].count, &m->of[e].cap,
			    sizeof *m->of[e].at);
	m->of[e].at[m->of[e].count++] = (struct match){ theirs->id,
							ours->id };
}

/* The first of a name is the first of that name here, and so on. */
static void pair_names(struct matches *m, struct knowns *theirs,
		       struct knowns *ours)
{
	size_t i = 0, k = 0;

	qsort(theirs->at, theirs->count, sizeof *theirs->at, by_name);
	qsort(ours->at, ours->count, sizeof *ours->at, by_name);
	while (i < theirs->count && k < ours->count) {
		int order = strcmp(theirs->at[i].name, ours->at[k].name);

		if (!order)
			pair(m, theirs->at[i].row, ours->at[k].row);
		i += order <= 0;
		k += order >= 0;
	}
}

static void match_list(struct matches *m, const struct list *list)
{
	enum entity e = (enum entity)list->rows[0]->entity;
	const struct list *here =
		project_list(m->p, e, match_parent(m, list->rows[0]));
	struct knowns theirs = { NULL, 0, 0 }, ours = { NULL, 0, 0 };

	for (size_t i = 0; here->count && i < list->count; i++)
		if (!project_row(m->p, e, list->rows[i]->id))
			know(&theirs, m, list->rows[i], i, true);
	for (size_t i = 0; theirs.count && i < here->count; i++)
		if (!project_row(m->from, e, here->rows[i]->id))
			know(&ours, m, here->rows[i], i, false);
	if (theirs.count && ours.count)
		pair_names(m, &theirs, &ours);
	forget(&theirs);
	forget(&ours);
}

static void match_entity(struct matches *m, enum entity e)
{
	struct gathered g;

	gather(&g, m->from, e);
	for (size_t i = 0; i < g.count; i++)
		match_list(m, g.lists[i]);
	gathered_release(&g);
	if (m->of[e].count)
		qsort(m->of[e].at, m->of[e].count, sizeof *m->of[e].at,
		      by_theirs);
}

/* A cell's id is made of those of its lane and its stage. */
static void match_cell(const struct row *r, void *arg)
{
	struct matches *m = arg;
	int64_t lane = row_ref(r, CELL_LANE), stage = row_ref(r, CELL_STAGE);
	struct row here = { .entity = CELL };

	if (r->id != id_of_pair(lane, stage))
		return;
	here.id = id_of_pair(match_id(m, LANE, lane),
			     match_id(m, STAGE, stage));
	if (here.id != r->id)
		pair(m, r, &here);
}

static void match_cells(struct matches *m)
{
	project_each(m->from, CELL, match_cell, m);
	if (m->of[CELL].count)
		qsort(m->of[CELL].at, m->of[CELL].count,
		      sizeof *m->of[CELL].at, by_theirs);
}

void matches_make(struct matches *m, const struct project *p,
		  const struct import_intent *i)
{
	const struct row *first = list_at(project_maps(i->from), 0);
	const struct row *target = project_row(p, MAP, i->map);

	memset(m, 0, sizeof *m);
	m->p = p;
	m->from = i->from;
	if (target && first && first->id != target->id)
		pair(m, first, target);
	else if (!i->origin.ids)
		match_entity(m, MAP);
	if (!i->origin.ids)
		match_entity(m, PERSONA);
	match_entity(m, STAGE);
	match_entity(m, TOUCHPOINT);
	match_entity(m, LANE);
	match_cells(m);
	match_entity(m, IMPROVEMENT);
	match_entity(m, MEASURE);
	match_entity(m, VOTE);
	match_entity(m, ANSWER);
}

void matches_release(struct matches *m)
{
	for (int e = 0; e < ENTITIES; e++)
		free(m->of[e].at);
}
