#include "model/intent.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/strbuf.h"
#include "model/place.h"

struct verbs {
	const char *add, *edit, *move;
};

static const struct verbs verbs[ENTITIES] = {
	[PROJECT] = { .edit = N_("Edit project") },
	[PERSONA] = { N_("Add persona"), N_("Edit persona"), NULL },
	[MAP] = { N_("Add map"), N_("Edit map"), N_("Move map") },
	[STAGE] = { N_("Add stage"), N_("Edit stage"), N_("Move stage") },
	[TOUCHPOINT] = { N_("Add touchpoint"), N_("Edit touchpoint"),
			 N_("Move touchpoint") },
	[LANE] = { N_("Add lane"), N_("Edit lane"), N_("Move lane") },
	[CELL] = { N_("Add cell"), N_("Edit cell"), NULL },
	[IMPROVEMENT] = { N_("Add improvement"), N_("Edit improvement"),
			  N_("Move improvement") },
	[MEASURE] = { N_("Add measure"), N_("Edit measure"), NULL },
	[VOTE] = { N_("Vote"), N_("Vote"), NULL },
	[ANSWER] = { N_("Answer the coach"), N_("Answer the coach"), NULL },
	[SNAPSHOT] = { N_("Snapshot"), N_("Rename snapshot"), NULL },
};

static const struct row *wanted(const struct project *p, enum entity e,
				int64_t id, struct err *err)
{
	const struct row *r = project_row(p, e, id);

	if (!r)
		err_set(err, _("this %s is gone: somebody deleted it"),
			_(entities[e].label));
	return r;
}

/* The references of a row's new values must be there. */
static bool check_ref(const struct project *p, const struct field *f,
		      const char *text, struct err *err)
{
	return f->type != FIELD_REF || !*text ||
	       wanted(p, f->target, id_parse(text), err);
}

/* A touchpoint and its stage are of one map. */
static bool check_map(const struct project *p, int64_t stage, int64_t map,
		      struct err *err)
{
	const struct row *r = project_row(p, STAGE, stage);

	return !r || row_ref(r, STAGE_MAP) == map ||
	       err_set(err, _("this stage belongs to another map"));
}

static const char *set_verb(const struct set_intent *i)
{
	if (i->verb)
		return i->verb;
	if (i->count == 1 && i->entity == STAGE &&
	    i->set[0].field == STAGE_TITLE)
		return N_("Rename stage");
	if (i->count == 1 && i->entity == TOUCHPOINT &&
	    i->set[0].field == TOUCHPOINT_EMOTION)
		return N_("Set emotion");
	return verbs[i->entity].edit;
}

static bool build_set(const struct intent *self, const struct project *p,
		      struct edit *e, struct err *err)
{
	const struct set_intent *i = (const struct set_intent *)self;
	const struct row *r = wanted(p, i->entity, i->id, err);

	if (!r)
		return false;
	for (int k = 0; k < i->count; k++) {
		int field = i->set[k].field;
		const char *text = i->set[k].text;

		if (!field_check(i->entity, field, text, err) ||
		    !check_ref(p, field_of(i->entity, field), text, err))
			return false;
		edit_set(e, r, field, text);
	}
	edit_label(e, set_verb(i), row_title(r));
	return true;
}

void intent_set(struct set_intent *i, enum entity e, int64_t id)
{
	*i = (struct set_intent){ .intent = { build_set }, .entity = e,
				  .id = id };
}

void intent_set_field(struct set_intent *i, int field, const char *text)
{
	i->set[i->count].field = field;
	i->set[i->count].text = text;
	i->count++;
}

static int64_t value_ref(const struct values *v, int field)
{
	return v->text[field] ? id_parse(v->text[field]) : 0;
}

static int64_t add_parent(const struct add_intent *i)
{
	int parent = entities[i->entity].parent;
	int64_t id = parent < 0 ? 0 : value_ref(&i->values, parent);

	if (!id && i->entity == TOUCHPOINT)
		id = value_ref(&i->values, TOUCHPOINT_MAP);
	return id;
}

static bool check_new(const struct add_intent *i, const struct project *p,
		      struct err *err)
{
	if (project_row(p, i->entity, i->id))
		return err_set(err, _("this %s is there already"),
			       _(entities[i->entity].label));
	return i->entity != TOUCHPOINT ||
	       check_map(p, value_ref(&i->values, TOUCHPOINT_STAGE),
			 value_ref(&i->values, TOUCHPOINT_MAP), err);
}

static bool build_add(const struct intent *self, const struct project *p,
		      struct edit *e, struct err *err)
{
	const struct add_intent *i = (const struct add_intent *)self;
	const struct entity_info *info = &entities[i->entity];
	struct values v = i->values;
	struct strbuf rank = STRBUF_INIT;
	bool ok = check_new(i, p, err) &&
		  (info->rank < 0 ||
		   place_rank(e, p, i->entity, add_parent(i), NULL, i->at,
			      &rank, err));

	if (info->rank >= 0)
		v.text[info->rank] = rank.s;
	for (int k = 0; ok && k < info->count; k++) {
		const char *text = v.text[k] ? v.text[k] : "";

		ok = field_check(i->entity, k, text, err) &&
		     check_ref(p, &info->fields[k], text, err);
	}
	if (ok) {
		struct row *r = row_new(i->entity, i->id, &v);

		edit_insert(e, r);
		edit_label(e, verbs[i->entity].add, row_title(r));
	}
	strbuf_release(&rank);
	return ok;
}

void intent_add(struct add_intent *i, enum entity e)
{
	*i = (struct add_intent){ .intent = { build_add }, .entity = e,
				  .id = id_new(), .at = AT_END };
}

static bool build_move(const struct intent *self, const struct project *p,
		       struct edit *e, struct err *err)
{
	const struct move_intent *i = (const struct move_intent *)self;
	const struct row *r = wanted(p, i->entity, i->id, err);
	struct strbuf rank = STRBUF_INIT;
	int64_t parent;
	char id[ID_TEXT];
	bool ok;

	if (!r)
		return false;
	parent = i->parent;
	if (i->entity != TOUCHPOINT)
		parent = row_parent(r);
	else if (!parent)
		parent = row_ref(r, TOUCHPOINT_MAP);
	else if (!wanted(p, STAGE, parent, err) ||
		 !check_map(p, parent, row_ref(r, TOUCHPOINT_MAP), err))
		return false;
	if (parent == row_parent(r) &&
	    list_index(project_list(p, i->entity, parent), r) == (size_t)i->at)
		return true;
	ok = place_rank(e, p, i->entity, parent, r, i->at, &rank, err);
	if (ok) {
		if (i->entity == TOUCHPOINT)
			edit_set(e, r, TOUCHPOINT_STAGE,
				 id_text(i->parent, id));
		edit_set(e, r, entities[i->entity].rank, rank.s);
		edit_label(e, verbs[i->entity].move, row_title(r));
	}
	strbuf_release(&rank);
	return ok;
}

void intent_move(struct move_intent *i, enum entity e, int64_t id,
		 int64_t parent, long at)
{
	*i = (struct move_intent){ { build_move }, e, id, parent, at };
}

static bool build_many(const struct intent *self, const struct project *p,
		       struct edit *e, struct err *err)
{
	const struct many_intent *i = (const struct many_intent *)self;

	edit_parts(e);
	for (size_t k = 0; k < i->count; k++)
		if (!i->parts[k]->build(i->parts[k], p, e, err))
			return false;
	edit_settle(e);
	edit_label(e, i->verb, i->subject);
	return true;
}

void intent_many(struct many_intent *i, const char *verb, const char *subject,
		 const struct intent **parts, size_t count)
{
	*i = (struct many_intent){ { build_many }, verb, subject, parts,
				   count };
}
