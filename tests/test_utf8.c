#include "base/utf8.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"

#define FAMILY "\U0001F468\u200D\U0001F469\u200D\U0001F467"
#define VIETNAM "\U0001F1FB\U0001F1F3"
#define THUMB "\U0001F44D\U0001F3FD"
#define HEART "\u2764\uFE0F"
#define E_MARKED "e\u0302\u0323"

/* The clusters of a text, each ended by a bar. */
static void assert_clusters(const char *text, const char *expected)
{
	struct strbuf found = STRBUF_INIT;
	size_t len;

	for (; (len = utf8_cluster(text)); text += len) {
		strbuf_add(&found, text, len);
		strbuf_addch(&found, '|');
	}
	assert_string_equal(found.s, expected);
	strbuf_release(&found);
}

static void a_cluster_is_what_a_reader_calls_a_character(void **state)
{
	(void)state;
	assert_clusters("", "");
	assert_clusters("Mua hàng", "M|u|a| |h|à|n|g|");
	assert_clusters("i" E_MARKED "u", "i|" E_MARKED "|u|");
	assert_clusters(FAMILY VIETNAM VIETNAM "!",
			FAMILY "|" VIETNAM "|" VIETNAM "|!|");
	assert_clusters("1\uFE0F\u20E3" THUMB HEART,
			"1\uFE0F\u20E3|" THUMB "|" HEART "|");
	assert_clusters("日本", "日|本|");
	assert_clusters("\u1112\u1161\u11ABx", "\u1112\u1161\u11AB|x|");
	assert_clusters("\r\n\n", "\r\n|\n|");
}

static void broken_bytes_are_clusters_of_their_own(void **state)
{
	(void)state;
	assert_clusters("\xFF\xFE", "\xFF|\xFE|");
	assert_clusters("a\xE1\xBB", "a|\xE1|\xBB|");
	assert_clusters("\xC0\x80\xED\xA0\x80",
			"\xC0|\x80|\xED|\xA0|\x80|");
}

/* Going back must stop where going forth did. */
static void assert_same_both_ways(const char *text)
{
	size_t at = 0, len;

	while ((len = utf8_cluster(text + at))) {
		at += len;
		assert_int_equal(utf8_cluster_before(text, at), len);
	}
	assert_int_equal(at, strlen(text));
}

static void going_back_finds_the_same_clusters(void **state)
{
	static const char *const texts[] = {
		"", "a", "Đặt hàng qua " E_MARKED E_MARKED, FAMILY FAMILY,
		VIETNAM VIETNAM VIETNAM, "x" VIETNAM "\U0001F1FB" "y",
		THUMB "a" HEART "\n\r\n", "日本語 한국어", "\u0302\u0302",
		"क्षि हिन्दी", "\u060012", "กำลัง", "\xFF\x80\x80\x80\x80",
		"a\xE1\xBB", "\xF0\x9F\x98",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		assert_same_both_ways(texts[i]);
	assert_int_equal(utf8_cluster_before("abc", 0), 0);
	assert_int_equal(utf8_cluster_before(E_MARKED, 1), 1);
}

static void code_points_are_decoded_strictly(void **state)
{
	size_t len;

	(void)state;
	assert_int_equal(utf8_decode("", &len), 0);
	assert_int_equal(len, 0);
	assert_int_equal(utf8_decode("ệ", &len), 0x1EC7);
	assert_int_equal(len, 3);
	assert_int_equal(utf8_decode("\U0001F600", &len), 0x1F600);
	assert_int_equal(len, 4);
	assert_int_equal(utf8_decode("\xC1\xBF", &len), 0xFFFD);
	assert_int_equal(len, 1);
	assert_int_equal(utf8_decode("\xF4\x90\x80\x80", &len), 0xFFFD);
	assert_int_equal(utf8_decode("\xE1\xBB", NULL), 0xFFFD);
}

static void code_points_are_encoded_and_none_that_is_none(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	utf8_encode('a', &out);
	utf8_encode(0x1EC7, &out);
	utf8_encode(0x1F600, &out);
	utf8_encode(0xD800, &out);
	utf8_encode(0x110000, &out);
	assert_string_equal(out.s, "aệ\U0001F600\uFFFD\uFFFD");
	strbuf_release(&out);
}

static void assert_drawn(const char *text, const char *expected, int columns)
{
	char drawn[UTF8_DRAWN];

	assert_int_equal(utf8_drawn(text, strlen(text), drawn), columns);
	assert_string_equal(drawn, expected);
}

static void letters_are_drawn_with_their_marks(void **state)
{
	(void)state;
	assert_drawn("a", "a", 1);
	assert_drawn("ệ", "ệ", 1);
	assert_drawn(E_MARKED, E_MARKED, 1);
	assert_drawn("日", "日", 2);
	assert_drawn("e\u0301\u0301\u0301\u0301\u0301\u0301",
		     "e\u0301\u0301\u0301\u0301", 1);
}

static void emoji_are_drawn_as_their_first_code_point(void **state)
{
	(void)state;
	assert_drawn(FAMILY, "\U0001F468", 2);
	assert_drawn(THUMB, "\U0001F44D", 2);
	assert_drawn(HEART, "\u2764", 1);
	assert_drawn("1\uFE0F\u20E3", "1", 1);
	assert_drawn("\U0001F3FD", "\U0001F3FD", 2);
}

static void flags_are_drawn_as_their_letters(void **state)
{
	(void)state;
	assert_drawn(VIETNAM, "VN", 2);
	assert_drawn("\U0001F1FB", "V", 1);
}

static void what_has_no_width_is_drawn_as_something(void **state)
{
	static const char *const texts[] = {
		"\u0301", "\u200B", "\u202E", "\uFEFF", "\u00AD", "\u200D",
		"\uFE0F", "\u20E3", "\xC2\x85", "\xC2\x9B", "\xFF", "\uFFFF",
		"\U0010FFFE", "\U000E0041", "\u2028",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		assert_drawn(texts[i], "\uFFFD", 1);
}

static void controls_are_drawn_as_a_mark_and_breaks_as_a_blank(void **state)
{
	(void)state;
	assert_drawn("\n", " ", 1);
	assert_drawn("\t", " ", 1);
	assert_drawn("\x1B", "\u241B", 1);
	assert_drawn("\x7F", "\u2421", 1);
}

static void a_cell_never_takes_more_than_two_columns(void **state)
{
	char drawn[UTF8_DRAWN];

	(void)state;
	assert_drawn("กำ", "กำ", 2);
	for (unsigned c = 1; c < 0x20000; c++) {
		struct strbuf text = STRBUF_INIT;
		int columns;

		utf8_encode(c, &text);
		strbuf_addstr(&text, "\u093E\u0E33" FAMILY VIETNAM "日本");
		columns = utf8_drawn(text.s, text.len, drawn);
		assert_in_range(columns, 1, 2);
		assert_true(strlen(drawn) < sizeof drawn && drawn[0]);
		strbuf_release(&text);
	}
}

static void columns_are_counted_as_drawn(void **state)
{
	(void)state;
	assert_int_equal(utf8_columns(""), 0);
	assert_int_equal(utf8_columns("Mua hàng"), 8);
	assert_int_equal(utf8_columns("i" E_MARKED "u\n"), 4);
	assert_int_equal(utf8_columns("日本" FAMILY HEART VIETNAM), 9);
}

static void a_text_is_cut_at_clusters_and_columns(void **state)
{
	int used = -1;

	(void)state;
	assert_int_equal(utf8_fit("Mua hàng", 6, &used), 7);
	assert_int_equal(used, 6);
	assert_int_equal(utf8_fit("日本", 3, &used), 3);
	assert_int_equal(used, 2);
	assert_int_equal(utf8_fit(E_MARKED "x", 1, NULL), 5);
	assert_int_equal(utf8_fit("abc", 0, &used), 0);
	assert_int_equal(used, 0);
	assert_int_equal(utf8_fit("abc", 9, &used), 3);
	assert_int_equal(used, 3);
}

static void a_text_is_cut_at_clusters_and_bytes(void **state)
{
	char text[20];

	(void)state;
	assert_int_equal(utf8_head("Mua hàng", 5), 5);
	assert_int_equal(utf8_head("Mua hàng", 6), 5);
	assert_int_equal(utf8_head("Mua hàng", 7), 7);
	assert_int_equal(utf8_head(E_MARKED "x", 4), 0);
	assert_int_equal(utf8_head("abc", 9), 3);
	snprintf(text, sizeof text, "<%.*s>", UTF8_CUT(6, "Mua hàng"));
	assert_string_equal(text, "<Mua h>");
}

static void letters_and_digits_of_all_scripts_are_known(void **state)
{
	static const unsigned letters[] = { 'a', 'Z', 0x111, 0x1EC7, 0x65E5 };
	static const unsigned others[] = { '@', '[', '`', '{', ' ', 0xD7,
					   0x1F600, 0x301, 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(letters); i++) {
		assert_true(utf8_is_letter(letters[i]));
		assert_true(utf8_is_alnum(letters[i]));
	}
	for (size_t i = 0; i < ARRAY_LEN(others); i++) {
		assert_false(utf8_is_letter(others[i]));
		assert_false(utf8_is_alnum(others[i]));
	}
	assert_false(utf8_is_letter('5'));
	assert_true(utf8_is_alnum('5'));
	assert_true(utf8_is_alnum(0x0967));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cluster_is_what_a_reader_calls_a_character),
		cmocka_unit_test(broken_bytes_are_clusters_of_their_own),
		cmocka_unit_test(going_back_finds_the_same_clusters),
		cmocka_unit_test(code_points_are_decoded_strictly),
		cmocka_unit_test(code_points_are_encoded_and_none_that_is_none),
		cmocka_unit_test(letters_are_drawn_with_their_marks),
		cmocka_unit_test(emoji_are_drawn_as_their_first_code_point),
		cmocka_unit_test(flags_are_drawn_as_their_letters),
		cmocka_unit_test(what_has_no_width_is_drawn_as_something),
		cmocka_unit_test(
			controls_are_drawn_as_a_mark_and_breaks_as_a_blank),
		cmocka_unit_test(a_cell_never_takes_more_than_two_columns),
		cmocka_unit_test(columns_are_counted_as_drawn),
		cmocka_unit_test(a_text_is_cut_at_clusters_and_columns),
		cmocka_unit_test(a_text_is_cut_at_clusters_and_bytes),
		cmocka_unit_test(letters_and_digits_of_all_scripts_are_known),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
