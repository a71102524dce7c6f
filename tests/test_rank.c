#include "base/rank.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"

enum { LIST = 3000 };

static void assert_between(const char *before, const char *after,
			   const struct strbuf *rank)
{
	assert_true(rank_valid(rank->s));
	assert_true(!*before || strcmp(before, rank->s) < 0);
	assert_true(!*after || strcmp(rank->s, after) < 0);
}

/* A new rank between the two, in place of what `rank` held. */
static void make(const char *before, const char *after, struct strbuf *rank)
{
	struct strbuf made = STRBUF_INIT;

	assert_true(rank_between(before, after, &made));
	assert_between(before, after, &made);
	strbuf_release(rank);
	*rank = made;
}

static void assert_refused(const char *before, const char *after)
{
	struct strbuf out = STRBUF_INIT;

	strbuf_addstr(&out, "kept");
	assert_false(rank_between(before, after, &out));
	assert_string_equal(out.s, "kept");
	strbuf_release(&out);
}

static void the_first_rank_needs_no_neighbours(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&out, "rank ");
	assert_true(rank_between("", "", &out));
	assert_string_equal(out.s, "rank a0");
	strbuf_release(&out);
}

static void appending_a_hundred_thousand_times_stays_short(void **state)
{
	struct strbuf rank = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		make(rank.s, "", &rank);
		assert_true(rank.len <= 8);
	}
	strbuf_release(&rank);
}

static void prepending_a_hundred_thousand_times_stays_short(void **state)
{
	struct strbuf rank = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		make("", rank.s, &rank);
		assert_true(rank.len <= 8);
	}
	strbuf_release(&rank);
}

static void random_inserts_keep_the_order(void **state)
{
	char *list[LIST + 2];
	struct strbuf rank = STRBUF_INIT;

	(void)state;
	srandom(1);
	list[0] = xstrdup("");
	list[1] = xstrdup("");
	for (size_t count = 2; count < ARRAY_LEN(list); count++) {
		size_t at = 1 + (size_t)random() % (count - 1);

		/* Now and then, many in a row at one spot. */
		if (count / 100 % 3 == 0)
			at = count / 2;
		make(list[at - 1], list[at], &rank);
		memmove(list + at + 1, list + at,
			(count - at) * sizeof *list);
		list[at] = xstrdup(rank.s);
	}
	for (size_t i = 2; i <= LIST; i++)
		assert_true(strcmp(list[i - 1], list[i]) < 0);
	for (size_t i = 0; i < ARRAY_LEN(list); i++)
		free(list[i]);
	strbuf_release(&rank);
}

/* Insert at one spot until the rank is too long; returns how often. */
static int insert_until_refused(bool ahead)
{
	struct strbuf low = STRBUF_INIT, high = STRBUF_INIT;
	struct strbuf out = STRBUF_INIT;
	int inserted = 0;

	strbuf_addstr(&low, "a0");
	strbuf_addstr(&high, "a1");
	while (rank_between(low.s, high.s, &out)) {
		assert_between(low.s, high.s, &out);
		strbuf_clear(ahead ? &high : &low);
		strbuf_addstr(ahead ? &high : &low, out.s);
		strbuf_clear(&out);
		inserted++;
	}
	assert_int_equal(out.len, 0);
	assert_int_equal((ahead ? high : low).len, RANK_LONGEST);
	strbuf_release(&low);
	strbuf_release(&high);
	strbuf_release(&out);
	return inserted;
}

static void thousands_of_inserts_fit_at_one_spot(void **state)
{
	(void)state;
	assert_true(insert_until_refused(false) > 4000);
	assert_true(insert_until_refused(true) > 4000);
}

static void equal_or_reversed_neighbours_are_refused(void **state)
{
	(void)state;
	assert_refused("a1", "a1");
	assert_refused("a2", "a1");
	assert_refused("a1V", "a1");
	assert_refused("b00", "a1");
}

static void what_is_no_rank_is_refused(void **state)
{
	static const char *const texts[] = {
		"0", "9", "a", "a0 ", "a-", "b0", "a00", "a0V0", "Y1", "é",
		"a0é", "A00000000000000000000000000",
	};

	(void)state;
	assert_false(rank_valid(""));
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		assert_false(rank_valid(texts[i]));
		assert_refused(texts[i], "");
		assert_refused("", texts[i]);
	}
}

static void a_rank_longer_than_the_longest_is_none(void **state)
{
	char low[RANK_LONGEST + 2], high[RANK_LONGEST + 2];

	(void)state;
	memset(low, '1', sizeof low);
	low[0] = 'a';
	low[RANK_LONGEST + 1] = '\0';
	assert_false(rank_valid(low));
	low[RANK_LONGEST] = '\0';
	assert_true(rank_valid(low));
	memcpy(high, low, sizeof high);
	high[RANK_LONGEST - 1] = '2';
	assert_refused(low, high);      /* would need one letter more */
}

static void there_is_room_beyond_the_outermost_integers(void **state)
{
	static const char last[] = "zzzzzzzzzzzzzzzzzzzzzzzzzzz";
	static const char first[] = "A00000000000000000000000001";
	struct strbuf low = STRBUF_INIT, high = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&high, last);
	strbuf_addstr(&low, first);
	for (int i = 0; i < 100; i++) {
		make(high.s, "", &high);
		make("", low.s, &low);
	}
	strbuf_release(&low);
	strbuf_release(&high);
}

static void integers_of_different_lengths_keep_the_order(void **state)
{
	static const char *const pairs[][2] = {
		{ "az", "b00" }, { "Zz", "a0" }, { "Yzz", "Z0" },
		{ "bzz", "c000" }, { "a0", "b00" }, { "Zz", "a0V" },
		{ "azV", "b00" }, { "azz", "b000001" }, { "a0", "a001" },
		{ "a0V", "a1" }, { "a0Vz", "a0W" }, { "a0zzz", "a1" },
	};
	struct strbuf rank = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		make(pairs[i][0], pairs[i][1], &rank);
	strbuf_release(&rank);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_rank_needs_no_neighbours),
		cmocka_unit_test(
			appending_a_hundred_thousand_times_stays_short),
		cmocka_unit_test(
			prepending_a_hundred_thousand_times_stays_short),
		cmocka_unit_test(random_inserts_keep_the_order),
		cmocka_unit_test(thousands_of_inserts_fit_at_one_spot),
		cmocka_unit_test(equal_or_reversed_neighbours_are_refused),
		cmocka_unit_test(what_is_no_rank_is_refused),
		cmocka_unit_test(a_rank_longer_than_the_longest_is_none),
		cmocka_unit_test(there_is_room_beyond_the_outermost_integers),
		cmocka_unit_test(integers_of_different_lengths_keep_the_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
