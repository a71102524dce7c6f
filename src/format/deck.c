#include "format/deck.h"

#include "base/i18n.h"
#include "format/deck_pages.h"
#include "model/lanes.h"

struct deck {
	const struct project *p;
	const struct row *map;
	const struct list *stages;
	const struct deck_size *size;
	struct lanes lanes;
	bool chosen;            /* the lanes were asked for by name */
	void (*show)(const struct slide *s, void *arg);
	void *arg;
};

static void show(struct deck *d, struct deck_pages *t, const char *title,
		 const char *notes)
{
	deck_pages_show(t, title, notes, d->show, d->arg);
}

/* Two columns: what it is, and the text. */
static void add_facts(struct deck_pages *t, const struct row *r)
{
	for (int i = 0; i < entities[r->entity].count; i++) {
		const struct field *f = field_of(r->entity, i);

		if (!f->label || f->type == FIELD_REF || !*row_text(r, i) ||
		    (r->entity == MAP && (i == MAP_TITLE || i == MAP_STATE ||
					  i == MAP_LANGUAGE)))
			continue;
		deck_pages_cell(t, i == PERSONA_NAME && r->entity == PERSONA ?
				   _("Persona") : _(f->label));
		deck_pages_cell(t, field_shown(f, row_text(r, i)));
	}
}

static void show_about(struct deck *d)
{
	const struct row *who = project_row(d->p, PERSONA,
					    row_ref(d->map, MAP_PERSONA));
	struct deck_pages t;

	deck_pages_start(&t, d->size, 2);
	deck_pages_cell(&t, _("Title"));
	deck_pages_cell(&t, row_title(d->map));
	add_facts(&t, d->map);
	if (who)
		add_facts(&t, who);
	show(d, &t, _("What this map is about"), "");
}

static void add_stage_title(struct deck *d, struct deck_pages *t, size_t i)
{
	struct strbuf title = STRBUF_INIT;

	strbuf_addf(&title, "%zu. %s", i + 1, row_title(d->stages->rows[i]));
	deck_pages_cell(t, title.s);
	strbuf_release(&title);
}

/* "5 (+0.4)": how many touchpoints, and how they feel on average. */
static void add_mood(struct deck_pages *t, const struct list *l)
{
	struct strbuf text = STRBUF_INIT;
	double mean;

	strbuf_addf(&text, "%zu", l->count);
	if (mood_mean(&l->mood, &mean))
		strbuf_addf(&text, " (%+.1f)", mean);
	deck_pages_cell(t, text.s);
	strbuf_release(&text);
}

/* The touchpoint that hurts most, if any does. */
static void add_worst(struct deck_pages *t, const struct list *l)
{
	struct strbuf text = STRBUF_INIT;
	int lowest = mood_lowest(&l->mood);

	for (size_t i = 0; lowest < 0 && i < l->count; i++)
		if (row_emotion(l->rows[i]) == lowest) {
			strbuf_addf(&text, "%s: %s", emotion_shown(lowest),
				    row_title(l->rows[i]));
			break;
		}
	deck_pages_cell(t, text.s);
	strbuf_release(&text);
}

static void show_overview(struct deck *d)
{
	struct deck_pages t;

	deck_pages_start(&t, d->size, 3);
	deck_pages_cell(&t, _("Stage"));
	deck_pages_cell(&t, _("Touchpoints (emotion on average)"));
	deck_pages_cell(&t, _("Worst moment"));
	for (size_t i = 0; i < d->stages->count; i++) {
		const struct list *l = project_touchpoints(d->p, d->map->id,
						d->stages->rows[i]->id);

		add_stage_title(d, &t, i);
		add_mood(&t, l);
		add_worst(&t, l);
	}
	show(d, &t, _("Overview"), "");
}

static bool any(const struct list *l, int field)
{
	for (size_t i = 0; i < l->count; i++)
		if (*row_text(l->rows[i], field))
			return true;
	return false;
}

/* The map's own lanes from `first` on: a row for each stage. */
static size_t show_lanes(struct deck *d, size_t first)
{
	size_t own[8], count = 0, i = first;
	bool want = !first && !d->chosen && any(d->stages, STAGE_WANT);
	struct deck_pages t;

	for (; i < d->lanes.count && count + 1 + want < d->size->most; i++)
		if (d->lanes.at[i].field < 0)
			own[count++] = i;
	if (!count && !want)
		return i;
	deck_pages_start(&t, d->size, 1 + want + count);
	deck_pages_cell(&t, _("Stage"));
	if (want)
		deck_pages_cell(&t, _(field_of(STAGE, STAGE_WANT)->label));
	for (size_t k = 0; k < count; k++)
		deck_pages_cell(&t, lane_title(&d->lanes.at[own[k]], d->p));
	for (size_t s = 0; s < d->stages->count; s++) {
		const struct row *stage = d->stages->rows[s];

		add_stage_title(d, &t, s);
		if (want)
			deck_pages_cell(&t, row_text(stage, STAGE_WANT));
		for (size_t k = 0; k < count; k++) {
			struct strbuf text = STRBUF_INIT;

			lane_text(&d->lanes.at[own[k]], d->p, d->map->id,
				  stage->id, "\n", &text);
			deck_pages_cell(&t, text.s);
			strbuf_release(&text);
		}
	}
	show(d, &t, _("Stage by stage"), "");
	return i;
}

/* "1.2 clicks a post", and below it where that is and how it feels. */
static void add_touchpoint(struct deck_pages *t, const struct row *r,
			   size_t number, size_t position)
{
	struct strbuf text = STRBUF_INIT;
	const char *channel = row_text(r, TOUCHPOINT_CHANNEL);
	int emotion = row_emotion(r);

	strbuf_addf(&text, "%zu.%zu %s", number, position, row_title(r));
	if (*channel || emotion != EMOTION_UNKNOWN)
		strbuf_addf(&text, "\n%s%s%s", channel,
			    *channel && emotion != EMOTION_UNKNOWN ? " · " :
			    "", emotion != EMOTION_UNKNOWN ?
			    emotion_shown(emotion) : "");
	deck_pages_cell(t, text.s);
	strbuf_release(&text);
}

/* The lanes that are columns of the stage's table, besides the first one. */
static size_t columns_of(const struct deck *d, const struct list *l,
			 int fields[FIELDS_MOST])
{
	size_t count = 0;

	for (size_t i = 0; i < d->lanes.count &&
			   count + 1 < d->size->most; i++) {
		int f = d->lanes.at[i].field;

		if (f < 0 || f == TOUCHPOINT_TITLE ||
		    f == TOUCHPOINT_CHANNEL || f == TOUCHPOINT_EMOTION ||
		    (f == TOUCHPOINT_QUOTE && !d->size->quotes &&
		     !d->chosen) || !any(l, f))
			continue;
		fields[count++] = f;
	}
	return count;
}

/* "“It is late” (5.3)", a line for each; they are for the speaker. */
static void add_quotes(const struct list *l, size_t number,
		       struct strbuf *out)
{
	for (size_t i = 0; i < l->count; i++) {
		const char *quote = row_text(l->rows[i], TOUCHPOINT_QUOTE);

		if (!*quote)
			continue;
		strbuf_addf(out, "%s“", out->len ? "\n" : "");
		for (; *quote; quote++)
			strbuf_addch(out, *quote == '\n' ? ' ' : *quote);
		strbuf_addf(out, "” (%zu.%zu)", number, i + 1);
	}
}

static void show_stage(struct deck *d, size_t i)
{
	const struct row *stage = d->stages->rows[i];
	const struct list *l = project_touchpoints(d->p, d->map->id,
						   stage->id);
	struct strbuf title = STRBUF_INIT, quotes = STRBUF_INIT;
	int fields[FIELDS_MOST];
	size_t count = columns_of(d, l, fields);
	struct deck_pages t;

	deck_pages_start(&t, d->size, 1 + count);
	deck_pages_cell(&t, _("Touchpoint"));
	for (size_t c = 0; c < count; c++)
		deck_pages_cell(&t, _(field_of(TOUCHPOINT, fields[c])->label));
	for (size_t k = 0; k < l->count; k++) {
		add_touchpoint(&t, l->rows[k], i + 1, k + 1);
		for (size_t c = 0; c < count; c++)
			deck_pages_cell(&t, field_shown(
				field_of(TOUCHPOINT, fields[c]),
				row_text(l->rows[k], fields[c])));
	}
	strbuf_addf(&title, "%zu. %s", i + 1, row_title(stage));
	add_quotes(l, i + 1, &quotes);
	show(d, &t, title.s, quotes.s);
	strbuf_release(&title);
	strbuf_release(&quotes);
}

static void show_improvements(struct deck *d)
{
	static const int wanted[] = { IMPROVEMENT_TEXT, IMPROVEMENT_KIND,
		IMPROVEMENT_OWNER, IMPROVEMENT_DUE, IMPROVEMENT_STEP,
		IMPROVEMENT_MEASURE };
	const struct list *l = project_list(d->p, IMPROVEMENT, d->map->id);
	struct deck_pages t;
	int fields[FIELDS_MOST];
	size_t count = 0;

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted &&
			   count < d->size->most; i++)
		if (any(l, wanted[i]))
			fields[count++] = wanted[i];
	deck_pages_start(&t, d->size, count ? count : 1);
	for (size_t c = 0; c < count; c++)
		deck_pages_cell(&t, _(field_of(IMPROVEMENT,
					       fields[c])->label));
	for (size_t i = 0; i < l->count; i++)
		for (size_t c = 0; c < count; c++)
			deck_pages_cell(&t, field_shown(
				field_of(IMPROVEMENT, fields[c]),
				row_text(l->rows[i], fields[c])));
	show(d, &t, _("Improvements"), "");
}

bool deck_make(const struct project *p, const struct row *map,
	       const struct write_options *o, const struct deck_size *size,
	       void (*show_slide)(const struct slide *s, void *arg),
	       void *arg, struct err *err)
{
	struct deck d = { .p = p, .map = map, .size = size, .show = show_slide,
			  .arg = arg, .chosen = o->lanes,
			  .stages = project_stages(p, map->id) };
	size_t lane = 0;

	if (!lanes_choose(&d.lanes, p, map->id, o->lanes, err))
		return false;
	show_about(&d);
	show_overview(&d);
	do
		lane = show_lanes(&d, lane);
	while (lane < d.lanes.count);
	for (size_t i = 0; i < d.stages->count; i++)
		show_stage(&d, i);
	show_improvements(&d);
	lanes_release(&d.lanes);
	return true;
}
