#include "model/clip.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "model/place.h"

struct copying {
	const struct copy_map_intent *intent;
	const struct project *p;
	struct edit *edit;
	char map[ID_TEXT];      /* the new one */
	int64_t *stages;        /* new ids, in the order of the old ones */
};

static void insert(struct copying *c, enum entity e, int64_t id,
		   const struct values *v)
{
	edit_insert(c->edit, row_new(e, id, v));
}

static void copy_touchpoints(struct copying *c, int64_t from, int64_t to)
{
	const struct list *l = project_touchpoints(c->p, c->intent->map,
						   from);
	char stage[ID_TEXT], derived[ID_TEXT];
	struct values v;

	id_text(to, stage);
	for (size_t i = 0; i < l->count; i++) {
		row_values(l->rows[i], &v);
		v.text[TOUCHPOINT_MAP] = c->map;
		v.text[TOUCHPOINT_STAGE] = stage;
		v.text[TOUCHPOINT_DERIVED] = id_text(l->rows[i]->id, derived);
		insert(c, TOUCHPOINT, id_new(), &v);
	}
}

static void copy_stages(struct copying *c, const struct list *l)
{
	struct values v;

	for (size_t i = 0; i < l->count; i++) {
		c->stages[i] = id_new();
		row_values(l->rows[i], &v);
		v.text[STAGE_MAP] = c->map;
		insert(c, STAGE, c->stages[i], &v);
	}
	for (size_t i = 0; i < l->count; i++)
		copy_touchpoints(c, l->rows[i]->id, c->stages[i]);
	copy_touchpoints(c, 0, 0);
}

static void copy_cells(struct copying *c, const struct list *cells,
		       const struct list *stages, int64_t lane)
{
	char to_lane[ID_TEXT], to_stage[ID_TEXT];
	struct values v;

	id_text(lane, to_lane);
	for (size_t i = 0; i < cells->count; i++)
		for (size_t k = 0; k < stages->count; k++) {
			if (row_ref(cells->rows[i], CELL_STAGE) !=
			    stages->rows[k]->id)
				continue;
			row_values(cells->rows[i], &v);
			v.text[CELL_LANE] = to_lane;
			v.text[CELL_STAGE] = id_text(c->stages[k], to_stage);
			insert(c, CELL, id_of_pair(lane, c->stages[k]), &v);
		}
}

static void copy_lanes(struct copying *c, const struct list *stages)
{
	const struct list *l = project_list(c->p, LANE, c->intent->map);
	struct values v;

	for (size_t i = 0; i < l->count; i++) {
		int64_t id = id_new();

		row_values(l->rows[i], &v);
		v.text[LANE_MAP] = c->map;
		insert(c, LANE, id, &v);
		copy_cells(c, project_list(c->p, CELL, l->rows[i]->id),
			   stages, id);
	}
}

static bool insert_map(struct copying *c, const struct row *old,
		       struct err *err)
{
	const struct copy_map_intent *i = c->intent;
	struct strbuf rank = STRBUF_INIT;
	char derived[ID_TEXT], persona[ID_TEXT];
	struct values v;
	bool ok;

	row_values(old, &v);
	v.text[MAP_TITLE] = i->title;
	v.text[MAP_DERIVED] = id_text(old->id, derived);
	if (i->state)
		v.text[MAP_STATE] = i->state;
	if (i->persona)
		v.text[MAP_PERSONA] = id_text(i->persona, persona);
	ok = field_check(MAP, MAP_TITLE, i->title, err) &&
	     place_rank(c->edit, c->p, MAP, 0, NULL,
			(long)list_index(project_maps(c->p), old) + 1, &rank,
			err);
	v.text[MAP_RANK] = rank.s;
	if (ok)
		insert(c, MAP, i->id, &v);
	strbuf_release(&rank);
	return ok;
}

static bool build_copy(const struct intent *self, const struct project *p,
		       struct edit *e, struct err *err)
{
	const struct copy_map_intent *i =
		(const struct copy_map_intent *)self;
	const struct row *old = project_row(p, MAP, i->map);
	const struct list *stages = project_stages(p, i->map);
	struct copying c = { .intent = i, .p = p, .edit = e };

	if (!old)
		return err_set(err, _("this map is gone: somebody deleted "
				      "it"));
	if (i->persona && !project_row(p, PERSONA, i->persona))
		return err_set(err, _("this persona is gone: somebody "
				      "deleted it"));
	id_text(i->id, c.map);
	if (!insert_map(&c, old, err))
		return false;
	c.stages = xcalloc(stages->count + 1, sizeof *c.stages);
	copy_stages(&c, stages);
	copy_lanes(&c, stages);
	free(c.stages);
	edit_label(e, N_("Copy map"), i->title);
	return true;
}

void intent_copy_map(struct copy_map_intent *i, int64_t map,
		     const char *title)
{
	*i = (struct copy_map_intent){ .intent = { build_copy }, .map = map,
				       .id = id_new(), .title = title };
}
