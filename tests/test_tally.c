/* Numbers that stay put, and votes by them. */
#include "model/tally.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sample.h"

static void all_on_a_map_has_its_number(void **state)
{
	struct project *p = sample_project();
	struct numbers n = NUMBERS_INIT;

	(void)state;
	numbers_take(&n, p, 21);
	assert_int_equal(numbers_find(&n, 1, 1), 41);
	assert_int_equal(numbers_find(&n, 2, 1), 42);
	assert_int_equal(numbers_find(&n, 0, 1), 43);
	assert_int_equal(numbers_find(&n, 2, 0), 32);
	assert_int_equal(numbers_find(&n, 2, 2), 0);
	assert_null(numbers_of(&n, 44));
	numbers_take(&n, p, 22);
	assert_int_equal(numbers_find(&n, 1, 1), 44);
	assert_null(numbers_of(&n, 41));
	numbers_release(&n);
	project_free(p);
}

static void a_number_stays_when_others_go_or_come_before(void **state)
{
	struct project *p = sample_project();
	struct numbers n = NUMBERS_INIT;
	struct values v = { { [TOUCHPOINT_MAP] = "21",
			      [TOUCHPOINT_STAGE] = "31",
			      [TOUCHPOINT_TITLE] = "new",
			      [TOUCHPOINT_RANK] = "Zz" } };

	(void)state;
	numbers_take(&n, p, 21);
	assert_true(project_put(p, row_new(TOUCHPOINT, 45, &v)));
	assert_true(project_set(p, TOUCHPOINT, 42, TOUCHPOINT_STAGE, "31"));
	numbers_take(&n, p, 21);
	assert_int_equal(numbers_find(&n, 1, 1), 41);
	assert_int_equal(numbers_find(&n, 1, 2), 45);
	assert_int_equal(numbers_find(&n, 2, 1), 42);
	numbers_release(&n);
	project_free(p);
}

static void votes_of_a_voter_add_up(void **state)
{
	struct project *p = sample_project();
	struct numbers n = NUMBERS_INIT;
	struct tally t = TALLY_INIT;
	struct tally_intent i;
	struct edit e = EDIT_INIT;
	struct strbuf text = STRBUF_INIT;
	struct err err;

	(void)state;
	numbers_take(&n, p, 21);
	assert_true(tally_read(&t, "1.1, 1.1 2.1", &n, p, &err));
	tally_text(&t, &text);
	assert_string_equal(text.s, "1.1 +2, 2.1 +1");
	assert_int_equal(votes_of(p, 41), 3);
	intent_tally(&i, &t, "Minh");
	assert_true(i.intent.build(&i.intent, p, &e, &err));
	assert_int_equal(e.count, 2);
	assert_true(edit_apply(&e, p));
	assert_int_equal(votes_of(p, 41), 5);
	assert_int_equal(votes_of(p, 42), 1);
	edit_release(&e);
	strbuf_release(&text);
	tally_release(&t);
	numbers_release(&n);
	project_free(p);
}

static void assert_refused(const char *line, const char *sentence)
{
	struct project *p = sample_project();
	struct numbers n = NUMBERS_INIT;
	struct tally t = TALLY_INIT;
	struct err err;

	numbers_take(&n, p, 21);
	assert_false(tally_read(&t, line, &n, p, &err));
	assert_non_null(strstr(err.msg, sentence));
	tally_release(&t);
	numbers_release(&n);
	project_free(p);
}

static void words_that_are_no_numbers_are_named(void **state)
{
	(void)state;
	assert_refused("1.1 9.9 2.1x tea", "9.9, 2.1x, tea");
	assert_refused("2.0 2", "2.0, 2");
	assert_refused(" , ", "one for each vote");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_on_a_map_has_its_number),
		cmocka_unit_test(a_number_stays_when_others_go_or_come_before),
		cmocka_unit_test(votes_of_a_voter_add_up),
		cmocka_unit_test(words_that_are_no_numbers_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
