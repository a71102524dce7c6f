#include "model/intent.h"

#include "base/i18n.h"
#include "base/rank.h"
#include "base/strbuf.h"
#include "model/place.h"

/* Rows of the list whose `field` points at `id` lose the pointer. */
static void unlink_rows(struct edit *edit, const struct list *l, int field,
			int64_t id)
{
	for (size_t i = 0; i < l->count; i++)
		if (row_ref(l->rows[i], field) == id)
			edit_set(edit, l->rows[i], field, "");
}

static void delete_list(struct edit *e, const struct list *l)
{
	for (size_t i = 0; i < l->count; i++)
		edit_delete(e, l->rows[i]);
}

static void delete_touchpoint(struct edit *e, const struct project *p,
			      const struct row *r)
{
	delete_list(e, project_list(p, MEASURE, r->id));
	delete_list(e, project_list(p, VOTE, r->id));
	edit_delete(e, r);
}

static void delete_touchpoints(struct edit *e, const struct project *p,
			       const struct list *l)
{
	for (size_t i = 0; i < l->count; i++)
		delete_touchpoint(e, p, l->rows[i]);
}

static void delete_cells(struct edit *e, const struct project *p,
			 const struct row *stage)
{
	const struct list *lanes =
		project_list(p, LANE, row_ref(stage, STAGE_MAP));

	for (size_t i = 0; i < lanes->count; i++) {
		const struct list *cells =
			project_list(p, CELL, lanes->rows[i]->id);

		for (size_t k = 0; k < cells->count; k++)
			if (row_ref(cells->rows[k], CELL_STAGE) == stage->id)
				edit_delete(e, cells->rows[k]);
	}
}

/* The words of a stage outlive it: its touchpoints are parked, in order. */
static bool park(struct edit *e, const struct project *p,
		 const struct row *stage, struct err *err)
{
	int64_t map = row_ref(stage, STAGE_MAP);
	const struct list *l = project_touchpoints(p, map, stage->id);
	struct strbuf last = STRBUF_INIT, next = STRBUF_INIT;
	bool ok = !l->count || place_rank(e, p, TOUCHPOINT, map, NULL, AT_END,
					  &next, err);

	for (size_t i = 0; ok && i < l->count; i++) {
		edit_set(e, l->rows[i], TOUCHPOINT_STAGE, "");
		edit_set(e, l->rows[i], TOUCHPOINT_RANK, next.s);
		strbuf_clear(&last);
		strbuf_addstr(&last, next.s);
		strbuf_clear(&next);
		ok = rank_between(last.s, "", &next) ||
		     err_set(err, _("the parking lot is full"));
	}
	strbuf_release(&last);
	strbuf_release(&next);
	return ok;
}

static void delete_map(struct edit *e, const struct project *p,
		       const struct row *map)
{
	const struct list *stages = project_stages(p, map->id);
	const struct list *lanes = project_list(p, LANE, map->id);

	delete_list(e, project_list(p, IMPROVEMENT, map->id));
	for (size_t i = 0; i < lanes->count; i++)
		delete_list(e, project_list(p, CELL, lanes->rows[i]->id));
	delete_list(e, lanes);
	delete_touchpoints(e, p, project_touchpoints(p, map->id, 0));
	for (size_t i = 0; i < stages->count; i++)
		delete_touchpoints(e, p,
				   project_touchpoints(p, map->id,
						       stages->rows[i]->id));
	delete_list(e, stages);
	edit_delete(e, map);
}

static bool delete_row(struct edit *e, const struct project *p,
		       const struct row *r, struct err *err)
{
	switch (r->entity) {
	case PERSONA:
		unlink_rows(e, project_maps(p), MAP_PERSONA, r->id);
		break;
	case MAP:
		delete_map(e, p, r);
		return true;
	case STAGE:
		if (!park(e, p, r, err))
			return false;
		delete_cells(e, p, r);
		break;
	case TOUCHPOINT:
		unlink_rows(e, project_list(p, IMPROVEMENT,
					    row_ref(r, TOUCHPOINT_MAP)),
			    IMPROVEMENT_TOUCHPOINT, r->id);
		delete_touchpoint(e, p, r);
		return true;
	case LANE:
		delete_list(e, project_list(p, CELL, r->id));
		break;
	default:
		break;
	}
	edit_delete(e, r);
	return true;
}

static const char *const delete_verbs[ENTITIES] = {
	[PERSONA] = N_("Delete persona"),
	[MAP] = N_("Delete map"),
	[STAGE] = N_("Delete stage"),
	[TOUCHPOINT] = N_("Delete touchpoint"),
	[LANE] = N_("Delete lane"),
	[CELL] = N_("Clear cell"),
	[IMPROVEMENT] = N_("Delete improvement"),
	[MEASURE] = N_("Delete measure"),
	[VOTE] = N_("Take vote back"),
	[ANSWER] = N_("Take answer back"),
	[SNAPSHOT] = N_("Delete snapshot"),
	[CONFLICT] = N_("Settle conflict"),
};

static bool build_delete(const struct intent *self, const struct project *p,
			 struct edit *e, struct err *err)
{
	const struct delete_intent *i = (const struct delete_intent *)self;
	const struct row *r = project_row(p, i->entity, i->id);

	if (!r)
		return true;    /* somebody was quicker; that is what we want */
	edit_label(e, delete_verbs[i->entity], row_title(r));
	return delete_row(e, p, r, err);
}

void intent_delete(struct delete_intent *i, enum entity e, int64_t id)
{
	*i = (struct delete_intent){ { build_delete }, e, id };
}
