#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/id.h"
#include "base/strbuf.h"
#include "format/outline.h"
#include "format/report.h"
#include "tmp.h"

static void put(struct project *p, enum entity e, int64_t id,
		struct values values)
{
	struct err err = { "" };

	for (int i = 0; i < entities[e].count; i++)
		if (!field_check(e, i, values.text[i] ? values.text[i] : "",
				 &err))
			fail_msg("%s.%s: %s", entities[e].key,
				 field_of(e, i)->key, err.msg);
	assert_true(project_put(p, row_new(e, id, &values)));
}

#define PUT(p, e, id, ...) put(p, e, id, (struct values){ { __VA_ARGS__ } })

static void put_stages(struct project *p)
{
	PUT(p, STAGE, 31, [STAGE_MAP] = "21", [STAGE_TITLE] = "Need",
	    [STAGE_KIND] = "need", [STAGE_PHASE] = "before",
	    [STAGE_RANK] = "a0");
	PUT(p, STAGE, 32, [STAGE_MAP] = "21", [STAGE_TITLE] = "Mua hàng",
	    [STAGE_PHASE] = "during", [STAGE_RANK] = "a1");
	PUT(p, STAGE, 33, [STAGE_MAP] = "22", [STAGE_TITLE] = "Need",
	    [STAGE_RANK] = "a0");
}

static void put_touchpoints(struct project *p)
{
	PUT(p, TOUCHPOINT, 41, [TOUCHPOINT_MAP] = "21",
	    [TOUCHPOINT_STAGE] = "31", [TOUCHPOINT_RANK] = "a0",
	    [TOUCHPOINT_TITLE] = "clicks a flash-sale post",
	    [TOUCHPOINT_CHANNEL] = "Twitter",
	    [TOUCHPOINT_CONTEXT] = "curious", [TOUCHPOINT_EMOTION] = "1",
	    [TOUCHPOINT_NEED] = "save money",
	    [TOUCHPOINT_EVIDENCE] = "observed",
	    [TOUCHPOINT_NOTES] = "first line\n\n  third line");
	PUT(p, TOUCHPOINT, 42, [TOUCHPOINT_MAP] = "21",
	    [TOUCHPOINT_STAGE] = "32", [TOUCHPOINT_RANK] = "a0",
	    [TOUCHPOINT_TITLE] = "thanh toán",
	    [TOUCHPOINT_CHANNEL] = "website",
	    [TOUCHPOINT_PAIN] = "phí hiện ở bước cuối",
	    [TOUCHPOINT_QUOTE] = "Sao đắt thế?", [TOUCHPOINT_EMOTION] = "-2",
	    [TOUCHPOINT_TAGS] = "checkout; fees");
	PUT(p, TOUCHPOINT, 43, [TOUCHPOINT_MAP] = "21",
	    [TOUCHPOINT_RANK] = "a0", [TOUCHPOINT_TITLE] = "hears of us");
	PUT(p, TOUCHPOINT, 44, [TOUCHPOINT_MAP] = "22",
	    [TOUCHPOINT_STAGE] = "33", [TOUCHPOINT_RANK] = "a0",
	    [TOUCHPOINT_TITLE] = "pays in one step",
	    [TOUCHPOINT_DERIVED] = "42");
}

static void put_others(struct project *p)
{
	PUT(p, LANE, 51, [LANE_MAP] = "21", [LANE_TITLE] = "Our staff",
	    [LANE_RANK] = "a0");
	PUT(p, CELL, id_of_pair(51, 32), [CELL_LANE] = "51",
	    [CELL_STAGE] = "32", [CELL_TEXT] = "checks the payment");
	PUT(p, IMPROVEMENT, 61, [IMPROVEMENT_MAP] = "21",
	    [IMPROVEMENT_TOUCHPOINT] = "42",
	    [IMPROVEMENT_TEXT] = "show the fee first",
	    [IMPROVEMENT_KIND] = "mend", [IMPROVEMENT_STEP] = "2",
	    [IMPROVEMENT_MEASURE] = "orders", [IMPROVEMENT_BEFORE] = "12.50",
	    [IMPROVEMENT_RANK] = "a0");
	PUT(p, IMPROVEMENT, 62, [IMPROVEMENT_MAP] = "21",
	    [IMPROVEMENT_TOUCHPOINT] = "41",
	    [IMPROVEMENT_TEXT] = "say when it ends",
	    [IMPROVEMENT_RANK] = "a1");
	PUT(p, IMPROVEMENT, 63, [IMPROVEMENT_MAP] = "21",
	    [IMPROVEMENT_TEXT] = "call them back",
	    [IMPROVEMENT_RANK] = "a2");
	PUT(p, MEASURE, 71, [MEASURE_TOUCHPOINT] = "41",
	    [MEASURE_NAME] = "clicks", [MEASURE_DAY] = "2026-03-18",
	    [MEASURE_VALUE] = "386");
	PUT(p, VOTE, 81, [VOTE_TOUCHPOINT] = "41", [VOTE_VOTER] = "Minh",
	    [VOTE_NUMBER] = "3");
	PUT(p, ANSWER, 91, [ANSWER_RULE] = "missing-need",
	    [ANSWER_PLACE] = "42", [ANSWER_NOTE] = "everybody knows");
	PUT(p, SNAPSHOT, 95, [SNAPSHOT_NAME] = "kick-off",
	    [SNAPSHOT_EDIT] = "7");
}

struct project *sample_project(void)
{
	struct project *p = project_new();

	PUT(p, PROJECT, 1, [PROJECT_TITLE] = "Coffee at home",
	    [PROJECT_LANGUAGE] = "en", [PROJECT_UID] = "abc");
	PUT(p, PERSONA, 11, [PERSONA_NAME] = "Lan, office worker",
	    [PERSONA_NEEDS] = "a good cup before eight");
	PUT(p, PERSONA, 12, [PERSONA_NAME] = "Minh");
	PUT(p, MAP, 21, [MAP_TITLE] = "Buying coffee beans",
	    [MAP_STATE] = "as-is", [MAP_PERSONA] = "11", [MAP_RANK] = "a0");
	PUT(p, MAP, 22, [MAP_TITLE] = "Buying with less effort",
	    [MAP_STATE] = "to-be", [MAP_DERIVED] = "21", [MAP_RANK] = "a1");
	put_stages(p);
	put_touchpoints(p);
	put_others(p);
	return p;
}

/* Short enough for every field. */
static const char *const lines[] = {
	"# a map? - % | x: y", "  blanks  ", "- \\ \"lead\" :-2",
	"5.3", "\"quoted\" 'all' of it\\", "Lan #2", "Lan", "Lan",
	"tiếng Việt: ấ ộ ữ đ @x ~y +z !p *o =a #t > q",
	"日本 👩‍👩‍👧 é", "%", "|", "key: value", "\tTab\t", ":)", "a > b",
	"\\", "#", "{\"a\": [1]}", "=))", "cjm outline 1",
	"a>\u0301 <\u030C\u0301 %\u0302\u0301",
};

static const char *const texts[] = {
	"\nsecond", "first\n", "a\n\n\n  b  \n\tc\\", "\\\n|\n% no comment\n#",
	" \n ", "one\n## two\n- three\nkey: four",
	"one\n\u0301 two\n\u0338 three",
};

struct filling {
	struct project *p;
	size_t next;            /* text to take */
	int64_t id;             /* given last */
	char pool[64][ID_TEXT];
	size_t pooled;
};

static const char *filler(struct filling *g, const struct field *f, size_t n)
{
	switch (f->type) {
	case FIELD_LINE:
		return lines[g->next++ % ARRAY_LEN(lines)];
	case FIELD_TEXT:
		return g->next++ % 2 ? texts[g->next % ARRAY_LEN(texts)] :
				       lines[g->next % ARRAY_LEN(lines)];
	case FIELD_WORDS:
		return n % 2 ? "hai từ; #b; c" : "một; b; c";
	case FIELD_CHOICE:
		return f->choices[n % 2].key;
	case FIELD_EMOTION:
		return emotion_text((int)(n % 5) - 2);
	case FIELD_INTEGER:
		return n % 2 ? "-17" : "900719925474099";
	case FIELD_NUMBER:
		return n % 2 ? "-0012.500" : "3";
	case FIELD_DAY:
		return "2024-02-29";
	case FIELD_RANK:
		return n % 3 == 0 ? "a0" : n % 3 == 1 ? "a0V" : "b00";
	default:
		return "";
	}
}

static const char *reference(struct filling *g, int64_t id)
{
	return id_text(id, g->pool[g->pooled++ % ARRAY_LEN(g->pool)]);
}

static struct values fill(struct filling *g, enum entity e, size_t n)
{
	struct values v = { { NULL } };

	for (int i = 0; i < entities[e].count; i++)
		v.text[i] = filler(g, field_of(e, i), n);
	return v;
}

static int64_t add(struct filling *g, enum entity e, struct values v)
{
	put(g->p, e, ++g->id, v);
	return g->id;
}

static void add_below_touchpoint(struct filling *g, int64_t map, int64_t t,
				 size_t n)
{
	for (size_t i = 0; i < 3; i++) {
		struct values measure = fill(g, MEASURE, i);
		struct values vote = fill(g, VOTE, i);
		struct values answer = fill(g, ANSWER, i);
		struct values improvement = fill(g, IMPROVEMENT, (n + i) % 3);

		measure.text[MEASURE_TOUCHPOINT] = reference(g, t);
		measure.text[MEASURE_NAME] = "the same";
		vote.text[VOTE_TOUCHPOINT] = reference(g, t);
		answer.text[ANSWER_PLACE] = reference(g, t);
		improvement.text[IMPROVEMENT_MAP] = reference(g, map);
		improvement.text[IMPROVEMENT_TOUCHPOINT] =
			i ? reference(g, t) : "";
		add(g, MEASURE, measure);
		add(g, VOTE, vote);
		add(g, ANSWER, answer);
		add(g, IMPROVEMENT, improvement);
	}
}

static void add_touchpoints(struct filling *g, int64_t map, int64_t stage,
			    int64_t origin)
{
	for (size_t n = 0; n < 6; n++) {
		struct values v = fill(g, TOUCHPOINT, n);
		int64_t t;

		v.text[TOUCHPOINT_MAP] = reference(g, map);
		v.text[TOUCHPOINT_STAGE] = reference(g, stage);
		v.text[TOUCHPOINT_DERIVED] = reference(g, origin);
		t = add(g, TOUCHPOINT, v);
		add_below_touchpoint(g, map, t, n);
	}
}

static void add_stages(struct filling *g, int64_t map, int64_t lane,
		       int64_t origin)
{
	for (size_t n = 0; n < 3; n++) {
		struct values stage = fill(g, STAGE, n);
		struct values cell = fill(g, CELL, n);
		struct values answer = fill(g, ANSWER, n);
		int64_t id;

		stage.text[STAGE_MAP] = reference(g, map);
		id = add(g, STAGE, stage);
		cell.text[CELL_LANE] = reference(g, lane);
		cell.text[CELL_STAGE] = reference(g, id);
		put(g->p, CELL, id_of_pair(lane, id), cell);
		answer.text[ANSWER_PLACE] = reference(g, id);
		add(g, ANSWER, answer);
		add_touchpoints(g, map, id, origin);
	}
}

static int64_t add_map(struct filling *g, size_t n, int64_t persona,
		       int64_t derived, int64_t origin)
{
	struct values map = fill(g, MAP, n), lane = fill(g, LANE, 0);
	int64_t id;

	map.text[MAP_TITLE] = n == 2 ? "Lan #1" : "Lan";
	map.text[MAP_PERSONA] = reference(g, persona);
	map.text[MAP_DERIVED] = reference(g, derived);
	id = add(g, MAP, map);
	lane.text[LANE_MAP] = reference(g, id);
	add_stages(g, id, add(g, LANE, lane), origin);
	add_touchpoints(g, id, 0, origin);
	return id;
}

struct project *sample_nasty(void)
{
	struct filling g = { .p = project_new(), .id = 1000 };
	int64_t personas[3], map;

	put(g.p, PROJECT, 1, fill(&g, PROJECT, 0));
	for (size_t n = 0; n < 3; n++) {
		struct values v = fill(&g, PERSONA, n);

		v.text[PERSONA_NAME] = n == 2 ? "Lan #2" : "Lan";
		personas[n] = add(&g, PERSONA, v);
	}
	put(g.p, ANSWER, 5, fill(&g, ANSWER, 0));
	map = add_map(&g, 0, personas[1], 0, 0);
	add_map(&g, 1, personas[2], map,
		project_touchpoints(g.p, map, 0)->rows[4]->id);
	add_map(&g, 2, personas[0], map,
		project_touchpoints(g.p, map, project_stages(g.p, map)
				    ->rows[1]->id)->rows[2]->id);
	return g.p;
}

char *sample_print(sample_writer *write, const struct project *p, int64_t map)
{
	struct write_options options = { .map = map };
	struct err err = { "" };
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!write(p, &options, out, &err))
		fail_msg("%s", err.msg);
	fclose(out);
	return text;
}

struct source sample_source(const char *text)
{
	return (struct source){ .name = "in", .text = text,
				.len = strlen(text) };
}

char *sample_golden(const char *name)
{
	const char *top = getenv("srcdir");
	char path[4096];

	snprintf(path, sizeof path, "%s/tests/golden/%s", top ? top : ".",
		 name);
	return tmp_read(path, NULL);
}

struct project *sample_outline(const char *text)
{
	struct project *p = project_new();
	struct report report = REPORT_INIT;
	struct strbuf outline = STRBUF_INIT;
	struct err err = { "" };
	struct source in;

	strbuf_addf(&outline, "cjm outline 1\n%s", text);
	in = sample_source(outline.s);
	if (!outline_read(&in, p, &report, &err))
		fail_msg("%s\n%s", err.msg, text);
	report_release(&report);
	strbuf_release(&outline);
	return p;
}
