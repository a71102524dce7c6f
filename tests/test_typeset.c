#include "format/typeset.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"

static void assert_lines(const char *text, int width, const char *lines)
{
	struct strbuf found = STRBUF_INIT;
	struct wrap w;

	typeset_start(&w, text, width);
	while (wrap_next(&w)) {
		strbuf_add(&found, w.line, w.len);
		strbuf_addch(&found, '|');
	}
	assert_string_equal(found.s, lines);
	strbuf_release(&found);
}

static void wide_letters_take_more_than_narrow_ones(void **state)
{
	(void)state;
	assert_true(typeset_width("iiii") < typeset_width("nnnn"));
	assert_true(typeset_width("nnnn") < typeset_width("MMMM"));
	assert_int_equal(typeset_width(""), 0);
}

static void marks_do_not_make_a_letter_wider(void **state)
{
	(void)state;
	assert_int_equal(typeset_width("ấộĩ"), typeset_width("aoi"));
	assert_int_equal(typeset_width("a\314\200"), typeset_width("a"));
	assert_int_equal(typeset_width("đ"), typeset_width("d"));
}

static void wide_scripts_take_a_square_each(void **state)
{
	(void)state;
	assert_int_equal(typeset_width("日本"), 2000);
	assert_int_equal(typeset_width("👩‍👩‍👧"), 1000);
}

/* Arial takes 442 thousandths a letter for such texts, Verdana 500. */
static void estimates_are_those_of_usual_fonts(void **state)
{
	static const char text[] = "Nhắn hỏi phí ship buổi tối mà sáng hôm "
		"sau mới có trả lời; ngoài giờ thì tự trả lời theo quận";
	int width = typeset_width(text), letters = 0;

	(void)state;
	for (const char *s = text; *s; s++)
		letters += (*s & 0xC0) != 0x80;
	assert_in_range(width / letters, 420, 500);
}

static void lines_break_by_width_not_by_letters(void **state)
{
	(void)state;
	assert_lines("iiii iiii", typeset_width("iiii iiii"), "iiii iiii|");
	assert_lines("MMMM MMMM", typeset_width("iiii iiii"), "MM|MM|MM|MM|");
	assert_lines("Mua hàng\nxong", typeset_width("Mua hàng"),
		     "Mua hàng|xong|");
	assert_int_equal(typeset_lines("a\n\nb", 1000), 3);
	assert_int_equal(typeset_lines("", 1000), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wide_letters_take_more_than_narrow_ones),
		cmocka_unit_test(marks_do_not_make_a_letter_wider),
		cmocka_unit_test(wide_scripts_take_a_square_each),
		cmocka_unit_test(estimates_are_those_of_usual_fonts),
		cmocka_unit_test(lines_break_by_width_not_by_letters),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
