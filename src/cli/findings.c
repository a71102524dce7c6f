#include "cli/findings.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "layout/wrap.h"

enum { COLUMNS = 80, INDENT = 6 };

struct printer {
	FILE *out;
	const struct coach *coach;
	const struct finding **sorted;  /* by place */
	size_t count;
	const char *heading;            /* of the places to come; NULL: it
					 * is printed */
	int number;                     /* of the stage; 0: no stage */
};

static int compare_place(const struct finding *a, enum entity e, int64_t id)
{
	if (a->entity != e)
		return a->entity < e ? -1 : 1;
	return a->id == id ? 0 : a->id < id ? -1 : 1;
}

/* Of one place in the order of the rules. */
static int compare(const void *x, const void *y)
{
	const struct finding *a = *(const struct finding *const *)x;
	const struct finding *b = *(const struct finding *const *)y;
	int order = compare_place(a, b->entity, b->id);

	return order ? order : a->rule < b->rule ? -1 : a->rule > b->rule;
}

static size_t first_at(const struct printer *w, enum entity e, int64_t id)
{
	size_t low = 0, high = w->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_place(w->sorted[middle], e, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void print_wrapped(FILE *out, const char *text, int indent)
{
	struct wrap w;

	wrap_start(&w, text, COLUMNS - indent);
	while (wrap_next(&w))
		fprintf(out, "%*s%.*s\n", indent, "", (int)w.len, w.line);
}

static void print_heading(struct printer *w)
{
	if (!w->heading)
		return;
	putc('\n', w->out);
	if (w->number)
		fprintf(w->out, "%d ", w->number);
	fprintf(w->out, "%s\n", w->heading);
	w->heading = NULL;
}

static void print_title(struct printer *w, enum entity e, int64_t id)
{
	struct strbuf place = STRBUF_INIT;

	if (e == STAGE || e == MAP)
		return;         /* the heading says it */
	coach_place(w->coach->p, e, id, &place);
	fprintf(w->out, "  %s %s\n", place.s,
		row_title(project_row(w->coach->p, e, id)));
	strbuf_release(&place);
}

static void print_place(struct printer *w, enum entity e, int64_t id)
{
	size_t i = first_at(w, e, id);
	struct strbuf line = STRBUF_INIT;

	if (i == w->count || compare_place(w->sorted[i], e, id))
		return;
	print_heading(w);
	print_title(w, e, id);
	for (; i < w->count && !compare_place(w->sorted[i], e, id); i++) {
		const struct finding *f = w->sorted[i];

		strbuf_clear(&line);
		strbuf_addf(&line, "%s %s: %s",
			    severity_label(f->rule->severity), f->rule->name,
			    f->text);
		print_wrapped(w->out, line.s, INDENT);
	}
	strbuf_release(&line);
}

static void print_improvements(struct printer *w, int64_t touchpoint)
{
	const struct list *l = project_list(w->coach->p, IMPROVEMENT,
					    w->coach->map);

	for (size_t i = 0; i < l->count; i++)
		if (row_ref(l->rows[i], IMPROVEMENT_TOUCHPOINT) == touchpoint)
			print_place(w, IMPROVEMENT, l->rows[i]->id);
}

static void print_touchpoints(struct printer *w, int64_t stage)
{
	const struct list *l = project_touchpoints(w->coach->p, w->coach->map,
						   stage);

	for (size_t i = 0; i < l->count; i++) {
		print_place(w, TOUCHPOINT, l->rows[i]->id);
		print_improvements(w, l->rows[i]->id);
	}
}

static void print_places(struct printer *w)
{
	const struct coach *c = w->coach;
	const struct list *stages = project_stages(c->p, c->map);

	w->heading = _("The map as a whole");
	print_place(w, MAP, c->map);
	print_improvements(w, 0);
	for (size_t i = 0; i < stages->count; i++) {
		w->heading = row_title(stages->rows[i]);
		w->number = (int)i + 1;
		print_place(w, STAGE, stages->rows[i]->id);
		print_touchpoints(w, stages->rows[i]->id);
	}
	w->heading = _("Parking lot");
	w->number = 0;
	print_touchpoints(w, 0);
}

static void print_rule(struct printer *w, const struct rule *r, size_t count)
{
	fprintf(w->out, "\n%s: %s, %zu\n", r->name,
		severity_label(r->severity), count);
	print_wrapped(w->out, _(r->why), 2);
	print_wrapped(w->out, _(r->advice), 2);
}

/* Findings come rule by rule. */
static void print_rules(struct printer *w, const struct findings *found)
{
	size_t first = 0;

	for (size_t i = 0; i < found->count; i++)
		if (i + 1 == found->count ||
		    found->at[i + 1].rule != found->at[i].rule) {
			print_rule(w, found->at[i].rule, i + 1 - first);
			first = i + 1;
		}
}

static void print_counts(struct printer *w, const struct findings *found)
{
	size_t warnings = found->number[SEVERITY_WARNING];
	size_t notes = found->number[SEVERITY_NOTE];

	fprintf(w->out, "%s: ",
		row_title(project_row(w->coach->p, MAP, w->coach->map)));
	fprintf(w->out, ngettext("%zu warning", "%zu warnings", warnings),
		warnings);
	fprintf(w->out, ngettext(", %zu note", ", %zu notes", notes), notes);
	if (found->answered)
		fprintf(w->out, ngettext(", %zu answered", ", %zu answered",
					 found->answered), found->answered);
	if (found->off)
		fprintf(w->out, ngettext(", %zu rule switched off",
					 ", %zu rules switched off",
					 found->off), found->off);
	putc('\n', w->out);
}

void findings_print(FILE *out, const struct coach *c,
		    const struct findings *found)
{
	struct printer w = { .out = out, .coach = c, .count = found->count };

	w.sorted = xcalloc(found->count + 1, sizeof *w.sorted);
	for (size_t i = 0; i < found->count; i++)
		w.sorted[i] = &found->at[i];
	qsort(w.sorted, w.count, sizeof *w.sorted, compare);
	print_counts(&w, found);
	print_places(&w);
	print_rules(&w, found);
	free(w.sorted);
}
