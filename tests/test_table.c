#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "format/table.h"
#include "readings.h"
#include "sample.h"

static void the_sample_is_written_as_ever(void **state)
{
	struct project *p = sample_project();
	char *text = sample_print(table_write, p, 0);
	char *golden = sample_golden("sample.csv");

	(void)state;
	assert_string_equal(text, golden);
	free(golden);
	free(text);
	project_free(p);
}

static void excel_gets_its_own_kind(void **state)
{
	struct write_options o = { .map = 22, .excel = true };
	struct project *p = sample_project();
	char *text = readings_print(table_write, p, &o);

	(void)state;
	assert_non_null(strstr(text, "\xEF\xBB\xBFid;map;stage;position;"));
	assert_non_null(strstr(text, "\r\nt44;Buying with less effort;Need;1;"
				     "pays in one step;"));
	assert_null(strstr(text, "t41"));
	free(text);
	project_free(p);
}

/* Every way of writing reads back to the same table. */
static void tables_come_back_the_same(void **state)
{
	static const struct write_options ways[] = {
		{ .map = 0 }, { .excel = true },
	};
	struct project *(*const samples[])(void) = { sample_project,
						     sample_nasty };

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct project *p = samples[i / 2]();
		char *text = readings_print(table_write, p, &ways[i % 2]);
		char *plain = sample_print(table_write, p, 0), *again;
		struct reading r = readings_read(table_read, text);

		assert_string_equal(r.err.msg, "");
		assert_int_equal(r.report.count, 0);
		again = sample_print(table_write, r.p, 0);
		assert_string_equal(again, plain);
		readings_release(&r);
		free(again);
		free(plain);
		free(text);
		project_free(p);
	}
}

static void only_the_columns_there_are_told_of(void **state)
{
	struct reading r = readings_read(table_read,
		"id,map,stage,position,title,pain\n"
		"t41,M,Need,1,clicks,\n");
	uint32_t told = r.report.origin.told[TOUCHPOINT];

	(void)state;
	assert_string_equal(r.err.msg, "");
	assert_false(r.report.origin.ids);
	assert_true(told & UINT32_C(1) << TOUCHPOINT_PAIN);
	assert_true(told & UINT32_C(1) << TOUCHPOINT_STAGE);
	assert_false(told & UINT32_C(1) << TOUCHPOINT_NEED);
	assert_false(told & UINT32_C(1) << TOUCHPOINT_RANK);
	readings_release(&r);
}

/* Somebody sorted the lines by another column, and added one. */
static void positions_count_more_than_lines(void **state)
{
	struct reading r = readings_read(table_read,
		"id,map,stage,position,title\n"
		"t3,M,A,3,three\nt1,M,A,1,one\n,M,A,,new\nt2,M,A,2,two\n");

	(void)state;
	assert_titles(&r, "A: one, new, two, three");
	readings_release(&r);
	r = readings_read(table_read, "id,map,stage,position,title\n"
			  "t1,M,A,1,one\n,M,A,1,new\n,M,A,-5,newer\n"
			  ",M,A,99999999999,newest\nt2,M,A,9,two\n");
	assert_titles(&r, "A: one, new, newer, newest, two");
	readings_release(&r);
}

static void stages_without_touchpoints_and_parked_ones_are_kept(void **state)
{
	struct reading r = readings_read(table_read,
		"id,map,stage,position,title\n"
		",M,Empty,,\n,M,Need,1,pays\n,M,,1,parked\n");

	(void)state;
	assert_titles(&r, "Empty: | Need: pays | -: parked");
	readings_release(&r);
}

static void an_id_that_comes_twice_is_refused_with_its_place(void **state)
{
	struct reading r = readings_read(table_read,
		"id,map,stage,title\nt7,M,A,one\nt8,M,A,two\nt7,M,A,three\n");

	(void)state;
	assert_non_null(strstr(r.err.msg, "in:4:1: "));
	assert_non_null(strstr(r.err.msg, "t7"));
	readings_release(&r);
}

/* Nothing that a person types into one of our tables is lost. */
static void a_value_that_cannot_be_is_kept_in_the_notes(void **state)
{
	struct reading r = readings_read(table_read,
		"id,map,stage,title,emotion,review,place,derived,Mood\n"
		"x1,M,A,one,9,31/12/2026,moon,44,grim\n"
		",M,A,two,NaN,,,,\n");
	const struct row *one = readings_touchpoint(&r, "one");

	(void)state;
	assert_string_equal(row_text(one, TOUCHPOINT_NOTES),
			    "id: x1\nemotion: 9\nreview: 31/12/2026\n"
			    "place: moon\nderived: 44\nMood: grim");
	assert_int_equal(row_emotion(one), EMOTION_UNKNOWN);
	assert_string_equal(row_text(readings_touchpoint(&r, "two"),
				     TOUCHPOINT_NOTES), "emotion: NaN");
	assert_remark(&r, 2, "4 texts");
	assert_remark(&r, 2, "off the scale");
	assert_remark(&r, 3, "in words");
	readings_release(&r);
}

static void a_table_that_ends_too_early_is_refused(void **state)
{
	struct reading r = readings_read(table_read,
		"id,map,stage,title\nt7,M,A,one\nt8,M,A,\"two");

	(void)state;
	assert_non_null(strstr(r.err.msg, "in:3:8: "));
	readings_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sample_is_written_as_ever),
		cmocka_unit_test(excel_gets_its_own_kind),
		cmocka_unit_test(tables_come_back_the_same),
		cmocka_unit_test(only_the_columns_there_are_told_of),
		cmocka_unit_test(positions_count_more_than_lines),
		cmocka_unit_test(
			stages_without_touchpoints_and_parked_ones_are_kept),
		cmocka_unit_test(
			an_id_that_comes_twice_is_refused_with_its_place),
		cmocka_unit_test(a_value_that_cannot_be_is_kept_in_the_notes),
		cmocka_unit_test(a_table_that_ends_too_early_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
