#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli_calls.h"
#include "tmp.h"
#include "vt.h"

static struct vt *vt;

static int end_program(void **state)
{
	(void)state;
	vt_free(vt);
	vt = NULL;
	return 0;
}

static void names_cannot_command_the_terminal(void **state)
{
	(void)state;
	vt = vt_start(6, 78, RUN("cjm", "show", "\033[?1049h\033]0;owned\a\r"));
	assert_int_equal(vt_exit_status(vt), 3);
	assert_true(vt_has(vt, "cjm: "));
	assert_true(vt_has(vt, "[?1049h"));
	assert_true(vt_has(vt, "]0;owned"));
	assert_int_equal(vt_mode(vt, 1049), -1);
}

static void a_map_is_printed_as_wide_as_the_terminal(void **state)
{
	const char *file = new_map();
	char *expected;

	(void)state;
	calls(RUN("cjm", "add", file, "need > pays :)"));
	expected = said(RUN("cjm", "show", file, "--width", "50"));
	vt = vt_start(60, 50, RUN("cjm", "show", file));
	assert_int_equal(vt_exit_status(vt), 0);
	assert_true(vt_has(vt, expected));
	free(expected);
}

static void a_new_file_is_made_and_opened(void **state)
{
	const char *file = tmp_path("new.cjm");

	(void)state;
	vt = vt_start(24, 80, RUN("cjm", file));
	vt_wait(vt, "Need");
	vt_send(vt, "q");
	assert_int_equal(vt_exit_status(vt), 0);
	assert_int_equal(access(file, R_OK), 0);
}

static void an_old_file_is_opened_at_the_map_asked_for(void **state)
{
	const char *file = new_map();
	const char *source = tmp_file("a.outline", "# Shop\n## Door\n");

	(void)state;
	calls(RUN("cjm", "import", file, source));
	vt = vt_start(24, 80, RUN("cjm", file, "--map", "shop"));
	vt_wait(vt, "Door");
	vt_send(vt, "q");
	assert_int_equal(vt_exit_status(vt), 0);
}

static void a_file_that_is_not_ours_never_reaches_the_screen(void **state)
{
	(void)state;
	vt = vt_start(6, 60, RUN("cjm", tmp_file("a.cjm", "words\n")));
	assert_int_equal(vt_exit_status(vt), 3);
	assert_true(vt_has(vt, "cjm: "));
	assert_int_equal(vt_mode(vt, 1049), -1);
}

#define ON_SCREEN(test) cmocka_unit_test_teardown(test, end_program)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_SCREEN(names_cannot_command_the_terminal),
		ON_SCREEN(a_map_is_printed_as_wide_as_the_terminal),
		ON_SCREEN(a_new_file_is_made_and_opened),
		ON_SCREEN(an_old_file_is_opened_at_the_map_asked_for),
		ON_SCREEN(a_file_that_is_not_ours_never_reaches_the_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
