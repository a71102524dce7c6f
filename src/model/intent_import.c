#include "model/intent.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/strbuf.h"
#include "model/import_match.h"
#include "model/import_order.h"

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

struct importing {
	struct edit *e;
	const struct matches *matches;
	const struct import_intent *intent;
};

static bool is_told(const struct importing *im, enum entity e, int field)
{
	return im->intent->origin.told[e] & UINT32_C(1) << field;
}

/* Maps keep their place: they may have been appended by an earlier import. */
static bool ranks_are_told(const struct importing *im, enum entity e)
{
	return e != MAP && is_told(im, e, entities[e].rank);
}

static void update(struct importing *im, const struct row *ours,
		   const struct values *v)
{
	enum entity e = (enum entity)ours->entity;

	for (int f = 0; f < entities[e].count; f++) {
		const char *text = v->text[f] ? v->text[f] : "";

		if (*text || is_told(im, e, f))
			edit_set(im->e, ours, f, text);
	}
}

static void import_row(struct importing *im, const struct row *theirs,
		       const char *rank)
{
	enum entity e = (enum entity)theirs->entity;
	int64_t id = match_id(im->matches, e, theirs->id);
	const struct row *ours = project_row(im->matches->p, e, id);
	struct match_room room;
	struct values v;

	if (!ours && !rank && match_none(im->matches)) {
		edit_insert(im->e, row_copy(theirs));
		return;
	}
	match_values(im->matches, theirs, &v, &room);
	if (rank)
		v.text[entities[e].rank] = rank;
	if (ours && e == MAP && id == im->intent->map)
		v.text[MAP_TITLE] = row_title(ours);
	if (ours)
		update(im, ours, &v);
	else
		edit_insert(im->e, row_new(e, id, &v));
}

/* Where nothing of the list is here, ranks come as they are. */
static bool is_ordered(const struct importing *im, const struct row *any)
{
	enum entity e = (enum entity)any->entity;
	int64_t parent = match_parent(im->matches, any);

	return entities[e].rank >= 0 && !ranks_are_told(im, e) &&
	       project_list(im->matches->p, e, parent)->count;
}

static void import_list(struct importing *im, const struct list *l)
{
	bool ordered = is_ordered(im, l->rows[0]);
	char **ranks = ordered ? import_order(im->matches, l) : NULL;

	for (size_t i = 0; i < l->count; i++) {
		import_row(im, l->rows[i], ranks ? ranks[i] : NULL);
		if (ranks)
			free(ranks[i]);
	}
	free(ranks);
}

static void import_entity(struct importing *im, enum entity e)
{
	struct gathered g;

	gather(&g, im->intent->from, e);
	for (size_t i = 0; i < g.count; i++)
		import_list(im, g.lists[i]);
	gathered_release(&g);
}

static bool build_import(const struct intent *self, const struct project *p,
			 struct edit *e, struct err *err)
{
	const struct import_intent *i = (const struct import_intent *)self;
	const struct row *ours = project_self(p);
	const struct row *theirs = project_self(i->from);
	struct matches matches;
	struct importing im = { e, &matches, i };

	(void)err;
	e->kind = EDIT_IMPORT;
	edit_label(e, N_("Import"), i->source);
	if (!ours)
		new_self(e, theirs);
	else if (theirs)
		import_self(e, ours, theirs);
	matches_make(&matches, p, i);
	for (int entity = PROJECT + 1; entity < ENTITIES; entity++)
		import_entity(&im, (enum entity)entity);
	matches_release(&matches);
	return true;
}

void origin_all(struct origin *o, bool ranks)
{
	for (int e = 0; e < ENTITIES; e++) {
		o->told[e] = ~UINT32_C(0);
		if (!ranks && entities[e].rank >= 0)
			o->told[e] &= ~(UINT32_C(1) << entities[e].rank);
	}
}

void intent_import(struct import_intent *i, const struct project *from,
		   const char *source)
{
	*i = (struct import_intent){ .intent = { build_import },
				     .from = from, .source = source,
				     .origin = { .ids = true } };
	origin_all(&i->origin, true);
}
