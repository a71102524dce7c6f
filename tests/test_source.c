#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "format/format.h"
#include "sample.h"

static void assert_checked(const char *text, size_t len, const char *part)
{
	struct source in = { .name = "in", .text = text, .len = len };
	struct err err = { "" };
	bool ok = source_check(&in, &err);

	assert_true(ok == !*part);
	if (!strstr(err.msg, part))
		fail_msg("\"%s\" is not in: %s", part, err.msg);
}

#define CHECKED(text, part) assert_checked(text, sizeof text - 1, part)

static void a_text_is_told_from_what_is_none(void **state)
{
	(void)state;
	CHECKED("a\n", "");
	CHECKED("\xEF\xBB\xBFtiếng Việt 日本 👍\r\n", "");
	CHECKED("", "empty");
	CHECKED(" \r\n\t", "empty");
	CHECKED("\xEF\xBB\xBF\n", "empty");
	CHECKED("\xFF\xFE" "a\0", "UTF-16");
	CHECKED("\xFE\xFF\0a", "UTF-16");
	CHECKED("SQLite format 3\0....", "cjm export");
}

static void what_is_broken_is_told_with_line_and_column(void **state)
{
	(void)state;
	CHECKED("a,b\nđ,Caf\xE9,x\n", "in:2:6: ");
	CHECKED("a,b\nđ,Caf\xE9,x\n", "Latin-1");
	CHECKED("\xE9t\xE9\n", "in:1:1: ");
	CHECKED("a\nb\0c\n", "in:2:2: ");
	CHECKED("a\nb\0c\n", "NUL");
	CHECKED("cut \xE1\xBA", "in:1:5");
}

static void assert_title(const char *name, const char *wanted)
{
	struct source in = { .name = name };
	struct strbuf title = STRBUF_INIT;

	source_title(&in, &title);
	assert_string_equal(title.s, wanted);
	strbuf_release(&title);
}

static void a_files_name_makes_a_title(void **state)
{
	(void)state;
	assert_title("a/b.c/Mua hàng.v2.csv", "Mua hàng.v2");
	assert_title("map.csv", "map");
	assert_title(".csv", "Customer journey");
	assert_title("standard input", "Customer journey");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_is_told_from_what_is_none),
		cmocka_unit_test(what_is_broken_is_told_with_line_and_column),
		cmocka_unit_test(a_files_name_makes_a_title),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
