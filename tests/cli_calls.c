#include "cli_calls.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tmp.h"

char *said(const char *const words[])
{
	struct run r;

	run(&r, NULL, words);
	assert_string_equal(r.err, "");
	assert_int_equal(r.status, 0);
	free(r.err);
	return r.out;
}

void calls(const char *const words[])
{
	free(said(words));
}

void refused(const char *const words[], int status, const char *part)
{
	struct run r;

	run(&r, NULL, words);
	assert_string_equal(r.out, "");
	assert_ptr_equal(strstr(r.err, "cjm: "), r.err);
	assert_has(r.err, part);
	assert_ptr_equal(strchr(r.err, '\n'), r.err + r.err_len - 1);
	assert_int_equal(r.status, status);
	run_release(&r);
}

const char *new_map(void)
{
	const char *file = tmp_path("map.cjm");

	calls(RUN("cjm", "new", file));
	return file;
}

void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("\"%s\" is not in:\n%s", part, text);
}

void assert_has_not(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("\"%s\" is in:\n%s", part, text);
}
