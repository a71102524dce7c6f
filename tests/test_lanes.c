#include "model/lanes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/redact.h"
#include "sample.h"

static struct project *p;
static struct lanes lanes;

static int make(void **state)
{
	(void)state;
	p = sample_project();
	lanes = (struct lanes)LANES_INIT;
	return 0;
}

static int drop(void **state)
{
	(void)state;
	lanes_release(&lanes);
	project_free(p);
	return 0;
}

static void assert_titles(const char *wanted, const char *titles)
{
	struct strbuf s = STRBUF_INIT;
	struct err err = { "" };

	if (!lanes_choose(&lanes, p, 21, wanted, &err))
		fail_msg("%s", err.msg);
	for (size_t i = 0; i < lanes.count; i++)
		strbuf_addf(&s, "%s|", lane_title(&lanes.at[i], p));
	assert_string_equal(s.s, titles);
	strbuf_release(&s);
}

static void assert_text(int field, int64_t lane, int64_t stage,
			const char *text)
{
	struct lane l = { field, lane };
	struct strbuf s = STRBUF_INIT;

	lane_text(&l, p, 21, stage, " / ", &s);
	assert_string_equal(s.s, text);
	strbuf_release(&s);
}

static void the_usual_lanes_are_those_with_something_in_them(void **state)
{
	(void)state;
	assert_titles(NULL, "Touchpoint|Channel|Context|Need|Emotion|Pain|"
			    "Quote|Our staff|");
}

static void lanes_are_named_by_key_label_alias_or_title(void **state)
{
	(void)state;
	assert_titles("pain, BUSINESS GOAL,nỗi đau,our staff,",
		      "Pain|Business goal|Pain|Our staff|");
}

static void an_unknown_lane_is_refused_with_the_list(void **state)
{
	struct err err = { "" };

	(void)state;
	assert_false(lanes_choose(&lanes, p, 21, "pain,painting", &err));
	assert_non_null(strstr(err.msg, "\"painting\""));
	assert_non_null(strstr(err.msg, "title, channel, "));
	assert_non_null(strstr(err.msg, ", Our staff"));
	assert_null(strstr(err.msg, "rank"));
}

static void a_lane_says_what_its_touchpoints_say(void **state)
{
	(void)state;
	assert_text(TOUCHPOINT_TITLE, 0, 32, "thanh toán");
	assert_text(TOUCHPOINT_EMOTION, 0, 31, "+1");
	assert_text(TOUCHPOINT_EVIDENCE, 0, 31, "observed");
	assert_text(TOUCHPOINT_PAIN, 0, 31, "");
	assert_text(-1, 51, 32, "checks the payment");
	assert_text(-1, 51, 31, "");
	assert_text(TOUCHPOINT_TITLE, 0, 0, "hears of us");
}

static void put_touchpoint(int64_t id, const char *rank, const char *channel)
{
	struct values v = { { NULL } };

	v.text[TOUCHPOINT_MAP] = "21";
	v.text[TOUCHPOINT_STAGE] = "32";
	v.text[TOUCHPOINT_RANK] = rank;
	v.text[TOUCHPOINT_TITLE] = "again";
	v.text[TOUCHPOINT_CHANNEL] = channel;
	v.text[TOUCHPOINT_EMOTION] = "-2";
	assert_true(project_put(p, row_new(TOUCHPOINT, id, &v)));
}

static void equal_neighbours_are_said_once_but_each_feeling(void **state)
{
	(void)state;
	put_touchpoint(45, "a1", "website");
	put_touchpoint(46, "a2", "shop");
	assert_text(TOUCHPOINT_CHANNEL, 0, 32, "website / shop");
	assert_text(TOUCHPOINT_EMOTION, 0, 32, "-2 / -2 / -2");
}

static void a_redacted_project_is_the_same_but_for_the_fields(void **state)
{
	struct err err = { "" };
	unsigned bits;
	struct project *copy;
	const struct row *r;

	(void)state;
	assert_true(redact_read("quotes,notes", &bits, &err));
	copy = redact_project(p, bits);
	r = project_row(copy, TOUCHPOINT, 42);
	assert_string_equal(row_text(r, TOUCHPOINT_QUOTE), "");
	assert_string_equal(row_title(r), "thanh toán");
	r = project_row(copy, TOUCHPOINT, 41);
	assert_string_equal(row_text(r, TOUCHPOINT_NOTES), "");
	for (int e = 0; e < ENTITIES; e++)
		assert_int_equal(project_count(copy, (enum entity)e),
				 project_count(p, (enum entity)e));
	assert_ptr_equal(project_stages(copy, 21)->rows[1],
			 project_row(copy, STAGE, 32));
	project_free(copy);
	assert_false(redact_read("quotes,names", &bits, &err));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, make, drop)
	const struct CMUnitTest tests[] = {
		TEST(the_usual_lanes_are_those_with_something_in_them),
		TEST(lanes_are_named_by_key_label_alias_or_title),
		TEST(an_unknown_lane_is_refused_with_the_list),
		TEST(a_lane_says_what_its_touchpoints_say),
		TEST(equal_neighbours_are_said_once_but_each_feeling),
		TEST(a_redacted_project_is_the_same_but_for_the_fields),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
