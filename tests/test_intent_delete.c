#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/id.h"
#include "model/intent.h"
#include "sample.h"
#include "state.h"

static void delete_row(struct project *p, enum entity e, int64_t id,
		       const char *label)
{
	struct delete_intent i;

	intent_delete(&i, e, id);
	assert_true(state_do(p, &i.intent, label) > 0);
	assert_null(project_row(p, e, id));
}

static void add_touchpoint(struct project *p, int64_t id, const char *stage)
{
	struct add_intent i;
	char title[ID_TEXT];

	intent_add(&i, TOUCHPOINT);
	i.id = id;
	i.values.text[TOUCHPOINT_MAP] = "21";
	i.values.text[TOUCHPOINT_STAGE] = stage;
	i.values.text[TOUCHPOINT_TITLE] = id_text(id, title);
	state_do(p, &i.intent, NULL);
}

static void a_deleted_stages_touchpoints_are_parked_in_order(void **state)
{
	struct project *p = sample_project();
	const struct list *parked = project_touchpoints(p, 21, 0);

	(void)state;
	for (int64_t id = 505; id > 500; id--)
		add_touchpoint(p, id, "32");
	delete_row(p, STAGE, 32, "Delete stage: Mua hàng");
	assert_int_equal(parked->count, 7);
	assert_int_equal(parked->rows[0]->id, 43);
	assert_int_equal(parked->rows[1]->id, 42);
	for (size_t i = 2; i < 7; i++)
		assert_int_equal(parked->rows[i]->id, 507 - (int64_t)i);
	assert_null(project_row(p, CELL, id_of_pair(51, 32)));
	assert_int_equal(project_touchpoints(p, 21, 32)->count, 0);
	project_free(p);
}

static void undo_brings_a_stage_back_with_all_that_was_in_it(void **state)
{
	struct project *p = sample_project();
	struct edit e = EDIT_INIT, back = EDIT_INIT;
	struct delete_intent i;
	struct err err = { "" };
	char *before, *after;

	(void)state;
	for (int64_t id = 505; id > 500; id--)
		add_touchpoint(p, id, "32");
	before = state_print(p);
	intent_delete(&i, STAGE, 32);
	assert_true(i.intent.build(&i.intent, p, &e, &err));
	assert_true(edit_apply(&e, p));
	edit_invert(&back, &e);
	assert_true(edit_apply(&back, p));
	after = state_print(p);
	assert_string_equal(after, before);
	assert_sound(p);
	free(before);
	free(after);
	edit_release(&e);
	edit_release(&back);
	project_free(p);
}

static void a_touchpoint_takes_votes_and_measures_but_no_improvement(
	void **state)
{
	struct project *p = sample_project();

	(void)state;
	delete_row(p, TOUCHPOINT, 41,
		   "Delete touchpoint: clicks a flash-sale post");
	assert_null(project_row(p, MEASURE, 71));
	assert_null(project_row(p, VOTE, 81));
	assert_int_equal(project_count(p, IMPROVEMENT), 3);
	assert_string_equal(row_text(project_row(p, IMPROVEMENT, 62),
				     IMPROVEMENT_TOUCHPOINT), "");
	assert_string_equal(row_text(project_row(p, IMPROVEMENT, 61),
				     IMPROVEMENT_TOUCHPOINT), "42");
	project_free(p);
}

static void a_map_takes_all_that_is_its_own(void **state)
{
	struct project *p = sample_project();

	(void)state;
	add_touchpoint(p, 501, "31");
	add_touchpoint(p, 502, "");
	delete_row(p, MAP, 21, "Delete map: Buying coffee beans");
	assert_int_equal(project_count(p, MAP), 1);
	assert_int_equal(project_count(p, STAGE), 1);
	assert_int_equal(project_count(p, TOUCHPOINT), 1);
	assert_int_equal(project_count(p, LANE), 0);
	assert_int_equal(project_count(p, CELL), 0);
	assert_int_equal(project_count(p, IMPROVEMENT), 0);
	assert_int_equal(project_count(p, MEASURE), 0);
	assert_int_equal(project_count(p, VOTE), 0);
	assert_int_equal(project_count(p, PERSONA), 2);
	project_free(p);
}

static void a_persona_leaves_its_maps(void **state)
{
	struct project *p = sample_project();

	(void)state;
	delete_row(p, PERSONA, 11, "Delete persona: Lan, office worker");
	assert_string_equal(row_text(project_row(p, MAP, 21), MAP_PERSONA),
			    "");
	project_free(p);
}

static void a_lane_takes_its_cells(void **state)
{
	struct project *p = sample_project();

	(void)state;
	delete_row(p, LANE, 51, "Delete lane: Our staff");
	assert_int_equal(project_count(p, CELL), 0);
	project_free(p);
}

static void everything_of_a_full_project_can_be_deleted(void **state)
{
	struct project *p = sample_nasty();

	(void)state;
	for (int e = PERSONA; e < ENTITIES; e++)
		while (project_count(p, (enum entity)e)) {
			size_t count;
			const struct row **rows =
				state_rows(p, (enum entity)e, &count);
			int64_t id = rows[count / 2]->id;

			free(rows);
			delete_row(p, (enum entity)e, id, NULL);
		}
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_deleted_stages_touchpoints_are_parked_in_order),
		cmocka_unit_test(
			undo_brings_a_stage_back_with_all_that_was_in_it),
		cmocka_unit_test(
		      a_touchpoint_takes_votes_and_measures_but_no_improvement),
		cmocka_unit_test(a_map_takes_all_that_is_its_own),
		cmocka_unit_test(a_persona_leaves_its_maps),
		cmocka_unit_test(a_lane_takes_its_cells),
		cmocka_unit_test(everything_of_a_full_project_can_be_deleted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
