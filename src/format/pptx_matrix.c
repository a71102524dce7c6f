#include "format/pptx_pages.h"

#include "base/i18n.h"
#include "format/facts.h"
#include "format/pptx_flow.h"

/* Columns beside each other, rows on a slide, the names' part of the width */
enum { ABREAST = 6, LANES = 5, NAMES = 12 };

/* The n-th of several parts of about the same size. */
static size_t part(size_t all, size_t parts, size_t n)
{
	return all * n / parts;
}

static size_t parts_of(size_t all, size_t most)
{
	return (all + most - 1) / most;
}

static enum tint tint_of(int emotion)
{
	if (emotion == EMOTION_UNKNOWN || !emotion)
		return TINT_NONE;
	return emotion > 0 ? TINT_GOOD : TINT_BAD;
}

struct matrix {
	struct pages *g;
	struct table t;
	size_t first, count;    /* columns */
	int slides;             /* with the same title so far */
	struct strbuf text;
};

static const struct row *stage_at(const struct matrix *m, size_t i)
{
	return m->g->stages->rows[m->first + i];
}

static void stage_heads(struct matrix *m)
{
	for (size_t i = 0; i < m->count; i++) {
		strbuf_clear(&m->text);
		strbuf_addf(&m->text, "%zu %s", m->first + i + 1,
			    row_title(stage_at(m, i)));
		table_head(&m->t, (int)i + 1, m->text.s);
	}
	table_head(&m->t, 0, "");
}

static void lane_row(struct matrix *m, const struct lane *lane)
{
	table_row(&m->t);
	table_cell(&m->t, 0, lane_title(lane, m->g->p), TINT_NAME);
	for (size_t i = 0; i < m->count; i++) {
		strbuf_clear(&m->text);
		facts_cell(lane, m->g->p, m->g->map->id, stage_at(m, i)->id,
			   &m->text);
		table_cell(&m->t, (int)i + 1, m->text.s, TINT_NONE);
	}
}

static void want_row(struct matrix *m)
{
	bool any = false;

	for (size_t i = 0; i < m->count; i++)
		any = any || *row_text(stage_at(m, i), STAGE_WANT);
	if (!any)
		return;
	table_row(&m->t);
	table_cell(&m->t, 0, _(field_of(STAGE, STAGE_WANT)->label), TINT_NAME);
	for (size_t i = 0; i < m->count; i++)
		table_cell(&m->t, (int)i + 1,
			   row_text(stage_at(m, i), STAGE_WANT), TINT_NONE);
}

static void matrix_part(struct matrix *m, const struct lanes *lanes,
			size_t from, size_t to)
{
	struct strbuf title = STRBUF_INIT;
	struct flow_text text = { "", "", "", m->slides };

	strbuf_addf(&title, "%s: %zu–%zu", _("Stages side by side"),
		    m->first + 1, m->first + m->count);
	text.title = title.s;
	table_init(&m->t, (int)m->count + 1, NAMES);
	stage_heads(m);
	if (!from)
		want_row(m);
	for (size_t i = from; i < to; i++)
		lane_row(m, &lanes->at[i]);
	table_flow(&m->t, &m->g->deck, &text);
	m->slides = text.slides;
	table_release(&m->t);
	strbuf_release(&title);
}

void pages_matrix(struct pages *g, const struct lanes *lanes)
{
	size_t across = parts_of(g->stages->count, ABREAST);
	size_t down = parts_of(lanes->count, LANES);

	for (size_t i = 0; i < across; i++) {
		struct matrix m = { .g = g, .text = STRBUF_INIT };

		m.first = part(g->stages->count, across, i);
		m.count = part(g->stages->count, across, i + 1) - m.first;
		for (size_t k = 0; k < down; k++)
			matrix_part(&m, lanes, part(lanes->count, down, k),
				    part(lanes->count, down, k + 1));
		strbuf_release(&m.text);
	}
}

static void touchpoint_heads(struct matrix *m, const struct list *l,
			     struct strbuf *notes)
{
	for (size_t i = 0; i < m->count; i++) {
		const struct row *r = l->rows[m->first + i];

		strbuf_clear(&m->text);
		facts_number(m->g->p, r, &m->text);
		if (*row_text(r, TOUCHPOINT_QUOTE))
			strbuf_addf(notes, "%s%s: “%s”", notes->len ? "\n" :
				    "", m->text.s,
				    row_text(r, TOUCHPOINT_QUOTE));
		strbuf_addf(&m->text, " %s", row_title(r));
		table_head(&m->t, (int)i + 1, m->text.s);
	}
	table_head(&m->t, 0, "");
}

static bool some_have(const struct matrix *m, const struct list *l, int field)
{
	for (size_t i = 0; i < m->count; i++)
		if (*row_text(l->rows[m->first + i], field))
			return true;
	return false;
}

static void field_row(struct matrix *m, const struct list *l, int field)
{
	const struct field *f = field_of(TOUCHPOINT, field);
	bool emotion = field == TOUCHPOINT_EMOTION;

	if (!some_have(m, l, field))
		return;
	table_row(&m->t);
	table_cell(&m->t, 0, _(f->label), TINT_NAME);
	for (size_t i = 0; i < m->count; i++) {
		const struct row *r = l->rows[m->first + i];

		strbuf_clear(&m->text);
		facts_value(m->g->p, r, field, &m->text);
		table_cell(&m->t, (int)i + 1, m->text.s, emotion ?
			   tint_of(row_emotion(r)) : TINT_NONE);
	}
}

static void add_measure(const char *label, const char *text, void *arg)
{
	struct strbuf *out = arg;

	strbuf_addf(out, "%s%s: %s", out->len ? "\n" : "", label, text);
}

static void measure_row(struct matrix *m, const struct list *l)
{
	bool any = false;

	for (size_t i = 0; i < m->count; i++)
		any = any || project_list(m->g->p, MEASURE,
					  l->rows[m->first + i]->id)->count;
	if (!any)
		return;
	table_row(&m->t);
	table_cell(&m->t, 0, _("Measure"), TINT_NAME);
	for (size_t i = 0; i < m->count; i++) {
		strbuf_clear(&m->text);
		facts_of_measures(m->g->p, l->rows[m->first + i], add_measure,
				  &m->text);
		table_cell(&m->t, (int)i + 1, m->text.s, TINT_NONE);
	}
}

/* Touchpoints from left to right; the title is in their headings. */
static void stage_part(struct matrix *m, const struct list *l,
		       const struct page_fields *fields, const char *title,
		       const char *lead)
{
	struct flow_text text = { title, lead, "", m->slides };
	struct strbuf notes = STRBUF_INIT;

	table_init(&m->t, (int)m->count + 1, NAMES);
	touchpoint_heads(m, l, &notes);
	for (size_t i = 0; i < fields->count; i++)
		field_row(m, l, fields->at[i]);
	if (fields->measures)
		measure_row(m, l);
	if (!m->t.count)
		table_row(&m->t);
	text.notes = notes.s;
	table_flow(&m->t, &m->g->deck, &text);
	m->slides = text.slides;
	table_release(&m->t);
	strbuf_release(&notes);
}

void pages_stage(struct pages *g, const struct row *stage,
		 const struct page_fields *fields)
{
	const struct list *l = project_touchpoints(g->p, g->map->id,
						   stage ? stage->id : 0);
	size_t parts = parts_of(l->count, ABREAST);
	struct strbuf title = STRBUF_INIT, lead = STRBUF_INIT;
	struct matrix m = { .g = g, .text = STRBUF_INIT };

	if (stage)
		strbuf_addf(&title, "%zu ", list_index(g->stages, stage) + 1);
	strbuf_addstr(&title, stage ? row_title(stage) : _("Parking lot"));
	facts_mood(l, &lead);
	for (size_t i = 0; i < parts; i++) {
		m.first = part(l->count, parts, i);
		m.count = part(l->count, parts, i + 1) - m.first;
		stage_part(&m, l, fields, title.s, lead.s);
	}
	strbuf_release(&m.text);
	strbuf_release(&title);
	strbuf_release(&lead);
}
