#include "store/store.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "dice.h"
#include "state.h"
#include "stores.h"
#include "tmp.h"

enum { STEPS = 600 };

static int files_beside(const char *path)
{
	char *folder = strndup(path, (size_t)(strrchr(path, '/') - path));
	DIR *d = opendir(folder);
	int count = 0;

	assert_non_null(d);
	while (readdir(d))
		count++;
	closedir(d);
	free(folder);
	return count - 2;
}

static void a_new_file_holds_its_first_edit(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);

	(void)state;
	assert_int_equal(store_last_edit(s), 1);
	assert_string_equal(store_author(s), "Ann");
	assert_string_equal(store_path(s), path);
	assert_false(store_read_only(s));
	assert_stored(s);
	assert_int_equal(files_beside(path), 1);
	store_close(s);
	store_close(NULL);
}

static void assert_not_made(const char *path, const struct intent *first,
			    const char *word)
{
	struct err err = { "" };

	assert_null(store_create(path, "Ann", first, &err));
	if (!strstr(err.msg, word))
		fail_msg("no \"%s\" in \"%s\"", word, err.msg);
}

static void a_file_is_never_made_over_another(void **state)
{
	const char *path = tmp_file("there.cjm", "something else");
	const char *link = tmp_path("link.cjm");
	struct add_intent first;
	char *text;

	(void)state;
	intent_add(&first, MAP);
	first.values.text[MAP_TITLE] = "m";
	assert_not_made(path, &first.intent, "is there already");
	text = tmp_read(path, NULL);
	assert_string_equal(text, "something else");
	assert_int_equal(files_beside(path), 1);
	assert_int_equal(symlink("nowhere", link), 0);
	assert_not_made(link, &first.intent, "is there already");
	assert_not_made(tmp_folder(), &first.intent, "is there already");
	free(text);
}

static void where_making_fails_nothing_is_left_behind(void **state)
{
	const char *path = tmp_path("a.cjm");
	struct delete_intent nothing;
	struct set_intent wrong;
	struct err err = { "" };
	struct store *s;

	(void)state;
	intent_set(&wrong, STAGE, 1);
	assert_not_made(path, &wrong.intent, "is gone");
	assert_int_equal(files_beside(path), 0);
	assert_not_made("/no/such/folder/a.cjm", &wrong.intent, "folder");
	intent_delete(&nothing, STAGE, 1);
	s = store_create(path, "Ann", &nothing.intent, &err);
	assert_non_null(s);
	assert_int_equal(store_last_edit(s), 0);
	assert_int_equal(files_beside(path), 1);
	store_close(s);
}

static void a_file_without_edits_can_be_followed(void **state)
{
	const char *path = tmp_path("a.cjm");
	struct delete_intent nothing;
	struct add_intent map;
	struct err err = { "" };
	struct store *s, *other;

	(void)state;
	intent_delete(&nothing, STAGE, 1);
	s = store_create(path, "Ann", &nothing.intent, &err);
	other = stores_open(path, "Bob");
	intent_add(&map, MAP);
	map.values.text[MAP_TITLE] = "m";
	stores_do(other, &map.intent);
	assert_true(store_refresh(s, NULL, &err));
	assert_int_equal(project_maps(store_project(s))->count, 1);
	store_close(s);
	store_close(other);
}

static void a_file_is_made_with_the_usual_rights(void **state)
{
	mode_t old = umask(027);
	const char *path;
	struct store *s = stores_sample(&path);
	struct stat st;

	(void)state;
	umask(old);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	store_close(s);
}

static void what_is_in_memory_is_in_the_file(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);

	(void)state;
	dice_start(21);
	for (int i = 0; i < STEPS; i++) {
		struct err err = { "" };
		struct wish w;

		dice_wish(&w, store_project(s));
		stores_do(s, &w.is.intent);
		assert_true(store_visit(s, 0, &err));
		if (i % 20 == 0)
			assert_stored(s);
	}
	assert_stored(s);
	store_close(s);
}

static void it_is_known_what_was_done_last(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);

	(void)state;
	stores_set(s, STAGE, 31, STAGE_TITLE, "Wish");
	assert_string_equal(store_last_label(s), "Rename stage: Need");
	assert_int_equal(store_last_thing(s).entity, STAGE);
	assert_int_equal(store_last_thing(s).id, 31);
	store_close(s);
}

static void nothing_wanted_leaves_no_trace(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	size_t before_len, after_len;
	char *before = tmp_read(path, &before_len), *after;

	(void)state;
	stores_set(s, STAGE, 31, STAGE_TITLE, "Need");
	stores_delete(s, STAGE, 999);
	assert_int_equal(store_last_edit(s), 1);
	assert_string_equal(store_last_label(s), "");
	assert_int_equal(store_last_thing(s).id, 0);
	after = tmp_read(path, &after_len);
	assert_int_equal(before_len, after_len);
	assert_memory_equal(before, after, after_len);
	free(before);
	free(after);
	store_close(s);
}

static void what_makes_no_sense_changes_nothing(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct set_intent i;

	(void)state;
	intent_set(&i, STAGE, 31);
	intent_set_field(&i, STAGE_TITLE, "");
	stores_refuse(s, &i.intent, "must not be empty");
	assert_stored(s);
	store_close(s);
}

static void a_file_without_write_rights_is_only_read(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct set_intent i;
	struct err err = { "" };

	(void)state;
	store_close(s);
	assert_int_equal(chmod(path, 0444), 0);
	s = stores_open(path, "Ann");
	assert_true(store_read_only(s));
	assert_string_equal(stores_text(s, STAGE, 31, STAGE_TITLE), "Need");
	intent_set(&i, STAGE, 31);
	intent_set_field(&i, STAGE_TITLE, "x");
	stores_refuse(s, &i.intent, "can only be read");
	assert_true(store_refresh(s, NULL, &err));
	store_close(s);
	assert_int_equal(files_beside(path), 1);
}

static void rows_of_maps_not_visited_are_passed_over(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path), *other;
	struct err err = { "" };
	bool changed;

	(void)state;
	other = store_open(path, &err);
	assert_true(store_visit(other, 22, &err));
	assert_null(project_row(store_project(other), STAGE, 31));
	stores_set(s, STAGE, 31, STAGE_TITLE, "Wish");
	stores_delete(s, TOUCHPOINT, 41);
	stores_set(s, MAP, 21, MAP_TITLE, "Renamed");
	stores_set(s, STAGE, 33, STAGE_TITLE, "Seen");
	assert_true(store_refresh(other, &changed, &err));
	assert_true(changed);
	assert_null(project_row(store_project(other), STAGE, 31));
	assert_string_equal(stores_text(other, MAP, 21, MAP_TITLE),
			    "Renamed");
	assert_string_equal(stores_text(other, STAGE, 33, STAGE_TITLE),
			    "Seen");
	assert_true(store_visit(other, 21, &err));
	assert_same_state(store_project(s), store_project(other));
	store_close(s);
	store_close(other);
}

static void a_map_that_is_opened_late_is_as_others_left_it(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path), *other;
	struct err err = { "" };

	(void)state;
	other = store_open(path, &err);
	stores_delete(s, STAGE, 32);
	stores_set(s, TOUCHPOINT, 41, TOUCHPOINT_EMOTION, "-2");
	assert_true(store_visit(other, 0, &err));
	assert_same_state(store_project(s), store_project(other));
	assert_sound(store_project(other));
	store_close(s);
	store_close(other);
}

static const char gone[] = "the file was moved, replaced or deleted",
	replaced[] = "the file was replaced by an older or another one";

static void assert_refuses_refresh(struct store *s, const char *why)
{
	struct err err = { "" };

	assert_false(store_refresh(s, NULL, &err));
	assert_non_null(strstr(err.msg, why));
}

static void a_moved_file_is_left_alone_until_it_is_back(void **state)
{
	const char *path, *away = tmp_path("away.cjm");
	struct store *s = stores_sample(&path);
	struct set_intent i;
	char *before, *after;
	size_t len, new_len;

	(void)state;
	intent_set(&i, STAGE, 31);
	intent_set_field(&i, STAGE_TITLE, "Wish");
	assert_int_equal(rename(path, away), 0);
	before = tmp_read(away, &len);
	assert_refuses_refresh(s, gone);
	stores_refuse(s, &i.intent, "not saved: the file was moved");
	after = tmp_read(away, &new_len);
	assert_int_equal(new_len, len);
	assert_memory_equal(after, before, len);
	free(before);
	free(after);
	assert_int_equal(rename(away, path), 0);
	stores_do(stores_refresh(s), &i.intent);
	assert_stored(s);
	store_close(s);
}

static void what_took_the_files_place_is_not_touched(void **state)
{
	const char *path, *other;
	struct store *s = stores_sample(&path), *in_other;
	struct set_intent i;

	(void)state;
	in_other = stores_sample(&other);
	intent_set(&i, STAGE, 31);
	intent_set_field(&i, STAGE_TITLE, "Wish");
	assert_int_equal(rename(other, path), 0);
	assert_refuses_refresh(s, replaced);
	assert_refuses_refresh(in_other, gone);
	stores_refuse(s, &i.intent, replaced);
	store_close(s);
	store_close(in_other);
	s = stores_open(path, "Ann");
	assert_string_equal(stores_text(s, STAGE, 31, STAGE_TITLE), "Need");
	assert_int_equal(store_last_edit(s), 1);
	assert_int_equal(unlink(path), 0);
	assert_refuses_refresh(s, gone);
	stores_refuse(s, &i.intent, gone);
	assert_int_not_equal(access(path, F_OK), 0);
	store_close(s);
}

/* Even if it is moved behind our last look. */
static void sqlite_itself_refuses_a_moved_file(void **state)
{
	const char *path, *away = tmp_path("away.cjm");
	struct err err = { "" };
	struct db *db;

	(void)state;
	store_close(stores_sample(&path));
	db = db_open(path, DB_WRITE, &err);
	assert_true(db_in_place(db));
	assert_int_equal(rename(path, away), 0);
	assert_false(db_begin(db, &err) &&
		     db_exec(db, "UPDATE stage SET title = 'x'", &err) &&
		     db_commit(db, &err));
	assert_string_equal(err.msg, "the file was moved, replaced or "
			    "deleted; put it back");
	db_rollback(db);
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_file_holds_its_first_edit),
		cmocka_unit_test(a_file_is_never_made_over_another),
		cmocka_unit_test(where_making_fails_nothing_is_left_behind),
		cmocka_unit_test(a_file_without_edits_can_be_followed),
		cmocka_unit_test(a_file_is_made_with_the_usual_rights),
		cmocka_unit_test(what_is_in_memory_is_in_the_file),
		cmocka_unit_test(it_is_known_what_was_done_last),
		cmocka_unit_test(nothing_wanted_leaves_no_trace),
		cmocka_unit_test(what_makes_no_sense_changes_nothing),
		cmocka_unit_test(a_file_without_write_rights_is_only_read),
		cmocka_unit_test(rows_of_maps_not_visited_are_passed_over),
		cmocka_unit_test(
			a_map_that_is_opened_late_is_as_others_left_it),
		cmocka_unit_test(a_moved_file_is_left_alone_until_it_is_back),
		cmocka_unit_test(what_took_the_files_place_is_not_touched),
		cmocka_unit_test(sqlite_itself_refuses_a_moved_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
