#include "layout/wrap.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "base/utf8.h"

/* The lines, each ended by a bar, so that blanks at their ends show. */
static void assert_lines(const char *text, int columns, const char *lines)
{
	struct strbuf found = STRBUF_INIT;
	struct wrap w;

	wrap_start(&w, text, columns);
	while (wrap_next(&w)) {
		strbuf_add(&found, w.line, w.len);
		strbuf_addch(&found, '|');
	}
	assert_string_equal(found.s, lines);
	strbuf_release(&found);
}

static void an_empty_text_has_no_lines(void **state)
{
	(void)state;
	assert_lines("", 5, "");
	assert_int_equal(wrap_lines("", 5), 0);
}

static void a_text_that_fits_is_one_line(void **state)
{
	(void)state;
	assert_lines("Mua hàng", 8, "Mua hàng|");
	assert_int_equal(wrap_lines("Mua hàng", 8), 1);
}

static void lines_break_at_the_last_blank_that_fits(void **state)
{
	(void)state;
	assert_lines("so sánh giá trên web", 8, "so sánh|giá trên|web|");
	assert_lines("so sánh giá trên web", 7, "so sánh|giá|trên|web|");
}

static void all_blanks_at_a_break_go_and_all_others_stay(void **state)
{
	(void)state;
	assert_lines("a  b   c", 5, "a  b|c|");
	assert_lines("abc   ", 3, "abc|");
	assert_lines("abc   ", 6, "abc   |");
	assert_lines("abc  \nd", 4, "abc|d|");
}

static void leading_blanks_of_a_paragraph_stay(void **state)
{
	(void)state;
	assert_lines("  ab cd\n  ef", 4, "  ab|cd|  ef|");
	assert_lines("     ", 3, "   |");
}

static void a_newline_always_breaks(void **state)
{
	(void)state;
	assert_lines("a\nb", 9, "a|b|");
	assert_lines("a\n\nb\n", 9, "a||b|");
	assert_lines("abc\nd", 3, "abc|d|");
	assert_lines("\n", 9, "|");
}

static void a_long_word_is_broken_only_when_it_must(void **state)
{
	(void)state;
	assert_lines("abcdefgh", 3, "abc|def|gh|");
	assert_lines("a bcdefgh", 4, "a|bcde|fgh|");
	assert_lines("a https://x", 9, "a|https://x|");
}

static void marks_stay_with_their_letter(void **state)
{
	(void)state;
	assert_lines("e\u0323\u0302e\u0323\u0302", 1,
		     "e\u0323\u0302|e\u0323\u0302|");
}

static void a_blank_that_carries_a_mark_is_kept(void **state)
{
	(void)state;
	assert_lines("ab \u0301c", 3, "ab \u0301|c|");
	assert_lines("ab \u0301c", 2, "ab| \u0301c|");
}

static void wide_scripts_break_between_clusters(void **state)
{
	(void)state;
	assert_lines("顧客体験地図", 5, "顧客|体験|地図|");
	assert_lines("web広告を見る", 6, "web広|告を見|る|");
}

static void punctuation_stays_with_its_neighbour(void **state)
{
	(void)state;
	assert_lines("顧客、体験", 4, "顧|客、|体験|");
	assert_lines("体験「顧客」", 6, "体験|「顧|客」|");
	assert_lines("顧客.", 4, "顧|客.|");
}

static void a_no_break_space_does_not_break(void **state)
{
	(void)state;
	assert_lines("a 10\u00a0km", 6, "a|10\u00a0km|");
}

static void a_cluster_wider_than_the_area_is_a_line_of_its_own(void **state)
{
	(void)state;
	assert_lines("漢字", 1, "漢|字|");
	assert_lines("ab", 0, "a|b|");
	assert_lines("ab", -7, "a|b|");
}

/* A number below n, the same ones in each run. */
static unsigned draw(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

static char *any_text(unsigned *seed)
{
	static const char *const pieces[] = {
		" ", " ", "  ", "\n", "\t", "a", "bc", "word", "longerword",
		"ệ", "Đặt", "e\u0323", "漢", "字、", "「体", "🙂", "。", "(",
		"\u0301",
	};
	struct strbuf text = STRBUF_INIT;

	for (unsigned n = draw(seed, 40); n; n--)
		strbuf_addstr(&text, pieces[draw(seed, ARRAY_LEN(pieces))]);
	return strbuf_detach(&text);
}

static int columns_of(const char *s, size_t len)
{
	char *line = xstrndup(s, len);
	int columns = utf8_columns(line);

	free(line);
	return columns;
}

/* What lies between two lines is one newline at most, and blanks. */
static void assert_only_a_break(const char *from, const char *to)
{
	int newlines = 0;

	assert_true(from <= to);
	for (; from < to; from++) {
		assert_non_null(strchr(" \t\n", *from));
		newlines += *from == '\n';
	}
	assert_true(newlines <= 1);
}

static void assert_wraps_well(const char *text, int columns)
{
	const char *end = text;
	struct wrap w;

	wrap_start(&w, text, columns);
	while (wrap_next(&w)) {
		assert_only_a_break(end, w.line);
		assert_true(columns_of(w.line, w.len) <= columns ||
			    utf8_cluster(w.line) == w.len);
		assert_null(memchr(w.line, '\n', w.len));
		end = w.line + w.len;
		assert_true(w.text > w.line);
	}
	assert_only_a_break(end, text + strlen(text));
}

static void no_text_loses_more_than_blanks_at_any_width(void **state)
{
	unsigned seed = 1;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		char *text = any_text(&seed);

		for (int columns = 1; columns < 14; columns++)
			assert_wraps_well(text, columns);
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_text_has_no_lines),
		cmocka_unit_test(a_text_that_fits_is_one_line),
		cmocka_unit_test(lines_break_at_the_last_blank_that_fits),
		cmocka_unit_test(all_blanks_at_a_break_go_and_all_others_stay),
		cmocka_unit_test(leading_blanks_of_a_paragraph_stay),
		cmocka_unit_test(a_newline_always_breaks),
		cmocka_unit_test(a_long_word_is_broken_only_when_it_must),
		cmocka_unit_test(marks_stay_with_their_letter),
		cmocka_unit_test(a_blank_that_carries_a_mark_is_kept),
		cmocka_unit_test(wide_scripts_break_between_clusters),
		cmocka_unit_test(punctuation_stays_with_its_neighbour),
		cmocka_unit_test(a_no_break_space_does_not_break),
		cmocka_unit_test(
			a_cluster_wider_than_the_area_is_a_line_of_its_own),
		cmocka_unit_test(no_text_loses_more_than_blanks_at_any_width),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
