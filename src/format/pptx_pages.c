#include "format/pptx_pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "format/facts.h"
#include "format/improvement.h"
#include "format/pptx_flow.h"

/* A fact longer than this does not go on the title slide. */
enum { FACT_LONGEST = 400, LOWEST = 12 };

static void flow(struct pages *g, const struct table *t, const char *title,
		 const char *notes)
{
	struct flow_text text = { title, "", notes, 0 };

	table_flow(t, &g->deck, &text);
}

static void quote_line(const char *who, const char *quote, struct strbuf *out)
{
	if (*quote)
		strbuf_addf(out, "%s%s: “%s”", out->len ? "\n" : "", who,
			    quote);
}

static void short_fact(const char *label, const char *text, void *arg)
{
	struct strbuf *out = arg;

	if (strlen(text) <= FACT_LONGEST)
		strbuf_addf(out, "%s%s: %s", out->len ? "\n" : "", label,
			    text);
}

void pages_title(struct pages *g)
{
	const struct row *who = project_row(g->p, PERSONA,
					    row_ref(g->map, MAP_PERSONA));
	struct strbuf facts = STRBUF_INIT;
	struct slide s;

	slide_init(&s, LAYOUT_TITLE, g->deck.lang, row_title(g->map));
	facts_of_map(g->p, g->map, short_fact, &facts);
	slide_subtitle(&s, facts.s);
	if (who)
		quote_line(row_title(who), row_text(who, PERSONA_QUOTE),
			   &s.notes);
	deck_add(&g->deck, &s);
	strbuf_release(&facts);
}

static void fact_row(const char *label, const char *text, void *arg)
{
	struct table *t = arg;

	table_row(t);
	table_cell(t, 0, label, TINT_NAME);
	table_cell(t, 1, text, TINT_NONE);
}

static void long_fact(const char *label, const char *text, void *arg)
{
	if (strlen(text) > FACT_LONGEST)
		fact_row(label, text, arg);
}

void pages_persona(struct pages *g)
{
	const struct row *who = project_row(g->p, PERSONA,
					    row_ref(g->map, MAP_PERSONA));
	struct table t;

	table_init(&t, 2, 20);
	facts_of_map(g->p, g->map, long_fact, &t);
	if (who)
		facts_of_row(g->p, who, fact_row, &t);
	flow(g, &t, row_title(who ? who : g->map), "");
	table_release(&t);
}

static enum tint tint_of(int emotion)
{
	if (emotion == EMOTION_UNKNOWN || !emotion)
		return TINT_NONE;
	return emotion > 0 ? TINT_GOOD : TINT_BAD;
}

static void lowest_row(struct pages *g, const struct row *r, struct table *t,
		       struct strbuf *notes)
{
	static const int fields[] = { TOUCHPOINT_PAIN, TOUCHPOINT_OPPORTUNITY,
				      TOUCHPOINT_OWNER };
	struct strbuf text = STRBUF_INIT;

	facts_number(g->p, r, &text);
	quote_line(text.s, row_text(r, TOUCHPOINT_QUOTE), notes);
	strbuf_addf(&text, " %s", row_title(r));
	table_row(t);
	table_cell(t, 0, text.s, TINT_NAME);
	table_cell(t, 1, emotion_shown(row_emotion(r)),
		   tint_of(row_emotion(r)));
	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		table_cell(t, (int)i + 2, row_text(r, fields[i]), TINT_NONE);
	strbuf_release(&text);
}

static void lowest_rows(struct pages *g, int emotion, struct table *t,
			struct strbuf *notes)
{
	for (size_t i = 0; i < g->stages->count; i++) {
		const struct list *l = project_touchpoints(g->p, g->map->id,
						g->stages->rows[i]->id);

		for (size_t k = 0; k < l->count && t->count < LOWEST; k++)
			if (row_emotion(l->rows[k]) == emotion)
				lowest_row(g, l->rows[k], t, notes);
	}
}

void pages_lowest(struct pages *g)
{
	static const int parts[] = { 32, 8, 25, 25, 10 };
	struct strbuf notes = STRBUF_INIT;
	struct table t;

	table_init(&t, ARRAY_LEN(parts), 0);
	table_widths(&t, parts);
	table_head(&t, 0, _("Touchpoint"));
	table_head(&t, 1, _("Emotion"));
	table_head(&t, 2, _("Pain"));
	table_head(&t, 3, _("Opportunity"));
	table_head(&t, 4, _("Owner"));
	lowest_rows(g, -2, &t, &notes);
	lowest_rows(g, -1, &t, &notes);
	flow(g, &t, _("Lowest moments"), notes.s);
	table_release(&t);
	strbuf_release(&notes);
}

void pages_improvements(struct pages *g)
{
	static const int parts[] = { 34, 22, 14, 14, 16 };
	const struct list *l = project_list(g->p, IMPROVEMENT, g->map->id);
	struct strbuf text = STRBUF_INIT;
	struct table t;

	table_init(&t, IMPROVEMENT_COLUMNS, 0);
	table_widths(&t, parts);
	t.named = false;
	for (int c = 0; c < IMPROVEMENT_COLUMNS; c++)
		table_head(&t, c,
			   improvement_heading((enum improvement_column)c));
	for (size_t i = 0; i < l->count; i++) {
		table_row(&t);
		for (int c = 0; c < IMPROVEMENT_COLUMNS; c++) {
			strbuf_clear(&text);
			improvement_text(g->p, l->rows[i],
					 (enum improvement_column)c, &text);
			table_cell(&t, c, text.s, TINT_NONE);
		}
	}
	flow(g, &t, _("Improvements"), "");
	table_release(&t);
	strbuf_release(&text);
}
