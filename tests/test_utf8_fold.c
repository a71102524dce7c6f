#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"

static void assert_folded(const char *text, const char *expected)
{
	struct strbuf out = STRBUF_INIT;

	utf8_fold(text, &out, NULL);
	assert_string_equal(out.s, expected);
	strbuf_release(&out);
}

static void case_and_marks_fold_away(void **state)
{
	(void)state;
	assert_folded("", "");
	assert_folded("Mua Hàng", "mua hang");
	assert_folded("MUA HA\u0300NG", "mua hang");
	assert_folded("Trải nghiệm ƯỚC ƠN", "trai nghiem uoc on");
	assert_folded("Straße", "strasse");
	assert_folded("\u0301", "");
}

static void the_d_with_a_stroke_folds_to_d(void **state)
{
	(void)state;
	assert_folded("Đặt hàng đủ", "dat hang du");
}

static void width_variants_fold_away(void **state)
{
	(void)state;
	assert_folded("ＡＢＣ１", "abc1");
	assert_folded("ﬁ ½ ㎏", "fi 1\u20442 kg");
	assert_folded("so\u00ADft\u200B", "soft");
}

static void other_scripts_stay(void **state)
{
	(void)state;
	assert_folded("日本 ΣΟΦΟΣ σοφος", "日本 σοφοσ σοφοσ");
	assert_folded("a\xFFz", "a\uFFFDz");
}

static void each_folded_byte_knows_where_it_came_from(void **state)
{
	static const char text[] = "Đặt ßo\u0301";
	static const size_t expected[] = { 0, 2, 5, 6, 7, 7, 9, 12 };
	struct strbuf out = STRBUF_INIT;
	size_t *offsets;

	(void)state;
	strbuf_addstr(&out, "before");
	utf8_fold(text, &out, &offsets);
	assert_string_equal(out.s, "beforedat sso");
	assert_memory_equal(offsets, expected, sizeof expected);
	free(offsets);
	strbuf_clear(&out);
	utf8_fold("", &out, &offsets);
	assert_int_equal(offsets[0], 0);
	free(offsets);
	strbuf_release(&out);
}

static void the_longest_folding_is_whole(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	utf8_fold("\uFDFA", &out, NULL);
	assert_int_equal(out.len, 33);
	strbuf_clear(&out);
	utf8_fold("\u2057", &out, NULL);
	assert_string_equal(out.s, "\u2032\u2032\u2032\u2032");
	strbuf_release(&out);
}

static void folding_twice_is_the_same(void **state)
{
	(void)state;
	for (unsigned c = 1; c < 0x30000; c++) {
		struct strbuf text = STRBUF_INIT, once = STRBUF_INIT;

		utf8_encode(c, &text);
		utf8_fold(text.s, &once, NULL);
		assert_folded(once.s, once.s);
		strbuf_release(&text);
		strbuf_release(&once);
	}
}

static void texts_are_the_same_but_for_case_and_marks(void **state)
{
	(void)state;
	assert_true(utf8_same("Đặt Hàng", "dat hang"));
	assert_true(utf8_same("", "\u0301"));
	assert_true(utf8_same("STRASSE", "straße"));
	assert_false(utf8_same("dat", "dat hang"));
	assert_false(utf8_same("dat", "da"));
}

static void a_beginning_is_found_but_for_case_and_marks(void **state)
{
	(void)state;
	assert_true(utf8_begins("Mua hàng", "mua ha"));
	assert_true(utf8_begins("Mua hàng", "MUA HÀNG"));
	assert_true(utf8_begins("Mua", ""));
	assert_true(utf8_begins("Straße", "stras"));
	assert_false(utf8_begins("Mua", "mua hàng"));
	assert_false(utf8_begins("", "m"));
}

static void small_letters_keep_their_marks(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	utf8_lower("Bán HÀNG cho ĐẠI LÝ, Ưu đãi", &text);
	assert_string_equal(text.s, "bán hàng cho đại lý, ưu đãi");
	strbuf_release(&text);
}

static int sign(int n)
{
	return (n > 0) - (n < 0);
}

static void lists_sort_by_folded_text_then_bytes(void **state)
{
	static const char *const sorted[] = {
		"", "an", "án", "An Bình", "Bán", "dat", "Đạt", "đất hàng",
		"em",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(sorted); i++)
		for (size_t j = 0; j < ARRAY_LEN(sorted); j++)
			assert_int_equal(sign(utf8_compare(sorted[i],
							   sorted[j])),
					 sign((int)i - (int)j));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_and_marks_fold_away),
		cmocka_unit_test(the_d_with_a_stroke_folds_to_d),
		cmocka_unit_test(width_variants_fold_away),
		cmocka_unit_test(other_scripts_stay),
		cmocka_unit_test(each_folded_byte_knows_where_it_came_from),
		cmocka_unit_test(the_longest_folding_is_whole),
		cmocka_unit_test(folding_twice_is_the_same),
		cmocka_unit_test(texts_are_the_same_but_for_case_and_marks),
		cmocka_unit_test(a_beginning_is_found_but_for_case_and_marks),
		cmocka_unit_test(small_letters_keep_their_marks),
		cmocka_unit_test(lists_sort_by_folded_text_then_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
