#include "base/datafile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tmp.h"

static void assert_path(bool own, const char *expected)
{
	struct strbuf path = STRBUF_INIT;

	if (own)
		assert_true(datafile_own_path(&path, "a/b"));
	else
		datafile_path(&path, "a/b");
	assert_string_equal(path.s, expected);
	strbuf_release(&path);
}

static void our_files_lie_where_the_environment_says(void **state)
{
	(void)state;
	setenv("CJM_DATADIR", "/data", 1);
	assert_path(false, "/data/a/b");
	setenv("CJM_DATADIR", "", 1);
	assert_path(false, DATADIR "/a/b");
}

static void ones_own_lie_in_the_folder_for_settings(void **state)
{
	struct strbuf path = STRBUF_INIT;

	(void)state;
	setenv("HOME", "/home/lan", 1);
	setenv("XDG_CONFIG_HOME", "/settings", 1);
	assert_path(true, "/settings/cjm/a/b");
	setenv("XDG_CONFIG_HOME", "relative", 1);
	assert_path(true, "/home/lan/.config/cjm/a/b");
	unsetenv("HOME");
	assert_false(datafile_own_path(&path, "a/b"));
}

static void a_file_is_read_whole_or_not_at_all(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&text, "1");
	assert_true(datafile_read(tmp_file("words", "23\n4\n"), &text));
	assert_string_equal(text.s, "123\n4\n");
	assert_false(datafile_read(tmp_path("none"), &text));
	assert_false(datafile_read(tmp_new_folder(), &text));
	strbuf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(our_files_lie_where_the_environment_says),
		cmocka_unit_test(ones_own_lie_in_the_folder_for_settings),
		cmocka_unit_test(a_file_is_read_whole_or_not_at_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
