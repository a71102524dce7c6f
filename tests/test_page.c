#include "layout/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "picture.h"

enum { LONG = 1000 };

static struct thing number(int64_t n)
{
	return (struct thing){ TOUCHPOINT, n };
}

/* A head, and as many numbered lines as `what` says. */
static void paint_lines(struct page *page, const void *what)
{
	const int *count = what;
	struct strbuf text = STRBUF_INIT;

	grid_text(page->grid, 0, 0, page->cols, "---------------", ROLE_FRAME);
	page->head = page->rows = 1;
	for (int i = 1; i <= *count; i++) {
		struct rect r = rect_make(page->rows, 0, 1, page->cols);
		bool here = page_spot(page, number(i), r);

		strbuf_clear(&text);
		strbuf_addf(&text, "%sline %d", here ? ">" : " ", i);
		grid_text(page->grid, page->rows++, 0, page->cols, text.s,
			  ROLE_PLAIN);
	}
	strbuf_release(&text);
}

static void a_page_knows_its_length_and_its_spots(void **state)
{
	struct page page;
	int count = 40;

	(void)state;
	page_measure(&page, paint_lines, &count, 20, number(7));
	assert_int_equal(page.rows, 41);
	assert_int_equal(page.head, 1);
	assert_int_equal(page.count, 40);
	assert_int_equal(page_find(&page, number(40)), 39);
	assert_int_equal(page.spots[39].rect.row, 40);
	assert_int_equal(page_find(&page, number(41)), 40);
	assert_int_equal(page_find(&page, number(0)), 40);
	assert_int_equal(page_find(&page, (struct thing){ STAGE, 7 }), 40);
	page_release(&page);
}

static void a_window_shows_the_head_and_the_rows_from_its_top(void **state)
{
	struct page page;
	struct grid g;
	int count = 9;

	(void)state;
	grid_init(&g, 5, 16, true);
	page_measure(&page, paint_lines, &count, 15, number(4));
	page_show(&page, paint_lines, &count, &g, rect_make(1, 1, 4, 15), 3);
	assert_picture(&g, "\n"
			   " ------- ^2 v4 -\n"
			   "  line 3\n"
			   " >line 4\n"
			   "  line 5\n");
	grid_release(&g);
	page_release(&page);
}

static void all_of_a_page_is_printed_once(void **state)
{
	struct strbuf want = STRBUF_INIT;
	int count = LONG;
	size_t len;
	char *text;
	FILE *out = open_memstream(&text, &len);

	(void)state;
	strbuf_addstr(&want, "---------------\n");
	for (int i = 1; i <= count; i++)
		strbuf_addf(&want, " line %d\n", i);
	page_print(paint_lines, &count, 20, false, out);
	fclose(out);
	assert_string_equal(text, want.s);
	free(text);
	strbuf_release(&want);
}

/* Two columns of cards of different heights, and one below both:
 *
 *	1 1 . 3 3
 *	. . . 3 3
 *	2 2 . . .
 *	. . . 4 4
 *	5 5 5 5 5
 */
static void paint_cards(struct page *page, const void *what)
{
	(void)what;
	page_spot(page, number(1), rect_make(0, 0, 1, 2));
	page_spot(page, number(2), rect_make(2, 0, 1, 2));
	page_spot(page, number(3), rect_make(0, 3, 2, 2));
	page_spot(page, number(4), rect_make(3, 3, 1, 2));
	page_spot(page, number(5), rect_make(4, 0, 1, 5));
	page->rows = 5;
}

static void keys_go_straight_to_what_is_near(void **state)
{
	static const struct { int from, rows, cols, to; } steps[] = {
		{ 1, 1, 0, 2 }, { 1, 0, 1, 3 }, { 1, -1, 0, 1 },
		{ 1, 0, -1, 1 }, { 2, 1, 0, 5 }, { 2, 0, 1, 3 },
		{ 2, -1, 0, 1 }, { 3, 1, 0, 4 }, { 3, 0, -1, 1 },
		{ 4, 0, -1, 2 }, { 4, -1, 0, 3 }, { 5, -1, 0, 4 },
		{ 5, 1, 0, 5 }, { 5, 0, 1, 5 },
	};
	struct page page;

	(void)state;
	page_measure(&page, paint_cards, NULL, 5, number(1));
	for (size_t i = 0; i < ARRAY_LEN(steps); i++)
		assert_int_equal(page_step(&page, (size_t)steps[i].from - 1,
					   steps[i].rows, steps[i].cols) + 1,
				 steps[i].to);
	page_release(&page);
}

static void a_leap_goes_a_window_further(void **state)
{
	struct page page;
	int count = 40;

	(void)state;
	page_measure(&page, paint_lines, &count, 20, number(1));
	assert_int_equal(page_leap(&page, 0, 10), 10);
	assert_int_equal(page_leap(&page, 35, 10), 39);
	assert_int_equal(page_leap(&page, 39, 10), 39);
	assert_int_equal(page_leap(&page, 10, -10), 0);
	assert_int_equal(page_leap(&page, 3, -10), 0);
	page_release(&page);
	count = 0;
	page_measure(&page, paint_lines, &count, 20, number(1));
	assert_int_equal(page_leap(&page, 0, 10), 0);
	assert_int_equal(page_step(&page, 0, 1, 0), 0);
	page_release(&page);
}

static void the_window_moves_only_when_it_must(void **state)
{
	struct page page;
	int count = 40;

	(void)state;
	page_measure(&page, paint_lines, &count, 20, number(1));
	assert_int_equal(page_top(&page, 0, 0, 10), 1);
	assert_int_equal(page_top(&page, 9, 1, 10), 1);
	for (size_t spot = 0; spot < page.count; spot++)
		for (int top = 0; top < 60; top++) {
			int now = page_top(&page, spot, top, 10);
			int row = page.spots[spot].rect.row;

			assert_in_range(row, now, now + 9);
			assert_in_range(now, 1, 31);
			if (top >= 1 && top <= 31 && row >= top &&
			    row < top + 10)
				assert_int_equal(now, top);
		}
	assert_int_equal(page_top(&page, 20, 1, 100), 1);
	page_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_knows_its_length_and_its_spots),
		cmocka_unit_test(
			a_window_shows_the_head_and_the_rows_from_its_top),
		cmocka_unit_test(all_of_a_page_is_printed_once),
		cmocka_unit_test(keys_go_straight_to_what_is_near),
		cmocka_unit_test(a_leap_goes_a_window_further),
		cmocka_unit_test(the_window_moves_only_when_it_must),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
