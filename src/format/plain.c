#include "format/text.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "format/facts.h"
#include "model/coverage.h"
#include "model/lanes.h"

struct writer {
	const struct project *p;
	int64_t map;
	FILE *out;
};

/* A text of several lines keeps its indent.  As with the frames of the text
 * format, what no terminal should be sent becomes a mark. */
static void put_text(FILE *out, const char *text, int indent)
{
	struct strbuf shown = STRBUF_INIT;

	for (;;) {
		size_t len = strcspn(text, "\n");

		utf8_visible(text, len, &shown);
		text += len;
		if (!*text++)
			break;
		strbuf_addf(&shown, "\n%*s", indent, "");
	}
	fprintf(out, "%s\n", shown.s);
	strbuf_release(&shown);
}

static void put_field(struct writer *w, const struct row *r, int field,
		      int indent)
{
	const struct field *f = field_of(r->entity, field);
	const char *text = row_text(r, field);

	if (!*text || !f->label)
		return;
	if (f->type == FIELD_REF) {
		const struct row *to = project_row(w->p, f->target,
						   row_ref(r, field));

		text = to ? row_title(to) : "";
	}
	fprintf(w->out, "%*s%s: ", indent, "", _(f->label));
	if (f->type == FIELD_EMOTION)
		fprintf(w->out, "%s (%s)\n", field_shown(f, text),
			emotion_shown(emotion_value(text)));
	else
		put_text(w->out, field_shown(f, text), indent + 2);
}

static void put_fields(struct writer *w, const struct row *r, int indent)
{
	for (int f = 0; f < entities[r->entity].count; f++)
		if (f != entities[r->entity].title)
			put_field(w, r, f, indent);
}

/* "Improvement: text", then its other fields. */
static void put_row(struct writer *w, const struct row *r, int indent)
{
	const struct entity_info *info = &entities[r->entity];

	fprintf(w->out, "%*s%s: ", indent, "",
		_(info->fields[info->title].label));
	put_text(w->out, row_title(r), indent + 2);
	put_fields(w, r, indent + 2);
}

static void put_improvements(struct writer *w, int64_t touchpoint, int indent)
{
	const struct list *l = project_list(w->p, IMPROVEMENT, w->map);

	for (size_t i = 0; i < l->count; i++)
		if (row_ref(l->rows[i], IMPROVEMENT_TOUCHPOINT) == touchpoint)
			put_row(w, l->rows[i], indent);
}

static void put_list(struct writer *w, enum entity e, int64_t parent,
		     int indent)
{
	const struct list *l = project_list(w->p, e, parent);

	for (size_t i = 0; i < l->count; i++)
		put_row(w, l->rows[i], indent);
}

static void put_touchpoints(struct writer *w, int64_t stage, int number)
{
	const struct list *l = project_touchpoints(w->p, w->map, stage);

	for (size_t i = 0; i < l->count; i++) {
		const struct row *r = l->rows[i];

		fprintf(w->out, "\n%d.%zu ", number, i + 1);
		put_text(w->out, row_title(r), 4);
		for (int f = TOUCHPOINT_TITLE + 1; f < TOUCHPOINT_FIELDS; f++)
			put_field(w, r, f, 4);
		put_list(w, MEASURE, r->id, 4);
		put_list(w, VOTE, r->id, 4);
		put_improvements(w, r->id, 4);
	}
}

/* The map's own lanes: "What our staff do: ..." in each stage. */
static void put_cells(struct writer *w, int64_t stage)
{
	const struct list *lanes = project_list(w->p, LANE, w->map);
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < lanes->count; i++) {
		const struct row *cell = lane_cell(w->p, lanes->rows[i]->id,
						   stage);

		if (!cell)
			continue;
		strbuf_clear(&text);
		strbuf_addf(&text, "%s: %s", row_title(lanes->rows[i]),
			    row_text(cell, CELL_TEXT));
		put_text(w->out, text.s, 2);
	}
	strbuf_release(&text);
}

/* ", 2 of 5 assumed": where anybody said how it is known. */
static void put_coverage(struct writer *w, int64_t stage)
{
	struct coverage c = { .touchpoints = 0 };
	struct strbuf text = STRBUF_INIT;

	coverage_add(&c, w->p, w->map, stage);
	coverage_text(&c, &text);
	if (text.len)
		fprintf(w->out, ", %s", text.s);
	strbuf_release(&text);
}

static void put_stage(struct writer *w, const struct row *stage, int number)
{
	struct strbuf mood = STRBUF_INIT;

	facts_mood(project_touchpoints(w->p, w->map, stage->id), &mood);
	fprintf(w->out, "\n%d. ", number);
	put_text(w->out, row_title(stage), 0);
	fputs(mood.s, w->out);
	strbuf_release(&mood);
	put_coverage(w, stage->id);
	putc('\n', w->out);
	put_fields(w, stage, 0);
	put_cells(w, stage->id);
	put_touchpoints(w, stage->id, number);
}

static void put_map(struct writer *w, const struct row *map)
{
	const struct list *stages = project_stages(w->p, map->id);
	const struct row *who = project_row(w->p, PERSONA,
					    row_ref(map, MAP_PERSONA));

	w->map = map->id;
	put_text(w->out, row_title(map), 0);
	put_fields(w, map, 0);
	if (who)
		put_fields(w, who, 2);
	for (size_t i = 0; i < stages->count; i++)
		put_stage(w, stages->rows[i], (int)i + 1);
	if (project_touchpoints(w->p, map->id, 0)->count) {
		fprintf(w->out, "\n%s\n", _("Parking lot"));
		put_touchpoints(w, 0, 0);
	}
	if (project_list(w->p, IMPROVEMENT, map->id)->count)
		putc('\n', w->out);
	put_improvements(w, 0, 0);
}

bool plain_write(const struct project *p, const struct write_options *o,
		 FILE *out, struct err *err)
{
	struct writer w = { .p = p, .out = out };
	const struct list *maps = project_maps(p);
	bool first = true;

	(void)err;
	for (size_t i = 0; i < maps->count; i++) {
		if (o->map && maps->rows[i]->id != o->map)
			continue;
		if (!first)
			putc('\n', out);
		first = false;
		put_map(&w, maps->rows[i]);
	}
	return true;
}
