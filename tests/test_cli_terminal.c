#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
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

/* A line tells how far it is, and goes when it is done. */
static void what_takes_long_is_told(void **state)
{
	const char *pipe = tmp_path("large.csv");
	char *part = xcalloc(1, 1200000);
	int fd;

	(void)state;
	memset(part, ' ', 1199999);
	memcpy(part, "Stage,Action\nNeed,", 18);
	assert_int_equal(mkfifo(pipe, 0600), 0);
	fd = open(pipe, O_RDWR | O_CLOEXEC);
	assert_true(fd >= 0);
	vt = vt_start(6, 200, RUN("cjm", "import", tmp_path("a.cjm"), pipe));
	assert_int_equal(write(fd, part, 1199999), 1199999);
	assert_int_equal(write(fd, "pays\n", 5), 5);
	vt_wait(vt, "1 MB");
	close(fd);
	assert_int_equal(vt_exit_status(vt), 0);
	assert_true(vt_has(vt, "1 stage, 1 touchpoint"));
	assert_false(vt_has(vt, "1 MB"));
	free(part);
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
		ON_SCREEN(what_takes_long_is_told),
		ON_SCREEN(a_file_that_is_not_ours_never_reaches_the_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
