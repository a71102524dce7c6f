#include "layout/grid.h"

#include <locale.h>
#include <string.h>

#include "picture.h"

static int open_grid(void **state)
{
	static struct grid g;

	grid_init(&g, 3, 10, false);
	*state = &g;
	return 0;
}

static int close_grid(void **state)
{
	grid_release(*state);
	return 0;
}

/* Every wide cluster has its right half, and nothing else has one. */
static void assert_whole(const struct grid *g)
{
	for (int row = 0; row < g->rows; row++) {
		for (int col = 0; col < g->cols; col++) {
			const struct cell *c = grid_at(g, row, col);
			const struct cell *next = grid_at(g, row, col + 1);

			assert_int_equal(c->columns == 0, c->text[0] == '\0');
			assert_int_equal(c->columns == 2,
					 next && next->columns == 0);
		}
	}
}

static void a_new_grid_is_blank(void **state)
{
	struct grid *g = *state;

	assert_picture(g, "\n\n\n");
	assert_string_equal(grid_at(g, 2, 9)->text, " ");
	assert_int_equal(grid_at(g, 2, 9)->columns, 1);
}

static void there_is_no_cell_outside(void **state)
{
	assert_null(grid_at(*state, -1, 0));
	assert_null(grid_at(*state, 0, -1));
	assert_null(grid_at(*state, 3, 0));
	assert_null(grid_at(*state, 0, 10));
}

static void a_grid_without_cells_takes_anything(void **state)
{
	struct grid g;

	(void)state;
	grid_init(&g, 0, -4, false);
	grid_text(&g, 0, 0, 5, "text", ROLE_PLAIN);
	grid_fill(&g, rect_make(0, 0, 2, 2), ROLE_DIM);
	assert_picture(&g, "");
	grid_release(&g);
}

static void text_that_fits_is_put_whole(void **state)
{
	struct grid *g = *state;

	assert_int_equal(grid_text(g, 0, 1, 9, "Đặt hàng", ROLE_TITLE), 8);
	assert_picture(g, " Đặt hàng\n\n\n");
	assert_string_equal(grid_at(g, 0, 2)->text, "ặ");
	assert_int_equal(grid_at(g, 0, 2)->role, ROLE_TITLE);
	assert_int_equal(grid_at(g, 0, 9)->role, ROLE_PLAIN);
}

static void text_that_does_not_fit_ends_in_an_ellipsis(void **state)
{
	struct grid *g = *state;

	assert_int_equal(grid_text(g, 0, 0, 4, "abcd", 0), 4);
	assert_int_equal(grid_text(g, 1, 0, 4, "abcde", 0), 4);
	assert_int_equal(grid_text(g, 2, 0, 1, "abcde", 0), 1);
	assert_int_equal(grid_text(g, 2, 5, 0, "abcde", 0), 0);
	assert_picture(g, "abcd\nabc…\n…\n");
}

static void the_ellipsis_is_a_tilde_in_ascii(void **state)
{
	struct grid *g = *state;

	g->ascii = true;
	grid_text(g, 0, 0, 4, "Đặt hàng", 0);
	assert_picture(g, "Đặt~\n\n\n");
}

static void a_line_break_shows_as_a_blank_on_one_line(void **state)
{
	grid_text(*state, 0, 0, 10, "one\ntwo\t3", 0);
	assert_picture(*state, "one two 3\n\n\n");
}

static void a_wide_cluster_takes_two_cells(void **state)
{
	struct grid *g = *state;

	assert_int_equal(grid_text(g, 0, 0, 10, "漢a", 0), 3);
	assert_int_equal(grid_at(g, 0, 0)->columns, 2);
	assert_int_equal(grid_at(g, 0, 1)->columns, 0);
	assert_string_equal(grid_at(g, 0, 2)->text, "a");
	assert_whole(g);
	assert_picture(g, "漢a\n\n\n");
}

static void a_wide_cluster_is_never_cut(void **state)
{
	struct grid *g = *state;

	assert_int_equal(grid_text(g, 0, 0, 5, "漢字漢", 0), 5);
	assert_int_equal(grid_text(g, 1, 0, 4, "漢字漢", 0), 3);
	assert_int_equal(grid_text(g, 2, 0, 1, "漢", 0), 1);
	assert_whole(g);
	assert_picture(g, "漢字…\n漢…\n…\n");
}

static void the_edges_of_the_grid_blank_what_they_cut(void **state)
{
	struct grid *g = *state;

	grid_text(g, 0, -1, 20, "漢字", 0);
	grid_text(g, 1, 9, 20, "漢", 0);
	grid_text(g, 2, -2, 20, "abcdefghijklmnop", 0);
	grid_text(g, 7, 0, 20, "below", 0);
	assert_whole(g);
	assert_picture(g, " 字\n\ncdefghijkl\n");
}

static void overwriting_half_of_a_wide_cluster_blanks_the_rest(void **state)
{
	struct grid *g = *state;

	grid_text(g, 0, 0, 10, "漢字", 0);
	grid_text(g, 0, 1, 1, "x", 0);
	grid_text(g, 1, 0, 10, "漢字", 0);
	grid_text(g, 1, 2, 1, "x", 0);
	grid_text(g, 2, 0, 10, "漢字漢", 0);
	grid_text(g, 2, 1, 2, "中", 0);
	assert_whole(g);
	assert_picture(g, " x字\n漢x\n 中 漢\n");
}

static void text_may_end_at_a_column(void **state)
{
	struct grid *g = *state;

	assert_int_equal(grid_text_right(g, 0, 10, 5, "ệ5", 0), 2);
	assert_int_equal(grid_text_right(g, 1, 10, 5, "abcdef", 0), 5);
	assert_int_equal(grid_text_right(g, 2, 10, 4, "漢字漢", 0), 3);
	assert_picture(g, "        ệ5\n     abcd…\n       漢…\n");
}

static void text_is_wrapped_into_an_area(void **state)
{
	struct rect area = rect_make(0, 1, 3, 8);

	assert_int_equal(grid_wrap(*state, area, "sees the ad twice", 0), 2);
	assert_picture(*state, " sees the\n ad twice\n\n");
}

static void wrapped_text_that_does_not_fit_ends_in_an_ellipsis(void **state)
{
	struct grid *g = *state;

	assert_int_equal(grid_wrap(g, rect_make(0, 0, 2, 4), "ab cdef g", 0),
			 2);
	assert_int_equal(grid_wrap(g, rect_make(2, 0, 1, 4), "ab cdef", 0), 1);
	assert_picture(g, "ab\ncde…\nab…\n");
}

static void the_ellipsis_replaces_a_wide_cluster_whole(void **state)
{
	struct grid *g = *state;

	grid_wrap(g, rect_make(0, 0, 1, 4), "漢字漢", 0);
	grid_wrap(g, rect_make(1, 0, 1, 1), "漢字", 0);
	assert_whole(g);
	assert_picture(g, "漢…\n…\n\n");
}

static void nothing_is_wrapped_into_an_empty_area(void **state)
{
	assert_int_equal(grid_wrap(*state, rect_make(0, 0, 0, 4), "a", 0), 0);
	assert_int_equal(grid_wrap(*state, rect_make(0, 0, 4, 0), "a", 0), 0);
	assert_int_equal(grid_wrap(*state, rect_make(0, 0, 4, 4), "", 0), 0);
}

static void filling_blanks_and_a_role_alone_changes_no_text(void **state)
{
	struct grid *g = *state;

	grid_text(g, 0, 0, 10, "漢abcdef", ROLE_TITLE);
	grid_fill(g, rect_make(0, 1, 1, 2), ROLE_DIM);
	grid_role(g, rect_make(0, 5, 9, 9), ROLE_MARK);
	assert_whole(g);
	assert_picture(g, "   bcdef\n\n\n");
	assert_int_equal(grid_at(g, 0, 2)->role, ROLE_DIM);
	assert_int_equal(grid_at(g, 0, 4)->role, ROLE_TITLE);
	assert_int_equal(grid_at(g, 0, 5)->role, ROLE_MARK);
	assert_int_equal(grid_at(g, 2, 9)->role, ROLE_MARK);
}

static void cells_are_equal_when_they_look_equal(void **state)
{
	struct grid *g = *state;

	grid_text(g, 0, 0, 10, "aab", ROLE_PLAIN);
	grid_text(g, 1, 0, 10, "a", ROLE_DIM);
	assert_true(cell_equal(grid_at(g, 0, 0), grid_at(g, 0, 1)));
	assert_false(cell_equal(grid_at(g, 0, 0), grid_at(g, 0, 2)));
	assert_false(cell_equal(grid_at(g, 0, 0), grid_at(g, 1, 0)));
}

static void every_sign_is_one_column_in_both_spellings(void **state)
{
	struct grid *g = *state;

	for (int sign = SIGN_ELLIPSIS; sign <= SIGN_MORE_DOWN; sign++) {
		const char *s;

		g->ascii = false;
		assert_int_equal(utf8_columns(grid_sign(g, sign)), 1);
		g->ascii = true;
		s = grid_sign(g, sign);
		assert_int_equal(strlen(s), 1);
		assert_in_range(s[0], '!', '~');
	}
}

static void rectangles_are_cut_no_further_than_they_reach(void **state)
{
	struct rect r = rect_make(2, 3, 10, 20), cut;

	(void)state;
	cut = rect_cut_top(&r, 4);
	assert_true(cut.row == 2 && cut.rows == 4 && cut.cols == 20);
	cut = rect_cut_bottom(&r, 1);
	assert_true(cut.row == 11 && cut.rows == 1 && r.rows == 5);
	cut = rect_cut_left(&r, -3);
	assert_true(rect_empty(cut) && r.col == 3 && r.cols == 20);
	cut = rect_cut_right(&r, 5);
	assert_true(cut.col == 18 && cut.cols == 5 && r.cols == 15);
	cut = rect_cut_left(&r, 99);
	assert_true(cut.cols == 15 && rect_empty(r));
}

static void a_rectangle_contains_its_first_cell_not_its_end(void **state)
{
	struct rect r = rect_make(1, 1, 2, 3);

	(void)state;
	assert_true(rect_contains(r, 1, 1));
	assert_true(rect_contains(r, 2, 3));
	assert_false(rect_contains(r, 3, 1));
	assert_false(rect_contains(r, 1, 4));
	assert_false(rect_contains(rect_make(1, 1, -2, 3), 1, 1));
}

static void an_inset_never_turns_a_rectangle_inside_out(void **state)
{
	struct rect r = rect_inset(rect_make(0, 0, 5, 9), 1, 2);

	(void)state;
	assert_true(r.row == 1 && r.col == 2 && r.rows == 3 && r.cols == 5);
	r = rect_inset(rect_make(0, 0, 1, 3), 1, 2);
	assert_true(r.rows == 0 && r.cols == 0);
}

#define GRID_TEST(name) \
	cmocka_unit_test_setup_teardown(name, open_grid, close_grid)

int main(void)
{
	const struct CMUnitTest tests[] = {
		GRID_TEST(a_new_grid_is_blank),
		GRID_TEST(there_is_no_cell_outside),
		cmocka_unit_test(a_grid_without_cells_takes_anything),
		GRID_TEST(text_that_fits_is_put_whole),
		GRID_TEST(text_that_does_not_fit_ends_in_an_ellipsis),
		GRID_TEST(the_ellipsis_is_a_tilde_in_ascii),
		GRID_TEST(a_line_break_shows_as_a_blank_on_one_line),
		GRID_TEST(a_wide_cluster_takes_two_cells),
		GRID_TEST(a_wide_cluster_is_never_cut),
		GRID_TEST(the_edges_of_the_grid_blank_what_they_cut),
		GRID_TEST(overwriting_half_of_a_wide_cluster_blanks_the_rest),
		GRID_TEST(text_may_end_at_a_column),
		GRID_TEST(text_is_wrapped_into_an_area),
		GRID_TEST(wrapped_text_that_does_not_fit_ends_in_an_ellipsis),
		GRID_TEST(the_ellipsis_replaces_a_wide_cluster_whole),
		GRID_TEST(nothing_is_wrapped_into_an_empty_area),
		GRID_TEST(filling_blanks_and_a_role_alone_changes_no_text),
		GRID_TEST(cells_are_equal_when_they_look_equal),
		GRID_TEST(every_sign_is_one_column_in_both_spellings),
		cmocka_unit_test(rectangles_are_cut_no_further_than_they_reach),
		cmocka_unit_test(
			a_rectangle_contains_its_first_cell_not_its_end),
		cmocka_unit_test(an_inset_never_turns_a_rectangle_inside_out),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
