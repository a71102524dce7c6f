#include "model/diff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dice.h"
#include "sample.h"
#include "state.h"

enum { ROUNDS = 60, WISHES = 12 };

/* The difference, applied, leads from the one to the other, and its inverse
 * back again. */
static void assert_leads(struct project *from, const struct project *to,
			 struct project *same_as_from)
{
	struct edit e = EDIT_INIT, back = EDIT_INIT;

	project_diff(from, to, &e);
	assert_true(edit_apply(&e, from));
	assert_same_state(from, to);
	assert_sound(from);
	edit_invert(&back, &e);
	assert_true(edit_apply(&back, from));
	assert_same_state(from, same_as_from);
	edit_release(&e);
	edit_release(&back);
}

static void wish_often(struct project *p)
{
	struct wish w;

	for (int i = 0; i < WISHES; i++) {
		dice_wish(&w, p);
		state_do(p, &w.is.intent, NULL);
	}
}

static void a_difference_leads_from_one_to_the_other(void **state)
{
	(void)state;
	dice_start(3);
	for (int i = 0; i < ROUNDS; i++) {
		struct project *from = sample_project();
		struct project *same = sample_project();
		struct project *to = sample_project();

		wish_often(to);
		assert_leads(from, to, same);
		project_free(from);
		project_free(same);
		project_free(to);
	}
}

static void all_and_nothing_differ_by_all(void **state)
{
	struct project *none = project_new(), *nothing = project_new();
	struct project *all = sample_nasty();

	(void)state;
	assert_leads(none, all, nothing);
	project_free(none);
	project_free(nothing);
	project_free(all);
}

static void the_same_does_not_differ(void **state)
{
	struct project *a = sample_nasty(), *b = sample_nasty();
	struct edit e = EDIT_INIT;

	(void)state;
	project_diff(a, b, &e);
	assert_int_equal(e.count, 0);
	edit_release(&e);
	project_free(a);
	project_free(b);
}

static void a_change_of_one_field_is_one_set(void **state)
{
	struct project *a = sample_project(), *b = sample_project();
	struct edit e = EDIT_INIT;

	(void)state;
	project_set(b, STAGE, 31, STAGE_WANT, "more");
	project_diff(a, b, &e);
	assert_int_equal(e.count, 1);
	assert_int_equal(e.changes[0].op, CHANGE_SET);
	assert_int_equal(e.changes[0].field, STAGE_WANT);
	assert_string_equal(e.changes[0].new, "more");
	edit_release(&e);
	project_free(a);
	project_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_difference_leads_from_one_to_the_other),
		cmocka_unit_test(all_and_nothing_differ_by_all),
		cmocka_unit_test(the_same_does_not_differ),
		cmocka_unit_test(a_change_of_one_field_is_one_set),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
