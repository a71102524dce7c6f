#include "format/mermaid.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/rank.h"
#include "base/utf8.h"
#include "format/mermaid_parse.h"
#include "format/mermaid_row.h"
#include "format/mermaid_rows.h"

/* What visible lines say, and where a text too long for it goes on. */
static const struct {
	enum entity entity;
	int field, rest;
} visible[] = {
	{ MAP, MAP_TITLE, MAP_GOAL },
	{ MAP, MAP_GOAL, -1 },
	{ STAGE, STAGE_TITLE, STAGE_WANT },
	{ TOUCHPOINT, TOUCHPOINT_TITLE, TOUCHPOINT_NOTES },
	{ TOUCHPOINT, TOUCHPOINT_EMOTION, -1 },
	{ TOUCHPOINT, TOUCHPOINT_ACTORS, TOUCHPOINT_NOTES },
};

struct reader {
	struct mermaid_rows rows;
	struct report *report;
	size_t stage;           /* 1 + index of the section we are in */
	size_t last;            /* index of the last visible row */
};

static void append(char **slot, const char *text)
{
	struct strbuf all = STRBUF_INIT;

	if (*slot && **slot)
		strbuf_addf(&all, "%s\n", *slot);
	strbuf_addstr(&all, text);
	free(*slot);
	*slot = strbuf_detach(&all);
}

/* Cut a text that is too long for its field; the rest goes to another. */
static void fit(struct draft *d, int field, int rest, long line,
		struct report *report)
{
	size_t longest = field_of(d->entity, field)->longest, at = 0;
	char *text = d->text[field];

	if (rest < 0 || !text || strlen(text) <= longest)
		return;
	while (at + utf8_cluster(text + at) <= longest)
		at += utf8_cluster(text + at);
	append(&d->text[rest], text + at);
	text[at] = '\0';
	report_add(report, line,
		   _("this is too long; the rest went to \"%s\""),
		   _(field_of(d->entity, rest)->label));
}

static struct mermaid_row *add_visible(struct reader *r, struct draft *d,
				       long line)
{
	for (size_t i = 0; i < ARRAY_LEN(visible); i++)
		if (visible[i].entity == d->entity)
			fit(d, visible[i].field, visible[i].rest, line,
			    r->report);
	r->last = r->rows.count;
	return mermaid_rows_add(&r->rows, d, line);
}

static void add_map(struct reader *r, const struct mermaid *m)
{
	const struct mermaid_text *titles[] = {
		&m->title, &m->front_title, &m->accessible_title
	};
	const struct mermaid_text *title = NULL;
	struct draft d;

	draft_init(&d, MAP, 0);
	for (size_t i = 0; i < ARRAY_LEN(titles); i++) {
		if (!titles[i]->text || !*titles[i]->text)
			continue;
		if (title)
			report_add(r->report, titles[i]->line, "%s",
				   _("the map has one title; this other one "
				     "is not kept"));
		else
			title = titles[i];
	}
	if (title)
		d.text[MAP_TITLE] = xstrdup(title->text);
	if (m->description.text)
		d.text[MAP_GOAL] = xstrdup(m->description.text);
	add_visible(r, &d, title ? title->line : 1);
}

static void add_stage(struct reader *r, const struct mermaid_item *item)
{
	struct draft d;

	draft_init(&d, STAGE, 0);
	d.text[STAGE_TITLE] = xstrdup(item->task.name);
	add_visible(r, &d, item->line);
	r->stage = r->rows.count;
}

static void add_touchpoint(struct reader *r, const struct mermaid_item *item)
{
	const struct mermaid_task *t = &item->task;
	struct draft d;

	draft_init(&d, TOUCHPOINT, 0);
	d.text[TOUCHPOINT_TITLE] = xstrdup(t->name);
	d.text[TOUCHPOINT_ACTORS] = xstrdup(t->actors);
	if (t->score)
		d.text[TOUCHPOINT_EMOTION] =
			xstrdup(emotion_text(t->score - MERMAID_MIDDLE));
	if (*t->word)
		append(&d.text[TOUCHPOINT_NOTES], t->word);
	add_visible(r, &d, item->line)->stage = r->stage;
}

static const char *text_of(const struct draft *d, int field)
{
	return d->text[field] ? d->text[field] : "";
}

/* Take one visible field over into the comment's row. */
static void prefer(const struct mermaid_row *row, struct draft *comment,
		   int field, struct report *report)
{
	const char *line = row->draft.text[field];

	if ((row->draft.entity == MAP && !line) ||
	    mermaid_same(comment->entity, field, line ? line : "",
			 text_of(comment, field)))
		return;
	report_add(report, row->line,
		   _("%s was changed in the line; the line counts"),
		   _(field_of(comment->entity, field)->label));
	str_set(&comment->text[field], line ? line : "");
}

static void remark_move(const struct reader *r, const struct mermaid_row *row,
			const struct draft *comment)
{
	const struct mermaid_row *stage =
		row->stage ? &r->rows.rows[row->stage - 1] : NULL;
	int64_t was = id_parse(text_of(comment, TOUCHPOINT_STAGE));

	if (stage ? stage->known && stage->draft.id != was : was)
		report_add(r->report, row->line, "%s",
			   _("the touchpoint was moved to another stage; the "
			     "place of the line counts"));
}

/* A line and its comment become one row: all of the comment, but what the
 * line says otherwise. */
static void adopt(struct reader *r, struct mermaid_row *row, struct draft *c)
{
	struct draft *d = &row->draft;

	for (size_t i = 0; i < ARRAY_LEN(visible); i++)
		if (visible[i].entity == c->entity)
			prefer(row, c, visible[i].field, r->report);
	if (c->entity == TOUCHPOINT) {
		remark_move(r, row, c);
		if (d->text[TOUCHPOINT_NOTES])
			append(&c->text[TOUCHPOINT_NOTES],
			       d->text[TOUCHPOINT_NOTES]);
	}
	row->known = c->id;
	if (!c->id)
		c->id = d->id;
	draft_release(d);
	*d = *c;
}

/* The visible row that a comment belongs to, or NULL. */
static struct mermaid_row *owner(const struct reader *r, enum entity e)
{
	struct mermaid_row *row = &r->rows.rows[e == MAP ? 0 : r->last];

	return row->draft.entity == e && !row->known ? row : NULL;
}

static void add_comment(struct reader *r, const struct mermaid_item *item)
{
	struct draft d;
	struct mermaid_row *row;

	if (!mermaid_row_read(item->task.name, item->line, &d, r->report))
		return;
	if (d.entity != MAP && d.entity != STAGE && d.entity != TOUCHPOINT) {
		mermaid_rows_add(&r->rows, &d, item->line);
		return;
	}
	row = owner(r, d.entity);
	if (row) {
		adopt(r, row, &d);
		return;
	}
	report_add(r->report, item->line, "%s",
		   _("the line this comment belongs to is gone; left out"));
	draft_release(&d);
}

static void add_items(struct reader *r, const struct mermaid *m)
{
	for (size_t i = 0; i < m->count; i++) {
		const struct mermaid_item *item = &m->items[i];

		if (item->kind == MERMAID_COMMENT)
			add_comment(r, item);
		else if (item->kind == MERMAID_SECTION)
			add_stage(r, item);
		else
			add_touchpoint(r, item);
	}
}

/* Of our own files this is no news. */
static void remark_parked(const struct reader *r)
{
	for (size_t i = 0; i < r->rows.count; i++) {
		const struct mermaid_row *row = &r->rows.rows[i];

		if (row->draft.entity == TOUCHPOINT && !row->stage &&
		    !row->known)
			report_add(r->report, row->line, "%s",
				   _("the task stands before any section; it "
				     "went to the parking lot"));
	}
}

static void complete_map(struct draft *map)
{
	struct strbuf rank = STRBUF_INIT;

	if (!*text_of(map, MAP_TITLE))
		str_set(&map->text[MAP_TITLE], _("Customer journey"));
	if (!*text_of(map, MAP_RANK)) {
		rank_between("", "", &rank);
		str_set(&map->text[MAP_RANK], rank.s);
	}
	strbuf_release(&rank);
}

static void report_mending(const struct utf8_report *mended,
			   struct report *report)
{
	if (mended->bad)
		report_add(report, 1,
			   ngettext("%zu byte was not UTF-8 and was replaced",
				    "%zu bytes were not UTF-8 and were "
				    "replaced", mended->bad), mended->bad);
	if (mended->stripped)
		report_add(report, 1,
			   ngettext("%zu invisible character was dropped",
				    "%zu invisible characters were dropped",
				    mended->stripped), mended->stripped);
}

/* With our comments it tells of all, without them only what it draws. */
static void note_origin(struct reader *r)
{
	struct origin *o = &r->report->origin;

	for (size_t i = 0; i < r->rows.count; i++)
		o->ids = o->ids || r->rows.rows[i].known;
	if (o->ids)
		origin_all(o, true);
}

bool mermaid_read(const struct source *in, struct project *into,
		  struct report *report, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	struct utf8_report mended = { 0, 0 };
	struct mermaid m;
	struct reader r = { MERMAID_ROWS_INIT, report, 0, 0 };
	bool ok;

	utf8_clean(in->text, in->len, &text, &mended);
	report_mending(&mended, report);
	ok = mermaid_parse(text.s, &m, report, err);
	if (ok) {
		add_map(&r, &m);
		add_items(&r, &m);
		remark_parked(&r);
		complete_map(&r.rows.rows[0].draft);
		note_origin(&r);
		ok = mermaid_rows_put(&r.rows, into, report, err);
	}
	if (!ok)
		err_at(err, in->name, m.wrong ? m.wrong : r.rows.wrong, 0);
	mermaid_rows_release(&r.rows);
	mermaid_release(&m);
	strbuf_release(&text);
	return ok;
}

bool mermaid_looks(const struct source *in)
{
	struct strbuf text = STRBUF_INIT;
	bool yes;

	utf8_clean(in->text, in->len, &text, NULL);
	yes = mermaid_begins(text.s);
	strbuf_release(&text);
	return yes;
}
