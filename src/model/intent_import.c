#include "model/intent.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/strbuf.h"
#include "model/place.h"

/* All rows of one entity, in the order of their lists. */
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

static int by_place(const void *a, const void *b)
{
	const struct row *x = *(const struct row *const *)a;
	const struct row *y = *(const struct row *const *)b;
	int64_t px = row_parent(x), py = row_parent(y);

	if (px != py)
		return px < py ? -1 : 1;
	return row_compare(x, y);
}

/* A project's own row: what this file already says of itself stays. */
static void import_self(struct edit *e, const struct row *ours,
			const struct row *theirs)
{
	static const int fields[] = { PROJECT_TITLE, PROJECT_LANGUAGE };

	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		if (!*row_text(ours, fields[i]))
			edit_set(e, ours, fields[i],
				 row_text(theirs, fields[i]));
}

static void new_self(struct edit *e, const struct row *theirs)
{
	struct values v = { { NULL } };
	char uid[ID_TEXT];

	if (theirs)
		row_values(theirs, &v);
	if (!v.text[PROJECT_UID])
		v.text[PROJECT_UID] = id_text(id_new(), uid);
	edit_insert(e, row_new(PROJECT, 1, &v));
}

/* A map keeps its place: it may have been appended by an earlier import. */
static void update(struct edit *e, const struct row *ours,
		   const struct row *theirs)
{
	for (int f = 0; f < entities[ours->entity].count; f++)
		if (ours->entity != MAP || f != MAP_RANK)
			edit_set(e, ours, f, row_text(theirs, f));
}

/* A new map comes behind the ones that are here. */
static bool append_map(struct edit *e, const struct project *p,
		       const struct row *map, struct err *err)
{
	struct strbuf rank = STRBUF_INIT;
	bool ok = place_rank(e, p, MAP, 0, NULL, AT_END, &rank, err);

	if (ok)
		edit_insert(e, row_with(map, MAP_RANK, rank.s));
	strbuf_release(&rank);
	return ok;
}

static bool import_row(struct edit *e, const struct project *p,
		       const struct row *theirs, struct err *err)
{
	const struct row *ours = project_row(p, theirs->entity, theirs->id);

	if (ours)
		update(e, ours, theirs);
	else if (theirs->entity == MAP && project_maps(p)->count)
		return append_map(e, p, theirs, err);
	else
		edit_insert(e, row_copy(theirs));
	return true;
}

static bool import_entity(struct edit *e, const struct project *p,
			  const struct project *from, enum entity entity,
			  struct err *err)
{
	struct gathered g = { NULL, 0, 0 };
	bool ok = true;

	project_each(from, entity, gather, &g);
	if (g.count)
		qsort(g.rows, g.count, sizeof *g.rows, by_place);
	for (size_t i = 0; ok && i < g.count; i++)
		ok = import_row(e, p, g.rows[i], err);
	free(g.rows);
	return ok;
}

static bool build_import(const struct intent *self, const struct project *p,
			 struct edit *e, struct err *err)
{
	const struct import_intent *i = (const struct import_intent *)self;
	const struct row *ours = project_self(p);
	const struct row *theirs = project_self(i->from);

	e->kind = EDIT_IMPORT;
	edit_label(e, N_("Import"), i->source);
	if (!ours)
		new_self(e, theirs);
	else if (theirs)
		import_self(e, ours, theirs);
	for (int entity = PROJECT + 1; entity < ENTITIES; entity++)
		if (!import_entity(e, p, i->from, (enum entity)entity, err))
			return false;
	return true;
}

void intent_import(struct import_intent *i, const struct project *from,
		   const char *source)
{
	*i = (struct import_intent){ { build_import }, from, source };
}
