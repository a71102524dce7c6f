#include "model/coach_find.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "model/channels.h"
#include "model/wheel.h"

/* Touchpoints of a map of which something can be said as a whole. */
enum { ENOUGH = 3 };

static const struct row *whole(const struct finder *f)
{
	return project_row(f->coach->p, MAP, f->coach->map);
}

/* Whether the stages lead to the purchase and not beyond it.  One without a
 * phase that stands behind the purchase may be what comes after. */
static bool ends_at_purchase(const struct coach *c)
{
	const struct list *stages = project_stages(c->p, c->map);
	bool bought = false;

	for (size_t i = 0; i < stages->count; i++) {
		const struct row *stage = stages->rows[i];
		enum phase phase = stage_phase(stage);

		if (!project_touchpoints(c->p, c->map, stage->id)->count)
			continue;
		if (phase == PHASE_AFTER || (phase == PHASE_UNKNOWN && bought))
			return false;
		bought |= phase == PHASE_DURING;
	}
	return bought;
}

void find_early_end(struct finder *f)
{
	if (ends_at_purchase(f->coach))
		found(f, whole(f), _("no touchpoint after the purchase"));
}

void find_single_channel(struct finder *f)
{
	struct channels c = CHANNELS_INIT;

	channels_of_map(&c, f->coach->p, f->coach->map);
	if (c.count == 1 && !c.unknown && c.at[0].touchpoints >= ENOUGH)
		found(f, whole(f), _("all of it is on \"%.*s\""),
		      UTF8_CUT(SHOWN, c.at[0].name));
	channels_release(&c);
}

/* Whether so much is known that the rest can hardly be different. */
static bool is_telling(const struct tally *t, size_t touchpoints)
{
	return touchpoints >= ENOUGH && t->unknown * 2 <= touchpoints;
}

static void find_without(struct finder *f, int place, const char *text)
{
	struct wheel w;

	wheel_make(&w, f->coach->p, f->coach->map);
	if (is_telling(&w.all.place, w.all.touchpoints) &&
	    !w.all.place.number[place])
		found(f, whole(f), "%s", text);
}

void find_no_digital(struct finder *f)
{
	find_without(f, PLACE_ONLINE, _("no touchpoint is online"));
}

void find_only_digital(struct finder *f)
{
	find_without(f, PLACE_OFFLINE, _("no touchpoint is offline"));
}

void find_only_created(struct finder *f)
{
	struct wheel w;
	const struct tally *origin = &w.all.origin;

	wheel_make(&w, f->coach->p, f->coach->map);
	if (is_telling(origin, w.all.touchpoints) &&
	    !origin->number[ORIGIN_TRUE] && !origin->number[ORIGIN_UNEXPECTED])
		found(f, whole(f), _("everything was created by the brand"));
}

static bool is_hidden(const char *text)
{
	struct strbuf clean = STRBUF_INIT;
	struct utf8_report report = { 0, 0 };

	utf8_clean(text, strlen(text), &clean, &report);
	strbuf_release(&clean);
	return report.stripped > 0;
}

static const char *hidden_field(const struct row *r)
{
	for (int n = 0; n < r->count; n++) {
		const char *text;
		const struct field *f = field_of((enum entity)r->entity,
						 row_field(r, n, &text));

		if (is_hidden(text))
			return f->label ? _(f->label) : f->key;
	}
	return NULL;
}

static void check_row(struct finder *f, const struct row *r)
{
	const char *field = hidden_field(r);

	if (field)
		found(f, r, _("hidden characters in \"%s\""), field);
}

static void check_list(struct finder *f, enum entity e, int64_t parent)
{
	const struct list *l = project_list(f->coach->p, e, parent);

	for (size_t i = 0; i < l->count; i++)
		check_row(f, l->rows[i]);
}

/* A lane has no place that people could name: it belongs to the map. */
static void check_lane(struct finder *f, const struct row *lane)
{
	const struct list *cells = project_list(f->coach->p, CELL, lane->id);
	bool hidden = hidden_field(lane);

	for (size_t i = 0; !hidden && i < cells->count; i++)
		hidden = hidden_field(cells->rows[i]);
	if (hidden)
		found(f, whole(f), _("hidden characters in the lane \"%.*s\""),
		      UTF8_CUT(SHOWN, row_title(lane)));
}

void find_hidden_characters(struct finder *f)
{
	const struct coach *c = f->coach;
	const struct list *lanes = project_list(c->p, LANE, c->map);

	check_row(f, whole(f));
	check_list(f, STAGE, c->map);
	each_touchpoint(f, true, check_row);
	check_list(f, IMPROVEMENT, c->map);
	for (size_t i = 0; i < lanes->count; i++)
		check_lane(f, lanes->rows[i]);
}
