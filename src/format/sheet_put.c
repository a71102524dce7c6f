#include "format/sheet_put.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/rank.h"
#include "base/utf8.h"
#include "format/sheet_value.h"

void sheet_rank(struct draft *d, struct strbuf *last)
{
	struct strbuf next = STRBUF_INIT;

	if (!rank_between(last->s, "", &next))
		strbuf_addstr(&next, last->s);
	strbuf_release(last);
	*last = next;
	str_set(&d->text[entities[d->entity].rank], last->s);
}

void sheet_put_row(struct putting *p, struct draft *d)
{
	struct err err;

	draft_put(d, p->s->into, &err);
	draft_release(d);
}

static void put_rest(struct putting *p)
{
	if (!p->rest.text[TOUCHPOINT_NOTES])
		return;
	report_add(p->s->report, p->rest_line, "%s",
		   _("what is no part of a map stands in the notes of a "
		     "parked touchpoint"));
	sheet_rank(&p->rest, &p->parked_rank);
	sheet_put_row(p, &p->rest);
}

/* A text too long for one touchpoint goes on in another. */
void sheet_rest(struct putting *p, const char *label, const char *text,
		long line)
{
	struct draft *d = &p->rest;
	const char *notes = d->text[TOUCHPOINT_NOTES];

	if (notes && strlen(notes) + strlen(text) > FIELD_LONGEST / 2)
		put_rest(p);
	if (!d->text[TOUCHPOINT_NOTES]) {
		struct strbuf title = STRBUF_INIT;

		draft_init(d, TOUCHPOINT, id_new());
		draft_refer(d, TOUCHPOINT_MAP, p->map);
		strbuf_addf(&title, _("More from %s"), p->s->name);
		sheet_set(d, TOUCHPOINT_TITLE, "", title.s, line,
			  p->s->report);
		strbuf_release(&title);
		p->rest_line = line;
	}
	while (strlen(text) > FIELD_LONGEST / 2) {
		size_t len = utf8_fit(text, FIELD_LONGEST / 8, NULL);
		char *part = xstrndup(text, len);

		sheet_note(d, label, part);
		free(part);
		text += len;
		put_rest(p);
		sheet_rest(p, label, text, line);
		return;
	}
	sheet_note(d, label, text);
}

static void set_fact(struct putting *p, struct draft *d,
		     const struct sheet_said *said)
{
	int field = said->name ? sheet_field(d->entity, said->name) : -1;
	bool plain = field >= 0 && field_of(d->entity, field)->label &&
		     field_of(d->entity, field)->type != FIELD_REF;

	if (!plain || !sheet_set(d, field, said->name, said->text, said->line,
				 p->s->report))
		sheet_rest(p, said->name, said->text, said->line);
}

/* The persona of this name; a new one if there is none. */
static int64_t persona_named(struct putting *p, const char *name, long line)
{
	const struct list *l = project_list(p->s->into, PERSONA, 0);
	struct draft d;
	int64_t id;

	for (size_t i = 0; i < l->count; i++)
		if (utf8_same(row_title(l->rows[i]), name))
			return l->rows[i]->id;
	draft_init(&d, PERSONA, id_new());
	sheet_set(&d, PERSONA_NAME, "", name, line, p->s->report);
	id = d.id;
	if (d.text[PERSONA_NAME])
		sheet_put_row(p, &d);
	return id;
}

static void put_map(struct putting *p, const struct sheet_section *facts)
{
	struct draft d;

	draft_init(&d, MAP, p->map);
	sheet_set(&d, MAP_TITLE, "", *p->s->title ? p->s->title : "?",
		  p->s->line, p->s->report);
	sheet_rank(&d, &p->s->rank);
	for (size_t i = 0; i < facts->count; i++) {
		const struct sheet_said *said = &facts->said[i];

		if (said->name && sheet_field(MAP, said->name) == MAP_PERSONA)
			draft_refer(&d, MAP_PERSONA,
				    persona_named(p, said->text, said->line));
		else
			set_fact(p, &d, said);
	}
	sheet_put_row(p, &d);
}

/* Personas come before the map, which refers to one by name. */
static void put_persona(struct putting *p,
			const struct sheet_section *section)
{
	struct draft d;

	draft_init(&d, PERSONA, id_new());
	sheet_set(&d, PERSONA_NAME, "", *section->title ? section->title : "?",
		  section->line, p->s->report);
	for (size_t i = 0; i < section->count; i++)
		set_fact(p, &d, &section->said[i]);
	sheet_put_row(p, &d);
}

/* The touchpoint that "5.3" means, or 0. */
static int64_t touchpoint_at(const struct putting *p, const char *place)
{
	char *dot;
	long stage = strtol(place, &dot, 10);
	long n = *dot == '.' ? strtol(dot + 1, NULL, 10) : 0;
	const struct row *s = stage > 0 ?
		list_at(project_stages(p->s->into, p->map),
			(size_t)stage - 1) : NULL;
	const struct row *t = n > 0 && (s || !stage) ?
		list_at(project_touchpoints(p->s->into, p->map,
					    s ? s->id : 0),
			(size_t)n - 1) : NULL;

	return t ? t->id : 0;
}

/* The improvement that the section's n-th line tells; what is told next. */
static size_t put_improvement(struct putting *p,
			      const struct sheet_section *section, size_t i,
			      struct strbuf *rank)
{
	size_t n = section->said[i].touchpoint;
	struct draft d;

	draft_init(&d, IMPROVEMENT, id_new());
	draft_refer(&d, IMPROVEMENT_MAP, p->map);
	for (; i < section->count && section->said[i].touchpoint == n; i++) {
		const struct sheet_said *said = &section->said[i];

		if (said->name && !strcmp(said->name, "#"))
			draft_refer(&d, IMPROVEMENT_TOUCHPOINT,
				    touchpoint_at(p, said->text));
		else
			set_fact(p, &d, said);
	}
	if (!d.text[IMPROVEMENT_TEXT]) {
		draft_release(&d);
		return i;
	}
	sheet_rank(&d, rank);
	sheet_put_row(p, &d);
	return i;
}

static void put_improvements(struct putting *p,
			     const struct sheet_section *section)
{
	struct strbuf rank = STRBUF_INIT;

	for (size_t i = 0; i < section->count; ) {
		const struct sheet_said *said = &section->said[i];

		if (said->touchpoint) {
			i = put_improvement(p, section, i, &rank);
			continue;
		}
		sheet_rest(p, said->name, said->text, said->line);
		i++;
	}
	strbuf_release(&rank);
}

static void put_part(struct putting *p, enum sheet_part part)
{
	for (size_t i = 1; i < p->s->count; i++) {
		const struct sheet_section *section = &p->s->sections[i];

		if (section->part != part)
			continue;
		if (part == SHEET_PERSONA)
			put_persona(p, section);
		else if (part == SHEET_STAGE || part == SHEET_PARKED)
			sheet_put_section(p, section);
		else if (part == SHEET_IMPROVEMENTS)
			put_improvements(p, section);
		else
			for (size_t k = 0; k < section->count; k++)
				sheet_rest(p, section->said[k].name,
					   section->said[k].text,
					   section->said[k].line);
	}
}

static void say_what_was_done(const struct sheet *s)
{
	if (s->numbered)
		report_add(s->report, 0, ngettext(
			"the number before %zu stage's name was taken off, "
			"as in \"%.100s\"",
			"the numbers before %zu stages' names were taken "
			"off, as in \"%.100s\"", s->numbered), s->numbered,
			s->an_example);
	if (s->nameless)
		report_add(s->report, 0, ngettext(
			"nothing says what happens in %zu stage; its "
			"touchpoint has the stage's name",
			"nothing says what happens in %zu stages; their "
			"touchpoints have the stages' names", s->nameless),
			s->nameless);
	if (s->guessed)
		report_add(s->report, 0, ngettext(
			"%zu emotion in words became a value; the words are "
			"in the notes",
			"%zu emotions in words became values; the words are "
			"in the notes", s->guessed), s->guessed);
	if (s->moods > s->guessed)
		report_add(s->report, 0, ngettext(
			"%zu emotion is in words, not a number from -2 to "
			"+2; it is kept in the notes",
			"%zu emotions are in words, not numbers from -2 to "
			"+2; they are kept in the notes",
			s->moods - s->guessed), s->moods - s->guessed);
}

void sheet_put(struct sheet *s)
{
	struct putting p = { .s = s, .map = id_new(),
			     .stage_rank = STRBUF_INIT,
			     .lane_rank = STRBUF_INIT,
			     .parked_rank = STRBUF_INIT };

	p.lanes = xcalloc(s->labels.count + 1, sizeof *p.lanes);
	p.told = json_object();
	columns_settle(&s->labels);
	put_part(&p, SHEET_PERSONA);
	put_map(&p, &s->sections[0]);
	put_part(&p, SHEET_STAGE);
	put_part(&p, SHEET_PARKED);
	put_part(&p, SHEET_IMPROVEMENTS);
	put_part(&p, SHEET_REST);
	put_rest(&p);
	say_what_was_done(s);
	free(p.lanes);
	json_decref(p.told);
	strbuf_release(&p.stage_rank);
	strbuf_release(&p.lane_rank);
	strbuf_release(&p.parked_rank);
}
