#include "layout/curve.h"

#include <locale.h>

#include "base/alloc.h"
#include "picture.h"

static const struct curve_point journey[] = {
	{ 1, 0, true }, { 6, 1, true }, { 11, -2, true }, { 16, 2, true },
};

static void assert_curve(int rows, int cols, bool ascii,
			 const struct curve_point *points, int count,
			 const char *picture)
{
	struct grid g;

	grid_init(&g, rows, cols, ascii);
	curve_draw(&g, rect_make(0, 0, rows, cols), points, count);
	assert_picture(&g, picture);
	grid_release(&g);
}

static void five_rows_show_each_value(void **state)
{
	(void)state;
	assert_curve(5, 18, false, journey, 4,
		     "              ╭─●\n"
		     "    ╭─●──╮    │\n"
		     " ●──╯    │    │\n"
		     "         │    │\n"
		     "         ╰─●──╯\n");
}

static void three_rows_show_good_and_bad(void **state)
{
	(void)state;
	assert_curve(3, 18, false, journey, 4,
		     "    ╭─●──╮    ╭─●\n"
		     " ●──╯    │    │\n"
		     "         ╰─●──╯\n");
}

static void more_rows_stretch_the_curve(void **state)
{
	(void)state;
	assert_curve(9, 18, false, journey, 4,
		     "              ╭─●\n"
		     "              │\n"
		     "    ╭─●──╮    │\n"
		     "    │    │    │\n"
		     " ●──╯    │    │\n"
		     "         │    │\n"
		     "         │    │\n"
		     "         │    │\n"
		     "         ╰─●──╯\n");
}

static void one_row_is_a_straight_line(void **state)
{
	(void)state;
	assert_curve(1, 18, false, journey, 4, " ●────●────●────●\n");
}

static void ascii_draws_the_same_curve(void **state)
{
	(void)state;
	assert_curve(5, 18, true, journey, 4,
		     "              +-*\n"
		     "    +-*--+    |\n"
		     " *--+    |    |\n"
		     "         |    |\n"
		     "         +-*--+\n");
}

static void unknown_points_leave_a_gap(void **state)
{
	static const struct curve_point points[] = {
		{ 0, 1, true }, { 3, 1, true }, { 6, 0, false },
		{ 9, -1, true }, { 12, 0, false }, { 15, -1, true },
		{ 17, 1, true },
	};

	(void)state;
	assert_curve(3, 18, false, points, ARRAY_LEN(points),
		     "●──●            ╭●\n"
		     "                │\n"
		     "         ●     ●╯\n");
}

static void neighbours_without_room_between_are_still_joined(void **state)
{
	static const struct curve_point points[] = {
		{ 0, 2, true }, { 1, -2, true }, { 2, 2, true },
		{ 2, -2, true },
	};

	(void)state;
	assert_curve(5, 4, false, points, ARRAY_LEN(points),
		     "●╮●\n"
		     " ││\n"
		     " ││\n"
		     " ││\n"
		     " ●●\n");
}

static void points_outside_the_area_only_send_their_lines(void **state)
{
	static const struct curve_point points[] = {
		{ -4, 2, true }, { 2, -2, true }, { 6, 2, true },
		{ 12, -2, true },
	};
	struct grid g;

	(void)state;
	grid_init(&g, 3, 12, false);
	curve_draw(&g, rect_make(0, 2, 3, 8), points, 4);
	assert_picture(&g,
		       "      ╭─●─\n"
		       "      │\n"
		       "  ──●─╯\n");
	grid_release(&g);
}

static void means_and_values_beyond_the_scale_find_a_row(void **state)
{
	static const struct curve_point points[] = {
		{ 0, 7, true }, { 2, 0.4, true }, { 4, -0.6, true },
		{ 6, -7, true },
	};

	(void)state;
	assert_curve(5, 8, false, points, ARRAY_LEN(points),
		     "●╮\n"
		     " │\n"
		     " ╰●╮\n"
		     "   ╰●╮\n"
		     "     ╰●\n");
}

static void points_are_good_bad_or_neutral(void **state)
{
	struct grid g;

	(void)state;
	grid_init(&g, 5, 18, false);
	curve_draw(&g, rect_make(0, 0, 5, 18), journey, 4);
	assert_int_equal(grid_at(&g, 2, 1)->role, ROLE_NEUTRAL);
	assert_int_equal(grid_at(&g, 1, 6)->role, ROLE_GOOD);
	assert_int_equal(grid_at(&g, 4, 11)->role, ROLE_BAD);
	assert_int_equal(grid_at(&g, 0, 16)->role, ROLE_GOOD);
	assert_int_equal(grid_at(&g, 2, 2)->role, ROLE_CURVE);
	assert_int_equal(grid_at(&g, 0, 0)->role, ROLE_PLAIN);
	grid_release(&g);
}

static void nothing_is_drawn_without_points_or_room(void **state)
{
	struct grid g;

	(void)state;
	assert_curve(2, 4, false, journey, 0, "\n\n");
	grid_init(&g, 2, 18, false);
	curve_draw(&g, rect_make(0, 0, 0, 18), journey, 4);
	assert_picture(&g, "\n\n");
	grid_release(&g);
}

static void add_touchpoint(struct project *p, int64_t id, const char *rank,
			   const char *emotion)
{
	struct values v = { { NULL } };

	v.text[TOUCHPOINT_MAP] = "1";
	v.text[TOUCHPOINT_STAGE] = "2";
	v.text[TOUCHPOINT_TITLE] = "t";
	v.text[TOUCHPOINT_RANK] = rank;
	v.text[TOUCHPOINT_EMOTION] = emotion;
	assert_true(project_put(p, row_new(TOUCHPOINT, id, &v)));
}

static void points_spread_over_their_stage_and_groups_are_lowest(void **state)
{
	struct project *p = project_new();
	const struct list *l;
	struct curve_point points[8];

	(void)state;
	add_touchpoint(p, 11, "a0", "2");
	add_touchpoint(p, 12, "a1", "-1");
	add_touchpoint(p, 13, "a2", "");
	add_touchpoint(p, 14, "a3", "1");
	l = project_touchpoints(p, 1, 2);
	assert_int_equal(curve_points(points, 1, l, 1000, 800, 4), 5);
	assert_int_equal(points[1].col, 1100);
	assert_int_equal(points[4].col, 1700);
	assert_true(points[2].value < -0.5);
	assert_false(points[3].known);
	assert_int_equal(curve_points(points, 0, l, 0, 800, 2), 2);
	assert_true(points[0].value < -0.5);
	assert_true(points[1].value > 0.5);
	assert_int_equal(points[1].col, 600);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(five_rows_show_each_value),
		cmocka_unit_test(three_rows_show_good_and_bad),
		cmocka_unit_test(more_rows_stretch_the_curve),
		cmocka_unit_test(one_row_is_a_straight_line),
		cmocka_unit_test(ascii_draws_the_same_curve),
		cmocka_unit_test(unknown_points_leave_a_gap),
		cmocka_unit_test(
			neighbours_without_room_between_are_still_joined),
		cmocka_unit_test(points_outside_the_area_only_send_their_lines),
		cmocka_unit_test(means_and_values_beyond_the_scale_find_a_row),
		cmocka_unit_test(points_are_good_bad_or_neutral),
		cmocka_unit_test(nothing_is_drawn_without_points_or_room),
		cmocka_unit_test(
			points_spread_over_their_stage_and_groups_are_lowest),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
