/* The file is moved, replaced or deleted beneath the open program. */
#include "editor.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "tmp.h"
#include "vt_parts.h"

enum { NOTICED_MS = 2000 };

static const char gone[] = "he file was moved, replaced or deleted";
static const char replaced[] = "he file was replaced by an older or another";

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The last row says so, in time and without a key. */
static void noticed(struct vt *vt, const char *banner)
{
	long start = now();

	vt_wait_row(vt, vt->rows - 1, banner);
	vt_wait_row(vt, vt->rows - 1, "not saving");
	assert_in_range(now() - start, 0, NOTICED_MS);
	assert_true(vt_cell_of(vt, banner).bold);
}

static void refused(struct vt *vt, const char *why)
{
	vt_wait_row(vt, vt->rows - 1, "Not saved: t");
	vt_wait_row(vt, vt->rows - 1, why);
}

/* What is typed is not lost, whatever one presses. */
static void the_line_stays(struct vt *vt, const char *banner)
{
	vt_send(vt, "iRings a bell<Enter>");
	refused(vt, banner);
	vt_wait_row(vt, editor_line(vt), "> Rings a bell");
	vt_send(vt, "<Esc>");
	vt_wait_row(vt, editor_line(vt), "> Rings a bell");
	vt_send(vt, "A<C-u>Regret<Enter>");
	refused(vt, banner);
	vt_wait_row(vt, editor_line(vt), "New stage: Regret");
	vt_send(vt, "<Esc>d");
	refused(vt, banner);
	vt_send(vt, "u");
	refused(vt, banner);
	vt_send(vt, "j");
	editor_selected(vt, "1.2", "Sees");
	vt_wait_row(vt, vt->rows - 1, banner);
}

static void moved(struct vt *vt, const char *file)
{
	const char *away = tmp_path("away.cjm");

	assert_int_equal(rename(file, away), 0);
	noticed(vt, gone);
	the_line_stays(vt, gone);
	editor_holds(away, "SELECT count(*) FROM edit", "1");
	assert_int_equal(rename(away, file), 0);
	vt_wait_gone(vt, gone);
	vt_send(vt, "i<Enter>");
	vt_wait(vt, "Added to Need: Rings a bell");
	vt_send(vt, "<Esc>");
	editor_leave(vt);
	editor_holds(file, "SELECT count(*) FROM edit", "2");
}

static void a_moved_file_is_noticed_and_goes_on_when_it_is_back(void **state)
{
	(void)state;
	editor_twice(editor_bread, moved);
}

static void a_deleted_file_is_not_made_again(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	assert_int_equal(unlink(file), 0);
	noticed(vt, gone);
	the_line_stays(vt, gone);
	editor_leave(vt);
	assert_int_not_equal(access(file, F_OK), 0);
}

static void a_file_in_its_place_is_not_touched(void **state)
{
	const char *file = editor_file(editor_bread);
	const char *other = editor_file(editor_bread);
	struct vt *vt = editor_open(24, 80, file);
	char *before = NULL, *after;
	size_t len, new_len;

	(void)state;
	before = tmp_read(other, &len);
	assert_int_equal(rename(other, file), 0);
	noticed(vt, replaced);
	the_line_stays(vt, replaced);
	editor_leave(vt);
	after = tmp_read(file, &new_len);
	assert_int_equal(new_len, len);
	assert_memory_equal(before, after, len);
	free(before);
	free(after);
}

static void an_open_form_keeps_its_text(void **state)
{
	const char *file = editor_file(editor_bread);
	const char *away = tmp_path("away.cjm");
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	vt_send(vt, "<Enter><End> today");
	vt_wait(vt, "Smells the bread today");
	assert_int_equal(rename(file, away), 0);
	noticed(vt, gone);
	vt_send(vt, "<Enter>");
	refused(vt, gone);
	vt_wait(vt, "Smells the bread today");
	assert_int_equal(rename(away, file), 0);
	vt_wait_row(vt, 23, "all saved");
	vt_send(vt, "<Enter>");
	vt_wait_row(vt, 23, "  saved ");
	editor_leave(vt);
	editor_field_is(file, "Smells the bread today", "channel", "street");
}

static void alter(const char *file, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* Found when nobody types; what is typed stays. */
static void a_damaged_file_is_told_of_and_not_written(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt;

	(void)state;
	alter(file, "INSERT INTO vote (id, touchpoint, voter, number)"
		    " VALUES (7, 12345, 'Eve', 1)");
	vt = editor_open(24, 80, file);
	vt_wait_row(vt, 23, "The file cannot be trusted: vote 7");
	vt_wait_row(vt, 23, "not saving");
	vt_send(vt, "iRings a bell<Enter>");
	vt_wait_row(vt, 23, "Not saved: the file cannot be trusted");
	vt_wait_row(vt, editor_line(vt), "> Rings a bell");
	vt_send(vt, "<Esc>");
	editor_leave(vt);
	editor_holds(file, "SELECT count(*) FROM edit", "1");
}

#define CASE(test) cmocka_unit_test_teardown(test, editor_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_moved_file_is_noticed_and_goes_on_when_it_is_back),
		CASE(a_deleted_file_is_not_made_again),
		CASE(a_file_in_its_place_is_not_touched),
		CASE(an_open_form_keeps_its_text),
		CASE(a_damaged_file_is_told_of_and_not_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
