#include "layout/views.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/id.h"
#include "layout/matrix.h"
#include "sample.h"

/* What the view prints of map 21, or of nothing. */
static char *print(const char *key, const struct project *p, int cols)
{
	struct view view = { .map = 21 };
	struct view_page page = { views_find(key), p, &view };
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	page_print(views_paint, &page, cols, true, out);
	fclose(out);
	return text;
}

static void assert_prints(const char *key, const char *picture)
{
	struct project *p = sample_project();
	char *text = print(key, p, 54);

	assert_string_equal(text, picture);
	free(text);
	project_free(p);
}

static void every_view_is_found_by_its_key_and_its_label(void **state)
{
	(void)state;
	for (const struct view_info *v = views; v->key; v++) {
		assert_ptr_equal(views_find(v->key), v);
		assert_ptr_equal(views_find(v->label), v);
		assert_ptr_equal(views_of(views_thing(v)), v);
	}
	assert_string_equal(views_find("park")->key, "parking");
	assert_null(views_find("nothing"));
	assert_null(views_find(""));
	assert_null(views_of((struct thing){ MAP, 1 }));
}

static void maps_are_listed_with_state_and_persona(void **state)
{
	(void)state;
	assert_prints("maps",
		"-- Maps . 2 ------------------------------------------\n"
		"    Title                    State  Persona\n"
		" 1  Buying coffee beans      as-is  Lan, office worker\n"
		" 2  Buying with less effort  to-be\n");
}

static void what_is_parked_has_its_number(void **state)
{
	(void)state;
	assert_prints("parking",
		"-- Parking lot . 1 -----------------------------------\n"
		"      Title                                    Channel\n"
		" 0.1  hears of us                           ?\n");
}

static void channels_come_by_use_with_their_worst(void **state)
{
	(void)state;
	assert_prints("channels",
		"-- Channels . 2 --------------------------------------\n"
		" Touchpoints  Lowest emotion  Channel\n"
		" 1            +1              @Twitter\n"
		" 1            -2              @website\n");
}

static void personas_and_snapshots_are_listed(void **state)
{
	(void)state;
	assert_prints("personas",
		"-- Personas . 2 --------------------------------------\n"
		" Name                Needs\n"
		" Lan, office worker  a good cup before eight\n"
		" Minh\n");
	assert_prints("snapshots",
		"-- Snapshots . 1 -------------------------------------\n"
		" Change  Name\n"
		" 7       kick-off\n");
}

static void the_matrix_has_stages_across_and_lanes_down(void **state)
{
	(void)state;
	assert_prints("matrix",
		"-- Matrix . Buying coffee beans ----------------------\n"
		" 1 Need ------------------  2 Mua hàng --------------\n"
		" Touchpoint\n"
		" clicks a flash-sale post   thanh toán\n"
		"\n"
		" Channel\n"
		" Twitter                    website\n"
		"\n"
		" Context\n"
		" curious\n"
		"\n"
		" Need\n"
		" save money\n"
		"\n"
		" Emotion\n"
		" +1                         -2\n"
		"\n"
		" Pain\n"
		"                            phí hiện ở bước cuối\n"
		"\n"
		" Quote\n"
		"                            Sao đắt thế?\n"
		"\n"
		" Our staff\n"
		"                            checks the payment\n"
		"\n");
}

static void a_presentation_is_printed_screen_after_screen(void **state)
{
	(void)state;
	assert_prints("present",
		"  +------------------------------------------------+\n"
		"  |              Buying coffee beans               |\n"
		"  +------------------------------------------------+\n"
		"\n"
		"                  Lan, office worker\n"
		"\n"
		"\n"
		" +--------------------------------------------------+\n"
		" | Buying coffee beans                              |\n"
		" +--------------------------------------------------+\n"
		"\n"
		" +2\n"
		"\n"
		"                *-----------+\n"
		"                            |\n"
		"  0                         |\n"
		"                            |\n"
		"                            |\n"
		"                            |\n"
		" -2                         +-----------*\n"
		"     1 Need                 2 Mua hàng\n"
		"\n"
		" v -2  2.1 thanh toán\n"
		"\n"
		" +--------------------------------------------------+\n"
		" | 1 Need                                           |\n"
		" +--------------------------------------------------+\n"
		"\n"
		"  1.1    clicks a flash-sale post             *3  +1\n"
		"\n"
		"\n"
		" +--------------------------------------------------+\n"
		" | 2 Mua hàng                                       |\n"
		" +--------------------------------------------------+\n"
		"\n"
		"  2.1    thanh toán                               -2\n"
		"\n");
}

static void stages_that_find_no_room_stand_below(void **state)
{
	struct project *p = sample_project();
	struct view view = { .map = 21, .lanes = "title,our staff" };
	struct view_page page = { views_find("matrix"), p, &view };
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	(void)state;
	page_print(views_paint, &page, 28, true, out);
	fclose(out);
	assert_string_equal(text,
		"-- Matrix . Buying coffee~--\n"
		" 1 Need --------------------\n"
		" Touchpoint\n"
		" clicks a flash-sale post\n"
		"\n"
		" Our staff\n"
		"\n"
		"\n"
		" 2 Mua hàng ----------------\n"
		" Touchpoint\n"
		" thanh toán\n"
		"\n"
		" Our staff\n"
		" checks the payment\n"
		"\n");
	free(text);
	project_free(p);
}

static void the_matrix_knows_where_things_are(void **state)
{
	struct project *p = sample_project();
	struct view view = { .map = 21 };
	struct view_page what = { views_find("matrix"), p, &view };
	struct thing none = { PROJECT, 0 };
	struct page page;
	size_t i;
	int64_t lane, stage;

	(void)state;
	page_measure(&page, views_paint, &what, 54, none);
	i = page_find(&page, (struct thing){ TOUCHPOINT, 42 });
	assert_true(i < page.count);
	assert_int_equal(page.spots[i].rect.row, 3);
	assert_int_equal(page.spots[i].rect.col, 28);
	assert_true(page_find(&page, (struct thing){ STAGE, 31 }) <
		    page.count);
	i = page_find(&page, (struct thing){ CELL, id_of_pair(51, 31) });
	assert_true(i < page.count);
	assert_true(matrix_cell(p, 21, page.spots[i].thing.id, &lane,
				&stage));
	assert_int_equal(lane, 51);
	assert_int_equal(stage, 31);
	assert_false(matrix_cell(p, 21, 7, &lane, &stage));
	page_release(&page);
	project_free(p);
}

static void the_wheel_counts_by_phase(void **state)
{
	(void)state;
	assert_prints("wheel",
		"-- Touchpoint wheel . 2 touchpoints ------------------\n"
		" before the purchase --------------------------------\n"
		" 1 Need\n"
		" 1 touchpoint\n"
		" emotion +1.0 on average, +1 at worst\n"
		" Place: unknown 1\n"
		" Media: unknown 1\n"
		" Origin: unknown 1\n"
		"\n"
		" during the purchase --------------------------------\n"
		" 2 Mua hàng\n"
		" 1 touchpoint\n"
		" emotion -2.0 on average, -2 at worst\n"
		" Place: unknown 1\n"
		" Media: unknown 1\n"
		" Origin: unknown 1\n"
		"\n"
		" after the purchase ---------------------------------\n"
		" 0 touchpoints\n"
		" emotion unknown\n"
		"\n");
}

static char *print_of(const char *key, int64_t stage, int64_t touchpoint)
{
	struct project *p = sample_project();
	struct view view = { .map = 21, .stage = stage,
			     .touchpoint = touchpoint };
	struct view_page page = { views_find(key), p, &view };
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	page_print(views_paint, &page, 54, true, out);
	fclose(out);
	project_free(p);
	return text;
}

static void a_stage_shows_all_that_is_known_of_it(void **state)
{
	char *text = print_of("stage", 32, 42);

	(void)state;
	assert_string_equal(text,
		"-- 2 Mua hàng ----------------------------------------\n"
		" Phase: during the purchase\n"
		"\n"
		" 2.1  thanh toán\n"
		"      Channel: website\n"
		"      Emotion: very bad (-2)\n"
		"      Pain: phí hiện ở bước cuối\n"
		"      Quote: Sao đắt thế?\n"
		"      Tags: checkout; fees\n"
		"\n");
	free(text);
}

static void a_touchpoint_shows_what_belongs_to_it(void **state)
{
	char *text = print_of("touchpoint", 32, 42);

	(void)state;
	assert_string_equal(text,
		"-- 2 Mua hàng ----------------------------------------\n"
		" 2.1  thanh toán\n"
		"      Channel: website\n"
		"      Emotion: very bad (-2)\n"
		"      Pain: phí hiện ở bước cuối\n"
		"      Quote: Sao đắt thế?\n"
		"      Tags: checkout; fees\n"
		"      Improvement: show the fee first\n"
		"        Kind: mend\n"
		"        Step: decide\n"
		"        Measure: orders\n"
		"        Before: 12.50\n"
		"\n");
	free(text);
	text = print_of("touchpoint", 0, 0);
	assert_non_null(strstr(text, " 1.1  clicks a flash-sale post"));
	assert_non_null(strstr(text, "      Measure: clicks"));
	assert_non_null(strstr(text, "      Voter: Minh"));
	assert_non_null(strstr(text, "-- Parking lot"));
	assert_non_null(strstr(text, " 0.1  hears of us"));
	free(text);
}

static void where_there_is_no_room_the_last_columns_go(void **state)
{
	struct project *p = sample_project();
	char *text = print("maps", p, 40);

	(void)state;
	assert_null(strstr(text, "Persona"));
	assert_non_null(strstr(text, " 2  Buying with less effort"));
	free(text);
	project_free(p);
}

static void an_empty_project_is_told_what_to_do(void **state)
{
	struct project *p = project_new();

	(void)state;
	for (const struct view_info *v = views; v->key; v++) {
		char *text = v->paint ? print(v->key, p, 40) : NULL;
		char *second = text ? strchr(text, '\n') : NULL;

		if (text)
			assert_true(second && strlen(second) > 20);
		free(text);
	}
	project_free(p);
}

/* However wide, a line never is wider, and nothing is painted twice. */
static void every_view_keeps_to_its_width(void **state)
{
	struct project *p = sample_nasty();

	(void)state;
	for (const struct view_info *v = views; v->key; v++)
		for (int cols = 1; v->paint && cols < 100; cols++) {
			struct view view = { .map = 21 };
			struct view_page what = { v, p, &view };
			struct page page;

			page_measure(&page, views_paint, &what, cols,
				     (struct thing){ MAP, 0 });
			for (size_t i = 0; i < page.count; i++) {
				struct rect r = page.spots[i].rect;

				assert_in_range(r.row, page.head,
						page.rows - 1);
				assert_true(r.col + r.cols <= cols);
			}
			page_release(&page);
			free(print(v->key, p, cols));
		}
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_view_is_found_by_its_key_and_its_label),
		cmocka_unit_test(maps_are_listed_with_state_and_persona),
		cmocka_unit_test(what_is_parked_has_its_number),
		cmocka_unit_test(channels_come_by_use_with_their_worst),
		cmocka_unit_test(personas_and_snapshots_are_listed),
		cmocka_unit_test(the_matrix_has_stages_across_and_lanes_down),
		cmocka_unit_test(a_presentation_is_printed_screen_after_screen),
		cmocka_unit_test(stages_that_find_no_room_stand_below),
		cmocka_unit_test(the_matrix_knows_where_things_are),
		cmocka_unit_test(the_wheel_counts_by_phase),
		cmocka_unit_test(a_stage_shows_all_that_is_known_of_it),
		cmocka_unit_test(a_touchpoint_shows_what_belongs_to_it),
		cmocka_unit_test(where_there_is_no_room_the_last_columns_go),
		cmocka_unit_test(an_empty_project_is_told_what_to_do),
		cmocka_unit_test(every_view_keeps_to_its_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
