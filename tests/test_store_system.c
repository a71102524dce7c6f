/* The system refuses what the store asks of it. */
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/fresh.h"
#include "store/share.h"
#include "store/sniff.h"
#include "stores.h"
#include "tmp.h"

/* The call that fails, at which time it is called (from 1), and how. */
static struct {
	const char *call;
	int time, error;
} refusal;

static bool refuses(const char *call)
{
	if (!refusal.call || strcmp(call, refusal.call) || --refusal.time)
		return false;
	errno = refusal.error;
	return true;
}

static void refuse(const char *call, int time, int error)
{
	refusal.call = call;
	refusal.time = time;
	refusal.error = error;
}

#define WRAPPED(type, failed, name, parameters, arguments) \
	type __real_##name parameters; \
	type __wrap_##name parameters; \
	type __wrap_##name parameters \
	{ \
		return refuses(#name) ? failed : __real_##name arguments; \
	}

WRAPPED(int, -1, open, (const char *path, int flags, mode_t mode),
	(path, flags, mode))
WRAPPED(ssize_t, -1, read, (int fd, void *to, size_t len), (fd, to, len))
WRAPPED(int, -1, fsync, (int fd), (fd))
WRAPPED(int, -1, stat, (const char *path, struct stat *st), (path, st))
WRAPPED(int, -1, renameat2, (int from_at, const char *from, int to_at,
			     const char *to, unsigned flags),
	(from_at, from, to_at, to, flags))
WRAPPED(struct passwd *, NULL, getpwuid, (uid_t uid), (uid))

static struct add_intent a_map(void)
{
	struct add_intent i;

	intent_add(&i, MAP);
	i.values.text[MAP_TITLE] = "m";
	return i;
}

static void assert_says(const struct err *err, const char *word)
{
	refusal.call = NULL;
	if (!strstr(err->msg, word))
		fail_msg("no \"%s\" in \"%s\"", word, err->msg);
}

/* Nothing is left of what was begun. */
static void assert_empty_folder(const char *path)
{
	char *folder = strndup(path, (size_t)(strrchr(path, '/') - path));

	assert_int_equal(rmdir(folder), 0);
	free(folder);
}

static void a_file_that_cannot_be_made_is_said(void **state)
{
	static const struct {
		const char *call;
		int time, error;
		const char *word;
	} cases[] = {
		{ "open", 1, EACCES, "cannot be made: Permission denied" },
		{ "fsync", 1, EIO, "cannot be written: Input/output error" },
		{ "renameat2", 1, EEXIST, "is there already" },
		{ "renameat2", 1, EIO, "cannot be made: Input/output error" },
	};
	struct add_intent i = a_map();

	(void)state;
	for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
		const char *path = tmp_path("a.cjm");
		struct err err = { "" };

		refuse(cases[k].call, cases[k].time, cases[k].error);
		assert_null(store_create(path, "Ann", &i.intent, &err));
		assert_says(&err, cases[k].word);
		assert_int_equal(access(path, F_OK), -1);
		assert_empty_folder(path);
	}
}

static void a_file_that_cannot_be_synced_has_no_name_yet(void **state)
{
	struct err err = { "" };
	struct fresh f;

	(void)state;
	assert_true(fresh_begin(&f, tmp_path("a.cjm"), &err));
	refuse("open", 1, EMFILE);
	assert_false(fresh_publish(&f, &err));
	assert_says(&err, "cannot be written: Too many open files");
	fresh_end(&f);
}

static void a_name_without_a_folder_is_here(void **state)
{
	struct add_intent i = a_map();
	struct err err = { "" };
	struct store *s;

	(void)state;
	assert_int_equal(chdir(tmp_new_folder()), 0);
	s = store_create("here.cjm", "Ann", &i.intent, &err);
	assert_non_null(s);
	assert_int_equal(*store_path(s), '/');
	assert_int_equal(access("here.cjm", F_OK), 0);
	store_close(s);
	assert_null(store_create("/", "Ann", &i.intent, &err));
	assert_says(&err, "is there already");
}

static void what_cannot_be_looked_at_is_not_opened(void **state)
{
	static const struct { const char *call, *word; } cases[] = {
		{ "stat", "cannot be opened: Input/output error" },
		{ "open", "cannot be read: Input/output error" },
		{ "read", "cannot be read: Input/output error" },
	};
	struct err err = { "" };
	const char *path;

	(void)state;
	store_close(stores_sample(&path));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		refuse(cases[i].call, 1, EIO);
		assert_null(store_open(path, &err));
		assert_says(&err, cases[i].word);
	}
	assert_null(store_open("/dev/null/a.cjm", &err));
	assert_says(&err, "cannot be opened: Not a directory");
	store_close(stores_open(path, "Ann"));
}

static void an_author_has_a_name_whatever_happens(void **state)
{
	const char *path;
	struct err err = { "" };
	struct store *s;

	(void)state;
	store_close(stores_sample(&path));
	assert_int_equal(setenv("CJM_AUTHOR", " Ann\nLee\x1B ", 1), 0);
	s = store_open(path, &err);
	assert_string_equal(store_author(s), "Ann Lee");
	store_set_author(s, NULL);
	assert_string_equal(store_author(s), "Ann Lee");
	store_close(s);
	assert_int_equal(setenv("CJM_AUTHOR", "\n", 1), 0);
	refuse("getpwuid", 1, EIO);
	s = store_open(path, &err);
	assert_string_equal(store_author(s), "?");
	store_close(s);
	assert_int_equal(unsetenv("CJM_AUTHOR"), 0);
}

static void ignore(const char *what, void *arg)
{
	(void)what;
	(void)arg;
}

static void nothing_is_salvaged_of_nothing(void **state)
{
	const char *copy = tmp_path("copy.cjm"), *path = tmp_path("a.cjm");
	struct delete_intent none;
	struct err err = { "" };

	(void)state;
	assert_false(salvage(path, copy, ignore, NULL, &err));
	assert_says(&err, "there is no such file");
	assert_false(salvage(tmp_file("a.txt", "my list"), copy, ignore,
			     NULL, &err));
	assert_says(&err, "is not a journey map");
	intent_delete(&none, STAGE, 1);
	store_close(store_create(path, "Ann", &none.intent, &err));
	assert_false(salvage(path, copy, ignore, NULL, &err));
	assert_says(&err, "nothing in it can be read");
	assert_int_equal(access(copy, F_OK), -1);
	assert_true(share(path, copy, 0, &err));
	store_close(stores_open(copy, "Ann"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_that_cannot_be_made_is_said),
		cmocka_unit_test(a_file_that_cannot_be_synced_has_no_name_yet),
		cmocka_unit_test(a_name_without_a_folder_is_here),
		cmocka_unit_test(what_cannot_be_looked_at_is_not_opened),
		cmocka_unit_test(an_author_has_a_name_whatever_happens),
		cmocka_unit_test(nothing_is_salvaged_of_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
