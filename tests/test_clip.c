#include "model/clip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/lanes.h"
#include "sample.h"
#include "state.h"

static struct project *p;
static struct clip clip;

static int make(void **state)
{
	(void)state;
	p = sample_project();
	clip = (struct clip)CLIP_INIT;
	return 0;
}

static int drop(void **state)
{
	(void)state;
	clip_release(&clip);
	project_free(p);
	return 0;
}

static void paste(int64_t map, int64_t stage, long at, const char *label)
{
	struct paste_intent i;

	intent_paste(&i, &clip, map, stage, at);
	state_do(p, &i.intent, label);
	assert_non_null(project_row(p, clip.rows[0]->entity, i.first));
}

static void touchpoints_are_pasted_in_their_order_as_often_as_one_likes(
	void **state)
{
	const struct list *l = project_touchpoints(p, 21, 32);

	(void)state;
	clip_take(&clip, p, TOUCHPOINT, (const int64_t[]){ 41, 43, 999 }, 3);
	assert_true(clip_holds(&clip, TOUCHPOINT));
	paste(21, 32, 0, "Paste: clicks a flash-sale post");
	paste(21, 32, AT_END, NULL);
	assert_int_equal(l->count, 5);
	assert_string_equal(row_title(l->rows[0]),
			    "clicks a flash-sale post");
	assert_string_equal(row_title(l->rows[1]), "hears of us");
	assert_int_equal(l->rows[2]->id, 42);
	assert_string_equal(row_title(l->rows[4]), "hears of us");
	assert_string_equal(row_text(l->rows[0], TOUCHPOINT_NEED),
			    "save money");
	assert_int_equal(project_list(p, VOTE, l->rows[0]->id)->count, 0);
}

static void what_was_taken_may_be_deleted(void **state)
{
	struct delete_intent d;

	(void)state;
	clip_take(&clip, p, TOUCHPOINT, (const int64_t[]){ 41 }, 1);
	intent_delete(&d, TOUCHPOINT, 41);
	state_do(p, &d.intent, NULL);
	paste(22, 0, AT_END, NULL);
	assert_string_equal(row_title(project_touchpoints(p, 22, 0)->rows[0]),
			    "clicks a flash-sale post");
}

static void a_stage_brings_its_touchpoints_into_another_map(void **state)
{
	const struct list *stages = project_stages(p, 22);
	const struct list *l;

	(void)state;
	clip_take(&clip, p, STAGE, (const int64_t[]){ 32, 31 }, 2);
	paste(22, 0, 0, "Paste: Mua hàng");
	assert_int_equal(stages->count, 3);
	assert_string_equal(row_title(stages->rows[0]), "Mua hàng");
	assert_string_equal(row_title(stages->rows[1]), "Need");
	assert_int_equal(stages->rows[2]->id, 33);
	l = project_touchpoints(p, 22, stages->rows[0]->id);
	assert_int_equal(l->count, 1);
	assert_string_equal(row_title(l->rows[0]), "thanh toán");
	assert_int_equal(row_ref(l->rows[0], TOUCHPOINT_MAP), 22);
}

static void nothing_is_pasted_where_nothing_is(void **state)
{
	struct paste_intent i;

	(void)state;
	clip_take(&clip, p, TOUCHPOINT, (const int64_t[]){ 41 }, 1);
	intent_paste(&i, &clip, 21, 999, AT_END);
	assert_refused(p, &i.intent, "somebody deleted it");
}

static void a_copy_of_a_map_knows_what_it_comes_from(void **state)
{
	struct copy_map_intent i;
	const struct list *stages, *lanes;
	const struct row *map, *paid;

	(void)state;
	intent_copy_map(&i, 21, "Coffee, better");
	i.state = "to-be";
	state_do(p, &i.intent, "Copy map: Coffee, better");
	map = project_row(p, MAP, i.id);
	assert_ptr_equal(project_maps(p)->rows[1], map);
	assert_string_equal(row_text(map, MAP_STATE), "to-be");
	assert_int_equal(row_ref(map, MAP_DERIVED), 21);
	stages = project_stages(p, i.id);
	assert_int_equal(stages->count, 2);
	paid = project_touchpoints(p, i.id, stages->rows[1]->id)->rows[0];
	assert_int_equal(row_ref(paid, TOUCHPOINT_DERIVED), 42);
	assert_int_equal(project_touchpoints(p, i.id, 0)->count, 1);
	lanes = project_list(p, LANE, i.id);
	assert_string_equal(row_text(lane_cell(p, lanes->rows[0]->id,
					       stages->rows[1]->id),
				     CELL_TEXT), "checks the payment");
	assert_int_equal(project_list(p, IMPROVEMENT, i.id)->count, 0);
}

static void set_cell(int64_t stage, const char *text, size_t changes)
{
	struct cell_intent i;

	intent_cell(&i, 51, stage, text);
	assert_int_equal(state_do(p, &i.intent, "Edit lane: Our staff"),
			 changes);
}

static void a_cell_comes_changes_and_goes(void **state)
{
	struct cell_intent i;

	(void)state;
	set_cell(31, "waits", 1);
	assert_string_equal(row_text(lane_cell(p, 51, 31), CELL_TEXT),
			    "waits");
	set_cell(31, "greets", 1);
	set_cell(31, "", 1);
	assert_null(lane_cell(p, 51, 31));
	set_cell(31, "", 0);
	intent_cell(&i, 51, 33, "x");
	assert_refused(p, &i.intent, "another map");
	intent_cell(&i, 999, 31, "x");
	assert_refused(p, &i.intent, "gone");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, make, drop)
	const struct CMUnitTest tests[] = {
		TEST(touchpoints_are_pasted_in_their_order_as_often_as_one_likes),
		TEST(what_was_taken_may_be_deleted),
		TEST(a_stage_brings_its_touchpoints_into_another_map),
		TEST(nothing_is_pasted_where_nothing_is),
		TEST(a_copy_of_a_map_knows_what_it_comes_from),
		TEST(a_cell_comes_changes_and_goes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
