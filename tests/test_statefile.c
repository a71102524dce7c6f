#include "base/statefile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "tmp.h"

/* An empty place for state, and the path of one file in it. */
static const char *start(const char *name)
{
	static char path[4096];
	const char *home = tmp_new_folder();

	snprintf(path, sizeof path, "%s/deep/state", home);
	setenv("XDG_STATE_HOME", path, 1);
	snprintf(path, sizeof path, "%s/deep/state/cjm/%s", home, name);
	return path;
}

static mode_t mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 0777;
}

static void assert_file(const char *name, const char *expected)
{
	struct strbuf text = STRBUF_INIT;

	assert_true(statefile_read(name, &text));
	assert_string_equal(text.s, expected);
	strbuf_release(&text);
}

static void a_file_is_for_its_owner_alone(void **state)
{
	const char *path = start("a");
	mode_t old = umask(0);

	(void)state;
	assert_true(statefile_write("a", "one"));
	assert_int_equal(mode_of(path), 0600);
	assert_file("a", "one");
	assert_true(statefile_write("a", "another"));
	assert_file("a", "another");
	assert_int_equal(mode_of(path), 0600);
	path = start("");
	assert_true(statefile_write("b", ""));
	assert_int_equal(mode_of(path), 0700);
	assert_int_equal(chmod(path, 0755), 0);
	assert_file("b", "");
	assert_int_equal(mode_of(path), 0700);
	umask(old);
}

static void a_file_can_be_renamed_and_removed(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	start("");
	assert_false(statefile_rename("a", "b"));
	assert_true(statefile_write("a", "one"));
	assert_true(statefile_rename("a", "b"));
	assert_false(statefile_read("a", &text));
	assert_file("b", "one");
	statefile_remove("b");
	statefile_remove("b");
	assert_false(statefile_read("b", &text));
	strbuf_release(&text);
}

static void count(const char *name, int64_t written, void *arg)
{
	assert_int_equal(strncmp(name, "p.", 2), 0);
	assert_in_range(written, time(NULL) - 60, time(NULL) + 60);
	++*(int *)arg;
}

static void files_are_found_by_the_beginning_of_their_names(void **state)
{
	int n = 0;

	(void)state;
	start("");
	statefile_each("p.", count, &n);
	assert_int_equal(n, 0);
	assert_true(statefile_write("p.1", ""));
	assert_true(statefile_write("p.2", ""));
	assert_true(statefile_write("q.1", ""));
	statefile_each("p.", count, &n);
	assert_int_equal(n, 2);
}

static void a_name_leads_nowhere_else(void **state)
{
	static const char *const texts[] = {
		"", ".", "..", "../x", "a/b", "a.b", "Lan", "lan", "Lan Anh",
		"_1", "\033[2J", "Lân", "a-b-1",
		("a very long name that would not fit into the name of a file, "
		 "however one turns it about"),
	};
	enum { TEXTS = sizeof texts / sizeof *texts };
	struct strbuf names[TEXTS];

	(void)state;
	for (size_t i = 0; i < TEXTS; i++) {
		names[i] = (struct strbuf)STRBUF_INIT;
		statefile_name(&names[i], texts[i]);
		assert_true(names[i].len && names[i].len <= 64);
		assert_null(strpbrk(names[i].s, "./\033"));
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(names[i].s, names[k].s);
	}
	assert_string_equal(names[6].s, "Lan");
	for (size_t i = 0; i < TEXTS; i++)
		strbuf_release(&names[i]);
}

static void without_a_place_nothing_is_kept(void **state)
{
	struct strbuf text = STRBUF_INIT;
	int n = 0;

	(void)state;
	setenv("XDG_STATE_HOME", "relative", 1);
	unsetenv("HOME");
	assert_false(statefile_write("a", "one"));
	assert_int_not_equal(access("relative", F_OK), 0);
	setenv("XDG_STATE_HOME", tmp_file("file", ""), 1);
	assert_false(statefile_write("a", "one"));
	assert_false(statefile_read("a", &text));
	assert_false(statefile_rename("a", "b"));
	statefile_remove("a");
	statefile_each("a", count, &n);
	assert_int_equal(n, 0);
	setenv("HOME", tmp_new_folder(), 1);
	unsetenv("XDG_STATE_HOME");
	assert_true(statefile_write("a", "one"));
	assert_file("a", "one");
	strbuf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_for_its_owner_alone),
		cmocka_unit_test(a_file_can_be_renamed_and_removed),
		cmocka_unit_test(
			files_are_found_by_the_beginning_of_their_names),
		cmocka_unit_test(a_name_leads_nowhere_else),
		cmocka_unit_test(without_a_place_nothing_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
