#include "model/captured.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/strbuf.h"
#include "model/place.h"

static const struct row *stage_meant(const struct capture_intent *i,
				     const struct project *p)
{
	bool ambiguous;

	if (!i->line.stage)
		return project_row(p, STAGE, i->here);
	return capture_stage(p, i->map, i->line.stage, &ambiguous);
}

/* A touchpoint of this map, or NULL. */
static const struct row *card_here(const struct capture_intent *i,
				   const struct project *p, int64_t id)
{
	const struct row *r = project_row(p, TOUCHPOINT, id);

	return r && row_ref(r, TOUCHPOINT_MAP) == i->map ? r : NULL;
}

static const struct row *card_meant(const struct capture_intent *i,
				    const struct project *p, struct err *err)
{
	const struct capture *c = &i->line;
	const struct row *r;

	if (!c->card) {
		r = card_here(i, p, i->last);
		if (!r)
			err_set(err, _("there is no touchpoint to add this "
				       "to yet: type what the customer does "
				       "first"));
		return r;
	}
	r = capture_card(p, i->map, c->card_stage, c->card);
	if (!r)
		err_set(err, _("there is no touchpoint %d.%d"), c->card_stage,
			c->card);
	return r;
}

/* One value at most, the new one counts; of all others both are kept. */
static bool replaces(int field)
{
	return field == TOUCHPOINT_TITLE || field == TOUCHPOINT_CHANNEL ||
	       field == TOUCHPOINT_EMOTION;
}

static bool add_to(const struct row *r, int field, const char *text,
		   struct edit *e, struct err *err)
{
	struct strbuf both = STRBUF_INIT;
	bool ok;

	if (!replaces(field) && *row_text(r, field))
		strbuf_addf(&both, "%s; ", row_text(r, field));
	strbuf_addstr(&both, text);
	ok = field_check(TOUCHPOINT, field, both.s, err);
	if (ok)
		edit_set(e, r, field, both.s);
	strbuf_release(&both);
	return ok;
}

static bool build_added(const struct capture_intent *i,
			const struct project *p, struct edit *e,
			struct err *err)
{
	const struct row *r = card_meant(i, p, err);

	if (!r)
		return false;
	for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
		if (i->line.text[f] &&
		    !add_to(r, f, i->line.text[f], e, err))
			return false;
	edit_label(e, N_("Edit touchpoint"), row_title(r));
	*i->result = (struct capture_result){
		CAPTURED_CHANGED, r->id, row_ref(r, TOUCHPOINT_STAGE) };
	return true;
}

static const char *title_of(const struct capture_intent *i,
			    const struct row *stage)
{
	if (i->line.stage && !stage)
		return i->line.whole;
	return i->line.text[TOUCHPOINT_TITLE] ?
	       i->line.text[TOUCHPOINT_TITLE] : "";
}

static bool no_title(struct err *err)
{
	return err_set(err, _("first what the customer does: \"pays in cash "
			      "@shop\""));
}

static bool build_new(const struct capture_intent *i, const struct project *p,
		      struct edit *e, struct err *err)
{
	const struct row *stage = stage_meant(i, p);
	struct add_intent add;
	char map[ID_TEXT], place[ID_TEXT];

	intent_add(&add, TOUCHPOINT);
	add.id = i->id;
	for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
		add.values.text[f] = i->line.text[f];
	add.values.text[TOUCHPOINT_TITLE] = title_of(i, stage);
	add.values.text[TOUCHPOINT_MAP] = id_text(i->map, map);
	add.values.text[TOUCHPOINT_STAGE] = id_text(stage ? stage->id : 0,
						    place);
	if (!*add.values.text[TOUCHPOINT_TITLE])
		return no_title(err);
	*i->result = (struct capture_result){
		i->line.stage && !stage ? CAPTURED_PARKED : CAPTURED_ADDED,
		i->id, stage ? stage->id : 0 };
	return add.intent.build(&add.intent, p, e, err);
}

/* To the end of another stage. */
static bool put_last(const struct row *r, int64_t stage,
		     const struct project *p, struct edit *e, struct err *err)
{
	struct strbuf rank = STRBUF_INIT;
	char id[ID_TEXT];
	bool ok;

	if (row_ref(r, TOUCHPOINT_STAGE) == stage)
		return true;
	ok = place_rank(e, p, TOUCHPOINT, stage, NULL, AT_END, &rank, err);
	if (ok) {
		edit_set(e, r, TOUCHPOINT_STAGE, id_text(stage, id));
		edit_set(e, r, TOUCHPOINT_RANK, rank.s);
	}
	strbuf_release(&rank);
	return ok;
}

/* A line that was brought back is the whole of what it can say. */
static bool build_again(const struct capture_intent *i, const struct row *r,
			const struct project *p, struct edit *e,
			struct err *err)
{
	bool carried[TOUCHPOINT_FIELDS];
	struct strbuf line = STRBUF_INIT;
	const struct row *stage = i->line.stage ? stage_meant(i, p) : NULL;
	const char *title = title_of(i, stage);

	capture_write(r, &line, carried);
	strbuf_release(&line);
	if (!*title)
		return no_title(err);
	for (int f = TOUCHPOINT_TITLE; f < TOUCHPOINT_FIELDS; f++) {
		const char *text = i->line.text[f] ? i->line.text[f] : "";

		if (f == TOUCHPOINT_TITLE)
			text = title;
		if (!*text && !carried[f])
			continue;
		if (!field_check(TOUCHPOINT, f, text, err))
			return false;
		edit_set(e, r, f, text);
	}
	if (stage && !put_last(r, stage->id, p, e, err))
		return false;
	edit_label(e, N_("Edit touchpoint"), title);
	*i->result = (struct capture_result){
		CAPTURED_CHANGED, r->id,
		stage ? stage->id : row_ref(r, TOUCHPOINT_STAGE) };
	return true;
}

static bool build_capture(const struct intent *self, const struct project *p,
			  struct edit *e, struct err *err)
{
	const struct capture_intent *i = (const struct capture_intent *)self;
	const struct row *again = card_here(i, p, i->replaces);
	const struct row *stage;

	*i->result = (struct capture_result){ CAPTURED_NOTHING, 0, 0 };
	if (capture_is_empty(&i->line)) {
		stage = i->line.stage ? stage_meant(i, p) : NULL;
		if (stage)
			*i->result = (struct capture_result){
				CAPTURED_WENT, 0, stage->id };
		if (stage || !i->line.stage)
			return true;
	}
	if (again && !i->line.adds)
		return build_again(i, again, p, e, err);
	if (i->line.adds)
		return build_added(i, p, e, err);
	return build_new(i, p, e, err);
}

void intent_capture(struct capture_intent *i, const char *line, int64_t map,
		    struct capture_result *result)
{
	*i = (struct capture_intent){ .intent = { build_capture }, .map = map,
				      .id = id_new(), .result = result };
	capture_parse(line, &i->line);
}

void capture_intent_release(struct capture_intent *i)
{
	capture_release(&i->line);
}
