#include "layout/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "sample.h"

static void assert_view(const struct view *v, int64_t map, int64_t stage,
			int64_t touchpoint)
{
	assert_int_equal(v->map, map);
	assert_int_equal(v->stage, stage);
	assert_int_equal(v->touchpoint, touchpoint);
}

static void a_map_is_seen_from_its_first_card(void **state)
{
	struct project *p = sample_project();
	struct view v = { .top = 7 };

	(void)state;
	view_map(&v, p, 21);
	assert_view(&v, 21, 31, 41);
	assert_int_equal(v.top, 0);
	assert_int_equal(view_stage_number(&v, p), 1);
	assert_int_equal(view_index(&v, p), 0);
	view_go_stage(&v, p, 32);
	assert_view(&v, 21, 32, 42);
	assert_int_equal(view_stage_number(&v, p), 2);
	view_go_stage(&v, p, 0);
	assert_view(&v, 21, 0, 43);
	assert_int_equal(view_stage_number(&v, p), 0);
	view_map(&v, p, 999);
	assert_view(&v, 999, 0, 0);
	project_free(p);
}

static void going_past_the_end_stops_at_the_last(void **state)
{
	struct project *p = sample_project();
	struct view v = { .map = 0 };

	(void)state;
	project_set(p, TOUCHPOINT, 42, TOUCHPOINT_STAGE, "31");
	view_map(&v, p, 21);
	view_go_index(&v, p, 99);
	assert_int_equal(view_index(&v, p), 1);
	assert_ptr_equal(view_list(&v, p)->rows[1],
			 project_row(p, TOUCHPOINT, v.touchpoint));
	view_go_stage(&v, p, 32);
	view_go_index(&v, p, 99);
	assert_view(&v, 21, 32, 0);
	assert_int_equal(view_index(&v, p), 0);
	project_free(p);
}

static void what_was_deleted_is_left_for_its_neighbour(void **state)
{
	struct project *p = sample_project();
	struct view v = { .map = 0 };

	(void)state;
	view_map(&v, p, 21);
	project_remove(p, TOUCHPOINT, 41);
	view_settle(&v, p, 0);
	assert_view(&v, 21, 31, 0);
	project_remove(p, STAGE, 31);
	view_settle(&v, p, 0);
	assert_view(&v, 21, 32, 42);
	project_remove(p, MAP, 21);
	view_settle(&v, p, 5);
	assert_view(&v, 22, 33, 44);
	project_remove(p, MAP, 22);
	view_settle(&v, p, 5);
	assert_view(&v, 0, 0, 0);
	project_free(p);
}

static void a_card_that_moves_is_followed(void **state)
{
	struct project *p = sample_project();
	struct view v = { .map = 0 };

	(void)state;
	view_map(&v, p, 21);
	project_set(p, TOUCHPOINT, 41, TOUCHPOINT_STAGE, "32");
	assert_int_equal(view_index(&v, p), 0);
	view_settle(&v, p, 0);
	assert_view(&v, 21, 32, 41);
	project_set(p, TOUCHPOINT, 41, TOUCHPOINT_STAGE, "");
	view_settle(&v, p, 0);
	assert_view(&v, 21, 0, 41);
	project_free(p);
}

static void the_parking_lot_is_seen_when_it_matters(void **state)
{
	struct project *p = sample_project();
	struct view v = { .map = 0 };

	(void)state;
	view_map(&v, p, 21);
	assert_true(view_shows_parking(&v, p));
	project_remove(p, TOUCHPOINT, 43);
	assert_false(view_shows_parking(&v, p));
	v.stage = 0;
	assert_true(view_shows_parking(&v, p));
	view_map(&v, p, 999);
	assert_false(view_shows_parking(&v, p));
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_map_is_seen_from_its_first_card),
		cmocka_unit_test(going_past_the_end_stops_at_the_last),
		cmocka_unit_test(what_was_deleted_is_left_for_its_neighbour),
		cmocka_unit_test(a_card_that_moves_is_followed),
		cmocka_unit_test(the_parking_lot_is_seen_when_it_matters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
