#include "base/strbuf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/err.h"

/* What holds for every buffer, and what this one holds. */
static void assert_holds(const struct strbuf *b, const char *text)
{
	assert_non_null(b->s);
	assert_string_equal(b->s, text);
	assert_int_equal(b->len, strlen(text));
	assert_true(b->cap ? b->cap > b->len : b->s == strbuf_empty);
}

static void a_new_buffer_is_an_empty_string(void **state)
{
	struct strbuf b = STRBUF_INIT;

	(void)state;
	assert_holds(&b, "");
	strbuf_add(&b, "x", 0);
	strbuf_addstr(&b, "");
	strbuf_addf(&b, "%s", "");
	strbuf_clear(&b);
	strbuf_trim(&b);
	assert_holds(&b, "");
	strbuf_release(&b);
	assert_holds(&b, "");
}

static void what_is_added_follows_what_was_there(void **state)
{
	struct strbuf b = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&b, "need");
	strbuf_addch(&b, ' ');
	strbuf_add(&b, "> plans", 2);
	assert_holds(&b, "need > ");
	strbuf_addf(&b, "%d.%d %s", 5, 3, "Mua hàng");
	assert_holds(&b, "need > 5.3 Mua hàng");
	strbuf_release(&b);
}

static void a_buffer_grows_as_long_as_it_must(void **state)
{
	struct strbuf b = STRBUF_INIT;
	char expected[5001];

	(void)state;
	memset(expected, 'x', sizeof expected - 1);
	expected[sizeof expected - 1] = '\0';
	for (size_t i = 0; i + 1 < sizeof expected; i++)
		strbuf_addch(&b, 'x');
	assert_holds(&b, expected);
	strbuf_clear(&b);
	strbuf_addf(&b, "%s", expected);
	assert_holds(&b, expected);
	strbuf_release(&b);
}

static void a_splice_replaces_a_part(void **state)
{
	struct strbuf b = STRBUF_INIT;

	(void)state;
	strbuf_splice(&b, 0, 0, "stage", 5);
	assert_holds(&b, "stage");
	strbuf_splice(&b, 0, 1, "St", 2);
	assert_holds(&b, "Sttage");
	strbuf_splice(&b, 1, 2, "t", 1);
	assert_holds(&b, "Stage");
	strbuf_splice(&b, 5, 0, "s", 1);
	assert_holds(&b, "Stages");
	strbuf_splice(&b, 0, 6, "", 0);
	assert_holds(&b, "");
	strbuf_release(&b);
}

static void a_buffer_is_cut_and_trimmed(void **state)
{
	struct strbuf b = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&b, " \t a b \r\n");
	strbuf_trim(&b);
	assert_holds(&b, "a b");
	strbuf_truncate(&b, 1);
	assert_holds(&b, "a");
	strbuf_truncate(&b, 1);
	assert_holds(&b, "a");
	strbuf_clear(&b);
	strbuf_addstr(&b, " \n ");
	strbuf_trim(&b);
	assert_holds(&b, "");
	strbuf_release(&b);
}

static void a_detached_string_is_the_callers(void **state)
{
	struct strbuf b = STRBUF_INIT;
	char *s;

	(void)state;
	strbuf_addstr(&b, "kept");
	s = strbuf_detach(&b);
	assert_string_equal(s, "kept");
	free(s);
	assert_holds(&b, "");
	s = strbuf_detach(&b);          /* of an empty one too */
	assert_string_equal(s, "");
	s[0] = 'x';
	free(s);
	assert_holds(&b, "");
}

static void strings_can_be_set_from_themselves(void **state)
{
	char *s = xstrdup("  title");

	(void)state;
	str_set(&s, s + 2);
	assert_string_equal(s, "title");
	str_set(&s, "");
	assert_string_equal(s, "");
	free(s);
	s = xstrndup("touchpoint", 5);
	assert_string_equal(s, "touch");
	free(s);
}

static void an_array_grows_by_one_element_at_a_time(void **state)
{
	int *numbers = NULL;
	size_t cap = 0;

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		numbers = xgrow(numbers, i, &cap, sizeof *numbers);
		assert_true(cap > i);
		numbers[i] = (int)i;
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(numbers[i], i);
	free(numbers);
}

static void an_error_is_a_sentence_and_always_false(void **state)
{
	struct err err = { "" };

	(void)state;
	assert_false(err_set(&err, "no stage called %s", "Mua"));
	assert_string_equal(err.msg, "no stage called Mua");
	assert_false(err_prefix(&err, "line %d", 3));
	assert_string_equal(err.msg, "line 3: no stage called Mua");
	err_set(&err, "once more: %s", err.msg);
	assert_string_equal(err.msg, "once more: line 3: no stage called Mua");
}

static void a_long_error_ends_with_a_whole_character(void **state)
{
	static const char *const letters[] = { "à", "ệ", "\U0001F600" };

	(void)state;
	for (size_t shift = 0; shift < 4; shift++) {
		for (size_t i = 0; i < ARRAY_LEN(letters); i++) {
			size_t size = strlen(letters[i]);
			struct strbuf text = STRBUF_INIT;
			struct err err = { "" };

			strbuf_add(&text, "abc", shift);
			while (text.len < 2 * sizeof err.msg)
				strbuf_addstr(&text, letters[i]);
			err_set(&err, "%s", text.s);
			assert_memory_equal(err.msg, text.s,
					    strlen(err.msg));
			assert_int_equal((strlen(err.msg) - shift) % size, 0);
			assert_true(strlen(err.msg) + size >= sizeof err.msg);
			strbuf_release(&text);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_buffer_is_an_empty_string),
		cmocka_unit_test(what_is_added_follows_what_was_there),
		cmocka_unit_test(a_buffer_grows_as_long_as_it_must),
		cmocka_unit_test(a_splice_replaces_a_part),
		cmocka_unit_test(a_buffer_is_cut_and_trimmed),
		cmocka_unit_test(a_detached_string_is_the_callers),
		cmocka_unit_test(strings_can_be_set_from_themselves),
		cmocka_unit_test(an_array_grows_by_one_element_at_a_time),
		cmocka_unit_test(an_error_is_a_sentence_and_always_false),
		cmocka_unit_test(a_long_error_ends_with_a_whole_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
