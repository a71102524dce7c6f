#include "format/table.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "format/columns.h"
#include "format/csv.h"

struct writer {
	const struct project *p;
	struct csv_style style;
	struct columns columns;
	FILE *out;
	struct strbuf map, stage;       /* what they are called */
	size_t position;
};

static void write_id(struct writer *w, int64_t id)
{
	if (id)
		fprintf(w->out, "t%" PRId64, id);
}

static void write_text(struct writer *w, const char *text)
{
	if (text && *text)
		csv_write(&w->style, text, w->out);
}

/* The row may be NULL: a stage, or a map, without touchpoints. */
static void write_cell(struct writer *w, const struct column *c,
		       const struct row *r, const struct values *v)
{
	switch (c->kind) {
	case COLUMN_ID:
		write_id(w, r ? r->id : 0);
		break;
	case COLUMN_MAP:
		write_text(w, w->map.s);
		break;
	case COLUMN_STAGE:
		write_text(w, w->stage.s);
		break;
	case COLUMN_POSITION:
		if (r)
			fprintf(w->out, "%zu", w->position);
		break;
	default:
		if (c->field == TOUCHPOINT_DERIVED)
			write_id(w, r ? row_ref(r, c->field) : 0);
		else
			write_text(w, v->text[c->field]);
	}
}

static void write_row(struct writer *w, const struct row *r)
{
	struct values v = { { NULL } };

	if (r)
		row_values(r, &v);
	for (size_t i = 0; i < w->columns.count; i++) {
		if (i)
			putc_unlocked(w->style.delimiter, w->out);
		write_cell(w, &w->columns.at[i], r, &v);
	}
	fputs(w->style.end, w->out);
}

/* Whether the title could be taken for that of another row: "Need #2". */
static bool is_numbered(const char *title)
{
	const char *hash = strrchr(title, '#');

	return hash && hash - title > 1 && hash[-1] == ' ' && hash[1] &&
	       !hash[1 + strspn(hash + 1, "0123456789")];
}

/* What a row of the list is called, unlike any other. */
static void name_row(const struct list *l, size_t i, struct strbuf *name)
{
	const char *title = row_title(l->rows[i]);
	size_t number = 1;

	for (size_t k = 0; k < i; k++)
		number += !strcmp(row_title(l->rows[k]), title);
	strbuf_clear(name);
	strbuf_addstr(name, title);
	if (number > 1 || is_numbered(title))
		strbuf_addf(name, " #%zu", number);
}

/* `stage` 0: the parking lot. */
static void write_stage(struct writer *w, int64_t map, int64_t stage)
{
	const struct list *l = project_touchpoints(w->p, map, stage);

	for (size_t i = 0; i < l->count; i++) {
		w->position = i + 1;
		write_row(w, l->rows[i]);
	}
	if (stage && !l->count)
		write_row(w, NULL);
}

static void write_map(struct writer *w, int64_t map)
{
	const struct list *stages = project_stages(w->p, map);

	for (size_t i = 0; i < stages->count; i++) {
		name_row(stages, i, &w->stage);
		write_stage(w, map, stages->rows[i]->id);
	}
	strbuf_clear(&w->stage);
	write_stage(w, map, 0);
	if (!stages->count && !project_touchpoints(w->p, map, 0)->count)
		write_row(w, NULL);
}

static void write_header(struct writer *w)
{
	for (size_t i = 0; i < w->columns.count; i++) {
		if (i)
			putc_unlocked(w->style.delimiter, w->out);
		fputs(w->columns.at[i].name, w->out);
	}
	fputs(w->style.end, w->out);
}

bool table_write(const struct project *p, const struct write_options *o,
		 FILE *out, struct err *err)
{
	struct writer w = { .p = p, .out = out, .columns = COLUMNS_INIT,
			    .map = STRBUF_INIT, .stage = STRBUF_INIT };
	const struct list *maps = project_maps(p);

	w.style = csv_begin(o, out);
	columns_ours(&w.columns);
	write_header(&w);
	for (size_t i = 0; i < maps->count; i++) {
		if (o->map && maps->rows[i]->id != o->map)
			continue;
		name_row(maps, i, &w.map);
		write_map(&w, maps->rows[i]->id);
	}
	columns_release(&w.columns);
	strbuf_release(&w.map);
	strbuf_release(&w.stage);
	return !ferror(out) ||
	       err_set(err, _("cannot write: %s"), strerror(errno));
}
