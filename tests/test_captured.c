#include "model/captured.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sample.h"
#include "state.h"

/* A line typed on map 21, stage 31, after touchpoint 41 was captured. */
struct typed {
	struct capture_intent intent;
	struct capture_result result;
};

static void type(struct typed *t, const char *line)
{
	intent_capture(&t->intent, line, 21, &t->result);
	t->intent.here = 31;
	t->intent.last = 41;
	t->intent.id = 500;
}

/* Do it; what came of it is as said.  Returns how many changes it took. */
static size_t captured(struct project *p, struct typed *t, enum captured what,
		       int64_t touchpoint, int64_t stage)
{
	size_t count = state_do(p, &t->intent.intent, NULL);

	assert_int_equal(t->result.what, what);
	assert_int_equal(t->result.touchpoint, touchpoint);
	assert_int_equal(t->result.stage, stage);
	capture_intent_release(&t->intent);
	return count;
}

static size_t capture(struct project *p, const char *line, enum captured what,
		      int64_t touchpoint, int64_t stage)
{
	struct typed t;

	type(&t, line);
	return captured(p, &t, what, touchpoint, stage);
}

static const char *text(const struct project *p, int64_t id, int field)
{
	return row_text(project_row(p, TOUCHPOINT, id), field);
}

static void refuse(const struct project *p, const char *line,
		   const char *word)
{
	struct typed t;

	type(&t, line);
	assert_refused(p, &t.intent.intent, word);
	capture_intent_release(&t.intent);
}

static void an_empty_line_does_nothing(void **state)
{
	struct project *p = sample_project();

	(void)state;
	assert_int_equal(capture(p, "", CAPTURED_NOTHING, 0, 0), 0);
	assert_int_equal(capture(p, "  ", CAPTURED_NOTHING, 0, 0), 0);
	project_free(p);
}

static void a_line_adds_at_the_end_of_the_current_stage(void **state)
{
	struct project *p = sample_project();
	const struct list *l = project_touchpoints(p, 21, 31);

	(void)state;
	capture(p, "pays @card ~in a hurry :(", CAPTURED_ADDED, 500, 31);
	assert_int_equal(l->rows[l->count - 1]->id, 500);
	assert_string_equal(text(p, 500, TOUCHPOINT_TITLE), "pays");
	assert_string_equal(text(p, 500, TOUCHPOINT_CHANNEL), "card");
	assert_string_equal(text(p, 500, TOUCHPOINT_CONTEXT), "in a hurry");
	assert_string_equal(text(p, 500, TOUCHPOINT_EMOTION), "-1");
	project_free(p);
}

static void a_line_may_name_its_stage(void **state)
{
	static const char *const lines[] = { "2> pays", "mua hang > pays",
					     "Mua>pays" };

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct project *p = sample_project();

		capture(p, lines[i], CAPTURED_ADDED, 500, 32);
		assert_string_equal(text(p, 500, TOUCHPOINT_TITLE), "pays");
		assert_string_equal(text(p, 500, TOUCHPOINT_STAGE), "32");
		project_free(p);
	}
}

static void a_stage_nobody_knows_parks_the_whole_text(void **state)
{
	struct project *p = sample_project();

	(void)state;
	capture(p, "checkout > pays @card", CAPTURED_PARKED, 500, 0);
	assert_string_equal(text(p, 500, TOUCHPOINT_TITLE),
			    "checkout > pays");
	assert_string_equal(text(p, 500, TOUCHPOINT_CHANNEL), "card");
	assert_string_equal(text(p, 500, TOUCHPOINT_STAGE), "");
	assert_int_equal(project_touchpoints(p, 21, 0)->rows[1]->id, 500);
	project_free(p);
}

static void an_ambiguous_stage_parks_too(void **state)
{
	struct project *p = sample_project();

	(void)state;
	project_set(p, STAGE, 32, STAGE_TITLE, "Needle");
	capture(p, "ne > pays", CAPTURED_PARKED, 500, 0);
	capture(p, "need >", CAPTURED_WENT, 0, 31);
	project_free(p);
}

static void without_a_current_stage_a_line_is_parked(void **state)
{
	struct project *p = sample_project();
	struct typed t;

	(void)state;
	type(&t, "pays");
	t.intent.here = 0;
	captured(p, &t, CAPTURED_ADDED, 500, 0);
	type(&t, "pays");
	t.intent.here = 999;    /* deleted meanwhile */
	t.intent.id = 501;
	captured(p, &t, CAPTURED_ADDED, 501, 0);
	assert_int_equal(project_touchpoints(p, 21, 0)->count, 3);
	project_free(p);
}

static void a_touchpoint_of_another_map_is_left_alone(void **state)
{
	struct project *p = sample_project();
	struct typed t;

	(void)state;
	type(&t, "=Lan");
	t.intent.last = 44;
	assert_refused(p, &t.intent.intent, "first");
	capture_intent_release(&t.intent);
	type(&t, "pays");
	t.intent.replaces = 44;
	captured(p, &t, CAPTURED_ADDED, 500, 31);
	project_free(p);
}

static void a_stage_alone_is_gone_to(void **state)
{
	struct project *p = sample_project();

	(void)state;
	assert_int_equal(capture(p, "2>", CAPTURED_WENT, 0, 32), 0);
	assert_int_equal(capture(p, "mua >  ", CAPTURED_WENT, 0, 32), 0);
	capture(p, "nowhere >", CAPTURED_PARKED, 500, 0);
	assert_string_equal(text(p, 500, TOUCHPOINT_TITLE), "nowhere >");
	project_free(p);
}

static void a_line_of_sigils_adds_to_the_last_touchpoint(void **state)
{
	struct project *p = sample_project();

	(void)state;
	assert_int_equal(capture(p, "+be quick !slow =Lan :-2 @app",
				 CAPTURED_CHANGED, 41, 31), 5);
	assert_string_equal(text(p, 41, TOUCHPOINT_TITLE),
			    "clicks a flash-sale post");
	assert_string_equal(text(p, 41, TOUCHPOINT_NEED),
			    "save money; be quick");
	assert_string_equal(text(p, 41, TOUCHPOINT_PAIN), "slow");
	assert_string_equal(text(p, 41, TOUCHPOINT_OWNER), "Lan");
	assert_string_equal(text(p, 41, TOUCHPOINT_EMOTION), "-2");
	assert_string_equal(text(p, 41, TOUCHPOINT_CHANNEL), "app");
	capture(p, "#a #b", CAPTURED_CHANGED, 41, 31);
	capture(p, "#c", CAPTURED_CHANGED, 41, 31);
	assert_string_equal(text(p, 41, TOUCHPOINT_TAGS), "a; b; c");
	project_free(p);
}

static void a_line_may_name_the_card_it_adds_to(void **state)
{
	struct project *p = sample_project();

	(void)state;
	capture(p, "2.1 =Lan", CAPTURED_CHANGED, 42, 32);
	assert_string_equal(text(p, 42, TOUCHPOINT_OWNER), "Lan");
	capture(p, "0.1 :)", CAPTURED_CHANGED, 43, 0);
	assert_string_equal(text(p, 43, TOUCHPOINT_EMOTION), "1");
	refuse(p, "2.2 =Lan", "there is no touchpoint 2.2");
	refuse(p, "7.1 =Lan", "there is no touchpoint 7.1");
	refuse(p, "0.2 =Lan", "there is no touchpoint 0.2");
	project_free(p);
}

static void there_must_be_something_to_add_to(void **state)
{
	struct project *p = sample_project();

	(void)state;
	project_remove(p, MEASURE, 71);
	project_remove(p, VOTE, 81);
	project_remove(p, IMPROVEMENT, 62);
	project_remove(p, TOUCHPOINT, 41);
	refuse(p, "=Lan", "type what the customer does first");
	project_free(p);
}

static void a_line_without_a_title_is_refused(void **state)
{
	struct project *p = sample_project();

	(void)state;
	refuse(p, "2> @card :)", "first what the customer does");
	project_free(p);
}

static void what_is_too_long_is_refused(void **state)
{
	struct project *p = sample_project();
	char line[6000];

	(void)state;
	memset(line, 'x', sizeof line);
	line[sizeof line - 1] = '\0';
	refuse(p, line, "too long");
	line[0] = '@';
	refuse(p, line, "too long");
	project_free(p);
}

/* The line of touchpoint `id` brought back, changed and entered. */
static size_t again(struct project *p, int64_t id, const char *line,
		    int64_t stage)
{
	struct typed t;

	type(&t, line);
	t.intent.replaces = id;
	return captured(p, &t, CAPTURED_CHANGED, id, stage);
}

static void a_line_brought_back_replaces_the_touchpoint(void **state)
{
	struct project *p = sample_project();

	(void)state;
	again(p, 41, "clicks the post @Zalo +save time", 31);
	assert_int_equal(project_count(p, TOUCHPOINT), 4);
	assert_string_equal(text(p, 41, TOUCHPOINT_TITLE), "clicks the post");
	assert_string_equal(text(p, 41, TOUCHPOINT_CHANNEL), "Zalo");
	assert_string_equal(text(p, 41, TOUCHPOINT_NEED), "save time");
	assert_string_equal(text(p, 41, TOUCHPOINT_CONTEXT), "");
	assert_string_equal(text(p, 41, TOUCHPOINT_EMOTION), "");
	assert_string_equal(text(p, 41, TOUCHPOINT_EVIDENCE), "observed");
	assert_string_equal(text(p, 41, TOUCHPOINT_NOTES),
			    "first line\n\n  third line");
	project_free(p);
}

static void a_line_brought_back_as_it_was_changes_nothing(void **state)
{
	struct project *p = sample_project();

	(void)state;
	for (int64_t id = 41; id <= 43; id++) {
		const struct row *r = project_row(p, TOUCHPOINT, id);
		struct strbuf line = STRBUF_INIT;
		bool done[TOUCHPOINT_FIELDS];

		capture_write(r, &line, done);
		assert_int_equal(again(p, id, line.s,
				       row_ref(r, TOUCHPOINT_STAGE)), 0);
		strbuf_release(&line);
	}
	project_free(p);
}

static void a_line_brought_back_may_move_to_another_stage(void **state)
{
	struct project *p = sample_project();
	const struct list *l = project_touchpoints(p, 21, 32);

	(void)state;
	again(p, 41, "2> clicks the post", 32);
	assert_int_equal(l->count, 2);
	assert_int_equal(l->rows[1]->id, 41);
	assert_string_not_equal(row_rank(l->rows[0]), row_rank(l->rows[1]));
	again(p, 41, "zzz > clicks", 32);
	assert_string_equal(text(p, 41, TOUCHPOINT_TITLE), "zzz > clicks");
	project_free(p);
}

static void a_line_for_a_touchpoint_that_is_gone_adds_a_new_one(void **state)
{
	struct project *p = sample_project();
	struct typed t;

	(void)state;
	type(&t, "clicks again");
	t.intent.replaces = 999;
	captured(p, &t, CAPTURED_ADDED, 500, 31);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_line_does_nothing),
		cmocka_unit_test(a_line_adds_at_the_end_of_the_current_stage),
		cmocka_unit_test(a_line_may_name_its_stage),
		cmocka_unit_test(a_stage_nobody_knows_parks_the_whole_text),
		cmocka_unit_test(an_ambiguous_stage_parks_too),
		cmocka_unit_test(without_a_current_stage_a_line_is_parked),
		cmocka_unit_test(a_touchpoint_of_another_map_is_left_alone),
		cmocka_unit_test(a_stage_alone_is_gone_to),
		cmocka_unit_test(a_line_of_sigils_adds_to_the_last_touchpoint),
		cmocka_unit_test(a_line_may_name_the_card_it_adds_to),
		cmocka_unit_test(there_must_be_something_to_add_to),
		cmocka_unit_test(a_line_without_a_title_is_refused),
		cmocka_unit_test(what_is_too_long_is_refused),
		cmocka_unit_test(a_line_brought_back_replaces_the_touchpoint),
		cmocka_unit_test(
			a_line_brought_back_as_it_was_changes_nothing),
		cmocka_unit_test(
			a_line_brought_back_may_move_to_another_stage),
		cmocka_unit_test(
			a_line_for_a_touchpoint_that_is_gone_adds_a_new_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
