#include "format/sheet_put.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "format/emotion_words.h"
#include "format/sheet_value.h"

/* The touchpoints of one section, while they gather. */
struct gathering {
	struct putting *p;
	const struct sheet_section *section;
	int64_t stage;          /* 0: parked */
	struct draft *rows;
	size_t count, cap;
};

/* Whether nothing was reported of this label yet. */
static bool is_news(struct putting *p, const struct sheet_said *said)
{
	if (!said->name || json_object_get(p->told, said->name))
		return false;
	json_object_set_new(p->told, said->name, json_true());
	return true;
}

static const struct column *column(const struct putting *p,
				   const struct sheet_said *said)
{
	static const struct column none = { .kind = COLUMN_UNKNOWN };

	return said->label < 0 ? &none : &p->s->labels.at[said->label];
}

/* The map's own lane of this label. */
static int64_t lane_of(struct putting *p, const struct sheet_said *said)
{
	struct draft d;

	if (p->lanes[said->label])
		return p->lanes[said->label];
	draft_init(&d, LANE, id_new());
	draft_refer(&d, LANE_MAP, p->map);
	sheet_set(&d, LANE_TITLE, said->name, said->name, said->line,
		  p->s->report);
	sheet_rank(&d, &p->lane_rank);
	p->lanes[said->label] = d.id;
	sheet_put_row(p, &d);
	return p->lanes[said->label];
}

static void put_cell(struct gathering *g, const struct sheet_said *said)
{
	struct putting *p = g->p;
	int64_t lane = lane_of(p, said), id = id_of_pair(lane, g->stage);
	const struct row *has = project_row(p->s->into, CELL, id);
	struct strbuf text = STRBUF_INIT;
	struct draft d;

	if (has)
		strbuf_addf(&text, "%s\n", row_text(has, CELL_TEXT));
	strbuf_addstr(&text, said->text);
	if (text.len > FIELD_LONGEST) {
		sheet_rest(p, said->name, said->text, said->line);
	} else if (has) {
		project_set(p->s->into, CELL, id, CELL_TEXT, text.s);
	} else {
		draft_init(&d, CELL, id);
		draft_refer(&d, CELL_LANE, lane);
		draft_refer(&d, CELL_STAGE, g->stage);
		str_set(&d.text[CELL_TEXT], text.s);
		sheet_put_row(p, &d);
	}
	strbuf_release(&text);
}

static struct draft *add_touchpoint(struct gathering *g)
{
	struct draft *d;

	g->rows = xgrow(g->rows, g->count, &g->cap, sizeof *g->rows);
	d = &g->rows[g->count++];
	draft_init(d, TOUCHPOINT, id_new());
	draft_refer(d, TOUCHPOINT_MAP, g->p->map);
	draft_refer(d, TOUCHPOINT_STAGE, g->stage);
	return d;
}

/* An emotion in words: they are in the notes, whatever they are worth. */
static void set_mood(struct sheet *s, struct draft *d,
		     const struct sheet_said *said)
{
	int value = s->guess ? emotion_guess(said->text) : EMOTION_UNKNOWN;

	s->moods++;
	sheet_note(d, said->name, said->text);
	if (value == EMOTION_UNKNOWN || d->text[TOUCHPOINT_EMOTION])
		return;
	s->guessed++;
	str_set(&d->text[TOUCHPOINT_EMOTION], emotion_text(value));
}

static void set(struct gathering *g, struct draft *d,
		const struct sheet_said *said)
{
	const struct column *c = column(g->p, said);
	struct report *report = g->p->s->report;

	if (c->kind == COLUMN_ORDER || c->kind == COLUMN_POSITION)
		return;
	if (c->kind != COLUMN_FIELD) {
		sheet_note(d, said->name, said->text);
		if (is_news(g->p, said))
			report_add(report, said->line, _("\"%.100s\" is no "
				   "field here; its text is kept in the "
				   "notes"), said->name);
		return;
	}
	if (c->field == TOUCHPOINT_EMOTION &&
	    sheet_emotion(said->text) == EMOTION_UNKNOWN) {
		set_mood(g->p->s, d, said);
		return;
	}
	sheet_set(d, c->field, said->name, said->text, said->line, report);
}

/* Whether a touchpoint says this line, too. */
static bool says(const struct draft *d, int field, const char *line,
		 size_t len)
{
	const char *has = d->text[field];
	char *text;
	bool same;

	while (len && strchr(" \t", line[len - 1]))
		len--;
	text = xstrndup(line, len);
	same = has && (field == TOUCHPOINT_EMOTION ?
			    emotion_value(has) == sheet_emotion(text) :
			    strstr(has, text) != NULL);

	free(text);
	return same;
}

/* Whether what is said of the stage is an overview of what its touchpoints
 * say one by one. */
static bool is_overview(const struct gathering *g,
			const struct sheet_said *said, int field)
{
	const char *between = field == TOUCHPOINT_EMOTION ? ", \n" : "\n";
	size_t own = g->section->touchpoints;

	if (!own)
		return false;
	for (const char *s = said->text; *s; s += strspn(s, between)) {
		size_t len = strcspn(s, between), i = 0;

		while (i < own && !says(&g->rows[i], field, s, len))
			i++;
		if (i == own)
			return false;
		s += len;
	}
	return true;
}

static void add_titles(struct gathering *g, const struct sheet_said *said)
{
	const char *s = said->text;

	while (*s) {
		size_t len = strcspn(s, "\n");
		char *title = xstrndup(s, len);

		if (len)
			sheet_set(add_touchpoint(g), TOUCHPOINT_TITLE,
				  said->name, title, said->line,
				  g->p->s->report);
		free(title);
		s += len + (s[len] == '\n');
	}
}

static void say_lane(struct putting *p, const struct sheet_said *said,
		     bool known)
{
	if (known)
		report_add(p->s->report, said->line, _("\"%.100s\" is said of "
			   "whole stages, not of one touchpoint; it is a lane "
			   "of the map now"), said->name);
	else
		report_add(p->s->report, said->line, _("\"%.100s\" is no "
			   "field here; it is a lane of the map now"),
			   said->name);
}

/* What is said of the stage as a whole, when all touchpoints are known. */
static void say_of_stage(struct gathering *g, const struct sheet_said *said)
{
	const struct column *c = column(g->p, said);
	bool known = c->kind == COLUMN_FIELD;

	if (known && is_overview(g, said, c->field))
		return;
	if ((known || !said->name) && g->count == 1) {
		set(g, &g->rows[0], said);
	} else if (g->stage && said->label >= 0) {
		if (is_news(g->p, said))
			say_lane(g->p, said, known);
		put_cell(g, said);
	} else {
		sheet_rest(g->p, said->name ? said->name : g->section->title,
		     said->text, said->line);
	}
}

/* Which of the stage's own fields is meant, or -1. */
static int stage_field(const struct putting *p, const struct sheet_said *said)
{
	int field;

	if (said->touchpoint || !said->name ||
	    column(p, said)->kind == COLUMN_FIELD)
		return -1;
	field = sheet_field(STAGE, said->name);
	return field == STAGE_PHASE || field == STAGE_WANT ? field : -1;
}

static void put_stage(struct gathering *g)
{
	const struct sheet_section *section = g->section;
	struct putting *p = g->p;
	struct draft d;

	draft_init(&d, STAGE, g->stage);
	draft_refer(&d, STAGE_MAP, p->map);
	sheet_set(&d, STAGE_TITLE, "", *section->title ? section->title : "?",
		  section->line, p->s->report);
	sheet_rank(&d, &p->stage_rank);
	for (size_t i = 0; i < section->count; i++) {
		const struct sheet_said *said = &section->said[i];
		int field = stage_field(p, said);

		if (field >= 0 && !sheet_set(&d, field, said->name,
					     said->text, said->line,
					     p->s->report))
			sheet_rest(p, said->name, said->text, said->line);
	}
	sheet_put_row(p, &d);
}

/* A stage of which something is said has at least one touchpoint. */
static void need_touchpoint(struct gathering *g)
{
	const struct sheet_section *section = g->section;

	for (size_t i = 0; !g->count && i < section->count; i++) {
		const struct sheet_said *said = &section->said[i];

		if (stage_field(g->p, said) >= 0 ||
		    (said->name && column(g->p, said)->kind != COLUMN_FIELD))
			continue;
		sheet_set(add_touchpoint(g), TOUCHPOINT_TITLE, "",
			  section->title, said->line, g->p->s->report);
		g->p->s->nameless++;
	}
}

static void put_touchpoints(struct gathering *g, struct strbuf *rank)
{
	for (size_t i = 0; i < g->count; i++) {
		struct draft *d = &g->rows[i];

		if (!d->text[TOUCHPOINT_TITLE])
			str_set(&d->text[TOUCHPOINT_TITLE],
				d->text[TOUCHPOINT_CHANNEL] ?
				d->text[TOUCHPOINT_CHANNEL] :
				*g->section->title ? g->section->title : "?");
		sheet_rank(d, rank);
		sheet_put_row(g->p, d);
	}
	free(g->rows);
}

void sheet_put_section(struct putting *p, const struct sheet_section *section)
{
	struct gathering g = { .p = p, .section = section };
	bool is_stage = section->part == SHEET_STAGE;
	struct strbuf rank = STRBUF_INIT;

	g.stage = is_stage ? id_new() : 0;
	if (is_stage)
		put_stage(&g);
	for (size_t i = 0; i < section->touchpoints; i++)
		add_touchpoint(&g);
	for (size_t i = 0; i < section->count; i++)
		if (section->said[i].touchpoint)
			set(&g, &g.rows[section->said[i].touchpoint - 1],
			    &section->said[i]);
	for (size_t i = 0; i < section->count; i++) {
		const struct sheet_said *said = &section->said[i];
		const struct column *c = column(p, said);

		if (!said->touchpoint && c->kind == COLUMN_FIELD &&
		    c->field == TOUCHPOINT_TITLE &&
		    !is_overview(&g, said, TOUCHPOINT_TITLE))
			add_titles(&g, said);
	}
	if (is_stage)
		need_touchpoint(&g);
	for (size_t i = 0; i < section->count; i++) {
		const struct sheet_said *said = &section->said[i];
		const struct column *c = column(p, said);

		if (!said->touchpoint && stage_field(p, said) < 0 &&
		    (c->kind != COLUMN_FIELD ||
		     c->field != TOUCHPOINT_TITLE))
			say_of_stage(&g, said);
	}
	p->s->any |= is_stage || g.count;
	put_touchpoints(&g, is_stage ? &rank : &p->parked_rank);
	strbuf_release(&rank);
}
