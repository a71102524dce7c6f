#include "format/markdown.h"

#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "format/markdown_text.h"
#include "model/lanes.h"

struct writer {
	const struct project *p;
	int64_t map;
	struct lanes lanes;
	bool chosen;            /* the lanes were asked for by name */
	struct strbuf out;
};

static void put(struct writer *w, const char *text)
{
	markdown_escape(text, "<br>", &w->out);
}

static void put_cell(struct writer *w, const char *text)
{
	strbuf_addstr(&w->out, " ");
	put(w, text);
	strbuf_addstr(&w->out, " |");
}

static void end_header(struct writer *w, size_t columns)
{
	strbuf_addstr(&w->out, "\n|");
	while (columns-- > 0)
		strbuf_addstr(&w->out, "---|");
	strbuf_addch(&w->out, '\n');
}

static void put_heading(struct writer *w, const char *title)
{
	strbuf_addstr(&w->out, w->out.len ? "\n## " : "## ");
	put(w, title);
	strbuf_addstr(&w->out, "\n\n");
}

/* What a reader is shown of the field; "" for nothing. */
static const char *shown(const struct writer *w, const struct row *r,
			 int field)
{
	const struct field *f = field_of(r->entity, field);
	const char *text = row_text(r, field);
	const struct row *to;

	if (!*text || !f->label)
		return "";
	if (f->type == FIELD_EMOTION)
		return emotion_shown(emotion_value(text));
	if (f->type != FIELD_REF)
		return field_shown(f, text);
	to = project_row(w->p, f->target, row_ref(r, field));
	return to ? row_title(to) : "";
}

/* "- **Phase:** before the purchase", a line for each field but the title. */
static bool put_facts(struct writer *w, const struct row *r)
{
	size_t before = w->out.len;

	for (int i = 0; i < entities[r->entity].count; i++) {
		const char *text = shown(w, r, i);

		if (!*text || i == entities[r->entity].title)
			continue;
		strbuf_addf(&w->out, "- **%s:** ",
			    _(field_of(r->entity, i)->label));
		put(w, text);
		strbuf_addch(&w->out, '\n');
	}
	return w->out.len > before;
}

static void put_persona(struct writer *w, const struct row *map)
{
	const struct row *who = project_row(w->p, PERSONA,
					    row_ref(map, MAP_PERSONA));
	struct strbuf title = STRBUF_INIT;
	size_t before = w->out.len;

	if (!who)
		return;
	strbuf_addf(&title, "%s: %s", _(field_of(MAP, MAP_PERSONA)->label),
		    row_title(who));
	put_heading(w, title.s);
	if (!put_facts(w, who))
		strbuf_truncate(&w->out, before);
	strbuf_release(&title);
}

static void put_lane(struct writer *w, const struct lane *lane)
{
	const struct list *stages = project_stages(w->p, w->map);
	const char *between = lane->field == TOUCHPOINT_EMOTION ? ", " : "\n";
	struct strbuf text = STRBUF_INIT;

	strbuf_addch(&w->out, '|');
	put_cell(w, lane_title(lane, w->p));
	for (size_t i = 0; i < stages->count; i++) {
		strbuf_clear(&text);
		lane_text(lane, w->p, w->map, stages->rows[i]->id, between,
			  &text);
		put_cell(w, text.s);
	}
	strbuf_addch(&w->out, '\n');
	strbuf_release(&text);
}

static void put_overview(struct writer *w)
{
	const struct list *stages = project_stages(w->p, w->map);

	if (!stages->count)
		return;
	put_heading(w, _("Overview"));
	strbuf_addch(&w->out, '|');
	put_cell(w, _("Stage"));
	for (size_t i = 0; i < stages->count; i++) {
		strbuf_addf(&w->out, " %zu. ", i + 1);
		put(w, row_title(stages->rows[i]));
		strbuf_addstr(&w->out, " |");
	}
	end_header(w, stages->count + 1);
	for (size_t i = 0; i < w->lanes.count; i++)
		put_lane(w, &w->lanes.at[i]);
}

static bool any(const struct list *l, const struct writer *w, int field)
{
	for (size_t i = 0; i < l->count; i++)
		if (*shown(w, l->rows[i], field))
			return true;
	return false;
}

/* Whether the field is a column of its entity's table. */
static bool is_column(const struct writer *w, enum entity e, int field)
{
	if (e != TOUCHPOINT)
		return field != entities[e].parent &&
		       field_of(e, field)->type != FIELD_REF;
	if (field == TOUCHPOINT_TITLE)
		return true;
	for (size_t i = 0; i < w->lanes.count; i++)
		if (w->lanes.at[i].field == field)
			return true;
	return false;
}

/* Begin a table of these rows, "#" ahead of each field that says something.
 * The number of fields. */
static size_t put_header(struct writer *w, const struct list *l,
			 int fields[FIELDS_MOST])
{
	enum entity e = (enum entity)l->rows[0]->entity;
	size_t count = 0;

	strbuf_addstr(&w->out, "| \\# |");
	for (int i = 0; i < entities[e].count; i++) {
		if (!is_column(w, e, i) || !any(l, w, i))
			continue;
		fields[count++] = i;
		put_cell(w, _(field_of(e, i)->label));
	}
	end_header(w, 1 + count);
	return count;
}

static void put_row(struct writer *w, const struct row *r, const int *fields,
		    size_t count)
{
	for (size_t i = 0; i < count; i++)
		put_cell(w, shown(w, r, fields[i]));
	strbuf_addch(&w->out, '\n');
}

static void put_detail(struct writer *w, const char *label, const char *text)
{
	if (!*text)
		return;
	strbuf_addf(&w->out, "  - **%s:** ", label);
	put(w, text);
	strbuf_addch(&w->out, '\n');
}

/* "clicks 386 % (2026-03-18)" */
static void put_measures(struct writer *w, int64_t touchpoint)
{
	const struct list *l = project_list(w->p, MEASURE, touchpoint);
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < l->count; i++) {
		const struct row *r = l->rows[i];

		strbuf_clear(&text);
		strbuf_addf(&text, "%s %s", row_title(r),
			    row_text(r, MEASURE_VALUE));
		if (*row_text(r, MEASURE_UNIT))
			strbuf_addf(&text, " %s", row_text(r, MEASURE_UNIT));
		if (*row_text(r, MEASURE_DAY))
			strbuf_addf(&text, " (%s)", row_text(r, MEASURE_DAY));
		put_detail(w, _("Measure"), text.s);
	}
	strbuf_release(&text);
}

static void put_votes(struct writer *w, int64_t touchpoint)
{
	const struct list *l = project_list(w->p, VOTE, touchpoint);
	struct strbuf text = STRBUF_INIT;
	int64_t sum = 0;

	for (size_t i = 0; i < l->count; i++)
		sum += row_ref(l->rows[i], VOTE_NUMBER);
	if (sum)
		strbuf_addf(&text, "%lld", (long long)sum);
	put_detail(w, _("Votes"), text.s);
	strbuf_release(&text);
}

/* "- **1.2**", and below it what is in no column. */
static void put_details(struct writer *w, const struct row *r, size_t number,
			size_t position)
{
	size_t before = w->out.len, after;

	strbuf_addf(&w->out, "- **%zu.%zu**\n", number, position);
	after = w->out.len;
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		if (field_of(TOUCHPOINT, i)->type != FIELD_REF &&
		    !is_column(w, TOUCHPOINT, i))
			put_detail(w, _(field_of(TOUCHPOINT, i)->label),
				   shown(w, r, i));
	put_measures(w, r->id);
	put_votes(w, r->id);
	if (w->out.len == after)
		strbuf_truncate(&w->out, before);
}

/* A table of touchpoints, which are called "1.1", "1.2" ... */
static void put_touchpoints(struct writer *w, const struct list *l,
			    size_t number)
{
	int fields[FIELDS_MOST];
	size_t count = put_header(w, l, fields), before;

	for (size_t i = 0; i < l->count; i++) {
		strbuf_addf(&w->out, "| %zu.%zu |", number, i + 1);
		put_row(w, l->rows[i], fields, count);
	}
	strbuf_addch(&w->out, '\n');
	before = w->out.len;
	for (size_t i = 0; !w->chosen && i < l->count; i++)
		put_details(w, l->rows[i], number, i + 1);
	if (w->out.len == before)
		strbuf_truncate(&w->out, before - 1);
}

static void put_stage(struct writer *w, const struct row *stage,
		      size_t number)
{
	const struct list *l = project_touchpoints(w->p, w->map, stage->id);
	bool facts;

	strbuf_addf(&w->out, "\n## %zu. ", number);
	put(w, row_title(stage));
	strbuf_addstr(&w->out, "\n\n");
	facts = put_facts(w, stage);
	if (facts && l->count)
		strbuf_addch(&w->out, '\n');
	if (l->count)
		put_touchpoints(w, l, number);
	if (!facts && !l->count)
		strbuf_truncate(&w->out, w->out.len - 1);
}

/* "5.3", or "" when the improvement is about none. */
static void put_place(struct writer *w, const struct row *improvement)
{
	const struct row *r = project_row(w->p, TOUCHPOINT,
		row_ref(improvement, IMPROVEMENT_TOUCHPOINT));
	const struct row *stage;
	size_t number;

	if (!r) {
		strbuf_addstr(&w->out, "|  |");
		return;
	}
	stage = project_row(w->p, STAGE, row_ref(r, TOUCHPOINT_STAGE));
	number = stage ? list_index(project_stages(w->p, w->map), stage) + 1 :
			 0;
	strbuf_addf(&w->out, "| %zu.%zu |", number,
		    list_index(project_touchpoints(w->p, w->map,
						   stage ? stage->id : 0),
			       r) + 1);
}

static void put_improvements(struct writer *w)
{
	const struct list *l = project_list(w->p, IMPROVEMENT, w->map);
	int fields[FIELDS_MOST];
	size_t count;

	if (!l->count || w->chosen)
		return;
	put_heading(w, _("Improvements"));
	count = put_header(w, l, fields);
	for (size_t i = 0; i < l->count; i++) {
		put_place(w, l->rows[i]);
		put_row(w, l->rows[i], fields, count);
	}
}

static void put_map(struct writer *w, const struct row *map)
{
	const struct list *stages = project_stages(w->p, w->map);
	const struct list *parked = project_touchpoints(w->p, w->map, 0);

	strbuf_addstr(&w->out, "# ");
	put(w, row_title(map));
	strbuf_addstr(&w->out, "\n\n");
	if (!put_facts(w, map))
		strbuf_truncate(&w->out, w->out.len - 1);
	put_persona(w, map);
	put_overview(w);
	for (size_t i = 0; i < stages->count; i++)
		put_stage(w, stages->rows[i], i + 1);
	if (parked->count) {
		put_heading(w, _("Parking lot"));
		put_touchpoints(w, parked, 0);
	}
	put_improvements(w);
}

static bool write_map(struct writer *w, const struct row *map,
		      const struct write_options *o, struct err *err)
{
	bool ok;

	w->map = map->id;
	w->chosen = o->lanes;
	ok = lanes_choose(&w->lanes, w->p, map->id, o->lanes, err);
	if (ok)
		put_map(w, map);
	lanes_release(&w->lanes);
	return ok;
}

bool markdown_write(const struct project *p, const struct write_options *o,
		    FILE *out, struct err *err)
{
	const struct list *maps = project_maps(p);
	struct writer w = { .p = p, .out = STRBUF_INIT };
	bool ok = true;

	for (size_t i = 0; ok && i < maps->count; i++) {
		if (o->map && maps->rows[i]->id != o->map)
			continue;
		if (w.out.len)
			strbuf_addch(&w.out, '\n');
		ok = write_map(&w, maps->rows[i], o, err);
	}
	if (ok && fwrite(w.out.s, 1, w.out.len, out) != w.out.len)
		ok = err_set(err, _("cannot write: %s"), strerror(errno));
	strbuf_release(&w.out);
	return ok;
}
