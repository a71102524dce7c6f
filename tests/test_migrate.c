/*
 * A file of an older version.  The older cjm is made up: fixtures/older.sql
 * is its version 1, the program's own tables are version 2 here.
 */
#include "store/migrate.h"

#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "faults.h"
#include "older.h"
#include "state.h"
#include "store/history.h"
#include "store/schema.h"
#include "store/share.h"
#include "store/verify.h"
#include "stores.h"
#include "tmp.h"

/* The same over a version between, which had the tables of the first. */
static bool copy_same(struct db *from, struct db *to, struct err *err)
{
	static const char *const tables[] = {
		"project", "map", "stage", "touchpoint", "edit", "change",
	};
	static const char *const holes[] = {
		"?, ?, ?, ?", "?, ?, ?", "?, ?, ?, ?, ?", "?, ?, ?, ?, ?, ?",
		"?, ?, ?, ?, ?, ?, ?", "?, ?, ?, ?, ?, ?, ?, ?",
	};
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof tables / sizeof *tables; i++) {
		char select[64], insert[96];

		snprintf(select, sizeof select, "SELECT * FROM %s",
			 tables[i]);
		snprintf(insert, sizeof insert, "INSERT INTO %s VALUES (%s)",
			 tables[i], holes[i]);
		ok = schema_copy_rows(from, select, to, insert, err);
	}
	return ok;
}

static const struct schema_version three[] = {
	{ 1, older_text, NULL }, { 2, older_text, copy_same },
	{ 3, schema_text, older_copy }, { 0, NULL, NULL }
};

/* What renameat2() and rename() do, in turn: 0 it works, else this error. */
static struct { int error[8], calls; } disk;

int __real_renameat2(int from_at, const char *from, int to_at,
		     const char *to, unsigned flags);
int __real_rename(const char *from, const char *to);
int __wrap_renameat2(int from_at, const char *from, int to_at,
		     const char *to, unsigned flags);
int __wrap_rename(const char *from, const char *to);

static bool disk_refuses(void)
{
	errno = disk.calls < 8 ? disk.error[disk.calls] : 0;
	disk.calls++;
	return errno;
}

int __wrap_renameat2(int from_at, const char *from, int to_at,
		     const char *to, unsigned flags)
{
	return disk_refuses() ? -1 :
	       __real_renameat2(from_at, from, to_at, to, flags);
}

int __wrap_rename(const char *from, const char *to)
{
	return disk_refuses() ? -1 : __real_rename(from, to);
}

static int refused_chowns, refused_chmods;

int __real_chown(const char *path, uid_t owner, gid_t group);
int __real_chmod(const char *path, mode_t mode);
int __wrap_chown(const char *path, uid_t owner, gid_t group);
int __wrap_chmod(const char *path, mode_t mode);

int __wrap_chown(const char *path, uid_t owner, gid_t group)
{
	errno = EPERM;
	return refused_chowns-- > 0 ? -1 : __real_chown(path, owner, group);
}

int __wrap_chmod(const char *path, mode_t mode)
{
	errno = EPERM;
	return refused_chmods-- > 0 ? -1 : __real_chmod(path, mode);
}

static long disk_kind = 0xEF53; /* ext4 */

/* Takes the place of libc's. */
int statfs(const char *path, struct statfs *fs)
{
	(void)path;
	memset(fs, 0, sizeof *fs);
	fs->f_type = disk_kind;
	return 0;
}

static char *beside(const char *path, const char *ending)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_addf(&name, "%s%s", path, ending);
	return strbuf_detach(&name);
}

static int files_beside(const char *path)
{
	char *folder = strndup(path, (size_t)(strrchr(path, '/') - path));
	DIR *d = opendir(folder);
	int count = -2;         /* "." and ".." */

	while (readdir(d))
		count++;
	closedir(d);
	free(folder);
	return count;
}

static void assert_same_file(const char *path, const char *text, size_t len)
{
	size_t there;
	char *now = tmp_read(path, &there);

	assert_int_equal(there, len);
	assert_memory_equal(now, text, len);
	free(now);
}

static void an_older_file_is_brought_up_to_date(void **state)
{
	const char *path = older_file();
	char *kept = beside(path, ".bak"), *old;
	struct err err = { "" };
	struct store *s;
	size_t len;

	(void)state;
	old = tmp_read(path, &len);
	s = stores_open(path, "Ann");
	older_assert_brought_over(s);
	assert_non_null(strstr(store_warning(s), kept));
	assert_same_file(kept, old, len);
	assert_int_equal(files_beside(path), 2);
	/* what was done before can be taken back after */
	if (!history_undo(s, NULL, &err))
		fail_msg("%s", err.msg);
	assert_string_equal(stores_text(s, STAGE, 31, STAGE_WANT),
			    "Something");
	store_set_author(s, "Bob");
	if (!history_undo(s, NULL, &err))
		fail_msg("%s", err.msg);
	assert_string_equal(stores_text(s, TOUCHPOINT, 44,
					TOUCHPOINT_EMOTION), "-1");
	assert_stored(s);
	store_close(s);
	s = stores_open(path, "Ann");
	assert_string_equal(store_warning(s), "");
	store_close(s);
	free(kept);
	free(old);
}

static void all_that_should_be_known_is_told(void **state)
{
	const char *path = older_file();
	struct store *s;

	(void)state;
	disk_kind = 0x6969;
	s = stores_open(path, "Ann");
	disk_kind = 0xEF53;
	assert_non_null(strstr(store_warning(s), "(NFS)"));
	assert_non_null(strstr(store_warning(s), ". This file was written"));
	store_close(s);
}

static void steps_follow_one_another(void **state)
{
	const char *path = older_file();
	struct store *s;

	(void)state;
	schema_versions = three;
	s = stores_open(path, "Ann");
	older_assert_brought_over(s);
	assert_int_equal(files_beside(path), 2);
	store_close(s);
}

static void a_backup_never_takes_anothers_place(void **state)
{
	const char *path = older_file();
	char *first = beside(path, ".bak"), *second = beside(path, ".bak2");
	char *third = beside(path, ".bak3"), *old;
	size_t len;

	(void)state;
	old = tmp_read(path, &len);
	tmp_write(first, "mine", 4);
	tmp_write(second, "mine, too", 9);
	store_close(stores_open(path, "Ann"));
	assert_same_file(first, "mine", 4);
	assert_same_file(second, "mine, too", 9);
	assert_same_file(third, old, len);
	free(first);
	free(second);
	free(third);
	free(old);
}

static void rights_and_group_stay(void **state)
{
	const char *path = older_file();
	struct stat st;

	(void)state;
	if (chown(path, 4321, 8765))
		print_message("# not root: the group is ours anyway\n");
	assert_int_equal(chmod(path, 0664), 0);
	store_close(stores_open(path, "Ann"));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0664);
	assert_true(getuid() || (st.st_uid == 4321 && st.st_gid == 8765));
}

/* Not opened; the old file is as it was, and nothing else is there. */
static void assert_not_migrated(const char *path, const char *word)
{
	struct err err = { "" };
	size_t len;
	char *old = tmp_read(path, &len);

	assert_null(store_open(path, &err));
	if (!strstr(err.msg, word) || !strstr(err.msg, path))
		fail_msg("no \"%s\" in \"%s\"", word, err.msg);
	assert_same_file(path, old, len);
	assert_int_equal(files_beside(path), 1);
	free(old);
}

static void what_can_only_be_read_is_not_migrated(void **state)
{
	const char *path = older_file();

	(void)state;
	assert_int_equal(chmod(path, 0444), 0);
	assert_not_migrated(path, "copy it to where it can be changed");
}

static void altered_or_lost_parts_are_noticed(void **state)
{
	static const struct { const char *sql, *word; } damage[] = {
		{ "CREATE TABLE other (x)", "tables are not as cjm" },
		{ "UPDATE stage SET wish = 'x'", "by the history" },
		{ "UPDATE stage SET title = ''", "must not be empty" },
		{ "DELETE FROM change WHERE edit = 3", "by the history" },
		{ "UPDATE change SET new = '{' WHERE op = 'insert'",
		  "cannot be brought up to date" },
		{ "PRAGMA foreign_keys = 0; DELETE FROM map",
		  "cannot be brought up to date" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof damage / sizeof *damage; i++) {
		const char *path = older_file();

		stores_sql(path, damage[i].sql);
		assert_not_migrated(path, damage[i].word);
	}
}

static void a_step_that_forgets_something_is_noticed(void **state)
{
	(void)state;
	for (older_steps = 0; older_steps < OLDER_STEPS;
	     older_steps++)
		assert_not_migrated(older_file(),
				    "cannot be brought up to date");
}

static void what_looks_at_an_older_file_says_so(void **state)
{
	const char *path = older_file();
	struct err err = { "" };
	struct db *db;

	(void)state;
	db = db_open(path, DB_READ, &err);
	assert_false(schema_check(db, &err));
	assert_non_null(strstr(err.msg, "written by an older cjm"));
	db_close(db);
}

/* The disk fails at the n-th call, or from it on.  The file is the old one, or the new
 * one is whole and the old one beside it. */
static struct store *open_while_it_fails(long n, bool for_ever)
{
	const char *path = older_file();
	char *kept = beside(path, ".bak"), *old;
	struct err err = { "" };
	struct store *s;
	size_t len;

	old = tmp_read(path, &len);
	faults_set(FAULT_ERROR, n, for_ever);
	s = store_open(path, &err);
	faults_set(FAULT_NONE, 0, false);
	assert_true(s || *err.msg);
	assert_same_file(access(kept, F_OK) ? path : kept, old, len);
	if (!s) {
		s = stores_open(path, "Ann");
		older_assert_brought_over(s);
		store_close(s);
		s = NULL;
	}
	free(kept);
	free(old);
	return s;
}

static void a_disk_that_fails_loses_nothing(void **state)
{
	struct store *s;
	long n = 1;

	(void)state;
	while (!(s = open_while_it_fails(n, true))) {
		store_close(open_while_it_fails(n, false));
		n++;
	}
	store_close(s);
	print_message("# %ld points\n", n - 1);
	assert_true(n > 100);
}

/* EXCHANGE, .bak: what a disk may refuse, and what then stands there. */
static void names_change_only_together(void **state)
{
	static const struct { int error[8]; bool done; } cases[] = {
		{ { 0, 0 }, true },
		{ { EINVAL, 0, 0 }, true },             /* no exchange */
		{ { 0, EACCES, 0 }, false },            /* no backup */
		{ { EINVAL, EACCES }, false },
		{ { EINVAL, 0, EACCES, 0 }, false },    /* no new name */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *path = older_file();

		memcpy(disk.error, cases[i].error, sizeof disk.error);
		disk.calls = 0;
		if (cases[i].done)
			store_close(stores_open(path, "Ann"));
		else
			assert_not_migrated(path, "cannot be replaced");
		memset(disk.error, 0, sizeof disk.error);
		store_close(stores_open(path, "Ann"));
		assert_int_equal(files_beside(path), 2);
	}
}

static void rights_that_cannot_be_had_are_said(void **state)
{
	const char *path = older_file();

	(void)state;
	refused_chowns = 1;     /* the owner stays ours */
	store_close(stores_open(path, "Ann"));
	path = older_file();
	refused_chowns = 2;     /* nor the group */
	assert_not_migrated(path, "cannot have its rights");
	refused_chmods = 1;
	assert_not_migrated(path, "cannot have its rights");
	refused_chowns = refused_chmods = 0;
	store_close(stores_open(path, "Ann"));
}

/* In another process, with the same older file. */
static void open_it(const char *path)
{
	struct err err = { "" };
	struct store *s = store_open(path, &err);

	if (!s)
		fprintf(stderr, "# %s\n", err.msg);
	store_close(s);
	_exit(!s);
}

static void several_at_once_make_one_new_file(void **state)
{
	enum { TIMES = 10, PROCESSES = 4 };
	struct store *s;
	int status;

	(void)state;
	for (int i = 0; i < TIMES; i++) {
		const char *path = older_file();

		for (int k = 0; k < PROCESSES; k++)
			if (!fork())
				open_it(path);
		for (int k = 0; k < PROCESSES; k++) {
			assert_true(wait(&status) > 0);
			assert_int_equal(status, 0);
		}
		assert_int_equal(files_beside(path), 2);
		s = stores_open(path, "Ann");
		older_assert_brought_over(s);
		store_close(s);
	}
}

/* Another process was quicker: it is not older any more. */
static void what_is_up_to_date_is_left_alone(void **state)
{
	const char *path = older_file();
	struct strbuf kept = STRBUF_INIT;
	struct err err = { "" };

	(void)state;
	store_close(stores_open(path, "Ann"));
	assert_true(migrate(path, &kept, &err));
	assert_string_equal(kept.s, "");
	assert_int_equal(files_beside(path), 2);
}

static int prepare(void **state)
{
	faults_install();
	return older_prepare(state);
}

#define CASE(test) cmocka_unit_test_setup(test, older_prepare)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(an_older_file_is_brought_up_to_date),
		CASE(all_that_should_be_known_is_told),
		CASE(steps_follow_one_another),
		CASE(a_backup_never_takes_anothers_place),
		CASE(rights_and_group_stay),
		CASE(what_can_only_be_read_is_not_migrated),
		CASE(altered_or_lost_parts_are_noticed),
		CASE(a_step_that_forgets_something_is_noticed),
		CASE(what_looks_at_an_older_file_says_so),
		CASE(a_disk_that_fails_loses_nothing),
		CASE(names_change_only_together),
		CASE(rights_that_cannot_be_had_are_said),
		CASE(several_at_once_make_one_new_file),
		CASE(what_is_up_to_date_is_left_alone),
	};

	return cmocka_run_group_tests(tests, prepare, older_tidy);
}
