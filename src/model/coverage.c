#include "model/coverage.h"

#include <string.h>

#include "base/i18n.h"

static enum evidence evidence_of(const struct row *r)
{
	const char *text = row_text(r, TOUCHPOINT_EVIDENCE);
	const struct choice *c =
		field_of(TOUCHPOINT, TOUCHPOINT_EVIDENCE)->choices;

	for (int i = 0; c[i].key; i++)
		if (!strcmp(c[i].key, text))
			return (enum evidence)i;
	return EVIDENCE_UNKNOWN;
}

bool touchpoint_hurts(const struct row *r)
{
	int emotion = row_emotion(r);

	return *row_text(r, TOUCHPOINT_PAIN) ||
	       (emotion != EMOTION_UNKNOWN && emotion < 0);
}

bool touchpoint_is_mended(const struct project *p, const struct row *r)
{
	const struct list *l = project_list(p, IMPROVEMENT,
					    row_ref(r, TOUCHPOINT_MAP));

	for (size_t i = 0; i < l->count; i++)
		if (row_ref(l->rows[i], IMPROVEMENT_TOUCHPOINT) == r->id)
			return true;
	return false;
}

static void count_in(struct coverage *c, const struct project *p,
		     const struct row *r)
{
	bool hurts = touchpoint_hurts(r);

	c->touchpoints++;
	c->no_need += !*row_text(r, TOUCHPOINT_NEED);
	c->no_context += !*row_text(r, TOUCHPOINT_CONTEXT);
	c->evidence[evidence_of(r)]++;
	c->pains += hurts;
	c->unmended += hurts && !touchpoint_is_mended(p, r);
}

void coverage_add(struct coverage *c, const struct project *p, int64_t map,
		  int64_t stage)
{
	const struct list *l = project_touchpoints(p, map, stage);

	for (size_t i = 0; i < l->count; i++)
		count_in(c, p, l->rows[i]);
}

void coverage_of_map(struct coverage *c, const struct project *p, int64_t map)
{
	const struct list *stages = project_stages(p, map);

	for (size_t i = 0; i < stages->count; i++)
		coverage_add(c, p, map, stages->rows[i]->id);
}

void coverage_text(const struct coverage *c, struct strbuf *out)
{
	size_t unknown = c->evidence[EVIDENCE_UNKNOWN];

	if (unknown == c->touchpoints)
		return;
	strbuf_addf(out, _("%zu of %zu assumed"),
		    c->evidence[EVIDENCE_ASSUMED], c->touchpoints);
	if (unknown)
		strbuf_addf(out, _(", %zu without evidence"), unknown);
}
