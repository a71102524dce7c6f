#include "format/table_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "format/table.h"

struct reader {
	const struct source *in;
	struct project *into;
	struct report *report;
	struct csv csv;
	struct columns columns;
	int map, stage, position;       /* columns, or -1 */
	struct places places;
	struct cells cells;
	struct strbuf title;            /* of a map that no column names */
	struct strbuf text;             /* of the cell at hand */
	size_t place, home;             /* the stage of the last line, and its
					 * map */
	struct strbuf map_name, stage_name;     /* what they were called */
	size_t further;         /* cells beyond the last column */
	long first_further;     /* line */
};

static bool refuse(enum shape shape, const char *name, struct err *err)
{
	if (shape == SHAPE_LOG)
		err_set(err, _("this is a log of what visitors did, not a map. "
			       " A map's table has a line for each touchpoint "
			       "and columns such as Stage, Touchpoint, "
			       "Channel, Emotion, Pain points"));
	else
		err_set(err, _("no column tells stages or touchpoints.  A "
			       "map's table has columns such as Stage, "
			       "Touchpoint, Emotion; what others mean, or the "
			       "questions of a survey, tell by --column "
			       "NAME=title"));
	return err_at(err, name, 1, 0);
}

/* Ours call the second "Need" of a map "Need #2". */
static void drop_number(struct strbuf *title)
{
	char *hash = strrchr(title->s, '#');

	if (hash && hash - title->s > 1 && hash[-1] == ' ' && hash[1] &&
	    !hash[1 + strspn(hash + 1, "0123456789")])
		strbuf_truncate(title, (size_t)(hash - title->s - 1));
}

static void read_cell(struct reader *r, int column)
{
	if (column < 0)
		strbuf_clear(&r->text);
	else
		table_text(&r->csv, (size_t)column, &r->text);
	for (char *s = r->text.s; *s; s++)
		if (*s == '\n')
			*s = ' ';
}

/* The same name again is the same place, at no cost. */
static bool is_same(struct strbuf *last, const struct strbuf *name)
{
	if (!strcmp(last->s, name->s))
		return true;
	strbuf_clear(last);
	strbuf_addstr(last, name->s);
	return false;
}

static void find_map(struct reader *r)
{
	struct strbuf title = STRBUF_INIT;

	read_cell(r, r->map);
	if (!r->text.len)
		strbuf_addstr(&r->text, r->title.s);
	if (r->home && is_same(&r->map_name, &r->text))
		return;
	is_same(&r->map_name, &r->text);
	strbuf_addstr(&title, r->text.s);
	if (r->columns.ours)
		drop_number(&title);
	table_cut(&title, field_of(MAP, MAP_TITLE));
	r->home = places_map(&r->places, r->map_name.s, title.s);
	r->place = 0;
	strbuf_release(&title);
}

static void find_stage(struct reader *r)
{
	struct strbuf title = STRBUF_INIT;
	size_t known = r->places.count;

	read_cell(r, r->stage);
	/* Merged cells of a spreadsheet: only the first has the text. */
	if (r->place && !r->columns.ours && !r->text.len)
		return;
	if (r->place && is_same(&r->stage_name, &r->text))
		return;
	is_same(&r->stage_name, &r->text);
	strbuf_addstr(&title, r->columns.ours ? r->text.s :
			      stage_without_number(r->text.s));
	if (r->columns.ours)
		drop_number(&title);
	table_cut(&title, field_of(STAGE, STAGE_TITLE));
	r->place = places_stage(&r->places, r->home, r->stage_name.s, title.s);
	if (r->places.count > known && strcmp(title.s, r->text.s) != 0 &&
	    !r->columns.ours)
		report_add(r->report, r->csv.line,
			   _("the stage \"%.*s\" is called \"%.*s\" here"),
			   UTF8_CUT(100, r->text.s), UTF8_CUT(100, title.s));
	strbuf_release(&title);
}

static void read_field(struct reader *r, struct draft *d, size_t i)
{
	const struct column *column = &r->columns.at[i];
	const char *text = csv_unguard(csv_text(&r->csv, i));

	if (column->kind == COLUMN_MAP || column->kind == COLUMN_STAGE ||
	    column->kind == COLUMN_POSITION || column->kind == COLUMN_ORDER)
		return;
	if (!r->columns.ours || column->kind == COLUMN_UNKNOWN) {
		strbuf_clear(&r->text);
		strbuf_addstr(&r->text, text);
		strbuf_trim(&r->text);
		text = r->text.s;
	}
	if (*text)
		cells_put(&r->cells, d, column, r->columns.ours, text,
			  r->csv.line);
}

/* Cells beyond the last column of the first line. */
static void read_rest(struct reader *r, struct draft *d)
{
	for (size_t i = r->columns.count; i < r->csv.count; i++) {
		if (!*csv_text(&r->csv, i))
			continue;
		draft_keep(d, _("Further"), csv_text(&r->csv, i));
		if (!r->further++)
			r->first_further = r->csv.line;
	}
}

static long position(struct reader *r)
{
	long n;

	if (r->position < 0)
		return POSITION_NEXT;
	read_cell(r, r->position);
	n = strtol(r->text.s, NULL, 10);
	return n > 0 && n <= POSITION_MOST ? n : POSITION_BETWEEN;
}

static bool put(struct reader *r, struct draft *d, struct err *err)
{
	int id = columns_find(&r->columns, COLUMN_ID, -1);

	if (d->id && project_row(r->into, TOUCHPOINT, d->id)) {
		err_set(err, _("the id t%lld is there twice; empty one of "
			       "them"), (long long)d->id);
		return table_wrong(&r->csv, (size_t)id, err);
	}
	return table_put(&r->places, d, r->home, r->place, position(r),
			 err) || table_wrong(&r->csv, 0, err);
}

static bool read_line(struct reader *r, struct err *err)
{
	struct draft d;
	bool ok = true;

	draft_init(&d, TOUCHPOINT, 0);
	find_map(r);
	find_stage(r);
	for (size_t i = 0; i < r->columns.count; i++)
		read_field(r, &d, i);
	read_rest(r, &d);
	if (cells_row(&r->cells, &d, r->csv.line))
		ok = put(r, &d, err);
	draft_release(&d);
	return ok;
}

/* Where one of our own tables has an empty cell, it was emptied. */
static void note_origin(struct reader *r)
{
	uint32_t *told = &r->report->origin.told[TOUCHPOINT];

	if (!r->columns.ours)
		return;
	*told = UINT32_C(1) << TOUCHPOINT_STAGE;
	for (size_t i = 0; i < r->columns.count; i++)
		if (r->columns.at[i].kind == COLUMN_FIELD)
			*told |= UINT32_C(1) << r->columns.at[i].field;
}

static void begin(struct reader *r)
{
	int emotion = columns_find(&r->columns, COLUMN_FIELD,
				   TOUCHPOINT_EMOTION);

	r->map = columns_find(&r->columns, COLUMN_MAP, -1);
	r->stage = columns_find(&r->columns, COLUMN_STAGE, -1);
	r->position = columns_find(&r->columns, COLUMN_POSITION, -1);
	r->cells = (struct cells){ .in = r->in, .report = r->report };
	if (!r->columns.ours)
		r->cells.scale = table_scale(r->in, emotion);
	source_title(r->in, &r->title);
	places_begin(&r->places, r->into);
	note_origin(r);
}

static void end(struct reader *r)
{
	places_end(&r->places);
	cells_end(&r->cells);
	if (r->further)
		report_add(r->report, r->first_further,
			   _("there are more cells than in the first line; "
			     "they are kept in the notes"));
	strbuf_release(&r->title);
	strbuf_release(&r->text);
	strbuf_release(&r->map_name);
	strbuf_release(&r->stage_name);
}

static bool read_lines(struct reader *r, struct err *err)
{
	bool ok = true;

	begin(r);
	while (ok && csv_next(&r->csv))
		ok = read_line(r, err);
	end(r);
	return ok;
}

bool table_read(const struct source *in, struct project *into,
		struct report *report, struct err *err)
{
	struct reader r = { .in = in, .into = into, .report = report,
			    .title = STRBUF_INIT, .text = STRBUF_INIT,
			    .map_name = STRBUF_INIT,
			    .stage_name = STRBUF_INIT };
	enum shape shape = SHAPE_NONE;
	bool ok;

	csv_open(&r.csv, in);
	ok = table_columns(&r.csv, in, &r.columns, err);
	if (ok)
		shape = table_shape(in, &r.columns);
	if (ok && shape == SHAPE_TABLE)
		ok = read_lines(&r, err);
	else if (ok && (shape == SHAPE_NONE || shape == SHAPE_LOG))
		ok = refuse(shape, in->name, err);
	columns_release(&r.columns);
	if (!csv_close(&r.csv, err))
		return false;
	if (shape == SHAPE_MATRIX)
		return matrix_read(in, into, report, err);
	if (shape == SHAPE_SURVEY)
		return survey_read(in, into, report, err);
	return ok;
}
