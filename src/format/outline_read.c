#include "format/outline.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/rank.h"
#include "base/utf8.h"
#include "format/draft.h"
#include "format/outline_line.h"
#include "format/outline_links.h"
#include "model/capture.h"

#define FIRST_LINE "cjm outline "

enum { TOP = -1, OUTLINE_VERSION = 1, LARGEST_ORDER = 1000000000 };

/* A row whose fields are still coming. */
struct open_row {
	struct draft draft;
	long line;
	int indent;
};

struct reader {
	struct project *into;
	struct report *report;
	struct outline_lines lines;
	struct outline_entry entry;
	struct open_row open[3];        /* a row, and those that hang on it */
	int depth;
	size_t maps;
	int64_t map, stage;             /* where we are */
	struct strbuf rank;             /* the last one given */
	struct outline_links links;
	long wrong;                     /* the line an error is about */
};

/* What may stand as `key: title` below what. */
static const struct {
	int above;
	enum entity entity;
} hanging[] = {
	{ TOP, PROJECT }, { TOP, PERSONA }, { TOP, ANSWER },
	{ TOP, LANE }, { TOP, IMPROVEMENT },
	{ MAP, LANE }, { MAP, IMPROVEMENT }, { MAP, ANSWER },
	{ STAGE, ANSWER }, { TOUCHPOINT, ANSWER },
	{ TOUCHPOINT, MEASURE }, { TOUCHPOINT, VOTE },
	{ TOUCHPOINT, IMPROVEMENT }, { IMPROVEMENT, ANSWER },
};

static struct open_row *innermost(struct reader *r)
{
	return r->depth ? &r->open[r->depth - 1] : NULL;
}

/* Put the rows that end before a line this far in. */
static bool close_rows(struct reader *r, int indent, struct err *err)
{
	while (r->depth && innermost(r)->indent >= indent) {
		struct open_row *o = innermost(r);

		if (!draft_put(&o->draft, r->into, err)) {
			r->wrong = o->line;
			return false;
		}
		draft_release(&o->draft);
		r->depth--;
	}
	return true;
}

static bool give_rank(struct reader *r, struct draft *d, struct err *err)
{
	struct strbuf next = STRBUF_INIT;
	bool ok = rank_between(r->rank.s, "", &next) ||
		  err_set(err, _("there are too many rows"));

	if (ok)
		ok = draft_set(d, entities[d->entity].rank, next.s, next.len,
			       err);
	strbuf_release(&r->rank);
	r->rank = next;
	return ok;
}

/* Say where the new row belongs. */
static void place_row(struct reader *r, struct draft *d,
		      const struct draft *above)
{
	int64_t id = above ? above->id : 0;

	switch (d->entity) {
	case STAGE:
		draft_refer(d, STAGE_MAP, r->map);
		break;
	case TOUCHPOINT:
		draft_refer(d, TOUCHPOINT_MAP, r->map);
		draft_refer(d, TOUCHPOINT_STAGE, r->stage);
		break;
	case LANE:
		draft_refer(d, LANE_MAP, r->map);
		break;
	case IMPROVEMENT:
		draft_refer(d, IMPROVEMENT_MAP, r->map);
		if (above && above->entity == TOUCHPOINT)
			draft_refer(d, IMPROVEMENT_TOUCHPOINT, id);
		outline_links_place(&r->links, r->maps, d->id);
		break;
	case MEASURE:
		draft_refer(d, MEASURE_TOUCHPOINT, id);
		break;
	case VOTE:
		draft_refer(d, VOTE_TOUCHPOINT, id);
		break;
	case ANSWER:
		draft_refer(d, ANSWER_PLACE, id);
		break;
	default:
		break;
	}
}

static void remember(struct reader *r, const struct draft *d)
{
	if (d->entity == MAP) {
		r->map = d->id;
		r->stage = 0;
		r->maps++;
	}
	if (d->entity == STAGE)
		r->stage = d->id;
	if (d->entity == MAP || d->entity == PERSONA)
		outline_links_name(&r->links, d->entity, d->id);
}

static bool needs_map(enum entity e)
{
	return e == STAGE || e == TOUCHPOINT || e == LANE || e == IMPROVEMENT;
}

/* Open a row; its title is yet to be set. */
static struct draft *begin(struct reader *r, enum entity e, struct err *err)
{
	struct draft *above = r->depth ? &innermost(r)->draft : NULL;
	struct open_row *o = &r->open[r->depth];

	if (needs_map(e) && !r->map) {
		err_set(err, _("a %s needs a map above it: a line such as "
			       "\"# Buying coffee\""), _(entities[e].label));
		return NULL;
	}
	draft_init(&o->draft, e, e == PROJECT ? 1 : id_new());
	o->line = r->entry.line;
	o->indent = r->entry.indent;
	r->depth++;
	place_row(r, &o->draft, above);
	remember(r, &o->draft);
	if (entities[e].rank >= 0 && !give_rank(r, &o->draft, err))
		return NULL;
	return &o->draft;
}

static bool read_titled(struct reader *r, enum entity e, struct err *err)
{
	struct draft *d = begin(r, e, err);

	return d && draft_set(d, entities[e].title, r->entry.value.s,
			      r->entry.value.len, err);
}

static bool read_touchpoint(struct reader *r, struct err *err)
{
	struct draft *d = begin(r, TOUCHPOINT, err);
	struct capture c;
	bool ok = true;

	if (!d)
		return false;
	capture_parse(r->entry.value.s, &c);
	if (c.stage) {          /* here the stage is the one above */
		free(c.text[TOUCHPOINT_TITLE]);
		c.text[TOUCHPOINT_TITLE] = xstrdup(c.whole);
	}
	for (int i = 0; ok && i < TOUCHPOINT_FIELDS; i++)
		if (c.text[i])
			ok = draft_set(d, i, c.text[i], strlen(c.text[i]),
				       err);
	capture_release(&c);
	return ok;
}

static bool whole_number(const char *s, long *number)
{
	char *end;

	if (!isdigit((unsigned char)*s))
		return false;
	*number = strtol(s, &end, 10);
	return !*end && *number <= LARGEST_ORDER;
}

static bool read_cell(struct reader *r, const struct draft *lane, long number,
		      struct err *err)
{
	const struct row *stage = list_at(project_stages(r->into, r->map),
					  (size_t)number - 1);
	const struct strbuf *value = &r->entry.value;
	struct draft cell;
	bool ok;

	if (!stage)
		return err_set(err, _("there is no stage %ld above"), number);
	draft_init(&cell, CELL, id_of_pair(lane->id, stage->id));
	draft_refer(&cell, CELL_LANE, lane->id);
	draft_refer(&cell, CELL_STAGE, stage->id);
	ok = draft_set(&cell, CELL_TEXT, value->s, value->len, err) &&
	     draft_put(&cell, r->into, err);
	draft_release(&cell);
	return ok;
}

static void read_unknown(struct reader *r, struct draft *d)
{
	const struct outline_entry *e = &r->entry;

	if (draft_keep(d, e->key.s, e->value.s))
		report_add(r->report, e->line, _("\"%.*s\" is no field here;"
			   " its text is kept in the notes"),
			   UTF8_CUT(100, e->key.s));
	else
		report_add(r->report, e->line, _("\"%.*s\" is no field here;"
			   " left out: %.*s"), UTF8_CUT(100, e->key.s),
			   UTF8_CUT(200, e->value.s));
}

static bool is_link(enum entity e, int field)
{
	return (e == MAP && (field == MAP_PERSONA || field == MAP_DERIVED)) ||
	       (e == TOUCHPOINT && field == TOUCHPOINT_DERIVED);
}

static bool is_plain(enum entity e, int field)
{
	enum field_type type = field_of(e, field)->type;

	return type != FIELD_REF && type != FIELD_LINK && type != FIELD_RANK;
}

static bool read_field(struct reader *r, struct draft *d, struct err *err)
{
	const struct outline_entry *e = &r->entry;
	int field = field_find(d->entity, e->key.s, e->key.len);
	struct outline_link link = { d->entity, d->id, field, e->line, NULL };
	long number;

	if (d->entity == LANE && whole_number(e->key.s, &number))
		return read_cell(r, d, number, err);
	if (d->entity == IMPROVEMENT && !strcmp(e->key.s, "order") &&
	    whole_number(e->value.s, &number)) {
		outline_links_order(&r->links, number);
		return true;
	}
	if (field >= 0 && is_plain(d->entity, field))
		return draft_set(d, field, e->value.s, e->value.len, err);
	if (is_link(d->entity, field))
		outline_links_add(&r->links, link, e->value.s);
	else
		read_unknown(r, d);
	return true;
}

static bool hangs(int above, int e)
{
	for (size_t i = 0; i < ARRAY_LEN(hanging); i++)
		if (hanging[i].above == above && (int)hanging[i].entity == e)
			return true;
	return false;
}

static bool read_pair(struct reader *r, struct err *err)
{
	const struct strbuf *key = &r->entry.key;
	struct draft *above = r->depth ? &innermost(r)->draft : NULL;
	int entity = entity_find(key->s, key->len);

	if (above && field_find(above->entity, key->s, key->len) >= 0)
		return read_field(r, above, err);
	if (hangs(above ? (int)above->entity : TOP, entity))
		return read_titled(r, (enum entity)entity, err);
	if (above)
		return read_field(r, above, err);
	return err_set(err, _("\"%.*s\" belongs to nothing: a field stands "
			      "further in than what it is a field of"),
		       UTF8_CUT(100, key->s));
}

static bool read_entry(struct reader *r, struct err *err)
{
	r->wrong = r->entry.line;
	if (r->entry.kind != OUTLINE_OTHER &&
	    !close_rows(r, r->entry.kind == OUTLINE_PAIR ? r->entry.indent : 0,
			err))
		return false;
	r->wrong = r->entry.line;
	switch (r->entry.kind) {
	case OUTLINE_MAP:
		return read_titled(r, MAP, err);
	case OUTLINE_STAGE:
		return read_titled(r, STAGE, err);
	case OUTLINE_TOUCHPOINT:
		return read_touchpoint(r, err);
	case OUTLINE_PAIR:
		return read_pair(r, err);
	case OUTLINE_OTHER:
		break;
	}
	return err_set(err, _("\"%.*s\" is no line of an outline: write "
			      "\"# map\", \"## stage\", \"- touchpoint\" or "
			      "\"field: text\""),
		       UTF8_CUT(100, r->entry.value.s));
}

/* Line 1 may be missing where it is plain what follows. */
static bool read_first_line(struct reader *r, struct err *err)
{
	const char *s = r->lines.at;
	long version;

	r->wrong = 1;
	if (strncmp(s, FIRST_LINE, strlen(FIRST_LINE)))
		return !strncmp(s, "# ", 2) ||
		       err_set(err, _("this is no outline: its first line "
				      "must be \"cjm outline 1\""));
	version = strtol(s + strlen(FIRST_LINE), NULL, 10);
	r->lines.at += strcspn(s, "\n");
	r->lines.at += *r->lines.at == '\n';
	r->lines.line = 1;
	return version == OUTLINE_VERSION ||
	       err_set(err, _("this outline is of version %ld, and this "
			      "program reads version %d"), version,
		       OUTLINE_VERSION);
}

static bool read_all(struct reader *r, struct err *err)
{
	if (!read_first_line(r, err))
		return false;
	while (outline_next(&r->lines, &r->entry))
		if (!read_entry(r, err))
			return false;
	return close_rows(r, 0, err) &&
	       outline_links_settle(&r->links, r->into, &r->wrong, err);
}

bool outline_read(const struct source *in, struct project *into,
		  struct report *report, struct err *err)
{
	struct strbuf clean = STRBUF_INIT;
	struct utf8_report mended = { 0, 0 };
	struct reader r = { .into = into, .report = report,
			    .entry = OUTLINE_ENTRY_INIT, .rank = STRBUF_INIT,
			    .links = OUTLINE_LINKS_INIT };
	size_t mark = source_mark(in);
	bool ok;

	utf8_clean(in->text + mark, in->len - mark, &clean, &mended);
	if (mended.bad || mended.stripped)
		report_add(report, 0, _("characters that no text may hold "
					"were taken out"));
	origin_all(&report->origin, false);
	r.lines.at = clean.s;
	ok = read_all(&r, err);
	if (!ok)
		err_at(err, in->name, r.wrong, 0);
	while (r.depth)
		draft_release(&r.open[--r.depth].draft);
	outline_links_release(&r.links);
	outline_entry_release(&r.entry);
	strbuf_release(&r.rank);
	strbuf_release(&clean);
	return ok;
}

bool outline_looks(const struct source *in)
{
	return !strncmp(in->text + source_mark(in), FIRST_LINE,
			strlen(FIRST_LINE));
}
