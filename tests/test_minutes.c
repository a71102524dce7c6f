#include "format/minutes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/id.h"
#include "sample.h"
#include "state.h"

/* The minutes of map 21 from a to b; both are freed. */
static char *minutes(struct project *a, struct project *b)
{
	struct minutes m = { a, b, 21, "Ann" };
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	assert_non_null(out);
	if (minutes_due(&m))
		minutes_write(&m, out);
	fclose(out);
	project_free(a);
	project_free(b);
	return text;
}

static void assert_tells(struct project *a, struct project *b,
			 const char *what)
{
	char *text = minutes(a, b);

	if (!strstr(text, what))
		fail_msg("no \"%s\" in:\n%s", what, text);
	assert_ptr_equal(strstr(text, "# Minutes: Buying"), text);
	assert_non_null(strstr(text, "\n\nAnn\n"));
	free(text);
}

static const struct row *first_card(const struct project *p)
{
	return project_touchpoints(p, 21, 31)->rows[0];
}

static void nothing_is_told_of_nothing(void **state)
{
	char *text = minutes(sample_project(), sample_project());

	(void)state;
	assert_string_equal(text, "");
	free(text);
}

static void a_changed_field_is_told_with_both_texts(void **state)
{
	struct project *a = sample_project(), *b = sample_project();
	int64_t id = first_card(a)->id;

	(void)state;
	project_set(a, TOUCHPOINT, id, TOUCHPOINT_PAIN, "late\nand <b>");
	project_set(b, TOUCHPOINT, id, TOUCHPOINT_PAIN, "");
	project_set(a, TOUCHPOINT, id, TOUCHPOINT_EMOTION, "-2");
	project_set(b, TOUCHPOINT, id, TOUCHPOINT_EMOTION, "1");
	assert_tells(a, b, "(Emotion: very bad → good; "
			   "Pain: late and \\<b\\> → nothing)\n");
}

static void a_move_is_told_where_it_went(void **state)
{
	struct project *a = sample_project(), *b = sample_project();
	struct move_intent i;

	(void)state;
	intent_move(&i, TOUCHPOINT, first_card(a)->id, 32, AT_END);
	state_do(b, &i.intent, NULL);
	assert_tells(a, b, "\n## 2 ");
	a = sample_project();
	b = sample_project();
	state_do(b, &i.intent, NULL);
	assert_tells(a, b, "- Moved here: ");
	a = sample_project();
	b = sample_project();
	state_do(b, &i.intent, NULL);
	assert_tells(a, b, " (from: 1 Need)\n");
}

static void a_move_to_the_parking_lot_is_parking(void **state)
{
	struct project *a = sample_project(), *b = sample_project();
	struct move_intent i;
	char *text;

	(void)state;
	intent_move(&i, TOUCHPOINT, first_card(a)->id, 0, AT_END);
	state_do(b, &i.intent, NULL);
	text = minutes(a, b);
	assert_non_null(strstr(text, "\n## Parking lot\n\n- Parked: "));
	assert_null(strstr(text, "## 1"));
	free(text);
}

static void what_is_gone_is_told_in_its_stage(void **state)
{
	struct project *a = sample_project(), *b = sample_project();
	struct delete_intent i;

	(void)state;
	intent_delete(&i, TOUCHPOINT, first_card(a)->id);
	state_do(b, &i.intent, NULL);
	assert_tells(a, b, "\n## 1 Need\n\n- Deleted: ");
}

static void stages_are_told_too(void **state)
{
	struct project *a = sample_project(), *b = sample_project();
	struct delete_intent i;

	(void)state;
	project_set(b, STAGE, 31, STAGE_TITLE, "Wish");
	assert_tells(a, b, "\n## 1 Wish\n\n"
			   "- Stage changed: Need (Title: Need → Wish)\n");
	a = sample_project();
	b = sample_project();
	intent_delete(&i, STAGE, 31);
	state_do(b, &i.intent, NULL);
	assert_tells(a, b, "\n## Need\n\n- This stage was deleted.\n");
	a = sample_project();
	b = sample_project();
	state_do(a, &i.intent, NULL);
	assert_tells(a, b, "\n## 1 Need\n\n- New stage: Need");
}

static void votes_are_counted(void **state)
{
	struct project *a = sample_project(), *b = sample_project();
	struct values v = { { NULL } };
	char id[ID_TEXT];

	(void)state;
	id_text(first_card(a)->id, id);
	v.text[VOTE_TOUCHPOINT] = id;
	v.text[VOTE_VOTER] = "Eve";
	v.text[VOTE_NUMBER] = "70";
	project_put(b, row_new(VOTE, 4711, &v));
	assert_tells(a, b, "- Votes: ");
}

static void a_deleted_map_is_told_in_one_line(void **state)
{
	struct project *a = sample_project(), *b = sample_project();
	struct delete_intent i;

	(void)state;
	intent_delete(&i, MAP, 21);
	state_do(b, &i.intent, NULL);
	assert_tells(a, b, "\nThis map was deleted.\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_told_of_nothing),
		cmocka_unit_test(a_changed_field_is_told_with_both_texts),
		cmocka_unit_test(a_move_is_told_where_it_went),
		cmocka_unit_test(a_move_to_the_parking_lot_is_parking),
		cmocka_unit_test(what_is_gone_is_told_in_its_stage),
		cmocka_unit_test(stages_are_told_too),
		cmocka_unit_test(votes_are_counted),
		cmocka_unit_test(a_deleted_map_is_told_in_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
