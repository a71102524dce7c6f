/* How a file is opened, checked, and opened again after trouble. */
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
#include "state.h"
#include "store/history.h"
#include "stores.h"
#include "tmp.h"

enum { STRANGER = 54321 };      /* a user's number */

static long disk_kind = 0xEF53; /* ext4 */

/* Takes the place of libc's. */
int statfs(const char *path, struct statfs *fs)
{
	(void)path;
	memset(fs, 0, sizeof *fs);
	fs->f_type = disk_kind;
	return disk_kind ? 0 : -1;
}

static struct set_intent rename_stage(const char *title)
{
	struct set_intent i;

	intent_set(&i, STAGE, 31);
	intent_set_field(&i, STAGE_TITLE, title);
	return i;
}

static void damage_a_reference(const char *path)
{
	stores_sql(path, "PRAGMA foreign_keys = 0;"
			 "UPDATE touchpoint SET stage = 12345"
			 " WHERE stage = 31");
}

static void a_damaged_file_is_read_but_not_written(void **state)
{
	struct set_intent i = rename_stage("Wish");
	struct err err = { "" };
	size_t len, new_len;
	const char *path;
	struct store *s;
	char *before, *after;

	(void)state;
	store_close(stores_sample(&path));
	damage_a_reference(path);
	before = tmp_read(path, &len);
	s = stores_open(path, "Ann");
	stores_refuse(s, &i.intent, "not saved: the file cannot be trusted: "
		      "touchpoint 41 refers to a stage that is not there");
	assert_false(store_check(s, &err));
	assert_non_null(strstr(err.msg, "cjm salvage"));
	after = tmp_read(path, &new_len);
	assert_int_equal(len, new_len);
	assert_memory_equal(before, after, len);
	free(before);
	free(after);
	store_close(s);
}

/* Only the row of a map that nobody visits is wrong. */
static void each_row_is_looked_at_before_the_first_edit(void **state)
{
	struct set_intent i = rename_stage("Wish");
	struct err err = { "" };
	const char *path;
	struct store *s;

	(void)state;
	store_close(stores_sample(&path));
	stores_sql(path, "UPDATE stage SET phase = 'never' WHERE id = 33");
	s = store_open(path, &err);
	assert_non_null(s);
	stores_refuse(s, &i.intent, "the file is damaged at stage 33");
	store_close(s);
}

static void what_was_looked_at_is_not_looked_at_again(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct err err = { "" };

	(void)state;
	assert_true(store_check(s, &err));
	faults_set(FAULT_NONE, 0, false);
	assert_true(store_check(s, &err));
	assert_int_equal(faults_calls(), 0);
	store_close(s);
}

static void what_can_only_be_read_needs_no_look(void **state)
{
	struct set_intent i = rename_stage("Wish");
	struct err err = { "" };
	const char *path;
	struct store *s;

	(void)state;
	store_close(stores_sample(&path));
	damage_a_reference(path);
	assert_int_equal(chmod(path, 0444), 0);
	s = stores_open(path, "Ann");
	assert_true(store_check(s, &err));
	stores_refuse(s, &i.intent, "can only be read");
	store_close(s);
}

static void ignore(const char *author, int64_t edits, int64_t last, void *arg)
{
	(void)author;
	(void)edits;
	(void)last;
	(void)arg;
}

/* The disk fails at each call of what is asked while it does. */
static void while_the_disk_fails_all_is_refused_and_then_goes_on(void **state)
{
	struct set_intent i = rename_stage("Wish");
	const char *path;
	struct store *s = stores_sample(&path), *bob;
	struct err err = { "" };

	(void)state;
	faults_set(FAULT_ERROR, 1, true);
	stores_refuse(s, &i.intent, "not saved: ");
	stores_refuse(s, &i.intent, "not saved: ");
	assert_false(store_refresh(s, NULL, &err));
	assert_false(store_visit(s, 21, &err));
	assert_false(store_check(s, &err));
	assert_false(history_others(s, 0, 0, ignore, NULL, &err));
	assert_string_equal(err.msg, "the file cannot be opened");
	faults_set(FAULT_NONE, 0, false);
	bob = stores_open(path, "Bob");
	stores_set(bob, STAGE, 32, STAGE_TITLE, "Bob's");
	store_close(bob);
	stores_do(s, &i.intent);
	assert_string_equal(stores_text(s, STAGE, 32, STAGE_TITLE), "Bob's");
	assert_stored(s);
	store_close(s);
}

static void copy_file(const char *from, const char *to)
{
	size_t len;
	char *text = tmp_read(from, &len);

	tmp_write(to, text, len);
	free(text);
}

/* As git or a sync program brings a file that others went on with. */
static void a_newer_copy_that_took_its_place_is_followed(void **state)
{
	const char *path, *copy = tmp_path("copy.cjm");
	struct store *s = stores_sample(&path), *other;
	struct set_intent i = rename_stage("Wish");
	struct err err = { "" };
	bool changed;

	(void)state;
	copy_file(path, copy);
	other = stores_open(copy, "Bob");
	stores_set(other, STAGE, 32, STAGE_TITLE, "Bob's");
	store_close(other);
	assert_int_equal(rename(copy, path), 0);
	assert_true(store_refresh(s, &changed, &err));
	assert_true(changed);
	stores_do(s, &i.intent);
	assert_string_equal(stores_text(s, STAGE, 32, STAGE_TITLE), "Bob's");
	assert_stored(s);
	store_close(s);
}

static void what_is_no_map_any_more_is_not_touched(void **state)
{
	struct set_intent i = rename_stage("Wish");
	const char *path;
	struct store *s = stores_sample(&path);
	char *text;

	(void)state;
	assert_int_equal(unlink(path), 0);
	tmp_write(path, "my shopping list", 16);
	stores_refuse(s, &i.intent, "is not a journey map");
	text = tmp_read(path, NULL);
	assert_string_equal(text, "my shopping list");
	free(text);
	store_close(s);
}

/* A journal that a user of this number left beside a new file. */
static const char *file_with_journal(char **journal)
{
	struct strbuf name = STRBUF_INIT;
	const char *path;

	store_close(stores_sample(&path));
	strbuf_addf(&name, "%s-journal", path);
	tmp_write(name.s, "x", 1);
	if (chown(name.s, STRANGER, (gid_t)-1)) {
		print_message("# only root can give a file away\n");
		skip();
	}
	*journal = strbuf_detach(&name);
	return path;
}

static void a_strangers_journal_that_stays_is_refused(void **state)
{
	struct err err = { "" };
	char *journal;
	const char *path = file_with_journal(&journal);

	(void)state;
	assert_null(store_open(path, &err));
	assert_non_null(strstr(err.msg, "left by another user"));
	assert_int_equal(access(journal, F_OK), 0);
	free(journal);
}

static void a_colleague_who_saves_is_waited_for(void **state)
{
	char *journal;
	const char *path = file_with_journal(&journal);
	int status;
	pid_t pid = fork();

	(void)state;
	if (!pid) {
		usleep(200 * 1000);
		_exit(unlink(journal));
	}
	store_close(stores_open(path, "Ann"));
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	free(journal);
}

/* In another process: have the file locked for writing until told. */
static void write_for_long(const char *path, int ready, int done)
{
	struct err err = { "" };
	struct db *db = db_open(path, DB_WRITE, &err);
	char c;

	if (!db || !db_begin(db, &err) || write(ready, "x", 1) != 1 ||
	    read(done, &c, 1) != 1)
		_exit(1);
	db_rollback(db);
	db_close(db);
	_exit(0);
}

static void a_colleague_who_saves_for_long_is_no_danger(void **state)
{
	const char *path;
	char *journal;
	int ready[2], done[2], status;
	pid_t pid;
	char c;

	(void)state;
	path = file_with_journal(&journal);
	assert_int_equal(unlink(journal), 0);
	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(done), 0);
	pid = fork();
	if (!pid)
		write_for_long(path, ready[1], done[0]);
	assert_int_equal(read(ready[0], &c, 1), 1);
	tmp_write(journal, "x", 1);
	assert_int_equal(chown(journal, STRANGER, (gid_t)-1), 0);
	store_close(stores_open(path, "Ann"));
	assert_int_equal(write(done[1], "x", 1), 1);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	close(ready[0]);
	close(ready[1]);
	close(done[0]);
	close(done[1]);
	free(journal);
}

static void a_network_folder_is_warned_of(void **state)
{
	static const struct { long kind; const char *name; } kinds[] = {
		{ 0x6969, "(NFS)" }, { 0x65735546, "(FUSE)" },
		{ (long)0xFFFFFFFFFF534D42, "(SMB)" }, { 0x01021997, "(9P)" },
	};
	const char *path;
	struct store *s = stores_sample(&path);

	(void)state;
	assert_string_equal(store_warning(s), "");
	store_close(s);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		disk_kind = kinds[i].kind;
		s = stores_open(path, "Ann");
		assert_non_null(strstr(store_warning(s), kinds[i].name));
		store_close(s);
	}
	disk_kind = 0;          /* it cannot be told */
	s = stores_open(path, "Ann");
	assert_string_equal(store_warning(s), "");
	store_close(s);
	disk_kind = 0xEF53;
}

static void a_question_without_an_end_is_stopped(void **state)
{
	static const char endless[] =
		"WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1"
		" FROM c) SELECT count(*) FROM c";
	struct err err = { "" };
	int64_t value = 7;
	const char *path;
	struct db *db;

	(void)state;
	store_close(stores_sample(&path));
	db = db_open(path, DB_READ, &err);
	assert_false(db_int(db, endless, &value, &err));
	assert_non_null(strstr(err.msg, "would never end"));
	assert_int_equal(value, 7);
	assert_false(db_doubtful(db));
	assert_true(db_int(db, "SELECT count(*) FROM edit", &value, &err));
	assert_int_equal(value, 1);
	db_close(db);
}

static void what_is_open_for_reading_takes_nothing(void **state)
{
	struct err err = { "" };
	const char *path;
	struct db *db;

	(void)state;
	store_close(stores_sample(&path));
	db = db_open(path, DB_READ, &err);
	assert_false(db_exec(db, "UPDATE stage SET title = 'x'", &err));
	assert_string_equal(err.msg, "the file cannot be written");
	assert_true(db_doubtful(db));
	db_close(db);
}

static void a_setting_that_is_not_taken_is_noticed(void **state)
{
	struct err err = { "" };

	(void)state;
	assert_null(db_open(":memory:", DB_WRITE, &err));
	assert_non_null(strstr(err.msg, "way that is not safe"));
}

static int install(void **state)
{
	(void)state;
	faults_install();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_damaged_file_is_read_but_not_written),
		cmocka_unit_test(each_row_is_looked_at_before_the_first_edit),
		cmocka_unit_test(what_was_looked_at_is_not_looked_at_again),
		cmocka_unit_test(what_can_only_be_read_needs_no_look),
		cmocka_unit_test(
			while_the_disk_fails_all_is_refused_and_then_goes_on),
		cmocka_unit_test(a_newer_copy_that_took_its_place_is_followed),
		cmocka_unit_test(what_is_no_map_any_more_is_not_touched),
		cmocka_unit_test(a_strangers_journal_that_stays_is_refused),
		cmocka_unit_test(a_colleague_who_saves_is_waited_for),
		cmocka_unit_test(a_colleague_who_saves_for_long_is_no_danger),
		cmocka_unit_test(a_network_folder_is_warned_of),
		cmocka_unit_test(a_question_without_an_end_is_stopped),
		cmocka_unit_test(what_is_open_for_reading_takes_nothing),
		cmocka_unit_test(a_setting_that_is_not_taken_is_noticed),
	};

	return cmocka_run_group_tests(tests, install, NULL);
}
