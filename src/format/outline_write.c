#include "format/outline.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "format/outline_line.h"
#include "model/capture.h"

/* Rows in the order the outline gives them, borrowed. */
struct rows {
	const struct row **rows;
	size_t count;
};

struct writer {
	const struct project *p;
	FILE *out;
	struct strbuf text;             /* what was not yet printed */
	struct rows maps, personas;
	struct rows answers;            /* by place */
	struct rows improvements;       /* of the map, by touchpoint */
	int64_t map, derived;           /* the map, and its origin or 0 */
	size_t improvement;             /* the next place in its order */
};

static int64_t place_of(const struct row *r)
{
	if (r->entity == ANSWER)
		return row_ref(r, ANSWER_PLACE);
	return r->entity == IMPROVEMENT ? row_ref(r, IMPROVEMENT_TOUCHPOINT) :
					  0;
}

/* Ids must not decide, since another reading has others. */
static int compare_contents(const struct row *a, const struct row *b)
{
	int order = utf8_compare(row_title(a), row_title(b));

	for (int i = 0; !order && i < entities[a->entity].count; i++) {
		enum field_type type = field_of(a->entity, i)->type;

		if (type != FIELD_REF && type != FIELD_LINK)
			order = strcmp(row_text(a, i), row_text(b, i));
	}
	return order;
}

static int compare(const void *x, const void *y)
{
	const struct row *a = *(const struct row *const *)x;
	const struct row *b = *(const struct row *const *)y;
	int64_t p = place_of(a), q = place_of(b);

	if (p != q)
		return p < q ? -1 : 1;
	if (entities[a->entity].rank >= 0)
		return row_compare(a, b);
	return compare_contents(a, b);
}

static struct rows sorted(const struct list *l)
{
	struct rows s = { xmalloc(l->count * sizeof *s.rows), l->count };

	for (size_t i = 0; i < l->count; i++)
		s.rows[i] = l->rows[i];
	if (s.count)
		qsort(s.rows, s.count, sizeof *s.rows, compare);
	return s;
}

/* The index of the first row at this place or after it. */
static size_t first_at(const struct rows *s, int64_t place)
{
	size_t low = 0, high = s->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (place_of(s->rows[middle]) < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void keep_only(struct rows *s, int64_t id)
{
	size_t count = 0;

	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i]->id == id)
			s->rows[count++] = s->rows[i];
	s->count = count;
}

static void flush(struct writer *w)
{
	fwrite(w->text.s, 1, w->text.len, w->out);
	strbuf_clear(&w->text);
}

static void write_value(struct writer *w, const char *value, int indent)
{
	if (*value && *value != '\n')
		strbuf_addch(&w->text, ' ');
	outline_escape(value, indent + 2, &w->text);
	strbuf_addch(&w->text, '\n');
}

static void write_pair(struct writer *w, int indent, const char *key,
		       const char *value)
{
	strbuf_addf(&w->text, "%*s%s:", indent, "", key);
	write_value(w, value, indent);
}

static bool ends_in_number(const char *title)
{
	size_t len = strlen(title), digits = 0;

	while (digits < len && isdigit((unsigned char)title[len - 1 - digits]))
		digits++;
	return digits && len - digits >= 2 &&
	       !memcmp(title + len - digits - 2, " #", 2);
}

/* False: the row is not among those written. */
static bool write_reference(struct writer *w, const char *key,
			    const struct rows *among, int64_t id)
{
	const struct row *target = NULL;
	size_t same = 0, place = 0;

	for (size_t i = 0; !target && i < among->count; i++)
		if (among->rows[i]->id == id)
			target = among->rows[i];
	if (!target)
		return false;
	for (size_t i = 0; i < among->count; i++) {
		same += !strcmp(row_title(among->rows[i]), row_title(target));
		if (among->rows[i] == target)
			place = same;
	}
	strbuf_addf(&w->text, "  %s: ", key);
	outline_escape(row_title(target), 4, &w->text);
	if (same > 1 || ends_in_number(row_title(target)))
		strbuf_addf(&w->text, " #%zu", place);
	strbuf_addch(&w->text, '\n');
	return true;
}

static void write_origin(struct writer *w, const struct row *touchpoint)
{
	int64_t id = row_ref(touchpoint, TOUCHPOINT_DERIVED);
	const struct row *origin = project_row(w->p, TOUCHPOINT, id);
	const struct row *stage;
	size_t number = 0;

	if (!origin || row_ref(origin, TOUCHPOINT_MAP) != w->derived)
		return;
	stage = project_row(w->p, STAGE, row_ref(origin, TOUCHPOINT_STAGE));
	if (stage)
		number = list_index(project_stages(w->p, w->derived), stage) +
			 1;
	strbuf_addf(&w->text, "  derived: %zu.%zu\n", number,
		    list_index(project_list(w->p, TOUCHPOINT,
					    row_parent(origin)), origin) + 1);
}

static bool is_written(const struct row *r, int field)
{
	switch (field_of(r->entity, field)->type) {
	case FIELD_REF:
	case FIELD_LINK:
	case FIELD_RANK:
		return false;
	default:
		return *row_text(r, field) &&
		       !(r->entity == PROJECT && field == PROJECT_UID);
	}
}

static void write_fields(struct writer *w, const struct row *r, int indent,
			 const bool done[FIELDS_MOST])
{
	for (int i = 0; i < entities[r->entity].count; i++)
		if (!done[i] && is_written(r, i))
			write_pair(w, indent, field_of(r->entity, i)->key,
				   row_text(r, i));
}

/* What stands on the row's own line is no field of its own. */
static void write_other_fields(struct writer *w, const struct row *r,
			       int indent)
{
	bool done[FIELDS_MOST] = { false };

	done[entities[r->entity].title] = true;
	write_fields(w, r, indent, done);
}

static void write_row(struct writer *w, const struct row *r, int indent)
{
	write_pair(w, indent, entities[r->entity].key, row_title(r));
	write_other_fields(w, r, indent + 2);
}

static void write_answers(struct writer *w, int64_t place, int indent)
{
	const struct rows *s = &w->answers;

	for (size_t i = first_at(s, place);
	     i < s->count && place_of(s->rows[i]) == place; i++)
		write_row(w, s->rows[i], indent);
}

static void write_improvement(struct writer *w, const struct row *r,
			      int indent)
{
	size_t place = list_index(project_list(w->p, IMPROVEMENT, w->map), r);

	write_row(w, r, indent);
	if (place != w->improvement)
		strbuf_addf(&w->text, "%*sorder: %zu\n", indent + 2, "",
			    place + 1);
	write_answers(w, r->id, indent + 2);
	w->improvement = place + 1;
}

static void write_improvements(struct writer *w, int64_t place, int indent)
{
	const struct rows *s = &w->improvements;

	for (size_t i = first_at(s, place);
	     i < s->count && place_of(s->rows[i]) == place; i++)
		write_improvement(w, s->rows[i], indent);
}

static void write_list(struct writer *w, enum entity e, int64_t parent,
		       int indent)
{
	struct rows s = sorted(project_list(w->p, e, parent));

	for (size_t i = 0; i < s.count; i++)
		write_row(w, s.rows[i], indent);
	free(s.rows);
}

static void write_touchpoints(struct writer *w, int64_t parent)
{
	const struct list *l = project_list(w->p, TOUCHPOINT, parent);

	for (size_t i = 0; i < l->count; i++) {
		const struct row *t = l->rows[i];
		bool done[FIELDS_MOST] = { false };

		strbuf_addstr(&w->text, "- ");
		capture_write(t, &w->text, done);
		strbuf_addch(&w->text, '\n');
		write_fields(w, t, 2, done);
		write_origin(w, t);
		write_list(w, MEASURE, t->id, 2);
		write_list(w, VOTE, t->id, 2);
		write_improvements(w, t->id, 2);
		write_answers(w, t->id, 2);
		flush(w);
	}
}

static void write_heading(struct writer *w, const char *marks,
			  const struct row *r)
{
	strbuf_addf(&w->text, "\n%s", marks);
	write_value(w, row_title(r), 0);
	write_other_fields(w, r, 2);
}

static void write_lane(struct writer *w, const struct row *lane)
{
	const struct list *stages = project_stages(w->p, w->map);
	char key[24];

	strbuf_addch(&w->text, '\n');
	write_row(w, lane, 0);
	for (size_t i = 0; i < stages->count; i++) {
		int64_t id = id_of_pair(lane->id, stages->rows[i]->id);
		const struct row *cell = project_row(w->p, CELL, id);

		snprintf(key, sizeof key, "%zu", i + 1);
		if (cell && *row_text(cell, CELL_TEXT))
			write_pair(w, 2, key, row_text(cell, CELL_TEXT));
	}
}

/* Those whose touchpoint is nowhere in the map are the map's own. */
static void write_loose_improvements(struct writer *w)
{
	const struct list *l = project_list(w->p, IMPROVEMENT, w->map);
	bool first = true;

	for (size_t i = 0; i < l->count; i++) {
		int64_t id = row_ref(l->rows[i], IMPROVEMENT_TOUCHPOINT);
		const struct row *t = project_row(w->p, TOUCHPOINT, id);

		if (t && row_ref(t, TOUCHPOINT_MAP) == w->map)
			continue;
		if (first)
			strbuf_addch(&w->text, '\n');
		first = false;
		write_improvement(w, l->rows[i], 0);
	}
}

static void write_map(struct writer *w, const struct row *map)
{
	const struct list *stages = project_stages(w->p, map->id);
	const struct list *lanes = project_list(w->p, LANE, map->id);

	w->map = map->id;
	w->improvements = sorted(project_list(w->p, IMPROVEMENT, map->id));
	w->improvement = 0;
	write_heading(w, "#", map);
	write_reference(w, "persona", &w->personas,
			row_ref(map, MAP_PERSONA));
	w->derived = row_ref(map, MAP_DERIVED);
	if (!write_reference(w, "derived", &w->maps, w->derived))
		w->derived = 0;
	write_answers(w, map->id, 2);
	write_touchpoints(w, map->id);
	for (size_t i = 0; i < stages->count; i++) {
		write_heading(w, "##", stages->rows[i]);
		write_answers(w, stages->rows[i]->id, 2);
		write_touchpoints(w, stages->rows[i]->id);
	}
	for (size_t i = 0; i < lanes->count; i++)
		write_lane(w, lanes->rows[i]);
	write_loose_improvements(w);
	free(w->improvements.rows);
	flush(w);
}

static void gather(struct writer *w, int64_t only)
{
	const struct row *map = project_row(w->p, MAP, only);

	w->maps = sorted(project_maps(w->p));
	w->personas = sorted(project_list(w->p, PERSONA, 0));
	w->answers = sorted(project_list(w->p, ANSWER, 0));
	if (only)
		keep_only(&w->maps, only);
	if (map)
		keep_only(&w->personas, row_ref(map, MAP_PERSONA));
}

bool outline_write(const struct project *p, const struct write_options *o,
		   FILE *out, struct err *err)
{
	struct writer w = { .p = p, .out = out, .text = STRBUF_INIT };

	gather(&w, o->map);
	strbuf_addstr(&w.text, "cjm outline 1\n");
	if (project_self(p))
		write_row(&w, project_self(p), 0);
	for (size_t i = 0; i < w.personas.count; i++)
		write_row(&w, w.personas.rows[i], 0);
	write_answers(&w, 0, 0);
	for (size_t i = 0; i < w.maps.count; i++)
		write_map(&w, w.maps.rows[i]);
	flush(&w);
	strbuf_release(&w.text);
	free(w.maps.rows);
	free(w.personas.rows);
	free(w.answers.rows);
	return !ferror(out) ||
	       err_set(err, _("cannot write: %s"), strerror(errno));
}
