#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/intent.h"
#include "sample.h"
#include "state.h"

static size_t import(struct project *p, const struct project *from)
{
	struct import_intent i;

	intent_import(&i, from, "survey.csv");
	return state_do(p, &i.intent, "Import: survey.csv");
}

static void importing_into_nothing_gives_the_same_project(void **state)
{
	struct project *(*const samples[])(void) = { sample_project,
						     sample_nasty };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct project *from = samples[i](), *p = project_new();

		assert_true(import(p, from) > 0);
		assert_same_state(p, from);
		assert_int_equal(import(p, from), 0);
		project_free(from);
		project_free(p);
	}
}

static void an_import_is_marked_as_one(void **state)
{
	struct project *from = sample_project(), *p = project_new();
	struct import_intent i;
	struct edit e = EDIT_INIT;
	struct err err = { "" };

	(void)state;
	intent_import(&i, from, "a.cjm");
	assert_true(i.intent.build(&i.intent, p, &e, &err));
	assert_int_equal(e.kind, EDIT_IMPORT);
	edit_release(&e);
	project_free(from);
	project_free(p);
}

static void a_project_gets_a_uid_where_the_source_has_none(void **state)
{
	struct project *from = project_new(), *p = project_new();

	(void)state;
	assert_int_equal(import(p, from), 1);
	assert_true(*row_text(project_self(p), PROJECT_UID));
	assert_int_equal(project_self(p)->id, 1);
	assert_int_equal(import(p, from), 0);
	project_free(from);
	project_free(p);
}

static void what_the_file_says_of_itself_stays(void **state)
{
	struct project *from = sample_project(), *p = sample_project();
	const struct row *self;

	(void)state;
	project_set(p, PROJECT, 1, PROJECT_TITLE, "Ours");
	project_set(p, PROJECT, 1, PROJECT_LANGUAGE, "");
	project_set(p, PROJECT, 1, PROJECT_UID, "our uid");
	project_set(from, PROJECT, 1, PROJECT_LANGUAGE, "vi");
	assert_int_equal(import(p, from), 1);
	self = project_self(p);
	assert_string_equal(row_text(self, PROJECT_TITLE), "Ours");
	assert_string_equal(row_text(self, PROJECT_LANGUAGE), "vi");
	assert_string_equal(row_text(self, PROJECT_UID), "our uid");
	project_free(from);
	project_free(p);
}

static void rows_that_are_here_take_the_others_values(void **state)
{
	struct project *from = sample_project(), *p = sample_project();

	(void)state;
	project_set(from, TOUCHPOINT, 41, TOUCHPOINT_CHANNEL, "");
	project_set(from, TOUCHPOINT, 41, TOUCHPOINT_PAIN, "late");
	project_set(from, TOUCHPOINT, 42, TOUCHPOINT_STAGE, "31");
	assert_int_equal(import(p, from), 3);
	assert_same_state(p, from);
	project_free(from);
	project_free(p);
}

static void nothing_is_deleted(void **state)
{
	struct project *from = sample_project(), *p = sample_project();

	(void)state;
	project_remove(from, IMPROVEMENT, 61);
	project_remove(from, SNAPSHOT, 95);
	assert_int_equal(import(p, from), 0);
	assert_non_null(project_row(p, IMPROVEMENT, 61));
	project_free(from);
	project_free(p);
}

/* Maps with the lowest ranks there are. */
static struct project *two_other_maps(void)
{
	struct project *p = project_new();
	struct values v = { .text[MAP_TITLE] = "first",
			    .text[MAP_RANK] = "a0" };
	struct values w = { .text[MAP_TITLE] = "second",
			    .text[MAP_RANK] = "a0V" };

	project_put(p, row_new(MAP, 202, &v));
	project_put(p, row_new(MAP, 201, &w));
	return p;
}

static void new_maps_come_last_and_keep_their_order(void **state)
{
	struct project *from = two_other_maps(), *p = sample_project();
	const struct list *maps = project_maps(p);

	(void)state;
	assert_int_equal(import(p, from), 2);
	assert_int_equal(maps->count, 4);
	assert_int_equal(maps->rows[0]->id, 21);
	assert_int_equal(maps->rows[1]->id, 22);
	assert_int_equal(maps->rows[2]->id, 202);
	assert_int_equal(maps->rows[3]->id, 201);
	project_free(from);
	project_free(p);
}

static void importing_twice_changes_nothing_the_second_time(void **state)
{
	struct project *from = two_other_maps(), *p = sample_project();

	(void)state;
	import(p, from);
	assert_int_equal(import(p, from), 0);
	project_set(from, MAP, 202, MAP_TITLE, "renamed");
	assert_int_equal(import(p, from), 1);
	assert_int_equal(import(p, from), 0);
	project_free(from);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(importing_into_nothing_gives_the_same_project),
		cmocka_unit_test(an_import_is_marked_as_one),
		cmocka_unit_test(
			a_project_gets_a_uid_where_the_source_has_none),
		cmocka_unit_test(what_the_file_says_of_itself_stays),
		cmocka_unit_test(rows_that_are_here_take_the_others_values),
		cmocka_unit_test(nothing_is_deleted),
		cmocka_unit_test(new_maps_come_last_and_keep_their_order),
		cmocka_unit_test(
			importing_twice_changes_nothing_the_second_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
