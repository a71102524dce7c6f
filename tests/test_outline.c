#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "format/outline.h"
#include "sample.h"

static struct project *read_from(const char *text, struct report *report)
{
	struct project *p = project_new();
	struct source in = sample_source(text);
	struct err err = { "" };

	if (!outline_read(&in, p, report, &err))
		fail_msg("%s in:\n%s", err.msg, text);
	return p;
}

/* Read a text in which nothing is to be remarked. */
static struct project *read_clean(const char *text)
{
	struct report report = REPORT_INIT;
	struct project *p = read_from(text, &report);

	if (report.count)
		fail_msg("line %ld: %s", report.remarks[0].line,
			 report.remarks[0].text);
	report_release(&report);
	return p;
}

static void a_project_is_written_as_an_outline(void **state)
{
	struct project *p = sample_project();
	char *text = sample_print(outline_write, p, 0);
	char *golden = sample_golden("sample.outline");

	(void)state;
	assert_string_equal(text, golden);
	free(text);
	free(golden);
	project_free(p);
}

static void one_map_is_written_with_its_persona_only(void **state)
{
	struct project *p = sample_project();
	char *text = sample_print(outline_write, p, 22);

	(void)state;
	assert_string_equal(text,
			    "cjm outline 1\n"
			    "project: Coffee at home\n"
			    "  language: en\n"
			    "\n# Buying with less effort\n"
			    "  state: to-be\n"
			    "\n## Need\n"
			    "- pays in one step\n");
	free(text);
	text = sample_print(outline_write, p, 21);
	assert_non_null(strstr(text, "persona: Lan"));
	assert_null(strstr(text, "persona: Minh"));
	free(text);
	project_free(p);
}

static void what_is_written_reads_back_to_the_same_bytes(void **state)
{
	struct project *projects[] = { sample_project(), sample_nasty() };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(projects); i++) {
		char *text = sample_print(outline_write, projects[i], 0);
		struct project *back = read_clean(text);
		char *again = sample_print(outline_write, back, 0);

		assert_string_equal(again, text);
		free(text);
		free(again);
		project_free(back);
		project_free(projects[i]);
	}
}

static void compare_rows(const struct row *a, const struct row *b)
{
	for (int i = 0; i < entities[a->entity].count; i++) {
		enum field_type type = field_of(a->entity, i)->type;

		if (type != FIELD_REF && type != FIELD_LINK &&
		    type != FIELD_RANK)
			assert_string_equal(row_text(a, i), row_text(b, i));
	}
}

/* The order of rows is a matter of ranks, so these lists stand side by
 * side; what hangs on a row is compared with it. */
static void compare_lists(const struct project *p, const struct project *q,
			  enum entity e, int64_t above, int64_t other)
{
	static const enum entity below[][2] = {
		{ MAP, STAGE }, { MAP, TOUCHPOINT }, { MAP, LANE },
		{ MAP, IMPROVEMENT }, { STAGE, TOUCHPOINT },
	};
	const struct list *l = project_list(p, e, above);
	const struct list *m = project_list(q, e, other);

	assert_int_equal(l->count, m->count);
	for (size_t i = 0; i < l->count; i++) {
		compare_rows(l->rows[i], m->rows[i]);
		for (size_t j = 0; j < ARRAY_LEN(below); j++)
			if (below[j][0] == e)
				compare_lists(p, q, below[j][1],
					      l->rows[i]->id, m->rows[i]->id);
	}
}

static void every_field_and_the_order_read_back(void **state)
{
	struct project *p = sample_nasty();
	char *text = sample_print(outline_write, p, 0);
	struct project *q = read_clean(text);

	(void)state;
	for (int e = PERSONA; e < SNAPSHOT; e++)
		assert_int_equal(project_count(p, (enum entity)e),
				 project_count(q, (enum entity)e));
	compare_lists(p, q, MAP, 0, 0);
	free(text);
	project_free(p);
	project_free(q);
}

static void references_are_told_apart_by_number(void **state)
{
	struct project *p = read_clean("cjm outline 1\n"
				       "persona: Lan\n  needs: a\n"
				       "persona: Lan\n  needs: b\n"
				       "persona: Lan #2\n  needs: c\n"
				       "# One\n  persona: Lan #2\n"
				       "# Two\n  persona: Lan #2 #1\n"
				       "# Three\n  persona: Lan\n");
	static const char *const needs[] = { "b", "c", "a" };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		const struct row *map = project_maps(p)->rows[i];
		const struct row *persona = project_row(
			p, PERSONA, row_ref(map, MAP_PERSONA));

		assert_string_equal(row_text(persona, PERSONA_NEEDS),
				    needs[i]);
	}
	project_free(p);
}

static void improvements_keep_their_order(void **state)
{
	struct project *p = read_clean("# M\n- a\n  improvement: third\n"
				       "    order: 3\n- b\n"
				       "  improvement: first\n    order: 1\n"
				       "  improvement: second\n"
				       "improvement: fourth\n    order: 4\n");
	const struct list *l = project_list(p, IMPROVEMENT,
					    project_maps(p)->rows[0]->id);

	(void)state;
	assert_int_equal(l->count, 4);
	assert_string_equal(row_title(l->rows[0]), "first");
	assert_string_equal(row_title(l->rows[1]), "second");
	assert_string_equal(row_title(l->rows[2]), "third");
	assert_string_equal(row_title(l->rows[3]), "fourth");
	project_free(p);
}

static const struct row *only_touchpoint(const struct project *p)
{
	const struct row *map = list_at(project_maps(p), 0);
	const struct row *stage = list_at(project_stages(p, map->id), 0);

	return list_at(project_list(p, TOUCHPOINT,
				    stage ? stage->id : map->id), 0);
}

static void an_answer_stands_below_what_it_is_about(void **state)
{
	static const char text[] =
		"cjm outline 1\nproject: P\nanswer: no-goal\n\n# M\n"
		"  answer: no-digital\n    note: so it is\n\n## S\n"
		"  answer: empty-stage\n- a\n"
		"  improvement: x\n    owner: Lan\n"
		"    answer: no-measure\n      note: too small\n"
		"  answer: missing-need\n\nimprovement: y\n"
		"  answer: no-measure\n";
	struct project *p = read_clean(text);
	char *again = sample_print(outline_write, p, 0);

	(void)state;
	assert_int_equal(project_count(p, ANSWER), 6);
	assert_string_equal(again, text);
	free(again);
	project_free(p);
}

static void comments_blank_lines_crlf_and_a_mark_are_taken(void **state)
{
	struct project *p = read_clean("\xEF\xBB\xBF"
				       "cjm outline 1\r\n\r\n% a word\r\n"
				       "# M\r\n  % another\r\n## S\r\n"
				       "- a @b\r\n  notes: c\r\n    | d\r\n");
	const struct row *t = only_touchpoint(p);

	(void)state;
	assert_string_equal(row_title(t), "a");
	assert_string_equal(row_text(t, TOUCHPOINT_CHANNEL), "b");
	assert_string_equal(row_text(t, TOUCHPOINT_NOTES), "c\nd");
	project_free(p);
}

static void a_sign_of_a_stage_is_part_of_the_title(void **state)
{
	struct project *p = read_clean("# M\n- Need > pays :)\n");
	const struct row *t = only_touchpoint(p);

	(void)state;
	assert_string_equal(row_title(t), "Need > pays");
	assert_int_equal(row_emotion(t), 1);
	project_free(p);
}

static void an_unknown_key_is_reported_and_kept(void **state)
{
	struct report report = REPORT_INIT;
	struct project *p = read_from("# M\n  colour: red\n- a\n  notes: n\n"
				      "  mood: gloomy\n    | today\n",
				      &report);
	const struct row *t = only_touchpoint(p);

	(void)state;
	assert_string_equal(row_text(t, TOUCHPOINT_NOTES),
			    "n\nmood: gloomy\ntoday");
	assert_int_equal(report.count, 2);
	assert_int_equal(report.remarks[0].line, 2);
	assert_non_null(strstr(report.remarks[0].text, "colour"));
	assert_non_null(strstr(report.remarks[0].text, "red"));
	assert_int_equal(report.remarks[1].line, 5);
	assert_non_null(strstr(report.remarks[1].text, "mood"));
	report_release(&report);
	project_free(p);
}

static void control_characters_are_taken_out_and_reported(void **state)
{
	struct report report = REPORT_INIT;
	struct project *p = read_from("# M\n- a\033b\n", &report);

	(void)state;
	assert_string_equal(row_title(only_touchpoint(p)), "ab");
	assert_int_equal(report.count, 1);
	report_release(&report);
	project_free(p);
}

static const struct {
	const char *text, *place, *says;
} wrong[] = {
	{ "", "in:1: ", "no outline" },
	{ "stage,channel\n", "in:1: ", "cjm outline 1" },
	{ "cjm outline 2\n", "in:1: ", "version 2" },
	{ "cjm outline 1\nkind: need\n", "in:2: ", "belongs to" },
	{ "cjm outline 1\n  kind: need\n", "in:2: ", "belongs to" },
	{ "# M\nstate: as-is\n", "in:2: ", "belongs to nothing" },
	{ "# M\n  state: maybe\n", "in:2: ", "as-is, to-be" },
	{ "# M\n- a\n  emotion: 7\n", "in:3: ", "-2 to 2" },
	{ "# M\n- a\n  review: 2026-02-30\n", "in:3: ", "a day" },
	{ "# M\n- a\n  measure: x\n    value: y\n", "in:4: ",
	  "a number" },
	{ "# M\n- a\n  vote: x\n- b\n", "in:3: ", "empty" },
	{ "# M\n- a\n  channel: b\n    | c\n", "in:3: ",
	  "on one line" },
	{ "# M\n\n- @b\n- c\n", "in:3: ", "empty" },
	{ "#\n", "in:1: ", "no outline" },
	{ "cjm outline 1\n#\n", "in:2: ", "empty" },
	{ "# M\n### x\n", "in:2: ", "## stage" },
	{ "# M\njust a text\n", "in:2: ", "field: text" },
	{ "# M\n\n  | lost\n", "in:3: ", "no line" },
	{ "cjm outline 1\n- a\n", "in:2: ", "needs a map" },
	{ "cjm outline 1\n## a\n", "in:2: ", "needs a map" },
	{ "cjm outline 1\nlane: a\n", "in:2: ", "needs a map" },
	{ "# M\n  persona: Lan\n- a\n", "in:2: ", "Lan" },
	{ "# M\n- a\n  derived: 1.1\n", "in:3: ", "1.1" },
	{ "# M\n  derived: M\n- a\n  derived: 0.2\n", "in:4: ",
	  "0.2" },
	{ "# M\n## S\nlane: L\n  2: x\n", "in:4: ", "stage 2" },
	{ "# M\n## S\nlane: L\n  1: x\n  1: y\n", "in:5: ",
	  "twice" },
};

static void wrong_lines_are_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct project *p = project_new();
		struct source in = sample_source(wrong[i].text);
		struct report report = REPORT_INIT;
		struct err err = { "" };

		if (outline_read(&in, p, &report, &err) ||
		    strncmp(err.msg, wrong[i].place,
			    strlen(wrong[i].place)) ||
		    !strstr(err.msg, wrong[i].says))
			fail_msg("%s gives: %s", wrong[i].text, err.msg);
		report_release(&report);
		project_free(p);
	}
}

/* Each beginning of a text is read or refused, in memory of its length. */
static void a_text_cut_anywhere_is_read_or_refused(void **state)
{
	char *text = sample_golden("sample.outline");
	size_t refused = 0;

	(void)state;
	for (size_t len = 0; len < strlen(text); len++) {
		char *cut = xstrndup(text, len);
		struct project *p = project_new();
		struct source in = sample_source(cut);
		struct report report = REPORT_INIT;
		struct err err = { "" };

		if (!outline_read(&in, p, &report, &err)) {
			refused++;
			assert_string_not_equal(err.msg, "");
		}
		report_release(&report);
		project_free(p);
		free(cut);
	}
	assert_in_range(refused, 14, strlen(text) / 2);
	free(text);
}

static void an_outline_is_known_by_its_first_line(void **state)
{
	struct source in = sample_source("\xEF\xBB\xBF" "cjm outline 1\n");

	(void)state;
	assert_true(outline_looks(&in));
	in = sample_source("# A heading\n");
	assert_false(outline_looks(&in));
	in = sample_source("");
	assert_false(outline_looks(&in));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_project_is_written_as_an_outline),
		cmocka_unit_test(one_map_is_written_with_its_persona_only),
		cmocka_unit_test(what_is_written_reads_back_to_the_same_bytes),
		cmocka_unit_test(every_field_and_the_order_read_back),
		cmocka_unit_test(references_are_told_apart_by_number),
		cmocka_unit_test(improvements_keep_their_order),
		cmocka_unit_test(an_answer_stands_below_what_it_is_about),
		cmocka_unit_test(
			comments_blank_lines_crlf_and_a_mark_are_taken),
		cmocka_unit_test(a_sign_of_a_stage_is_part_of_the_title),
		cmocka_unit_test(an_unknown_key_is_reported_and_kept),
		cmocka_unit_test(
			control_characters_are_taken_out_and_reported),
		cmocka_unit_test(wrong_lines_are_named),
		cmocka_unit_test(a_text_cut_anywhere_is_read_or_refused),
		cmocka_unit_test(an_outline_is_known_by_its_first_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
