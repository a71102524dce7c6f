/* The system fails while a file is written out: what was there stays, or the
 * new one is whole, and nothing is left beside it. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../sample.h"
#include "../stores.h"
#include "../tmp.h"
#include "base/alloc.h"
#include "base/outfile.h"
#include "figures.h"
#include "format/json.h"
#include "store/verify.h"

/* The linker brings calls of the program here (--wrap). */
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
FILE *__real_fdopen(int fd, const char *mode);
FILE *__wrap_fdopen(int fd, const char *mode);
int __real_fchmod(int fd, mode_t mode);
int __wrap_fchmod(int fd, mode_t mode);
int __real_fflush(FILE *f);
int __wrap_fflush(FILE *f);
int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_renameat2(int from_dir, const char *from, int to_dir,
		     const char *to, unsigned flags);
int __wrap_renameat2(int from_dir, const char *from, int to_dir,
		     const char *to, unsigned flags);
int __real_link(const char *from, const char *to);
int __wrap_link(const char *from, const char *to);

static struct {
	long n, calls;          /* n 0: nothing fails */
	bool for_ever;
	bool late;              /* it is done, and called an error */
} now;

static bool strikes(void)
{
	long call = ++now.calls;
	bool does = now.n && (call == now.n || (now.for_ever && call > now.n));

	if (does)
		errno = EIO;
	return does;
}

/* What a call answers that gives 0 when it worked. */
#define ANSWER(call) \
	do { \
		bool fails = strikes(); \
		int said = fails && !now.late ? -1 : (call); \
\
		if (fails) \
			errno = EIO; \
		return fails ? -1 : said; \
	} while (0)

int __wrap_open(const char *path, int flags, ...)
{
	va_list list;
	mode_t mode;

	va_start(list, flags);
	mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
	va_end(list);
	return strikes() ? -1 : __real_open(path, flags, mode);
}

FILE *__wrap_fdopen(int fd, const char *mode)
{
	return strikes() ? NULL : __real_fdopen(fd, mode);
}

int __wrap_fchmod(int fd, mode_t mode)
{
	ANSWER(__real_fchmod(fd, mode));
}

int __wrap_fflush(FILE *f)
{
	if (!f || f == stdout || f == stderr)
		return __real_fflush(f);
	ANSWER(__real_fflush(f));
}

int __wrap_fsync(int fd)
{
	ANSWER(__real_fsync(fd));
}

int __wrap_rename(const char *from, const char *to)
{
	ANSWER(__real_rename(from, to));
}

int __wrap_renameat2(int from_dir, const char *from, int to_dir,
		     const char *to, unsigned flags)
{
	ANSWER(__real_renameat2(from_dir, from, to_dir, to, flags));
}

int __wrap_link(const char *from, const char *to)
{
	ANSWER(__real_link(from, to));
}

static const struct {
	bool for_ever, late;
} kinds[] = { { false, false }, { true, false }, { false, true } };

static void start(long n, size_t kind)
{
	now.n = n;
	now.calls = 0;
	now.for_ever = kinds[kind].for_ever;
	now.late = kinds[kind].late;
}

static bool stop(void)
{
	bool failed = now.calls >= now.n;

	now.n = 0;
	return failed;
}

static int files_beside(const char *path)
{
	char *folder = xstrndup(path, (size_t)(strrchr(path, '/') - path));
	DIR *dir = opendir(folder);
	int count = 0;

	assert_non_null(dir);
	while (readdir(dir))
		count++;
	closedir(dir);
	free(folder);
	return count - 2;
}

static struct project *project;
static char *printed;           /* what is written of it */

static bool write_out(const char *path, bool force, struct err *err)
{
	struct write_options options = { 0 };
	struct outfile o;

	if (!outfile_open(&o, path, force, err))
		return false;
	if (json_write(project, &options, o.file, err))
		return outfile_commit(&o, err);
	outfile_abandon(&o);
	return false;
}

/* Write it out while the n-th call fails; whether it did. */
static bool export_once(bool old, long n, size_t kind)
{
	const char *path = old ? tmp_file("out.json", "old") :
				 tmp_path("out.json");
	struct err err = { "" };
	bool failed, done;
	char *text;

	start(n, kind);
	done = write_out(path, old, &err);
	failed = stop();
	assert_true(done || strstr(err.msg, path));
	if (!done && !old && access(path, F_OK)) {
		assert_int_equal(files_beside(path), 0);
		return failed;
	}
	assert_int_equal(files_beside(path), 1);
	text = tmp_read(path, NULL);
	if (strcmp(text, printed) != 0)
		assert_true(old && !done && !strcmp(text, "old"));
	free(text);
	return failed;
}

static void an_export_is_whole_or_not_there(void **state)
{
	long points = 0;

	(void)state;
	for (int old = 0; old < 2; old++)
		for (size_t kind = 0; kind < ARRAY_LEN(kinds); kind++) {
			long n = 1;

			while (export_once(old, n, kind))
				n++;
			points += n - 1;
		}
	figures_tell("export: %ld faults while a file is written out: 0 half "
		     "written, 0 lost, 0 left over", points);
}

static void find(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

/* Make a map's file, or a copy of one, while the n-th call fails. */
static bool copy_once(const char *from, long n, size_t kind)
{
	const char *path = tmp_path("new.cjm");
	struct import_intent i;
	struct err err = { "" };
	struct store *s = NULL;
	bool failed, done;

	intent_import(&i, project, "sample");
	start(n, kind);
	if (!from)
		s = store_create(path, "Ann", &i.intent, &err);
	done = s || (from && backup(from, path, &err));
	failed = stop();
	store_close(s);
	assert_true(done || *err.msg);
	if (access(path, F_OK)) {
		assert_false(done);
		assert_int_equal(files_beside(path), 0);
	} else {
		assert_int_equal(files_beside(path), 1);
		if (!verify(path, find, NULL, &err))
			fail_msg("%s", err.msg);
	}
	return failed;
}

static void a_new_file_is_whole_or_not_there(void **state)
{
	const char *from;
	long points = 0;

	(void)state;
	store_close(stores_sample(&from));
	for (int copy = 0; copy < 2; copy++)
		for (size_t kind = 0; kind < ARRAY_LEN(kinds); kind++) {
			long n = 1;

			while (copy_once(copy ? from : NULL, n, kind))
				n++;
			points += n - 1;
		}
	figures_tell("export: %ld faults while a map's file is made or "
		     "backed up: 0 half made, 0 left over", points);
}

static int prepare(void **state)
{
	(void)state;
	project = sample_project();
	printed = sample_print(json_write, project, 0);
	return 0;
}

static int tidy(void **state)
{
	(void)state;
	project_free(project);
	free(printed);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_export_is_whole_or_not_there),
		cmocka_unit_test(a_new_file_is_whole_or_not_there),
	};

	return cmocka_run_group_tests(tests, prepare, tidy);
}
