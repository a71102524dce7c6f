#include "model/clip.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "model/place.h"

void clip_release(struct clip *c)
{
	for (size_t i = 0; i < c->count; i++)
		free(c->rows[i]);
	free(c->rows);
	*c = (struct clip)CLIP_INIT;
}

static void take(struct clip *c, const struct row *r)
{
	c->rows = xgrow(c->rows, c->count, &c->cap, sizeof *c->rows);
	c->rows[c->count++] = row_copy(r);
}

void clip_take(struct clip *c, const struct project *p, enum entity e,
	       const int64_t *ids, size_t count)
{
	clip_release(c);
	for (size_t i = 0; i < count; i++) {
		const struct row *r = project_row(p, e, ids[i]);
		const struct list *l = project_list(p, TOUCHPOINT, ids[i]);

		if (!r)
			continue;
		take(c, r);
		for (size_t k = 0; e == STAGE && k < l->count; k++)
			take(c, l->rows[k]);
	}
}

bool clip_holds(const struct clip *c, enum entity e)
{
	return c->count && c->rows[0]->entity == e;
}

struct pasting {
	const struct paste_intent *intent;
	const struct project *p;
	struct edit *edit;
	int64_t id;             /* of the next new row */
	int64_t stage;          /* the last one pasted, or where to */
	long at;
};

/* A new row like the old one, at a place of its list. */
static bool put(struct pasting *j, const struct row *old, struct values *v,
		int64_t parent, long at, struct err *err)
{
	enum entity e = (enum entity)old->entity;
	struct strbuf rank = STRBUF_INIT;
	bool ok = place_rank(j->edit, j->p, e, parent, NULL, at, &rank, err);

	v->text[entities[e].rank] = rank.s;
	if (ok)
		edit_insert(j->edit, row_new(e, j->id, v));
	strbuf_release(&rank);
	j->id = id_new();
	return ok;
}

static bool put_stage(struct pasting *j, const struct row *old,
		      struct err *err)
{
	int64_t map = j->intent->map;
	char text[ID_TEXT];
	struct values v;

	row_values(old, &v);
	v.text[STAGE_MAP] = id_text(map, text);
	j->stage = j->id;
	return put(j, old, &v, map, j->at < 0 ? AT_END : j->at++, err);
}

static bool put_touchpoint(struct pasting *j, const struct row *old,
			   bool into_stage, struct err *err)
{
	char map[ID_TEXT], stage[ID_TEXT];
	long at = into_stage || j->at < 0 ? AT_END : j->at++;
	struct values v;

	row_values(old, &v);
	v.text[TOUCHPOINT_MAP] = id_text(j->intent->map, map);
	v.text[TOUCHPOINT_STAGE] = id_text(j->stage, stage);
	return put(j, old, &v, j->stage ? j->stage : j->intent->map, at,
		   err);
}

static bool build_paste(const struct intent *self, const struct project *p,
			struct edit *e, struct err *err)
{
	const struct paste_intent *i = (const struct paste_intent *)self;
	const struct clip *c = i->clip;
	struct pasting j = { i, p, e, i->first, i->stage, i->at };
	bool stages = clip_holds(c, STAGE), ok = true;

	if (!project_row(p, MAP, i->map) ||
	    (i->stage && !project_row(p, STAGE, i->stage)))
		return err_set(err, _("the place to paste at is gone: "
				      "somebody deleted it"));
	for (size_t k = 0; ok && k < c->count; k++)
		ok = c->rows[k]->entity == STAGE ?
			put_stage(&j, c->rows[k], err) :
			put_touchpoint(&j, c->rows[k], stages, err);
	if (c->count)
		edit_label(e, N_("Paste"), row_title(c->rows[0]));
	return ok;
}

void intent_paste(struct paste_intent *i, const struct clip *clip,
		  int64_t map, int64_t stage, long at)
{
	*i = (struct paste_intent){ { build_paste }, clip, map, stage, at,
				    id_new() };
}
