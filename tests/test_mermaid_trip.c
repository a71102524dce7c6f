#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "format/mermaid.h"
#include "sample.h"

static struct project *read_text(const char *text, struct report *report)
{
	struct project *p = project_new();
	struct source in = sample_source(text);
	struct err err = { "" };

	if (!mermaid_read(&in, p, report, &err))
		fail_msg("%s in:\n%s", err.msg, text);
	return p;
}

/* Read a text in which nothing is to be remarked. */
static struct project *read_clean(const char *text)
{
	struct report report = REPORT_INIT;
	struct project *p = read_text(text, &report);

	if (report.count)
		fail_msg("line %ld: %s in:\n%s", report.remarks[0].line,
			 report.remarks[0].text, text);
	report_release(&report);
	return p;
}

static void must_be_equal(const struct row *a, const struct row *b)
{
	assert_non_null(b);
	for (int i = 0; i < entities[a->entity].count; i++)
		assert_string_equal(row_text(a, i), row_text(b, i));
}

static void is_in(const struct row *r, void *p)
{
	must_be_equal(r, project_row(p, (enum entity)r->entity, r->id));
}

static void lists_are_equal(const struct project *p, const struct project *q,
			    enum entity e, int64_t parent)
{
	const struct list *l = project_list(p, e, parent);
	const struct list *m = project_list(q, e, parent);

	assert_int_equal(l->count, m->count);
	for (size_t i = 0; i < l->count; i++) {
		assert_true(l->rows[i]->id == m->rows[i]->id);
		must_be_equal(l->rows[i], m->rows[i]);
		if (e == STAGE)
			lists_are_equal(p, q, TOUCHPOINT, l->rows[i]->id);
		if (e == TOUCHPOINT)
			lists_are_equal(p, q, MEASURE, l->rows[i]->id);
		if (e == TOUCHPOINT)
			lists_are_equal(p, q, VOTE, l->rows[i]->id);
		if (e == LANE)
			lists_are_equal(p, q, CELL, l->rows[i]->id);
	}
}

static void every_map_comes_back_row_by_row(void **state)
{
	struct project *projects[] = { sample_project(), sample_nasty() };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(projects); i++) {
		const struct list *maps = project_maps(projects[i]);

		for (size_t n = 0; n < maps->count; n++) {
			int64_t map = maps->rows[n]->id;
			char *text = sample_print(mermaid_write, projects[i],
						  map);
			struct project *back = read_clean(text);

			must_be_equal(maps->rows[n],
				      project_row(back, MAP, map));
			for (int e = STAGE; e <= IMPROVEMENT; e++)
				if (entities[e].parent >= 0 && e != CELL)
					lists_are_equal(projects[i], back,
							(enum entity)e, map);
			project_free(back);
			free(text);
		}
		project_free(projects[i]);
	}
}

/* The sample without its second map. */
static struct project *one_map(void)
{
	struct project *p = sample_project();

	project_remove(p, TOUCHPOINT, 44);
	project_remove(p, STAGE, 33);
	project_remove(p, MAP, 22);
	return p;
}

static void a_project_of_one_map_comes_back_whole(void **state)
{
	struct project *p = one_map();
	char *text = sample_print(mermaid_write, p, 0);
	struct project *back = read_clean(text);
	char *again = sample_print(mermaid_write, back, 0);

	(void)state;
	project_remove(p, SNAPSHOT, 95);        /* a number of the history */
	for (int e = 0; e < ENTITIES; e++) {
		project_each(p, (enum entity)e, is_in, back);
		assert_int_equal(project_count(p, (enum entity)e),
				 project_count(back, (enum entity)e));
	}
	assert_string_equal(text, again);
	free(text);
	free(again);
	project_free(back);
	project_free(p);
}

static void a_map_is_written_as_its_golden_file_says(void **state)
{
	struct project *p = one_map();
	char *text = sample_print(mermaid_write, p, 0);
	char *golden = sample_golden("mermaid-sample.mmd");

	(void)state;
	assert_string_equal(text, golden);
	free(text);
	free(golden);
	project_free(p);
}

static void one_of_several_maps_takes_along_only_its_own(void **state)
{
	struct project *p = sample_project();
	char *text = sample_print(mermaid_write, p, 22);
	struct project *back = read_clean(text);

	(void)state;
	assert_int_equal(project_count(back, PERSONA), 0);
	assert_int_equal(project_count(back, ANSWER), 0);
	assert_int_equal(project_count(back, TOUCHPOINT), 1);
	project_free(back);
	free(text);
	project_free(p);
}

static void a_project_without_a_map_is_not_written(void **state)
{
	struct project *p = project_new();
	struct write_options options = { .map = 0 };
	struct err err = { "" };

	(void)state;
	assert_false(mermaid_write(p, &options, stdout, &err));
	assert_string_equal(err.msg, "there is no map to write");
	project_free(p);
}

/* The lines of ours taken out: what anybody else's program would keep. */
static char *without_comments(const char *text)
{
	struct strbuf out = STRBUF_INIT;

	while (*text) {
		size_t len = strcspn(text, "\n");
		size_t blank = strspn(text, " ");

		len += text[len] == '\n';
		if (strncmp(text + blank, "%%", 2))
			strbuf_add(&out, text, len);
		text += len;
	}
	return strbuf_detach(&out);
}

static const char *const hostile[] = {
	"a; b", "#1", "a # b", "a: b: 5", "100 %% sure", "% off", "title x",
	"Section chief", "journey", "journey's end", "accTitle", "accDescr {",
	"{ braces }", "\"quoted\" 'both'", "<script>alert(1)</script>",
	"<br>", "R&D &amp; co", "#35;", "a, b", "%%{init: {}}%%", "---",
	"style: a:#x;", "5: 5", "x: 4, y", "tiếng Việt ấ 日本 👩‍👩‍👧", "`code`",
	"graph TD", "end", "\\n", "#colon;",
};

static struct project *named(const char *name)
{
	struct project *p = project_new();
	struct values map = { { [MAP_TITLE] = name, [MAP_RANK] = "a0",
				[MAP_GOAL] = name } };
	struct values stage = { { [STAGE_MAP] = "1", [STAGE_TITLE] = name,
				  [STAGE_RANK] = "a0" } };
	struct values touchpoint = { {
		[TOUCHPOINT_MAP] = "1", [TOUCHPOINT_STAGE] = "2",
		[TOUCHPOINT_TITLE] = name, [TOUCHPOINT_ACTORS] = name,
		[TOUCHPOINT_NOTES] = name, [TOUCHPOINT_EMOTION] = "-2",
		[TOUCHPOINT_RANK] = "a0" } };

	project_put(p, row_new(MAP, 1, &map));
	project_put(p, row_new(STAGE, 2, &stage));
	project_put(p, row_new(TOUCHPOINT, 3, &touchpoint));
	return p;
}

static void has_only_this_name(const struct project *p, const char *name)
{
	const struct row *map = list_at(project_maps(p), 0);
	const struct row *stage = list_at(project_stages(p, map->id), 0);
	const struct row *touchpoint;

	assert_non_null(stage);
	touchpoint = list_at(project_touchpoints(p, map->id, stage->id), 0);
	assert_non_null(touchpoint);
	assert_string_equal(row_title(map), name);
	assert_string_equal(row_text(map, MAP_GOAL), name);
	assert_string_equal(row_title(stage), name);
	assert_string_equal(row_title(touchpoint), name);
	assert_string_equal(row_text(touchpoint, TOUCHPOINT_ACTORS), name);
	assert_int_equal(row_emotion(touchpoint), -2);
	assert_int_equal(project_count(p, STAGE), 1);
	assert_int_equal(project_count(p, TOUCHPOINT), 1);
}

static void hostile_names_stay_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(hostile); i++) {
		struct project *p = named(hostile[i]);
		char *text = sample_print(mermaid_write, p, 0);
		char *bare = without_comments(text);
		struct project *whole = read_clean(text);
		struct project *seen = read_clean(bare);

		is_in(project_row(p, TOUCHPOINT, 3), whole);
		has_only_this_name(whole, hostile[i]);
		has_only_this_name(seen, hostile[i]);
		assert_null(strpbrk(bare, "%<>&{}"));
		assert_null(strstr(text, "<script"));
		project_free(whole);
		project_free(seen);
		free(bare);
		free(text);
		project_free(p);
	}
}

static void a_goal_of_many_lines_is_a_block(void **state)
{
	struct project *p = named("Lan");
	char *text, *bare;
	struct project *back;

	(void)state;
	project_set(p, MAP, 1, MAP_GOAL, "first }\n\n  second\n%% third\n");
	text = sample_print(mermaid_write, p, 0);
	bare = without_comments(text);
	back = read_clean(text);
	assert_string_equal(row_text(project_row(back, MAP, 1), MAP_GOAL),
			    "first }\n\n  second\n%% third\n");
	project_free(back);
	back = read_clean(bare);
	assert_string_equal(row_text(list_at(project_maps(back), 0),
				     MAP_GOAL),
			    "first }\n\nsecond\n%% third");
	project_free(back);
	free(bare);
	free(text);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_map_comes_back_row_by_row),
		cmocka_unit_test(a_project_of_one_map_comes_back_whole),
		cmocka_unit_test(a_map_is_written_as_its_golden_file_says),
		cmocka_unit_test(one_of_several_maps_takes_along_only_its_own),
		cmocka_unit_test(a_project_without_a_map_is_not_written),
		cmocka_unit_test(hostile_names_stay_names),
		cmocka_unit_test(a_goal_of_many_lines_is_a_block),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
