#include "base/outfile.h"

#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "tmp.h"

static int files_beside(const char *path)
{
	char *folder = strndup(path, (size_t)(strrchr(path, '/') - path));
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int count = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)))
		count += strcmp(entry->d_name, ".") != 0 &&
			 strcmp(entry->d_name, "..") != 0;
	closedir(dir);
	free(folder);
	return count;
}

static void assert_text(const char *path, const char *expected)
{
	char *text = tmp_read(path, NULL);

	assert_string_equal(text, expected);
	free(text);
}

static mode_t mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 07777;
}

/* The attempt must fail, with the path in the sentence, nothing held. */
static void assert_not_opened(const char *path, bool force)
{
	struct err err = { "" };
	struct outfile o;

	assert_false(outfile_open(&o, path, force, &err));
	assert_non_null(strstr(err.msg, path));
	assert_null(o.file);
	assert_null(o.path);
	assert_null(o.temporary);
}

static void begin(struct outfile *o, const char *path, bool force)
{
	struct err err = { "" };

	assert_true(outfile_open(o, path, force, &err));
	assert_string_equal(err.msg, "");
	fputs("stage after stage\n", o->file);
}

static void the_name_appears_only_when_all_is_written(void **state)
{
	const char *path = tmp_path("map.txt");
	struct err err = { "" };
	struct outfile o;

	(void)state;
	begin(&o, path, false);
	assert_int_equal(access(path, F_OK), -1);
	assert_true(outfile_commit(&o, &err));
	assert_text(path, "stage after stage\n");
	assert_int_equal(files_beside(path), 1);
}

static void an_abandoned_file_leaves_nothing(void **state)
{
	const char *path = tmp_path("map.txt");
	struct outfile o;

	(void)state;
	begin(&o, path, false);
	outfile_abandon(&o);
	assert_int_equal(files_beside(path), 0);
	outfile_abandon(&o);            /* twice does no harm */
}

static void an_existing_file_is_replaced_only_by_force(void **state)
{
	const char *path = tmp_file("map.txt", "old");
	struct err err = { "" };
	struct outfile o;

	(void)state;
	assert_not_opened(path, false);
	assert_text(path, "old");
	begin(&o, path, true);
	assert_text(path, "old");
	assert_true(outfile_commit(&o, &err));
	assert_text(path, "stage after stage\n");
	assert_int_equal(files_beside(path), 1);
}

static void a_file_that_came_meanwhile_is_left_alone(void **state)
{
	const char *path = tmp_path("map.txt");
	struct err err = { "" };
	struct outfile o;

	(void)state;
	begin(&o, path, false);
	tmp_write(path, "theirs", 6);
	assert_false(outfile_commit(&o, &err));
	assert_non_null(strstr(err.msg, path));
	assert_text(path, "theirs");
	assert_int_equal(files_beside(path), 1);
}

static void symbolic_links_and_odd_targets_are_refused(void **state)
{
	const char *target = tmp_file("target.txt", "old");
	const char *link = tmp_path("link.txt");
	const char *dangling = tmp_path("dangling.txt");
	const char *pipe = tmp_path("pipe");

	(void)state;
	assert_int_equal(symlink(target, link), 0);
	assert_int_equal(symlink("nowhere", dangling), 0);
	assert_int_equal(mkfifo(pipe, 0600), 0);
	for (int force = 0; force < 2; force++) {
		assert_not_opened(link, force);
		assert_not_opened(dangling, force);
		assert_not_opened(pipe, force);
		assert_not_opened(tmp_new_folder(), force);
		assert_not_opened("/dev/full", force);
	}
	assert_text(target, "old");
}

static void a_missing_folder_is_told(void **state)
{
	(void)state;
	assert_not_opened(tmp_path("no/such/map.txt"), false);
	assert_not_opened("", false);
}

static void a_new_file_gets_the_mode_the_user_asks_for(void **state)
{
	const char *path = tmp_path("map.txt");
	mode_t before = umask(027);
	struct err err = { "" };
	struct outfile o;

	(void)state;
	begin(&o, path, true);
	umask(before);
	assert_true(outfile_commit(&o, &err));
	assert_int_equal(mode_of(path), 0640);
}

static void a_replaced_file_keeps_its_mode(void **state)
{
	const char *path = tmp_file("map.txt", "old");
	struct err err = { "" };
	struct outfile o;

	(void)state;
	assert_int_equal(chmod(path, 0606), 0);
	begin(&o, path, true);
	assert_int_equal(mode_of(o.temporary), 0606);
	assert_true(outfile_commit(&o, &err));
	assert_int_equal(mode_of(path), 0606);
}

static void a_name_without_a_folder_is_in_this_one(void **state)
{
	char *before = realpath(".", NULL);
	const char *folder = tmp_new_folder();
	struct err err = { "" };
	struct outfile o;

	(void)state;
	assert_int_equal(chdir(folder), 0);
	begin(&o, "map.txt", false);
	assert_true(outfile_commit(&o, &err));
	assert_text("map.txt", "stage after stage\n");
	assert_int_equal(chdir(before), 0);
	free(before);
}

static void limit_files(rlim_t bytes)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = bytes;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void when_the_disk_is_full_the_old_file_stays(void **state)
{
	const char *path = tmp_file("map.txt", "old");
	struct err err = { "" };
	struct outfile o;
	bool done;

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	begin(&o, path, true);
	limit_files(1000);
	for (int i = 0; i < 100000; i++)
		fputc('x', o.file);
	done = outfile_commit(&o, &err);
	limit_files(RLIM_INFINITY);
	assert_false(done);
	assert_non_null(strstr(err.msg, path));
	assert_text(path, "old");
	assert_int_equal(files_beside(path), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_name_appears_only_when_all_is_written),
		cmocka_unit_test(an_abandoned_file_leaves_nothing),
		cmocka_unit_test(an_existing_file_is_replaced_only_by_force),
		cmocka_unit_test(a_file_that_came_meanwhile_is_left_alone),
		cmocka_unit_test(symbolic_links_and_odd_targets_are_refused),
		cmocka_unit_test(a_missing_folder_is_told),
		cmocka_unit_test(a_new_file_gets_the_mode_the_user_asks_for),
		cmocka_unit_test(a_replaced_file_keeps_its_mode),
		cmocka_unit_test(a_name_without_a_folder_is_in_this_one),
		cmocka_unit_test(when_the_disk_is_full_the_old_file_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
