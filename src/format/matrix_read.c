#include "format/table_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/rank.h"
#include "base/utf8.h"
#include "format/numbered.h"
#include "format/table.h"

/* A column: what the touchpoints of one stage are known to be. */
struct stage {
	size_t place;
	struct draft *drafts;
	size_t count, cap;
};

struct reader {
	const struct source *in;
	struct project *into;
	struct report *report;
	struct columns lanes;   /* the first cells of the lines */
	struct places places;
	struct cells cells;
	size_t map;             /* its place */
	bool titled;            /* the first cell is the map's title */
	struct stage *stages;
	size_t count;
	struct strbuf text, rank;       /* a cell; of the last own lane */
	long further;           /* the first line with too many cells, or 0 */
};

/* What people write over the names of lanes. */
static bool is_heading(const char *text)
{
	static const char headings[] =
		"|lane|lanes|row|category|aspect|element|item|dimension|layer|"
		"категория|параметр|элемент|аспект|項目|项目|維度|维度|類別|"
		"类别|elemento|categoria|hang muc|khia canh|yeu to|";
	struct strbuf bar = STRBUF_INIT;
	bool found;

	strbuf_addch(&bar, '|');
	utf8_fold(text, &bar, NULL);
	strbuf_addch(&bar, '|');
	found = is_stage_word(text) ||
		strstr(headings, bar.s);
	strbuf_release(&bar);
	return found;
}

static void read_text(struct reader *r, const struct csv *c, size_t cell)
{
	table_text(c, cell, &r->text);
}

static void read_line_text(struct reader *r, const struct csv *c, size_t cell)
{
	read_text(r, c, cell);
	for (char *s = r->text.s; *s; s++)
		if (*s == '\n')
			*s = ' ';
}

static void add_map(struct reader *r, const struct csv *c)
{
	read_line_text(r, c, 0);
	r->titled = r->text.len && !is_heading(r->text.s);
	if (!r->titled) {
		strbuf_clear(&r->text);
		source_title(r->in, &r->text);
	}
	table_cut(&r->text, field_of(MAP, MAP_TITLE));
	r->map = places_map(&r->places, r->text.s, r->text.s);
}

static bool is_parking(const char *title)
{
	return utf8_same(title, "Parking lot") ||
	       utf8_same(title, _("Parking lot"));
}

/* Stages that are called the same are several. */
static void add_stage(struct reader *r, const struct csv *c, size_t cell)
{
	struct strbuf name = STRBUF_INIT;
	const char *title;

	read_line_text(r, c, cell);
	if (!r->text.len)
		strbuf_addf(&r->text, _("Stage %zu"), cell);
	title = r->titled ? r->text.s : stage_without_number(r->text.s);
	if (title != r->text.s)
		report_add(r->report, c->line,
			   _("the stage \"%.*s\" is called \"%.*s\" here"),
			   UTF8_CUT(100, r->text.s), UTF8_CUT(100, title));
	strbuf_splice(&r->text, 0, (size_t)(title - r->text.s), "", 0);
	table_cut(&r->text, field_of(STAGE, STAGE_TITLE));
	if (!is_parking(r->text.s))
		strbuf_addf(&name, "%zu", cell);
	r->stages[cell - 1].place =
		places_stage(&r->places, r->map, name.s,
			     name.len ? r->text.s : "");
	strbuf_release(&name);
}

static void add_stages(struct reader *r, const struct csv *c)
{
	size_t count = c->count;

	while (count > 1 && !*csv_text(c, count - 1))
		count--;
	r->count = count - 1;
	r->stages = xcalloc(count, sizeof *r->stages);
	add_map(r, c);
	for (size_t i = 1; i < count; i++)
		add_stage(r, c, i);
}

static struct draft *add_draft(struct stage *s)
{
	s->drafts = xgrow(s->drafts, s->count, &s->cap, sizeof *s->drafts);
	draft_init(&s->drafts[s->count], TOUCHPOINT, 0);
	return &s->drafts[s->count++];
}

/* Each line of the cell is a touchpoint. */
static void read_titles(struct reader *r, struct stage *s,
			const struct column *lane, const char *text, long line)
{
	for (; *text; text += *text == '\n') {
		size_t mark = numbered_mark(text, NULL);
		size_t len = strcspn(text, "\n");
		char *title = xstrndup(text + mark, len - mark);

		if (*title)
			cells_put(&r->cells, add_draft(s), lane, false, title,
				  line);
		free(title);
		text += len;
	}
}

/* The next text of a cell, "2. pays" and the lines behind it; 0: the whole
 * is of the first touchpoint. */
static long next_text(const char **text, long last, long most,
		      struct strbuf *out)
{
	size_t mark, len;
	long number = numbered_line(*text, last, most, &mark);

	strbuf_clear(out);
	*text += number ? mark : 0;
	do {
		len = strcspn(*text, "\n");
		strbuf_addf(out, "%s%.*s", out->len ? "\n" : "", (int)len,
			    *text);
		*text += len + ((*text)[len] == '\n');
	} while (**text && !(number && numbered_line(*text, number, most,
						     &mark)));
	return number;
}

static void read_texts(struct reader *r, struct stage *s,
		       const struct column *lane, const char *text, long line)
{
	struct strbuf one = STRBUF_INIT;
	long most = (long)s->count, number = 0;

	if (!s->count)
		add_draft(s);
	while (*text) {
		number = next_text(&text, number, most, &one);
		cells_put(&r->cells, &s->drafts[number ? number - 1 : 0],
			  lane, false, one.s, line);
	}
	strbuf_release(&one);
}

/* A lane of the map's own. */
static int64_t add_lane(struct reader *r, const struct column *lane)
{
	struct strbuf next = STRBUF_INIT;
	struct values v = { { NULL } };
	char map[ID_TEXT];
	int64_t id = id_new();

	rank_between(r->rank.s, "", &next);
	strbuf_release(&r->rank);
	r->rank = next;
	strbuf_clear(&r->text);
	strbuf_addstr(&r->text, *lane->name ? lane->name : _("Further"));
	table_cut(&r->text, field_of(LANE, LANE_TITLE));
	v.text[LANE_MAP] = id_text(r->places.at[r->map].id, map);
	v.text[LANE_TITLE] = r->text.s;
	v.text[LANE_RANK] = r->rank.s;
	project_load(r->into, row_new(LANE, id, &v));
	return id;
}

static bool add_cell(struct reader *r, int64_t lane, int64_t stage,
		     const char *text, struct err *err)
{
	struct values v = { { NULL } };
	char ids[2][ID_TEXT];

	v.text[CELL_LANE] = id_text(lane, ids[0]);
	v.text[CELL_STAGE] = id_text(stage, ids[1]);
	v.text[CELL_TEXT] = text;
	return field_check(CELL, CELL_TEXT, text, err) &&
	       project_load(r->into,
			    row_new(CELL, id_of_pair(lane, stage), &v));
}

static bool read_own_lane(struct reader *r, const struct csv *c,
			  const struct column *column, struct err *err)
{
	int64_t lane = add_lane(r, column), stage;

	for (size_t i = 0; i < r->count; i++) {
		read_text(r, c, i + 1);
		stage = r->places.at[r->stages[i].place].id;
		if (!r->text.len)
			continue;
		if (!stage)
			report_add(r->report, c->line,
				   _("what is parked has no lane \"%.*s\"; "
				     "left out: %.*s"),
				   UTF8_CUT(100, column->name),
				   UTF8_CUT(200, r->text.s));
		else if (!add_cell(r, lane, stage, r->text.s, err))
			return table_wrong(c, i + 1, err);
	}
	return true;
}

static void find_scale(struct reader *r, const struct csv *c)
{
	struct scaling s = { 0, 0, 0, false };

	for (size_t i = 1; i < c->count; i++) {
		size_t mark;

		read_text(r, c, i);
		for (const char *t = r->text.s; *t; t += *t == '\n') {
			char *one = xstrndup(t, strcspn(t, "\n"));

			mark = numbered_mark(one, NULL);
			scaling_see(&s, one + mark);
			t += strlen(one);
			free(one);
		}
	}
	r->cells.scale = scaling_end(&s);
}

/* Titles first: they tell how many touchpoints there are. */
static bool read_lane(struct reader *r, const struct csv *c,
		      const struct column *lane, bool titles, struct err *err)
{
	bool is_titles = lane->kind == COLUMN_FIELD &&
			 lane->field == TOUCHPOINT_TITLE;

	if (is_titles != titles)
		return true;
	if (c->count > r->count + 1 && *csv_text(c, r->count + 1) &&
	    !r->further)
		r->further = c->line;
	if (lane->kind != COLUMN_FIELD)
		return read_own_lane(r, c, lane, err);
	if (lane->field == TOUCHPOINT_EMOTION)
		find_scale(r, c);
	for (size_t i = 0; i < r->count; i++) {
		read_text(r, c, i + 1);
		if (titles)
			read_titles(r, &r->stages[i], lane, r->text.s,
				    c->line);
		else if (r->text.len)
			read_texts(r, &r->stages[i], lane, r->text.s,
				   c->line);
	}
	return true;
}

/* One of ours has the map's title, and touchpoints first: what is called
 * almost like a field there is a lane of the map's own. */
static void settle_lanes(struct reader *r)
{
	columns_settle_labels(&r->lanes);
	if (r->titled && r->lanes.count &&
	    r->lanes.at[0].kind == COLUMN_FIELD &&
	    r->lanes.at[0].field == TOUCHPOINT_TITLE)
		return;
	columns_settle(&r->lanes);
}

/* What is done with the text: its lines are gone through three times. */
enum round { NAMES, TITLES, TEXTS };

static bool read_round(struct reader *r, enum round round, struct err *err)
{
	struct csv c;
	bool ok = true;

	csv_open(&c, r->in);
	if (csv_next(&c) && round == NAMES)
		add_stages(r, &c);
	for (size_t i = 0; ok && csv_next(&c); i++)
		if (round == NAMES)
			columns_add(&r->lanes, csv_text(&c, 0));
		else
			ok = read_lane(r, &c, &r->lanes.at[i],
				       round == TITLES, err);
	if (round == NAMES)
		settle_lanes(r);
	return csv_close(&c, err) && ok;
}

static bool put_stage(struct reader *r, struct stage *s, struct err *err)
{
	for (size_t i = 0; i < s->count; i++)
		if (cells_row(&r->cells, &s->drafts[i], 0) &&
		    !table_put(&r->places, &s->drafts[i], r->map, s->place, 0,
			       err))
			return err_prefix(err, "%s", r->in->name);
	return true;
}

static bool put_all(struct reader *r, struct err *err)
{
	for (size_t i = 0; i < r->count; i++)
		if (!put_stage(r, &r->stages[i], err))
			return false;
	return true;
}

static void release(struct reader *r)
{
	for (size_t i = 0; i < r->count; i++) {
		for (size_t k = 0; k < r->stages[i].count; k++)
			draft_release(&r->stages[i].drafts[k]);
		free(r->stages[i].drafts);
	}
	free(r->stages);
	columns_release(&r->lanes);
	strbuf_release(&r->text);
	strbuf_release(&r->rank);
}

bool matrix_read(const struct source *in, struct project *into,
		 struct report *report, struct err *err)
{
	struct reader r = { .in = in, .into = into, .report = report,
			    .cells = { .in = in, .report = report },
			    .lanes = COLUMNS_INIT, .text = STRBUF_INIT,
			    .rank = STRBUF_INIT };
	bool ok;

	places_begin(&r.places, into);
	ok = read_round(&r, NAMES, err) && read_round(&r, TITLES, err) &&
	     read_round(&r, TEXTS, err) && put_all(&r, err);
	places_end(&r.places);
	if (ok)
		cells_end(&r.cells);
	if (ok && r.further)
		report_add(report, r.further,
			   _("there are more cells than stages in the first "
			     "line; they were left out"));
	release(&r);
	return ok;
}
