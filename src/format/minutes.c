#include "format/minutes.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"

/* Text that is no mark of Markdown, on one line. */
static void add_text(struct strbuf *out, const char *s)
{
	for (; *s; s++) {
		if (strchr("\\`*_[]<>#|~&", *s))
			strbuf_addch(out, '\\');
		strbuf_addch(out, *s == '\n' || *s == '\t' ? ' ' : *s);
	}
}

static void add_value(struct strbuf *out, const struct field *f,
		      const char *text)
{
	add_text(out, *text ? field_shown(f, text) : _("nothing"));
}

/* "; Pain: late -> early", the first without the semicolon. */
static void add_field(struct strbuf *out, const struct field *f,
		      const char *old, const char *new)
{
	strbuf_addf(out, "%s%s: ", out->len ? "; " : "", _(f->label));
	if (*old) {
		add_value(out, f, old);
		strbuf_addstr(out, " → ");
	}
	add_value(out, f, new);
}

/* What a reader is told of a row: not its place, nor what it hangs on. */
static bool is_told(const struct entity_info *info, int field)
{
	const struct field *f = &info->fields[field];

	return f->label && field != info->parent && f->type != FIELD_REF &&
	       f->type != FIELD_LINK;
}

/* The fields in which two rows differ; `old` NULL: the new one is new, and
 * its title is told elsewhere. */
static void add_fields(struct strbuf *out, const struct row *old,
		       const struct row *new)
{
	const struct entity_info *info = &entities[new->entity];

	for (int f = 0; f < info->count; f++) {
		const char *was = old ? row_text(old, f) : "";
		const char *is = row_text(new, f);

		if (is_told(info, f) && strcmp(was, is) != 0 &&
		    (old || f != info->title))
			add_field(out, &info->fields[f], was, is);
	}
}

/* "- Added: title (fields)" */
static void add_line(struct strbuf *out, const char *verb, const char *title,
		     const char *details)
{
	strbuf_addf(out, "- %s: ", verb);
	add_text(out, title);
	if (*details)
		strbuf_addf(out, " (%s)", details);
	strbuf_addch(out, '\n');
}

static void add_row(struct strbuf *out, const char *verb,
		    const struct row *new)
{
	struct strbuf details = STRBUF_INIT;

	add_fields(&details, NULL, new);
	add_line(out, verb, row_title(new), details.s);
	strbuf_release(&details);
}

static void add_changed(struct strbuf *out, const char *verb,
			const struct row *old, const struct row *new)
{
	struct strbuf details = STRBUF_INIT;

	add_fields(&details, old, new);
	if (details.len)
		add_line(out, verb, row_title(old), details.s);
	strbuf_release(&details);
}

static void add_stage_name(struct strbuf *out, const struct project *p,
			   const struct row *stage)
{
	const struct list *l;

	if (!stage) {
		strbuf_addstr(out, _("Parking lot"));
		return;
	}
	l = project_stages(p, row_ref(stage, STAGE_MAP));
	strbuf_addf(out, "%zu ", list_index(l, stage) + 1);
	add_text(out, row_title(stage));
}

static const struct list *siblings(const struct project *p,
				   const struct row *touchpoint)
{
	return project_touchpoints(p, row_ref(touchpoint, TOUCHPOINT_MAP),
				   row_ref(touchpoint, TOUCHPOINT_STAGE));
}

/* Where it was, when it is elsewhere now. */
static void add_move(struct strbuf *out, const struct minutes *m,
		     const struct row *old, const struct row *new)
{
	struct strbuf from = STRBUF_INIT;
	int64_t was = row_ref(old, TOUCHPOINT_STAGE);
	int64_t is = row_ref(new, TOUCHPOINT_STAGE);
	size_t i = list_index(siblings(m->before, old), old);
	size_t k = list_index(siblings(m->after, new), new);

	if (was != is) {
		strbuf_addf(&from, "%s: ", _("from"));
		add_stage_name(&from, m->before,
			       project_row(m->before, STAGE, was));
		add_line(out, is ? _("Moved here") : _("Parked"),
			 row_title(new), from.s);
	} else if (strcmp(row_rank(old), row_rank(new)) != 0 && i != k) {
		strbuf_addf(&from, "%zu → %zu", i + 1, k + 1);
		add_line(out, _("Moved"), row_title(new), from.s);
	}
	strbuf_release(&from);
}

static long votes(const struct project *p, int64_t touchpoint)
{
	const struct list *l = project_list(p, VOTE, touchpoint);
	long sum = 0;

	for (size_t i = 0; i < l->count; i++)
		sum += (long)row_ref(l->rows[i], VOTE_NUMBER);
	return sum;
}

static void add_votes(struct strbuf *out, const struct minutes *m,
		      const struct row *r)
{
	struct strbuf numbers = STRBUF_INIT;
	long was = votes(m->before, r->id), is = votes(m->after, r->id);

	if (was != is) {
		strbuf_addf(&numbers, "%ld → %ld", was, is);
		add_line(out, _("Votes"), row_title(r), numbers.s);
	}
	strbuf_release(&numbers);
}

static void add_touchpoint(struct strbuf *out, const struct minutes *m,
			   const struct row *new)
{
	const struct row *old = project_row(m->before, TOUCHPOINT, new->id);

	if (old) {
		add_move(out, m, old, new);
		add_changed(out, _("Changed"), old, new);
	} else {
		add_row(out, row_ref(new, TOUCHPOINT_STAGE) ? _("Added") :
							      _("Parked"),
			new);
	}
	add_votes(out, m, new);
}

/* What was in this stage (0: parked) and is nowhere now. */
static void add_gone(struct strbuf *out, const struct minutes *m,
		     int64_t stage)
{
	const struct list *l = project_touchpoints(m->before, m->map, stage);

	for (size_t i = 0; i < l->count; i++)
		if (!project_row(m->after, TOUCHPOINT, l->rows[i]->id))
			add_line(out, _("Deleted"), row_title(l->rows[i]), "");
}

/* The stage itself, when it is another one than it was. */
static void add_stage(struct strbuf *out, const struct minutes *m,
		      const struct row *new)
{
	const struct row *old = project_row(m->before, STAGE, new->id);
	struct strbuf details = STRBUF_INIT;
	size_t i, k;

	if (!old) {
		add_row(out, _("New stage"), new);
		return;
	}
	add_changed(out, _("Stage changed"), old, new);
	i = list_index(project_stages(m->before, m->map), old);
	k = list_index(project_stages(m->after, m->map), new);
	if (strcmp(row_rank(old), row_rank(new)) != 0 && i != k) {
		strbuf_addf(&details, "%zu → %zu", i + 1, k + 1);
		add_line(out, _("Stage moved"), row_title(new), details.s);
	}
	strbuf_release(&details);
}

/* What happened in a stage, NULL: in the parking lot. */
static void add_section(struct strbuf *out, const struct minutes *m,
			const struct row *stage)
{
	int64_t id = stage ? stage->id : 0;
	const struct list *l = project_touchpoints(m->after, m->map, id);
	struct strbuf lines = STRBUF_INIT;

	if (stage)
		add_stage(&lines, m, stage);
	for (size_t i = 0; i < l->count; i++)
		add_touchpoint(&lines, m, l->rows[i]);
	add_gone(&lines, m, id);
	if (lines.len) {
		strbuf_addstr(out, "\n## ");
		add_stage_name(out, m->after, stage);
		strbuf_addf(out, "\n\n%s", lines.s);
	}
	strbuf_release(&lines);
}

static void add_gone_stages(struct strbuf *out, const struct minutes *m)
{
	const struct list *l = project_stages(m->before, m->map);

	for (size_t i = 0; i < l->count; i++) {
		if (project_row(m->after, STAGE, l->rows[i]->id))
			continue;
		strbuf_addstr(out, "\n## ");
		add_text(out, row_title(l->rows[i]));
		strbuf_addf(out, "\n\n- %s\n", _("This stage was deleted."));
		add_gone(out, m, l->rows[i]->id);
	}
}

/* What hangs on the map beside its stages: improvements and lanes. */
static void add_others(struct strbuf *out, const struct minutes *m,
		       enum entity e)
{
	const struct list *is = project_list(m->after, e, m->map);
	const struct list *was = project_list(m->before, e, m->map);
	struct strbuf lines = STRBUF_INIT;

	for (size_t i = 0; i < is->count; i++) {
		const struct row *new = is->rows[i];
		const struct row *old = project_row(m->before, e, new->id);

		if (old)
			add_changed(&lines, _("Changed"), old, new);
		else
			add_row(&lines, _("Added"), new);
	}
	for (size_t i = 0; i < was->count; i++)
		if (!project_row(m->after, e, was->rows[i]->id))
			add_line(&lines, _("Deleted"),
				 row_title(was->rows[i]), "");
	if (lines.len)
		strbuf_addf(out, "\n## %s\n\n%s", e == LANE ? _("Lanes") :
			    _("Improvements"), lines.s);
	strbuf_release(&lines);
}

static void add_map(struct strbuf *out, const struct minutes *m)
{
	const struct row *old = project_row(m->before, MAP, m->map);
	const struct row *new = project_row(m->after, MAP, m->map);
	struct strbuf change = STRBUF_INIT;

	if (!new) {
		strbuf_addf(out, "\n%s\n", _("This map was deleted."));
	} else if (!old) {
		strbuf_addf(out, "\n%s\n", _("This map is new."));
	} else {
		add_changed(&change, _("Map changed"), old, new);
		if (change.len)
			strbuf_addf(out, "\n%s", change.s);
	}
	strbuf_release(&change);
}

static void add_body(struct strbuf *out, const struct minutes *m)
{
	const struct list *l = project_stages(m->after, m->map);

	add_map(out, m);
	if (!project_row(m->after, MAP, m->map))
		return;
	for (size_t i = 0; i < l->count; i++)
		add_section(out, m, l->rows[i]);
	add_section(out, m, NULL);
	add_gone_stages(out, m);
	add_others(out, m, IMPROVEMENT);
	add_others(out, m, LANE);
}

bool minutes_due(const struct minutes *m)
{
	struct strbuf body = STRBUF_INIT;
	bool due;

	add_body(&body, m);
	due = body.len;
	strbuf_release(&body);
	return due;
}

void minutes_write(const struct minutes *m, FILE *out)
{
	const struct row *map = project_row(m->after, MAP, m->map);
	struct strbuf text = STRBUF_INIT;

	if (!map)
		map = project_row(m->before, MAP, m->map);
	strbuf_addf(&text, "# %s: ", _("Minutes"));
	add_text(&text, row_title(map));
	strbuf_addch(&text, '\n');
	if (*m->people) {
		strbuf_addch(&text, '\n');
		add_text(&text, m->people);
		strbuf_addch(&text, '\n');
	}
	add_body(&text, m);
	fputs(text.s, out);
	strbuf_release(&text);
}
