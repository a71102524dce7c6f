/* Coming back, and the others who work on the same file. */
#include "editor.h"

#include <glob.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>
#include <sqlite3.h>

#include "tmp.h"

enum { WIDE = 100 };

static const char *home;

static int new_home(void **state)
{
	(void)state;
	home = run_new_home();
	return 0;
}

/* Open it as Ann. */
static struct vt *ann(const char *file)
{
	struct vt *vt = editor_start(24, WIDE,
				     RUN("CJM_AUTHOR=Ann", "cjm", file));

	vt_wait(vt, "all saved");
	return vt;
}

static void add(const char *author, const char *file, const char *line)
{
	struct run r;

	run(&r, NULL, RUN(author, "cjm", "add", file, line));
	if (r.status)
		fail_msg("cjm add: %s", r.err);
	run_release(&r);
}

/* What the file says, as another program might change it. */
static void alter(const char *file, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_busy_timeout(db, 5000), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void one_comes_back_to_where_one_stood(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = ann(file);

	(void)state;
	vt_send(vt, "lj");
	editor_selected(vt, "2.2", "Pays");
	editor_leave(vt);
	vt = ann(file);
	editor_selected(vt, "2.2", "Pays");
	vt_send(vt, "]");
	editor_selected(vt, "1.1", "Opens");
	vt_hangup(vt);
	assert_int_equal(vt_exit_status(vt), 128 + SIGHUP);
	vt = ann(file);
	editor_selected(vt, "1.1", "Opens");
	vt_wait(vt, "Selling bread");
	editor_leave(vt);
}

static void a_map_that_is_asked_for_is_shown(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = ann(file);

	(void)state;
	vt_send(vt, "lj");
	editor_selected(vt, "2.2", "Pays");
	editor_leave(vt);
	vt = editor_start(24, WIDE, RUN("CJM_AUTHOR=Ann", "cjm", file,
					"--map", "2"));
	editor_selected(vt, "1.1", "Opens");
	editor_leave(vt);
	vt = editor_start(24, WIDE, RUN("CJM_AUTHOR=Bob", "cjm", file));
	editor_selected(vt, "1.1", "Smells");
	editor_leave(vt);
}

static void a_place_that_is_gone_is_left_for_its_neighbour(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = ann(file), *bob;

	(void)state;
	vt_send(vt, "lj");
	editor_selected(vt, "2.2", "Pays");
	editor_leave(vt);
	bob = editor_start(24, WIDE, RUN("CJM_AUTHOR=Bob", "cjm", file));
	editor_selected(bob, "1.1", "Smells");
	vt_send(bob, "ljd");
	editor_selected(bob, "2.1", "Enters");
	editor_leave(bob);
	vt = ann(file);
	vt_wait(vt, "1 change by Bob since ");
	editor_selected(vt, "2.1", "Enters");
	editor_leave(vt);
}

/* Whether the one file of state holds the text. */
static bool state_holds(const char *text)
{
	char pattern[4096];
	bool holds = false;
	glob_t found;

	snprintf(pattern, sizeof pattern, "%s/state/cjm/*.place", home);
	if (!glob(pattern, 0, NULL, &found)) {
		char *all = tmp_read(found.gl_pathv[0], NULL);

		holds = strstr(all, text);
		free(all);
		globfree(&found);
	}
	return holds;
}

/* So that not even a kill takes it away. */
static void a_rest_keeps_the_place(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt;
	time_t end;

	(void)state;
	alter(file, "PRAGMA foreign_keys = 0; UPDATE touchpoint SET id = 4711"
	      " WHERE title LIKE 'Pays%'");
	vt = ann(file);
	vt_send(vt, "lj");
	editor_selected(vt, "2.2", "Pays");
	end = time(NULL) + 10;
	while (!state_holds("\t4711\t")) {
		if (time(NULL) > end)
			fail_msg("the place is not kept");
		vt_settle(vt);
	}
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_exit_status(vt), 128 + SIGKILL);
	vt = ann(file);
	editor_selected(vt, "2.2", "Pays");
	editor_leave(vt);
}

static void what_others_changed_since_is_told(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = ann(file);

	(void)state;
	vt_wait(vt, "all saved");
	assert_false(vt_has(vt, "since"));
	vt_send(vt, "j");
	editor_selected(vt, "1.2", "Sees");
	editor_leave(vt);
	add("CJM_AUTHOR=Ann", file, "1 > my own");
	vt = ann(file);
	assert_false(vt_has(vt, "since"));
	editor_leave(vt);
	add("CJM_AUTHOR=Lan", file, "1 > one");
	add("CJM_AUTHOR=Lan", file, "1 > two");
	add("CJM_AUTHOR=Lan", file, "1 > three");
	vt = ann(file);
	vt_wait(vt, "3 changes by Lan since ");
	editor_leave(vt);
	add("CJM_AUTHOR=Bob", file, "1 > four");
	add("CJM_AUTHOR=Lan", file, "1 > five");
	alter(file, "UPDATE edit SET time = time + 1 WHERE author = 'Lan'");
	vt = ann(file);
	vt_wait(vt, "2 changes by Lan, Bob since ");
	vt_send(vt, "k");
	vt_wait_gone(vt, "since");
	editor_leave(vt);
	vt = ann(file);
	assert_false(vt_has(vt, "since"));
	editor_leave(vt);
}

static void a_draft_and_the_changes_are_both_told(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = editor_start(24, 80, RUN("CJM_AUTHOR=Ann", "cjm",
						 file));

	(void)state;
	vt_wait(vt, "all saved");
	vt_send(vt, "ihalf a line");
	vt_wait(vt, "> half a line");
	vt_hangup(vt);
	assert_int_equal(vt_exit_status(vt), 128 + SIGHUP);
	add("CJM_AUTHOR=Lan", file, "1 > one");
	vt = ann(file);
	vt_wait(vt, "is back: press i. 1 change by Lan since ");
	editor_leave(vt);
}

static void who_else_edits_is_shown(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = ann(file);

	(void)state;
	alter(file, "UPDATE edit SET author = 'Eve', time = time - 3600000");
	add("CJM_AUTHOR=Ann", file, "1 > my own");
	vt_wait(vt, "my own");
	add("CJM_AUTHOR=Lan", file, "1 > one");
	vt_wait_row(vt, 23, "Lan ");
	vt_wait_row(vt, 23, "  all saved");
	assert_null(strstr(vt_row(vt, 23), "Eve"));
	add("CJM_AUTHOR=Bob", file, "1 > two");
	vt_wait_row(vt, 23, "Bob ");
	vt_wait_row(vt, 23, " +1  all saved");
	vt_send(vt, "+");
	vt_wait_row(vt, 23, " +1  saved ");
	editor_leave(vt);
	vt = ann(file);
	vt_wait_row(vt, 23, "Bob ");
	editor_leave(vt);
}

static void after_ten_minutes_they_are_not(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = ann(file);

	(void)state;
	add("CJM_AUTHOR=Lan", file, "1 > one");
	vt_wait_row(vt, 23, "Lan ");
	editor_leave(vt);
	alter(file, "UPDATE edit SET time = time - 598000");
	vt = ann(file);
	vt_send(vt, "j");
	editor_selected(vt, "1.2", "Sees");
	while (vt_has(vt, "Lan "))      /* the wait fails in the end */
		vt_wait_gone(vt, "Lan ");
	editor_leave(vt);
}

/* Names, numbers and times as nobody should write them. */
static void odd_names_and_times_do_no_harm(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = ann(file);

	(void)state;
	add("CJM_AUTHOR=Lan", file, "1 > one");
	vt_wait_row(vt, 23, "Lan ");
	editor_leave(vt);
	alter(file, "UPDATE edit SET author = char(27) || '[2J' || 'Lan" "', "
	      "time = 9000000000000000 WHERE author = 'Lan'");
	vt = ann(file);
	editor_selected(vt, "1.1", "Smells");
	vt_send(vt, "+");
	vt_wait(vt, "saved ");
	editor_leave(vt);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, new_home, editor_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(one_comes_back_to_where_one_stood),
		CASE(a_map_that_is_asked_for_is_shown),
		CASE(a_place_that_is_gone_is_left_for_its_neighbour),
		CASE(a_rest_keeps_the_place),
		CASE(what_others_changed_since_is_told),
		CASE(a_draft_and_the_changes_are_both_told),
		CASE(who_else_edits_is_shown),
		CASE(after_ten_minutes_they_are_not),
		CASE(odd_names_and_times_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
