#include "format/facts.h"

#include "base/i18n.h"

/* "-1 (bad)" */
static void emotion_words(const char *text, struct strbuf *out)
{
	int value = emotion_value(text);

	strbuf_addf(out, "%s (%s)", emotion_shown(value),
		    emotion_label(value));
}

void facts_value(const struct project *p, const struct row *r, int field,
		 struct strbuf *out)
{
	const struct field *f = field_of((enum entity)r->entity, field);
	const char *text = row_text(r, field);
	const struct row *to;

	if (!*text)
		return;
	if (f->type == FIELD_EMOTION) {
		emotion_words(text, out);
	} else if (f->type == FIELD_REF) {
		to = project_row(p, f->target, row_ref(r, field));
		strbuf_addstr(out, to ? row_title(to) : "");
	} else {
		strbuf_addstr(out, field_shown(f, text));
	}
}

/* Readers see in which language it is. */
static bool is_told(const struct entity_info *info, int field)
{
	return field != info->title && info->fields[field].label &&
	       (info != &entities[MAP] || field != MAP_LANGUAGE);
}

void facts_of_row(const struct project *p, const struct row *r,
		  fact_visit *visit, void *arg)
{
	const struct entity_info *info = &entities[r->entity];
	struct strbuf text = STRBUF_INIT;

	for (int f = 0; f < info->count; f++) {
		if (!is_told(info, f) || !*row_text(r, f))
			continue;
		strbuf_clear(&text);
		facts_value(p, r, f, &text);
		visit(_(info->fields[f].label), text.s, arg);
	}
	strbuf_release(&text);
}

/* "386 clicks (2026-03-18)" */
static void add_measure(const struct row *r, struct strbuf *out)
{
	strbuf_addstr(out, row_text(r, MEASURE_VALUE));
	if (*row_text(r, MEASURE_UNIT))
		strbuf_addf(out, " %s", row_text(r, MEASURE_UNIT));
	if (*row_text(r, MEASURE_DAY))
		strbuf_addf(out, " (%s)", row_text(r, MEASURE_DAY));
}

void facts_of_measures(const struct project *p, const struct row *touchpoint,
		       fact_visit *visit, void *arg)
{
	const struct list *l = project_list(p, MEASURE, touchpoint->id);
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < l->count; i++) {
		strbuf_clear(&text);
		add_measure(l->rows[i], &text);
		visit(row_title(l->rows[i]), text.s, arg);
	}
	strbuf_release(&text);
}

void facts_of_touchpoint(const struct project *p, const struct row *r,
			 fact_visit *visit, void *arg)
{
	const struct list *votes = project_list(p, VOTE, r->id);
	struct strbuf text = STRBUF_INIT;
	int64_t sum = 0;

	facts_of_row(p, r, visit, arg);
	facts_of_measures(p, r, visit, arg);
	for (size_t i = 0; i < votes->count; i++)
		sum += row_ref(votes->rows[i], VOTE_NUMBER);
	strbuf_addf(&text, "%lld", (long long)sum);
	if (votes->count)
		visit(_("Votes"), text.s, arg);
	strbuf_release(&text);
}

void facts_mean(double mean, struct strbuf *out)
{
	if (mean > -0.05 && mean < 0.05)
		strbuf_addstr(out, "0.0");
	else
		strbuf_addf(out, "%+.1f", mean);
}

void facts_mood(const struct list *l, struct strbuf *out)
{
	struct strbuf number = STRBUF_INIT;
	double mean;

	strbuf_addf(out, ngettext("%zu touchpoint", "%zu touchpoints",
				  l->count), l->count);
	if (!mood_mean(&l->mood, &mean))
		return;
	facts_mean(mean, &number);
	strbuf_addf(out, _(", emotion %s on average, %s at worst"), number.s,
		    emotion_shown(mood_lowest(&l->mood)));
	strbuf_release(&number);
}

/* How all touchpoints in the stages of a map feel: no rows, only numbers. */
static struct list sum_of(const struct project *p, int64_t map)
{
	const struct list *stages = project_stages(p, map);
	struct list sum = { .count = 0 };

	for (size_t i = 0; i < stages->count; i++) {
		const struct list *l = project_touchpoints(p, map,
							   stages->rows[i]->id);

		sum.count += l->count;
		for (int k = 0; k < 5; k++)
			sum.mood.number[k] += l->mood.number[k];
	}
	return sum;
}

void facts_of_map(const struct project *p, const struct row *map,
		  fact_visit *visit, void *arg)
{
	size_t stages = project_stages(p, map->id)->count;
	struct list sum = sum_of(p, map->id);
	struct strbuf text = STRBUF_INIT;

	facts_of_row(p, map, visit, arg);
	strbuf_addf(&text, ngettext("%zu stage", "%zu stages", stages),
		    stages);
	strbuf_addstr(&text, ", ");
	facts_mood(&sum, &text);
	visit(_("Content"), text.s, arg);
	strbuf_release(&text);
}

const struct row *facts_map(const struct project *p, int64_t id,
			    struct err *err)
{
	const struct row *map = id ? project_row(p, MAP, id) :
				     list_at(project_maps(p), 0);

	if (!map)
		err_set(err, _("there is no map to write"));
	return map;
}

void facts_number(const struct project *p, const struct row *touchpoint,
		  struct strbuf *out)
{
	int64_t map = row_ref(touchpoint, TOUCHPOINT_MAP);
	int64_t id = row_ref(touchpoint, TOUCHPOINT_STAGE);
	const struct row *stage = project_row(p, STAGE, id);
	size_t number = stage ? list_index(project_stages(p, map), stage) + 1 :
				0;

	strbuf_addf(out, "%zu.%zu", number,
		    list_index(project_touchpoints(p, map, id),
			       touchpoint) + 1);
}

struct cell {
	const struct project *p;
	struct strbuf *out;
};

static void add_line(const struct row *touchpoint, const char *text,
		     void *arg)
{
	const struct cell *c = arg;

	if (c->out->len)
		strbuf_addch(c->out, '\n');
	if (touchpoint) {
		facts_number(c->p, touchpoint, c->out);
		strbuf_addch(c->out, ' ');
	}
	strbuf_addstr(c->out, text);
}

void facts_cell(const struct lane *l, const struct project *p, int64_t map,
		int64_t stage, struct strbuf *out)
{
	struct cell c = { p, out };

	lane_each(l, p, map, stage, add_line, &c);
}
