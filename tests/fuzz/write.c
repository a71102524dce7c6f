/*
 * The writers: a project made from the input goes out in every format, and
 * comes back where a format can be read.
 *
 * The first byte says whether texts are as they come from a hostile file,
 * or clean as all that is typed; then come rows, each an entity and texts.
 */
#include <stdlib.h>
#include <string.h>

#include "base/id.h"
#include "base/rank.h"
#include "base/utf8.h"
#include "fuzz.h"

enum { ROWS_MOST = 60, HOSTILE = 1, ASCII = 2 };

struct bytes {
	const char *at;
	size_t left;
	bool clean;
};

static unsigned take(struct bytes *b)
{
	if (!b->left)
		return 0;
	b->left--;
	return (unsigned char)*b->at++;
}

/* Up to the next NUL, and valid UTF-8 as all that the store lets in. */
static void take_text(struct bytes *b, struct strbuf *out)
{
	size_t len = strnlen(b->at, b->left);

	strbuf_clear(out);
	if (b->clean || !utf8_valid(b->at, len))
		utf8_clean(b->at, len, out, NULL);
	else
		strbuf_add(out, b->at, len);
	b->at += len;
	b->left -= len;
	take(b);
}

/* A row the project has, or none. */
static int64_t take_row(struct bytes *b, const struct project *p,
			enum entity e)
{
	int64_t id = (int64_t)(take(b) % ROWS_MOST) + 1;

	return project_row(p, e, id) ? id : 0;
}

static void take_value(struct bytes *b, const struct project *p,
		       const struct field *f, struct strbuf *out)
{
	char id[ID_TEXT];
	size_t count = 0;

	strbuf_clear(out);
	if (f->type == FIELD_REF || f->type == FIELD_LINK) {
		strbuf_addstr(out, id_text(take_row(b, p, f->target), id));
	} else if (f->type == FIELD_EMOTION) {
		strbuf_addstr(out, emotion_text((int)(take(b) % 6) - 2));
	} else if (f->type == FIELD_RANK) {
		strbuf_addf(out, "a%c", "0123456789"[take(b) % 10]);
	} else if (f->choices) {
		while (f->choices[count].key)
			count++;
		strbuf_addstr(out, f->choices[take(b) % count].key);
	} else {
		take_text(b, out);
	}
}

/* Two rows of the same place are of the same map, as in any project. */
static bool fits(const struct project *p, enum entity e,
		 const struct values *v)
{
	const char *stage = v->text[e == CELL ? CELL_STAGE :
				    TOUCHPOINT_STAGE];
	const struct row *r, *lane;

	if ((e != CELL && e != TOUCHPOINT) || !stage || !*stage)
		return e != CELL;
	r = project_row(p, STAGE, id_parse(stage));
	if (e == TOUCHPOINT)
		return r && row_ref(r, STAGE_MAP) ==
			    id_parse(v->text[TOUCHPOINT_MAP]);
	lane = project_row(p, LANE, id_parse(v->text[CELL_LANE]));
	return r && lane && row_ref(r, STAGE_MAP) == row_ref(lane, LANE_MAP);
}

/* Half of the optional fields are left empty, or no input would reach. */
static void take_values(struct bytes *b, const struct project *p,
			enum entity e, struct strbuf texts[FIELDS_MOST],
			struct values *v)
{
	struct err err;
	unsigned some = 0;

	for (int i = 0; i < entities[e].count; i++) {
		const struct field *f = field_of(e, i);

		if (i % 8 == 0)
			some = take(b);
		if (!f->required && !(some & 1u << i % 8))
			continue;
		take_value(b, p, f, &texts[i]);
		if (field_check(e, i, texts[i].s, &err))
			v->text[i] = texts[i].s;
	}
}

static bool complete(enum entity e, const struct values *v)
{
	for (int i = 0; i < entities[e].count; i++)
		if (field_of(e, i)->required &&
		    !(v->text[i] && *v->text[i]))
			return false;
	return true;
}

static void take_a_row(struct bytes *b, struct project *p, int64_t id)
{
	enum entity e = id == 1 ? MAP : (enum entity)(take(b) % SNAPSHOT);
	struct strbuf texts[FIELDS_MOST];
	struct values v = { { NULL } };

	for (int i = 0; i < FIELDS_MOST; i++)
		texts[i] = (struct strbuf)STRBUF_INIT;
	take_values(b, p, e, texts, &v);
	if (e == CELL)
		id = id_of_pair(id_parse(v.text[CELL_LANE] ?
					 v.text[CELL_LANE] : ""),
				id_parse(v.text[CELL_STAGE] ?
					 v.text[CELL_STAGE] : ""));
	if (complete(e, &v) && fits(p, e, &v) &&
	    !(e == PROJECT && project_self(p)))
		project_put(p, row_new(e, id, &v));
	for (int i = 0; i < FIELDS_MOST; i++)
		strbuf_release(&texts[i]);
}

/* The layout and plain lines are made for terminals. */
static void check_shown(const char *name, const char *text)
{
	struct utf8_report report = { 0, 0 };
	struct strbuf clean = STRBUF_INIT;

	if (strcmp(name, "text") && strcmp(name, "plain"))
		return;
	utf8_clean(text, strlen(text), &clean, &report);
	if (report.bad || report.stripped || strchr(text, '\t'))
		fuzz_fail("%s shows what it must not: %s", name, text);
	strbuf_release(&clean);
}

static bool keeps_all(const struct format *f)
{
	return !strcmp(f->name, "json") || !strcmp(f->name, "outline") ||
	       !strcmp(f->name, "mermaid");
}

/* What a format read is written as it was.  A hostile text has a try more:
 * the first reading cleans it, or refuses what is nothing when clean. */
static void trip(const struct format *f, const char *text, size_t len,
		 const struct write_options *o, int times)
{
	struct project *p = fuzz_read(f, text, len);
	size_t again_len;
	char *again;
	bool same;

	if (!p && keeps_all(f) && !times)
		fuzz_fail("%s does not read its own: %s", f->name, text);
	if (!p)
		return;
	again = fuzz_print(f, p, o, &again_len);
	same = len == again_len && !memcmp(text, again, len);
	if (!same && times)
		trip(f, again, again_len, o, times - 1);
	else if (!same && keeps_all(f))
		fuzz_fail("%s changes\n%s\ninto\n%s", f->name, text, again);
	free(again);
	project_free(p);
}

static void write_all(const struct project *p, int64_t map, int width,
		      unsigned how)
{
	for (const struct format *f = formats; f->name; f++) {
		bool all = f->flags & FORMAT_ALL_MAPS;
		struct write_options o = { all ? 0 : map, width,
					   how & ASCII };
		size_t len;
		char *text;

		if (!f->write)
			continue;
		text = fuzz_print(f, p, &o, &len);
		check_shown(f->name, text);
		o.map = 0;
		if (f->read)
			trip(f, text, len, &o, how & HOSTILE);
		free(text);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct bytes b = { (const char *)data, len, false };
	unsigned how = take(&b);
	int width = 40 + (int)take(&b);
	struct project *p = project_new();

	b.clean = !(how & HOSTILE);
	for (int64_t id = 1; id <= ROWS_MOST && b.left; id++)
		take_a_row(&b, p, id);
	fuzz_sound(p, b.clean);
	if (project_row(p, MAP, 1))
		write_all(p, 1, width, how);
	project_free(p);
	return 0;
}
