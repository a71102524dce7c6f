#include "model/wheel.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

enum phase stage_phase(const struct row *stage)
{
	const struct choice *c = field_of(STAGE, STAGE_PHASE)->choices;
	const char *text = row_text(stage, STAGE_PHASE);

	for (int i = 0; c[i].key; i++)
		if (!strcmp(c[i].key, text))
			return (enum phase)i;
	return PHASE_UNKNOWN;
}

const char *phase_label(enum phase phase)
{
	if (phase == PHASE_UNKNOWN)
		return _("phase unknown");
	return _(field_of(STAGE, STAGE_PHASE)->choices[phase].label);
}

static void tally_add(struct tally *t, const struct row *r, int field)
{
	const struct choice *c = field_of(TOUCHPOINT, field)->choices;
	const char *text = row_text(r, field);

	for (int i = 0; c[i].key; i++)
		if (!strcmp(c[i].key, text)) {
			t->number[i]++;
			return;
		}
	t->unknown++;
}

static void spoke_add(struct spoke *s, const struct list *l)
{
	s->stages++;
	s->touchpoints += l->count;
	for (size_t i = 0; i < ARRAY_LEN(s->mood.number); i++)
		s->mood.number[i] += l->mood.number[i];
	for (size_t i = 0; i < l->count; i++) {
		tally_add(&s->place, l->rows[i], TOUCHPOINT_PLACE);
		tally_add(&s->media, l->rows[i], TOUCHPOINT_MEDIA);
		tally_add(&s->origin, l->rows[i], TOUCHPOINT_ORIGIN);
	}
}

void wheel_make(struct wheel *w, const struct project *p, int64_t map)
{
	const struct list *stages = project_stages(p, map);

	*w = (struct wheel){ .all = { .stages = 0 } };
	for (size_t i = 0; i < stages->count; i++) {
		const struct row *stage = stages->rows[i];
		const struct list *l = project_touchpoints(p, map, stage->id);

		spoke_add(&w->phase[stage_phase(stage)], l);
		spoke_add(&w->all, l);
	}
}
