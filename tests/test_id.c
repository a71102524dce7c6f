#include "base/id.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>

#include <cmocka.h>

static void new_ids_are_in_range_and_differ(void **state)
{
	int64_t seen = 0, last = 0;

	(void)state;
	for (int i = 0; i < 10000; i++) {
		int64_t id = id_new();

		assert_true(id >= 1 && id <= ID_LAST);
		assert_true(id != last);
		last = id;
		seen |= id;
	}
	assert_true(seen == ID_LAST);   /* every bit is used */
}

static void the_id_of_a_pair_depends_on_both_and_their_order(void **state)
{
	(void)state;
	assert_true(id_of_pair(3, 5) == id_of_pair(3, 5));
	assert_true(id_of_pair(3, 5) != id_of_pair(5, 3));
	assert_true(id_of_pair(3, 5) != id_of_pair(3, 6));
	assert_true(id_of_pair(3, 5) != id_of_pair(4, 5));
	for (int64_t a = 1; a < 100; a++) {
		for (int64_t b = 1; b < 100; b++) {
			int64_t id = id_of_pair(a, b);

			assert_true(id >= 1 && id <= ID_LAST);
		}
	}
}

/* Cells lie in files under these ids: they may never change. */
static void the_id_of_a_pair_is_for_ever(void **state)
{
	(void)state;
	assert_true(id_of_pair(1, 2) == INT64_C(5376399041404434));
	assert_true(id_of_pair(ID_LAST, 1) == INT64_C(6440201334195685));
}

static void an_id_is_read_from_its_digits_alone(void **state)
{
	static const char *const others[] = {
		"", "0", "007", "-1", "+1", " 1", "1 ", "1x", "0x1", "5.3",
		"9007199254740992", "99999999999999999999999999",
	};

	(void)state;
	assert_true(id_parse("1") == 1);
	assert_true(id_parse("9007199254740991") == ID_LAST);
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		assert_true(id_parse(others[i]) == 0);
}

static void an_id_is_written_as_it_is_read(void **state)
{
	char text[ID_TEXT];

	(void)state;
	assert_string_equal(id_text(0, text), "");
	assert_string_equal(id_text(ID_LAST, text), "9007199254740991");
	assert_true(id_parse(id_text(42, text)) == 42);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(new_ids_are_in_range_and_differ),
		cmocka_unit_test(
			the_id_of_a_pair_depends_on_both_and_their_order),
		cmocka_unit_test(the_id_of_a_pair_is_for_ever),
		cmocka_unit_test(an_id_is_read_from_its_digits_alone),
		cmocka_unit_test(an_id_is_written_as_it_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
