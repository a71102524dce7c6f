#include "layout/frame.h"

#include <locale.h>

#include "picture.h"

static int open_grid(void **state)
{
	static struct grid g;

	grid_init(&g, 5, 9, false);
	*state = &g;
	return 0;
}

static int close_grid(void **state)
{
	grid_release(*state);
	return 0;
}

static void a_box_has_round_corners(void **state)
{
	struct grid *g = *state;

	frame_box(g, rect_make(1, 1, 3, 5), ROLE_STAGE_HERE);
	assert_picture(g,
		       "\n"
		       " ╭───╮\n"
		       " │   │\n"
		       " ╰───╯\n"
		       "\n");
	assert_int_equal(grid_at(g, 1, 1)->role, ROLE_STAGE_HERE);
	assert_int_equal(grid_at(g, 2, 2)->role, ROLE_PLAIN);
}

static const char window[] =
	"╭───┬───╮\n"
	"│   │   │\n"
	"├───┼───┤\n"
	"│   │   │\n"
	"╰───┴───╯\n";

static void lines_join_a_box_drawn_before(void **state)
{
	frame_box(*state, rect_make(0, 0, 5, 9), ROLE_FRAME);
	frame_across(*state, 2, 0, 9, ROLE_FRAME);
	frame_down(*state, 0, 4, 5, ROLE_FRAME);
	assert_picture(*state, window);
}

static void lines_join_a_box_drawn_after(void **state)
{
	frame_down(*state, 0, 4, 5, ROLE_FRAME);
	frame_across(*state, 2, 0, 9, ROLE_FRAME);
	frame_box(*state, rect_make(0, 0, 5, 9), ROLE_FRAME);
	assert_picture(*state, window);
}

static void boxes_share_their_walls(void **state)
{
	for (int row = 0; row < 4; row += 2) {
		for (int col = 0; col < 8; col += 4)
			frame_box(*state, rect_make(row, col, 3, 5), 0);
	}
	assert_picture(*state, window);
}

static void a_line_ends_where_it_ends(void **state)
{
	frame_across(*state, 1, 0, 5, ROLE_FRAME);
	frame_down(*state, 0, 4, 3, ROLE_FRAME);
	frame_across(*state, 4, 2, 3, ROLE_FRAME);
	assert_picture(*state,
		       "    │\n"
		       "────┤\n"
		       "    │\n"
		       "\n"
		       "  ───\n");
}

static void a_line_of_one_cell_shows_nothing(void **state)
{
	frame_across(*state, 0, 0, 1, ROLE_FRAME);
	frame_down(*state, 0, 0, 1, ROLE_FRAME);
	frame_down(*state, 0, 0, -3, ROLE_FRAME);
	frame_box(*state, rect_make(2, 2, 1, 1), ROLE_FRAME);
	frame_box(*state, rect_make(2, 2, 0, 4), ROLE_FRAME);
	assert_picture(*state, "\n\n\n\n\n");
}

static void a_box_of_one_row_is_a_line(void **state)
{
	frame_box(*state, rect_make(0, 0, 1, 4), ROLE_FRAME);
	frame_box(*state, rect_make(1, 1, 3, 1), ROLE_FRAME);
	assert_picture(*state, "────\n │\n │\n │\n\n");
}

static void what_lies_outside_is_cut_off(void **state)
{
	frame_box(*state, rect_make(-1, -1, 3, 4), ROLE_FRAME);
	frame_box(*state, rect_make(3, 7, 9, 9), ROLE_FRAME);
	assert_picture(*state,
		       "  │\n"
		       "──╯\n"
		       "\n"
		       "       ╭─\n"
		       "       │\n");
}

static void text_ends_a_line_and_letters_are_never_joints(void **state)
{
	grid_text(*state, 0, 0, 9, "│─ text", 0);
	frame_across(*state, 1, 0, 9, ROLE_FRAME);
	grid_text(*state, 1, 2, 5, " ab ", ROLE_TITLE);
	frame_down(*state, 0, 0, 3, ROLE_FRAME);
	frame_down(*state, 0, 3, 2, ROLE_FRAME);
	assert_picture(*state,
		       "│─ │ext\n"
		       "├─ │b ───\n"
		       "│\n"
		       "\n"
		       "\n");
}

static void a_line_through_a_wide_letter_blanks_its_other_half(void **state)
{
	grid_text(*state, 1, 0, 9, "漢字", 0);
	frame_down(*state, 0, 1, 3, ROLE_FRAME);
	assert_picture(*state, " │\n │字\n │\n\n\n");
}

static void ascii_joins_with_plus(void **state)
{
	struct grid *g = *state;

	g->ascii = true;
	frame_down(g, 0, 4, 5, ROLE_FRAME);
	frame_across(g, 2, 0, 9, ROLE_FRAME);
	frame_box(g, rect_make(0, 0, 5, 9), ROLE_FRAME);
	assert_picture(g,
		       "+---+---+\n"
		       "|   |   |\n"
		       "+---+---+\n"
		       "|   |   |\n"
		       "+---+---+\n");
}

static void clearing_the_grid_forgets_its_lines(void **state)
{
	frame_box(*state, rect_make(0, 0, 5, 9), ROLE_FRAME);
	grid_clear(*state);
	frame_down(*state, 0, 4, 2, ROLE_FRAME);
	assert_picture(*state, "    │\n    │\n\n\n\n");
}

#define FRAME_TEST(name) \
	cmocka_unit_test_setup_teardown(name, open_grid, close_grid)

int main(void)
{
	const struct CMUnitTest tests[] = {
		FRAME_TEST(a_box_has_round_corners),
		FRAME_TEST(lines_join_a_box_drawn_before),
		FRAME_TEST(lines_join_a_box_drawn_after),
		FRAME_TEST(boxes_share_their_walls),
		FRAME_TEST(a_line_ends_where_it_ends),
		FRAME_TEST(a_line_of_one_cell_shows_nothing),
		FRAME_TEST(a_box_of_one_row_is_a_line),
		FRAME_TEST(what_lies_outside_is_cut_off),
		FRAME_TEST(text_ends_a_line_and_letters_are_never_joints),
		FRAME_TEST(a_line_through_a_wide_letter_blanks_its_other_half),
		FRAME_TEST(ascii_joins_with_plus),
		FRAME_TEST(clearing_the_grid_forgets_its_lines),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
