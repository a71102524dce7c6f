#include "store/save_as.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "faults.h"
#include "state.h"
#include "store/history.h"
#include "stores.h"
#include "tmp.h"

enum { CALLS_MOST = 100000 };

/* A sample that was worked on; the path of its file. */
static struct store *worked_on(const char **path)
{
	struct store *s = stores_sample(path);

	stores_set(s, STAGE, 31, STAGE_TITLE, "Wish");
	stores_set(s, STAGE, 31, STAGE_TITLE, "Want");
	return s;
}

static const char *save(struct store *s, bool history, size_t maps)
{
	const char *path = tmp_path("new.cjm");
	struct err err = { "" };
	struct saved_as what;

	if (!store_save_as(s, path, &what, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(what.history, history);
	assert_int_equal(what.maps, maps);
	assert_string_equal(store_path(s), path);
	assert_string_equal(store_author(s), "Ann");
	return path;
}

/* What is there is what was there, and it can be gone on. */
static void assert_goes_on(struct store *s, const char *before)
{
	char *now = state_print(store_project(s));

	assert_string_equal(now, before);
	free(now);
	stores_set(s, STAGE, 31, STAGE_TITLE, "More");
	assert_stored(stores_refresh(s));
}

/* All is there after the file was dealt with so; `what` stays as it is. */
static void survives(void (*harm)(const char *path, const char *what),
		     const char *what, bool history)
{
	const char *path, *new;
	struct store *s = worked_on(&path);
	char *before, *bytes = NULL, *after;
	size_t len = 0, new_len;

	if (!history)           /* a snapshot is of a history */
		stores_delete(s, SNAPSHOT, 95);
	before = state_print(store_project(s));
	harm(path, what);
	if (what)
		bytes = tmp_read(what, &len);
	new = save(s, history, 0);
	if (history)
		assert_int_equal(store_last_edit(s), 3);
	assert_goes_on(s, before);
	if (what) {
		after = tmp_read(what, &new_len);
		assert_int_equal(new_len, len);
		assert_memory_equal(after, bytes, len);
		free(after);
	}
	assert_int_equal(access(new, F_OK), 0);
	free(bytes);
	free(before);
	store_close(s);
}

static void leave(const char *path, const char *what)
{
	(void)path;
	(void)what;
}

static void move(const char *path, const char *what)
{
	assert_int_equal(rename(path, what), 0);
}

static void delete(const char *path, const char *what)
{
	(void)what;
	assert_int_equal(unlink(path), 0);
}

/* The name is another file's by now. */
static const char *other_file(void)
{
	const char *path;

	store_close(stores_sample(&path));
	return path;
}

static void replace(const char *path, const char *what)
{
	(void)what;
	assert_int_equal(rename(other_file(), path), 0);
}

/* The same file holds something else. */
static void overwrite(const char *path, const char *what)
{
	size_t len;
	char *data = tmp_read(other_file(), &len);

	(void)what;
	tmp_write(path, data, len);
	free(data);
}

static void spoil(const char *path, const char *what)
{
	(void)what;
	tmp_write(path, "not a map", 9);
}

static void a_sound_file_is_left_for_a_copy_with_all_of_it(void **state)
{
	const char *path;
	struct store *s = worked_on(&path), *old;

	(void)state;
	save(s, true, 0);
	stores_set(s, STAGE, 31, STAGE_TITLE, "More");
	old = stores_open(path, "Bob");
	assert_string_equal(stores_text(old, STAGE, 31, STAGE_TITLE), "Want");
	assert_int_equal(store_last_edit(old), 3);
	store_close(old);
	store_close(s);
	survives(leave, NULL, true);
}

static void a_moved_or_deleted_file_is_saved_with_its_history(void **state)
{
	(void)state;
	survives(move, tmp_path("away.cjm"), true);
	survives(delete, NULL, true);
	survives(replace, NULL, true);
}

static void an_overwritten_file_is_saved_from_memory(void **state)
{
	(void)state;
	survives(overwrite, NULL, false);
	survives(spoil, NULL, false);
}

/* A journal at the old name is of another file: SQLite would play it back
 * into ours, and delete it. */
static void what_lies_beside_the_old_name_is_left_alone(void **state)
{
	const char *path;
	struct store *s = worked_on(&path);
	char *before = state_print(store_project(s)), *after;
	struct strbuf journal = STRBUF_INIT;
	size_t len;

	(void)state;
	strbuf_addf(&journal, "%s-journal", path);
	replace(path, NULL);
	tmp_write(journal.s, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
	save(s, true, 0);
	assert_goes_on(s, before);
	after = tmp_read(journal.s, &len);
	assert_int_equal(len, 8);
	free(after);
	free(before);
	strbuf_release(&journal);
	store_close(s);
}

static void maps_nobody_looked_at_are_counted(void **state)
{
	const char *path;
	struct err err = { "" };
	struct store *s;

	(void)state;
	store_close(worked_on(&path));
	s = store_open(path, &err);
	store_set_author(s, "Ann");
	assert_true(store_visit(s, 21, &err));
	overwrite(path, NULL);
	save(s, false, 1);
	assert_non_null(project_row(store_project(s), TOUCHPOINT, 41));
	assert_non_null(project_row(store_project(s), MAP, 22));
	assert_null(project_row(store_project(s), STAGE, 33));
	assert_stored(stores_refresh(s));
	store_close(s);
}

static void a_disk_that_fails_costs_the_history_only(void **state)
{
	const char *path, *to = tmp_path("new.cjm");
	struct store *s = worked_on(&path);
	struct err err = { "" };
	struct saved_as what;
	bool saved = false;
	char *before;

	(void)state;
	stores_delete(s, SNAPSHOT, 95);
	before = state_print(store_project(s));
	for (long n = 1; !saved && n < CALLS_MOST; n += 1 + n / 16) {
		bool ok;

		faults_set(FAULT_ERROR, n, false);
		ok = store_save_as(s, to, &what, &err);
		saved = faults_calls() < n;
		faults_set(FAULT_NONE, 0, false);
		assert_int_equal(ok, !strcmp(store_path(s), to));
		assert_true(ok || !saved);
		to = tmp_path("new.cjm");
	}
	assert_true(saved);
	assert_goes_on(s, before);
	free(before);
	store_close(s);
}

static void nothing_is_replaced(void **state)
{
	const char *path, *there = tmp_file("there.cjm", "text");
	struct store *s = worked_on(&path);
	struct err err = { "" };
	struct saved_as what;
	char *text;

	(void)state;
	assert_false(store_save_as(s, there, &what, &err));
	assert_non_null(strstr(err.msg, "is there already"));
	text = tmp_read(there, NULL);
	assert_string_equal(text, "text");
	free(text);
	assert_false(store_save_as(s, path, &what, &err));
	assert_false(store_save_as(s, "/nowhere/new.cjm", &what, &err));
	assert_non_null(strstr(err.msg, "/nowhere"));
	assert_string_equal(store_path(s), path);
	stores_set(s, STAGE, 31, STAGE_TITLE, "More");
	assert_stored(stores_refresh(s));
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_sound_file_is_left_for_a_copy_with_all_of_it),
		cmocka_unit_test(
			a_moved_or_deleted_file_is_saved_with_its_history),
		cmocka_unit_test(an_overwritten_file_is_saved_from_memory),
		cmocka_unit_test(what_lies_beside_the_old_name_is_left_alone),
		cmocka_unit_test(maps_nobody_looked_at_are_counted),
		cmocka_unit_test(a_disk_that_fails_costs_the_history_only),
		cmocka_unit_test(nothing_is_replaced),
	};

	faults_install();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
