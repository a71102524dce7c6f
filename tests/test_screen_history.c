/* Walking through the history, and looking at what was there. */
#include "editor.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>
#include <sqlite3.h>

#include "base/alloc.h"
#include "base/strbuf.h"

/* Far above what it takes: they only tell a hang. */
enum { EDITS = 450, OPEN_MS = 3000, STEP_MS = 1000 };

static void add(const char *author, const char *file, const char *line)
{
	struct run r;

	run(&r, NULL, RUN(author, "cjm", "add", file, line));
	if (r.status)
		fail_msg("cjm add: %s", r.err);
	run_release(&r);
}

/* 1: imported; 2, 4 by Ann; 3 by Bob, who changes the first touchpoint. */
static const char *busy_file(void)
{
	const char *file = editor_file(editor_bread);

	add("CJM_AUTHOR=Ann", file, "need > Rings the bell :)");
	add("CJM_AUTHOR=Bob", file, "1.1 !far away");
	add("CJM_AUTHOR=Ann", file, "loyalty > Comes again @shop");
	return file;
}

static void walk_back(struct vt *vt, const char *file)
{
	vt_send(vt, "U");
	vt_wait(vt, "▌4 ");
	vt_wait(vt, "*3.1");
	vt_wait(vt, "new (touchpoint \"Comes again\")");
	vt_send(vt, "j");
	vt_wait(vt, "▌3 ");
	vt_wait(vt, "*1.1");
	vt_wait(vt, "Pain: → far away");
	vt_wait_gone(vt, "3.1");
	vt_send(vt, "j");
	vt_wait(vt, "▌2 ");
	vt_wait(vt, "Rings the bell");
	vt_send(vt, "j");
	vt_wait(vt, "▌1 ");
	vt_wait_gone(vt, "Rings the bell\n");
	vt_send(vt, "<Esc>");
	vt_wait_gone(vt, "History");
	vt_wait(vt, "far away");
	editor_leave(vt);
	editor_holds(file, "SELECT count(*) FROM edit", "4");
}

static void the_map_is_shown_as_it_was(void **state)
{
	static const struct { int rows, cols; } sizes[] = { { 24, 80 },
							    { 40, 120 } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		const char *file = busy_file();

		walk_back(editor_open(sizes[i].rows, sizes[i].cols, file),
			  file);
		editor_end(NULL);
	}
}

static void a_moment_can_be_gone_about_in_but_not_changed(void **state)
{
	const char *file = busy_file();
	struct vt *vt = editor_open(24, 100, file);

	(void)state;
	vt_send(vt, "ljUjj<Enter>");
	vt_wait(vt, "after change 2 by Ann: Add touchpoint: Rings the bell");
	vt_send(vt, "<Home>");
	vt_wait(vt, "Quote: What a smell");
	assert_false(vt_has(vt, "far away"));
	vt_send(vt, "dA+x");
	vt_wait(vt, "\"x\" does nothing here");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Only to look at");
	vt_send(vt, "Y");
	vt_wait(vt, "it cannot be changed here");
	vt_send(vt, "<Down><Esc>");
	vt_wait_gone(vt, "Only to look at");
	vt_send(vt, "K");
	vt_wait(vt, "after change 3 by Bob");
	vt_wait(vt, "Pain: far away");
	vt_send(vt, "<Esc>");
	vt_wait(vt, "▌3 ");
	vt_send(vt, "<Esc>");
	editor_selected(vt, "2.2", "Pays");
	editor_leave(vt);
	editor_holds(file, "SELECT count(*) FROM edit", "4");
}

static void a_moment_is_brought_back_and_that_undone(void **state)
{
	const char *file = busy_file();
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	vt_send(vt, "Ujjr");
	vt_wait(vt, "Bring all of this back");
	vt_send(vt, "<Esc>");
	vt_wait(vt, "▌2 ");
	editor_holds(file, "SELECT count(*) FROM edit", "4");
	vt_send(vt, "r<Enter>");
	vt_wait(vt, "All is as it was after change 2");
	editor_stage_holds(file, "Loyalty", "");
	editor_field_is(file, "Smells the bread", "pain", "");
	vt_send(vt, "u");
	vt_wait(vt, "Undone");
	editor_stage_holds(file, "Loyalty", "Comes again");
	vt_send(vt, "Ur<Enter>");
	vt_wait(vt, "It is all so already");
	editor_leave(vt);
	editor_holds(file, "SELECT count(*) FROM edit", "6");
}

static void a_moment_is_named_and_found_again(void **state)
{
	const char *file = busy_file();
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	vt_send(vt, "Ujjs");
	vt_wait(vt, "Name of this moment");
	vt_send(vt, "before Bob<Enter>");
	vt_wait(vt, "Snapshot: before Bob");
	vt_wait(vt, "[before Bob] Add touchpoint");
	vt_wait(vt, " 1  ");
	vt_wait(vt, "▌2 ");
	editor_holds(file, "SELECT edit FROM snapshot", "2");
	vt_send(vt, "s before Bob<Enter>");
	vt_wait(vt, "There is a snapshot \"before Bob\" already");
	vt_send(vt, "<Esc><Esc>gsnapshots<Enter>");
	vt_wait(vt, "▌2 ");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "History");
	vt_wait(vt, "▌2 ");
	vt_send(vt, "<Esc>");
	vt_wait_gone(vt, "History");
	editor_leave(vt);
}

static void the_list_shows_one_author_or_one_touchpoint(void **state)
{
	const char *file = busy_file();
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	vt_send(vt, "U");
	vt_wait(vt, "▌4 ");
	vt_send(vt, "a");
	vt_wait(vt, "History · only Ann");
	vt_wait_gone(vt, "Bob");
	vt_send(vt, "a");
	vt_wait(vt, "Bob");
	vt_send(vt, "t");
	vt_wait(vt, "only Smells the bread");
	vt_wait(vt, "▌3 ");
	vt_send(vt, "j");
	vt_wait(vt, "▌1 ");
	vt_send(vt, "t");
	vt_wait_gone(vt, "only Smells");
	vt_wait(vt, "▌1 ");
	vt_send(vt, "<Esc>");
	editor_leave(vt);
}

static void what_others_do_comes_on_top(void **state)
{
	const char *file = busy_file();
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	vt_send(vt, "Uj");
	vt_wait(vt, "▌3 ");
	add("CJM_AUTHOR=Eve", file, "need > Waves a hand");
	vt_wait(vt, "Add touchpoint: Waves a hand");
	vt_wait(vt, "▌3 ");
	vt_send(vt, "<Home>");
	vt_wait(vt, "▌5 ");
	vt_wait(vt, "*1.5");
	vt_send(vt, "<Esc>");
	vt_wait_gone(vt, "History");
	editor_leave(vt);
}

static void who_leaves_in_the_past_comes_back_to_the_present(void **state)
{
	const char *file = busy_file();
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	vt_send(vt, "lj");
	editor_selected(vt, "2.2", "Pays");
	vt_send(vt, "U<End><Enter><Home>");
	vt_wait(vt, "after change 1 ");
	vt_hangup(vt);
	assert_int_equal(vt_exit_status(vt), 128 + SIGHUP);
	vt = editor_open(24, 80, file);
	editor_selected(vt, "2.2", "Pays");
	editor_leave(vt);
}

static const char *long_file(int edits)
{
	const char *file = editor_file(editor_bread);
	struct strbuf lines = STRBUF_INIT;
	struct run r;

	for (int i = 2; i <= edits; i++)
		strbuf_addf(&lines, "need > touch %d\n", i);
	run(&r, lines.s, RUN("cjm", "add", file, "-"));
	if (r.status)
		fail_msg("cjm add: %s", r.err);
	run_release(&r);
	strbuf_release(&lines);
	return file;
}

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static long until(struct vt *vt, const char *keys, const char *text)
{
	long start = now();

	vt_send(vt, keys);
	vt_wait(vt, text);
	return now() - start;
}

static void a_long_history_is_read_as_one_goes(void **state)
{
	struct vt *vt = editor_open(24, 80, long_file(EDITS));

	(void)state;
	assert_in_range(until(vt, "U", "▌450 "), 0, OPEN_MS);
	vt_wait(vt, "+ ─");
	for (int seq = EDITS - 4; seq > 200; seq -= 4) {
		char at[16];

		snprintf(at, sizeof at, "▌%d ", seq);
		vt_send(vt, "<PageDown>");
		vt_wait(vt, at);
	}
	assert_in_range(until(vt, "<End>", "▌1 "), 0, OPEN_MS);
	assert_false(vt_has(vt, "+ ─"));
	vt_wait(vt, "Smells the bread");
	assert_in_range(until(vt, "k", "▌2 "), 0, STEP_MS);
	vt_wait(vt, "touch 2");
	vt_send(vt, "<Home>");
	vt_wait(vt, "▌450 ");
	vt_send(vt, "<Esc>");
	vt_wait_gone(vt, "History");
	editor_leave(vt);
}

static void a_moment_is_missing_from_a_damaged_history(void **state)
{
	const char *file = busy_file();
	struct vt *vt;
	sqlite3 *db;

	(void)state;
	assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE change SET new = 'odd'"
					  " WHERE edit = 3", NULL, NULL,
				      NULL), SQLITE_OK);
	sqlite3_close(db);
	vt = editor_open(24, 80, file);
	vt_send(vt, "Ujj");
	vt_wait_row(vt, 23, "Edit 3 of the history does not fit");
	vt_send(vt, "<Esc>");
	vt_wait_gone(vt, "History");
	editor_leave(vt);
}

#define CASE(test) cmocka_unit_test_teardown(test, editor_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(the_map_is_shown_as_it_was),
		CASE(a_moment_can_be_gone_about_in_but_not_changed),
		CASE(a_moment_is_brought_back_and_that_undone),
		CASE(a_moment_is_named_and_found_again),
		CASE(the_list_shows_one_author_or_one_touchpoint),
		CASE(what_others_do_comes_on_top),
		CASE(who_leaves_in_the_past_comes_back_to_the_present),
		CASE(a_long_history_is_read_as_one_goes),
		CASE(a_moment_is_missing_from_a_damaged_history),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
