#include "base/utf8.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

#include "base/alloc.h"

#define FAMILY "\U0001F468\u200D\U0001F469\u200D\U0001F467"
#define ON_FIRE "\u2764\uFE0F\u200D\U0001F525"
#define MARKS4 "\u0300\u0316\u0317\u0318"

static void assert_cleaned(const char *text, const char *expected, size_t bad,
			   size_t stripped)
{
	struct strbuf out = STRBUF_INIT;
	struct utf8_report report = { 0, 0 };

	utf8_clean(text, strlen(text), &out, &report);
	assert_string_equal(out.s, expected);
	assert_int_equal(report.bad, bad);
	assert_int_equal(report.stripped, stripped);
	strbuf_release(&out);
}

static void sound_text_stays_as_it_is(void **state)
{
	static const char *const texts[] = {
		"", "plain\ttext\n", "Đặt hàng, trải nghiệm", "日本語", FAMILY,
		ON_FIRE, "1\uFE0F\u20E3", "*\uFE0F\u20E3",
		"#\uFE0F\u20E3", "\U0001F3F3\uFE0F\u200D\U0001F308",
		"\U0001F468\U0001F3FD\u200D\U0001F4BB", "\U0001F1FB\U0001F1F3",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		assert_cleaned(texts[i], texts[i], 0, 0);
}

static void broken_bytes_become_replacement_characters(void **state)
{
	(void)state;
	assert_cleaned("a\xFFz", "a\uFFFDz", 1, 0);
	assert_cleaned("\xE1\xBB", "\uFFFD\uFFFD", 2, 0);
	assert_cleaned("\xC0\x80", "\uFFFD\uFFFD", 2, 0);
	assert_cleaned("\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3, 0);
	assert_cleaned("\uFFFD", "\uFFFD", 0, 0);
}

static void nothing_is_read_beyond_the_length(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct utf8_report report = { 0, 0 };
	char *text = xmalloc(2);

	(void)state;
	memcpy(text, "\xE1\xBB", 2);
	utf8_clean(text, 2, &out, &report);
	assert_string_equal(out.s, "\uFFFD\uFFFD");
	utf8_clean("\0a\0", 3, &out, &report);
	assert_string_equal(out.s, "\uFFFD\uFFFD" "a");
	assert_int_equal(report.stripped, 2);
	utf8_clean("", 0, &out, NULL);
	assert_int_equal(out.len, 7);
	free(text);
	strbuf_release(&out);
}

static void controls_are_dropped_and_counted(void **state)
{
	(void)state;
	assert_cleaned("a\x1B]52;c;eA==\x07z", "a]52;c;eA==z", 0, 2);
	assert_cleaned("\x7F\xC2\x9B" "31m\b", "31m", 0, 3);
}

static void ends_of_lines_become_newline(void **state)
{
	(void)state;
	assert_cleaned("a\r\nb\rc\n", "a\nb\nc\n", 0, 0);
	assert_cleaned("a\u2028b\u2029c\xC2\x85" "d\ve\ff",
		       "a\nb\nc\nd\ne\nf", 0, 0);
	assert_cleaned("\r\r\n", "\n\n", 0, 0);
}

static void what_disguises_text_is_dropped(void **state)
{
	(void)state;
	assert_cleaned("\uFEFFpay\u202Elap\u202C", "paylap", 0, 3);
	assert_cleaned("a\u200Bb\u2060c\u00ADd\u061Ce\u2066f", "abcdef", 0, 5);
	assert_cleaned("\U0001F600\U000E0041\U000E007F", "\U0001F600", 0, 2);
	assert_cleaned("a\uFFFF\uFDD0z", "az", 0, 2);
}

static void joiners_stay_in_the_scripts_that_need_them(void **state)
{
	static const char persian[] = "می\u200Cخواهم";
	static const char sinhala[] = "ශ්\u200Dරී";

	(void)state;
	assert_cleaned(persian, persian, 0, 0);
	assert_cleaned(sinhala, sinhala, 0, 0);
	assert_cleaned("क\u094D\u200Dष", "क\u094D\u200Dष", 0, 0);
	assert_cleaned("pay\u200Cpal", "paypal", 0, 1);
	assert_cleaned("pay\u200Dpal", "paypal", 0, 1);
	assert_cleaned("می\u200C\u200C\u200Dخ", "می\u200Cخ", 0, 2);
}

static void joiners_stay_only_between_two_emoji(void **state)
{
	(void)state;
	assert_cleaned("\U0001F468\u200D", "\U0001F468", 0, 1);
	assert_cleaned("\U0001F468\u200Dx", "\U0001F468x", 0, 1);
	assert_cleaned("\U0001F468\u200C\U0001F469",
		       "\U0001F468\U0001F469", 0, 1);
	assert_cleaned("x\uFE0F", "x", 0, 1);
	assert_cleaned("\u2764\uFE0F\uFE0F", "\u2764\uFE0F", 0, 1);
	assert_cleaned("1\uFE0F", "1", 0, 1);
}

static void text_is_composed(void **state)
{
	(void)state;
	assert_cleaned("Tra\u0309i nghie\u0302\u0323m", "Trải nghiệm", 0, 0);
	assert_cleaned("Tra\u0309i nghie\u0323\u0302m", "Trải nghiệm", 0, 0);
	assert_cleaned("a\u200B\u0301", "á", 0, 1);
	assert_cleaned("\u1112\u1161\u11AB", "한", 0, 0);
}

static void more_than_four_marks_are_cut(void **state)
{
	(void)state;
	assert_cleaned("q" MARKS4 "\u0319z\u0301", "q\u0316\u0317\u0318\u0300"
		       "ź", 0, 1);
	assert_cleaned("q" MARKS4 "\u200C\u0319", "q\u0316\u0317\u0318\u0300",
		       0, 2);
}

/* One of what goes wrong most easily beside its neighbours. */
static unsigned nasty(void)
{
	static const unsigned points[] = {
		'a', 'e', '1', '\r', '\n', 0x1B, 0x85, 0xAD, 0x301, 0x302,
		0x323, 0x344, 0x315, 0x31B, 0x5B0, 0x61C, 0x626, 0x64E, 0x915,
		0x94D, 0xBC6, 0xBBE, 0xF73, 0x1112, 0x1161, 0x11AB, 0x1E69,
		0x200B, 0x200C, 0x200D, 0x200D, 0x2028, 0x202E, 0x20E3, 0x2126,
		0x2764, 0xAC00, 0xFB1D, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFFE,
		0x1D15E, 0x1F1FB, 0x1F3FD, 0x1F468, 0x1F469, 0xE0041, 0xE0100,
	};
	size_t pick = (size_t)random() % (ARRAY_LEN(points) + 6);

	if (pick < ARRAY_LEN(points))
		return points[pick];
	return (unsigned)random() % (pick & 1 ? 0x3000 : 0x30000);
}

static void assert_clean(const struct strbuf *text)
{
	const utf8proc_uint8_t *s = (const utf8proc_uint8_t *)text->s;
	struct strbuf again = STRBUF_INIT;
	struct utf8_report report = { 0, 0 };
	utf8proc_uint8_t *composed = utf8proc_NFC(s);

	assert_non_null(composed);      /* valid UTF-8 */
	assert_string_equal(composed, text->s);
	utf8_clean(text->s, text->len, &again, &report);
	assert_string_equal(again.s, text->s);
	assert_int_equal(report.bad + report.stripped, 0);
	free(composed);
	strbuf_release(&again);
}

static void what_is_cleaned_is_valid_composed_and_clean(void **state)
{
	(void)state;
	srandom(1);
	for (int round = 0; round < 50000; round++) {
		struct strbuf text = STRBUF_INIT, out = STRBUF_INIT;

		for (long left = random() % 12; left >= 0; left--) {
			utf8_encode(nasty(), &text);
			if (random() % 16 == 0)
				strbuf_addch(&text, (char)random());
		}
		utf8_clean(text.s, text.len, &out, NULL);
		assert_clean(&out);
		strbuf_release(&text);
		strbuf_release(&out);
	}
}

static void random_bytes_become_clean_text(void **state)
{
	(void)state;
	srandom(2);
	for (int round = 0; round < 20000; round++) {
		struct strbuf out = STRBUF_INIT;
		char bytes[40];

		for (size_t i = 0; i < sizeof bytes; i++)
			bytes[i] = (char)(random() >> 7);
		utf8_clean(bytes, (size_t)random() % sizeof bytes, &out, NULL);
		assert_clean(&out);
		strbuf_release(&out);
	}
}

static void assert_visible(const char *text, const char *expected)
{
	struct strbuf out = STRBUF_INIT;

	utf8_visible(text, strlen(text), &out);
	assert_string_equal(out.s, expected);
	strbuf_release(&out);
}

static void what_would_be_dropped_can_be_made_visible(void **state)
{
	(void)state;
	assert_visible("Đặt hàng\tqua\nweb", "Đặt hàng qua web");
	assert_visible("\x1B[31m\x7F", "\u241B[31m\u2421");
	assert_visible("a\u202Eb\u200Bc\xC2\x9B\xFF",
		       "a\uFFFDb\uFFFDc\uFFFD\uFFFD");
	assert_visible("a\u200Cb" FAMILY, "a\uFFFDb" FAMILY);
	assert_visible("q" MARKS4 "\u0319", "q" MARKS4 "\uFFFD");
	assert_visible("a\r\nb\u2028c", "a  b c");
	assert_visible("a\U000E0041b\U0010FFFFc\u0378",
		       "a\uFFFDb\uFFFDc\uFFFD");
}

/* What a cell shows, a line shows, too, and none shows what may not be. */
static void cells_and_lines_show_the_same(void **state)
{
	struct strbuf out = STRBUF_INIT, text = STRBUF_INIT;
	struct utf8_report report = { 0, 0 };
	char drawn[UTF8_DRAWN];

	(void)state;
	for (unsigned c = 1; c < 0x110000; c++) {
		strbuf_clear(&text);
		strbuf_clear(&out);
		utf8_encode(c, &text);
		utf8_drawn(text.s, text.len, drawn);
		utf8_visible(drawn, strlen(drawn), &out);
		assert_string_equal(out.s, drawn);
		utf8_clean(out.s, out.len, &text, &report);
		assert_int_equal(report.stripped + report.bad, 0);
	}
	strbuf_release(&text);
	strbuf_release(&out);
}

static void a_name_is_brought_onto_one_line(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	utf8_clean_line(" Đặt\thàng\r\nqua \x1Bweb\n", &out);
	assert_string_equal(out.s, "Đặt hàng qua web");
	utf8_clean_line(" \n", &out);
	assert_string_equal(out.s, "Đặt hàng qua web");
	strbuf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound_text_stays_as_it_is),
		cmocka_unit_test(broken_bytes_become_replacement_characters),
		cmocka_unit_test(nothing_is_read_beyond_the_length),
		cmocka_unit_test(controls_are_dropped_and_counted),
		cmocka_unit_test(ends_of_lines_become_newline),
		cmocka_unit_test(what_disguises_text_is_dropped),
		cmocka_unit_test(joiners_stay_in_the_scripts_that_need_them),
		cmocka_unit_test(joiners_stay_only_between_two_emoji),
		cmocka_unit_test(text_is_composed),
		cmocka_unit_test(more_than_four_marks_are_cut),
		cmocka_unit_test(what_is_cleaned_is_valid_composed_and_clean),
		cmocka_unit_test(random_bytes_become_clean_text),
		cmocka_unit_test(what_would_be_dropped_can_be_made_visible),
		cmocka_unit_test(cells_and_lines_show_the_same),
		cmocka_unit_test(a_name_is_brought_onto_one_line),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
