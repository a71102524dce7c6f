#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/id.h"
#include "format/json.h"
#include "sample.h"

static struct project *read_from(const char *text, struct report *report)
{
	struct project *p = project_new();
	struct source in = sample_source(text);
	struct err err = { "" };

	if (!json_read(&in, p, report, &err))
		fail_msg("%s in:\n%s", err.msg, text);
	return p;
}

/* Read a text in which nothing is to be remarked. */
static struct project *read_clean(const char *text)
{
	struct report report = REPORT_INIT;
	struct project *p = read_from(text, &report);

	if (report.count)
		fail_msg("%s", report.remarks[0].text);
	report_release(&report);
	return p;
}

static void a_project_is_written_as_json(void **state)
{
	struct project *p = sample_project();
	char *text = sample_print(json_write, p, 0);
	char *golden = sample_golden("sample.json");

	(void)state;
	assert_string_equal(text, golden);
	free(text);
	free(golden);
	project_free(p);
}

static void one_map_brings_only_what_is_its_own(void **state)
{
	struct project *p = sample_project();
	char *text = sample_print(json_write, p, 21);

	(void)state;
	assert_non_null(strstr(text, "Lan, office worker"));
	assert_non_null(strstr(text, "missing-need"));
	assert_null(strstr(text, "\"name\": \"Minh\""));
	assert_null(strstr(text, "less effort"));
	assert_null(strstr(text, "kick-off"));
	free(text);
	text = sample_print(json_write, p, 22);
	assert_non_null(strstr(text, "less effort"));
	assert_null(strstr(text, "personas"));
	assert_null(strstr(text, "answers"));
	free(text);
	project_free(p);
}

static void an_empty_project_is_written_and_read(void **state)
{
	struct project *p = project_new();
	char *text = sample_print(json_write, p, 0);
	struct project *back = read_clean(text);

	(void)state;
	assert_string_equal(text, "{\n  \"cjm\": 1\n}\n");
	assert_int_equal(project_count(back, MAP), 0);
	free(text);
	project_free(p);
	project_free(back);
}

struct comparison {
	const struct project *other;
	size_t compared;
};

static void compare_row(const struct row *r, void *arg)
{
	struct comparison *c = arg;
	const struct row *other = project_row(c->other, r->entity, r->id);

	assert_non_null(other);
	for (int i = 0; i < entities[r->entity].count; i++)
		assert_string_equal(row_text(r, i), row_text(other, i));
	c->compared++;
}

static void every_field_id_and_rank_reads_back(void **state)
{
	struct project *projects[] = { sample_project(), sample_nasty() };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(projects); i++) {
		char *text = sample_print(json_write, projects[i], 0);
		struct project *back = read_clean(text);
		char *again = sample_print(json_write, back, 0);
		struct comparison c = { back, 0 };

		for (int e = 0; e < ENTITIES; e++) {
			project_each(projects[i], (enum entity)e, compare_row,
				     &c);
			assert_int_equal(project_count(back, (enum entity)e),
					 project_count(projects[i],
						       (enum entity)e));
		}
		assert_true(c.compared > 20);
		assert_string_equal(again, text);
		free(text);
		free(again);
		project_free(back);
		project_free(projects[i]);
	}
}

#define MAP_WITH(members) "{\"cjm\": 1, \"maps\": [{\"title\": \"M\", " \
	members "}]}"
#define PARKED(members) MAP_WITH("\"parked\": [{\"title\": \"T\", " \
	members "}]")

static const struct row *only_map(const struct project *p)
{
	assert_int_equal(project_maps(p)->count, 1);
	return project_maps(p)->rows[0];
}

static const struct row *only_parked(const struct project *p)
{
	const struct list *l = project_touchpoints(p, only_map(p)->id, 0);

	assert_int_equal(l->count, 1);
	return l->rows[0];
}

static void ids_and_ranks_that_are_missing_are_made(void **state)
{
	struct project *p = read_clean(MAP_WITH(
		"\"stages\": [{\"title\": \"a\"},"
		" {\"title\": \"b\", \"rank\": \"b00\"},"
		" {\"title\": \"c\"}, {\"title\": \"d\", \"id\": null},"
		" {\"title\": \"e\", \"rank\": \"b01\"},"
		" {\"title\": \"f\"}]"));
	const struct list *l = project_stages(p, only_map(p)->id);

	(void)state;
	assert_int_equal(l->count, 6);
	for (size_t i = 0; i < 6; i++) {
		assert_int_equal(row_title(l->rows[i])[0], 'a' + (int)i);
		assert_true(l->rows[i]->id > 0);
		assert_true(l->rows[i]->id <= ID_LAST);
	}
	assert_string_equal(row_rank(l->rows[1]), "b00");
	assert_string_equal(row_rank(l->rows[4]), "b01");
	project_free(p);
}

static void given_ranks_decide_the_order(void **state)
{
	struct project *p = read_clean(MAP_WITH(
		"\"stages\": [{\"title\": \"b\", \"rank\": \"a2\"},"
		" {\"title\": \"a\", \"rank\": \"a1\"}]"));
	const struct list *l = project_stages(p, only_map(p)->id);

	(void)state;
	assert_string_equal(row_title(l->rows[0]), "a");
	assert_string_equal(row_title(l->rows[1]), "b");
	project_free(p);
}

static void numbers_lists_and_null_are_taken_for_texts(void **state)
{
	struct project *p = read_clean(PARKED(
		"\"emotion\": -2, \"tags\": [\"a\", \"b c\"], \"need\": null,"
		" \"when\": 2024,"
		" \"measures\": [{\"name\": \"n\", \"value\": 12.5}]"));
	const struct row *t = only_parked(p);

	(void)state;
	assert_int_equal(row_emotion(t), -2);
	assert_string_equal(row_text(t, TOUCHPOINT_TAGS), "a; b c");
	assert_string_equal(row_text(t, TOUCHPOINT_NEED), "");
	assert_string_equal(row_text(t, TOUCHPOINT_WHEN), "2024");
	assert_string_equal(row_text(project_list(p, MEASURE,
						  t->id)->rows[0],
				     MEASURE_VALUE), "12.5");
	project_free(p);
}

static void texts_are_cleaned_and_a_mark_is_skipped(void **state)
{
	struct project *p = read_clean("\xEF\xBB\xBF" PARKED(
		"\"need\": \"a\\u0000b\\u001bc\\u202ed\\r\\ne\""));

	(void)state;
	assert_string_equal(row_text(only_parked(p), TOUCHPOINT_NEED),
			    "abcd\ne");
	project_free(p);
}

static void an_unknown_key_is_reported_and_kept(void **state)
{
	struct report report = REPORT_INIT;
	struct project *p = read_from(
		"{\"extra\": 1, \"cjm\": 1, \"maps\": [{\"colour\": \"red\","
		" \"title\": \"M\", \"parked\": [{\"mood\": {\"a\": [1]},"
		" \"title\": \"T\", \"notes\": \"n\"}]}]}", &report);

	(void)state;
	assert_string_equal(row_text(only_parked(p), TOUCHPOINT_NOTES),
			    "n\nmood: {\"a\":[1]}");
	assert_int_equal(report.count, 3);
	assert_non_null(strstr(report.remarks[0].text, "\"extra\""));
	assert_non_null(strstr(report.remarks[1].text,
			       "maps[0]: \"colour\""));
	assert_non_null(strstr(report.remarks[1].text, "red"));
	assert_non_null(strstr(report.remarks[2].text,
			       "maps[0].parked[0]: \"mood\""));
	report_release(&report);
	project_free(p);
}

static void json_is_known_by_its_bracket(void **state)
{
	struct source in = sample_source("\xEF\xBB\xBF\n {}");

	(void)state;
	assert_true(json_looks(&in));
	in = sample_source("cjm outline 1");
	assert_false(json_looks(&in));
	in = sample_source("");
	assert_false(json_looks(&in));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_project_is_written_as_json),
		cmocka_unit_test(one_map_brings_only_what_is_its_own),
		cmocka_unit_test(an_empty_project_is_written_and_read),
		cmocka_unit_test(every_field_id_and_rank_reads_back),
		cmocka_unit_test(ids_and_ranks_that_are_missing_are_made),
		cmocka_unit_test(given_ranks_decide_the_order),
		cmocka_unit_test(numbers_lists_and_null_are_taken_for_texts),
		cmocka_unit_test(texts_are_cleaned_and_a_mark_is_skipped),
		cmocka_unit_test(an_unknown_key_is_reported_and_kept),
		cmocka_unit_test(json_is_known_by_its_bracket),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
