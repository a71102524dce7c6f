#include "base/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void any_text_comes_back_as_it_was(void **state)
{
	static const char *const texts[] = {
		"", "plain", "a\tb", "two\nlines\n", "\\", "\\n", "a\\\\tb",
		"Trải nghiệm mua hàng", "\t\t", "ends in \\",
	};
	struct strbuf out = STRBUF_INIT;
	struct record r = RECORD_INIT;
	const char *s;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		record_write(&out, "word", texts[i], texts[i], NULL);
	s = out.s;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(record_read(&r, &s));
		assert_string_equal(r.word[0], "word");
		assert_string_equal(r.word[1], texts[i]);
		assert_string_equal(r.word[2], texts[i]);
		assert_string_equal(r.word[3], "");
	}
	assert_false(record_read(&r, &s));
	record_release(&r);
	strbuf_release(&out);
}

static void each_record_is_one_readable_line(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	record_write(&out, "line", "Pays\nat the till", NULL);
	record_write(&out, "end", NULL);
	assert_string_equal(out.s, "line\tPays\\nat the till\nend\n");
	strbuf_release(&out);
}

static void what_others_wrote_is_made_clean(void **state)
{
	const char *s = "a\033[2Jb\tc\xff\\\n\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\n"
			"cut\\";
	struct record r = RECORD_INIT;

	(void)state;
	assert_true(record_read(&r, &s));
	assert_string_equal(r.word[0], "a[2Jb");
	assert_string_equal(r.word[1], "c\uFFFD\\");
	assert_true(record_read(&r, &s));
	assert_string_equal(r.word[0], "");
	assert_true(record_read(&r, &s));
	assert_string_equal(r.word[7], "8");
	assert_true(record_read(&r, &s));
	assert_string_equal(r.word[0], "cut\\");
	assert_false(record_read(&r, &s));
	record_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_text_comes_back_as_it_was),
		cmocka_unit_test(each_record_is_one_readable_line),
		cmocka_unit_test(what_others_wrote_is_made_clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
