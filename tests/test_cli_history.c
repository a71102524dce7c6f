#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli_calls.h"
#include "tmp.h"

static void a_sound_file_passes_without_a_word(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "add", file, "need > asks a friend"));
	text = said(RUN("cjm", "verify", file));
	assert_string_equal(text, "");
	free(text);
}

static void damage_is_printed_and_told_by_the_status(void **state)
{
	const char *file = new_map(), *cut = tmp_path("cut.cjm");
	struct run r;
	size_t len;
	char *data = tmp_read(file, &len);

	(void)state;
	tmp_write(cut, data, len / 2);
	free(data);
	run(&r, NULL, RUN("cjm", "verify", cut));
	assert_int_equal(r.status, 1);
	assert_has(r.out, "it ends after");
	assert_has(r.err, "is damaged");
	run_release(&r);
	refused(RUN("cjm", "verify", tmp_path("none.cjm")), 3, "none.cjm");
	refused(RUN("cjm", "verify", tmp_file("a.txt", "text")), 3,
		"is not a journey map");
}

static void a_backup_holds_the_history_and_replaces_nothing(void **state)
{
	const char *file = new_map(), *copy = tmp_path("copy.cjm");
	char *ours, *theirs;

	(void)state;
	calls(RUN("cjm", "add", file, "need > first", "need > second"));
	calls(RUN("cjm", "backup", file, copy));
	ours = said(RUN("cjm", "log", file));
	theirs = said(RUN("cjm", "log", copy));
	assert_string_equal(ours, theirs);
	free(ours);
	free(theirs);
	refused(RUN("cjm", "backup", file, copy), 3, "is there already");
	calls(RUN("cjm", "undo", copy));
}

static char *outline(const char *file)
{
	return said(RUN("cjm", "export", file, "--to", "outline"));
}

static void a_snapshot_is_listed_and_gone_back_to(void **state)
{
	const char *file = new_map();
	char *before, *after, *text;

	(void)state;
	calls(RUN("cjm", "add", file, "need > first"));
	before = outline(file);
	text = said(RUN("cjm", "snapshot", file, "after the\ttalk"));
	assert_string_equal(text, "snapshot: after the talk\n");
	free(text);
	calls(RUN("cjm", "add", file, "need > second"));
	text = said(RUN("cjm", "restore", file, "after the talk"));
	assert_string_equal(text, "restored: after the talk\n");
	free(text);
	after = outline(file);
	assert_string_equal(after, before);
	free(after);
	text = said(RUN("cjm", "restore", file, "after the talk"));
	assert_has(text, "nothing to restore");
	free(text);
	text = said(RUN("cjm", "log", file));
	assert_has(text, "  Snapshot: after the talk\n");
	assert_has(text, "  Restore: after the talk\n");
	free(text);
	calls(RUN("cjm", "undo", file));
	text = outline(file);
	assert_has(text, "- second\n");
	free(text);
	calls(RUN("cjm", "restore", file, "1"));
	text = outline(file);
	assert_has_not(text, "first");
	free(text);
	calls(RUN("cjm", "verify", file));
	free(before);
}

static void what_was_there_is_shown_and_exported(void **state)
{
	const char *file = new_map();
	char *before, *text;

	(void)state;
	calls(RUN("cjm", "add", file, "need > first"));
	before = said(RUN("cjm", "export", "--to", "outline", file));
	calls(RUN("cjm", "snapshot", file, "one"));
	calls(RUN("cjm", "add", file, "need > second", "parked"));
	text = said(RUN("cjm", "export", "--to", "outline", "--at", "one",
			file));
	assert_string_equal(text, before);
	free(text);
	text = said(RUN("cjm", "show", "--at", "1", file));
	assert_has_not(text, "first");
	free(text);
	text = said(RUN("cjm", "show", "--at", "2", "--plain", file));
	assert_has(text, "first");
	assert_has_not(text, "second");
	free(text);
	text = said(RUN("cjm", "show", "--view", "parking", "--at", "one",
			file));
	assert_has(text, "Nothing is parked");
	free(text);
	free(before);
	refused(RUN("cjm", "show", "--at", "two", file), 3, "cjm log");
	text = said(RUN("cjm", "verify", file));
	assert_string_equal(text, "");
	free(text);
}

static void a_map_that_is_gone_is_there_in_the_past(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "import", file, tmp_file("a.outline",
						  "cjm outline 1\n"
						  "# Going\n## Away\n"
						  "- waves\n")));
	calls(RUN("cjm", "undo", file));
	refused(RUN("cjm", "show", "--map", "Going", file), 3, "Going");
	text = said(RUN("cjm", "show", "--map", "Going", "--at", "2", file));
	assert_has(text, "waves");
	free(text);
}

static void views_are_printed(void **state)
{
	const char *file = new_map();
	char *log, *text;

	(void)state;
	calls(RUN("cjm", "add", file, "need > asks @phone"));
	text = said(RUN("cjm", "show", "--view", "channels", file));
	assert_has(text, "@phone");
	free(text);
	text = said(RUN("cjm", "show", "--view", "maps", "--ascii", "--width",
			"40", file));
	assert_has(text, "-- Maps . 1 ----");
	free(text);
	log = said(RUN("cjm", "log", file));
	text = said(RUN("cjm", "show", "--view", "history", file));
	assert_string_equal(text, log);
	free(text);
	free(log);
}

static void what_names_no_snapshot_is_refused(void **state)
{
	const char *file = new_map();

	(void)state;
	calls(RUN("cjm", "snapshot", file, "one"));
	refused(RUN("cjm", "snapshot", file, "one"), 3, "already");
	refused(RUN("cjm", "snapshot", file, " "), 3, "Name");
	refused(RUN("cjm", "restore", file, "two"), 3, "cjm log");
	refused(RUN("cjm", "restore", file, "99"), 3, "cjm log");
	refused(RUN("cjm", "restore", file, "0"), 3, "cjm log");
}

static void the_log_can_begin_at_a_snapshot_or_a_day(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "add", file, "need > first"));
	calls(RUN("cjm", "snapshot", file, "one"));
	calls(RUN("cjm", "add", file, "need > second"));
	text = said(RUN("cjm", "log", file, "--since", "one"));
	assert_has(text, "Add touchpoint: second\n");
	assert_has(text, "Snapshot: one\n");
	assert_has_not(text, "first");
	free(text);
	text = said(RUN("cjm", "log", file, "--since", "3"));
	assert_has(text, "second");
	assert_has_not(text, "Snapshot");
	free(text);
	text = said(RUN("cjm", "log", file, "--since", "2001-02-03"));
	assert_has(text, "first");
	free(text);
	text = said(RUN("cjm", "log", file, "--since", "2999-01-01"));
	assert_string_equal(text, "");
	free(text);
	refused(RUN("cjm", "log", file, "--since", "two"), 3, "two");
}

static void the_log_of_one_touchpoint(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "add", file, "need > a", "need > b", "1.2 !pain",
		  "parked"));
	text = said(RUN("cjm", "log", file, "--touchpoint", "1.2"));
	assert_has(text, "Add touchpoint: b\n");
	assert_has(text, "Edit touchpoint: b\n");
	assert_has_not(text, "touchpoint: a\n");
	free(text);
	text = said(RUN("cjm", "log", file, "--touchpoint", "0.1"));
	assert_has(text, "Add touchpoint: parked\n");
	assert_has_not(text, "touchpoint: b\n");
	free(text);
	refused(RUN("cjm", "log", file, "--touchpoint", "1.9"), 3, "1.9");
	refused(RUN("cjm", "log", file, "--touchpoint", "x"), 3, "5.3");
}

static void the_log_as_json_holds_every_change(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "--author", "Lan", "add", file, "need > \"x\" y"));
	calls(RUN("cjm", "--author", "Lan", "undo", file));
	text = said(RUN("cjm", "log", file, "--json", "--since", "1"));
	assert_ptr_equal(strstr(text, "[\n {\"edit\":3,\"time\":\"2"), text);
	assert_has(text, "\"author\":\"Lan\",\"kind\":\"undo\",\"ref\":2,"
			 "\"label\":\"Undo: Add touchpoint: ");
	assert_has(text, "\"op\":\"insert\",\"entity\":\"touchpoint\"");
	assert_has(text, "\"title\":\"\\\"x\\\" y\"");
	assert_has(text, "}\n]\n");
	free(text);
	text = said(RUN("cjm", "log", file, "--json", "--author", "nobody"));
	assert_string_equal(text, "[\n]\n");
	free(text);
}

static void minutes_tell_what_became_of_the_map(void **state)
{
	const char *file = new_map();
	char *text;
	struct run r;

	(void)state;
	calls(RUN("cjm", "--author", "Lan", "add", file, "need > a_b"));
	calls(RUN("cjm", "snapshot", file, "one"));
	calls(RUN("cjm", "--author", "Minh", "add", file, "need > b :(",
		  "1.1 !slow", "later"));
	text = said(RUN("cjm", "log", file, "--since", "one", "--to",
			"markdown"));
	assert_has(text, "# Minutes: ");
	assert_has(text, "Minh\n");
	assert_has_not(text, "Lan");
	assert_has(text, "\n## 1 Need\n\n- Changed: a\\_b (Pain: slow)\n"
			 "- Added: b (Emotion: bad)\n");
	assert_has(text, "\n## Parking lot\n\n- Parked: later\n");
	free(text);
	run(&r, NULL, RUN("cjm", "log", file, "--since", "6", "--to",
			  "markdown"));
	assert_int_equal(r.status, 0);
	assert_string_equal(r.out, "");
	assert_has(r.err, "nothing has changed");
	run_release(&r);
	refused(RUN("cjm", "log", file, "--to", "json"), 2, "markdown");
	refused(RUN("cjm", "log", file, "--to", "markdown", "--json"), 2,
		"--json");
}

static void minutes_speak_the_maps_language(void **state)
{
	const char *file = tmp_path("a.cjm");
	char *text;

	(void)state;
	calls(RUN("cjm", "new", file, "--lang", "vi"));
	calls(RUN("cjm", "add", file, "1 > a !b"));
	text = said(RUN("cjm", "log", file, "--since", "1", "--to",
			"markdown"));
	assert_has(text, "# Biên bản: ");
	assert_has(text, "- Thêm: a (");
	free(text);
}

static void a_shared_copy_has_no_past(void **state)
{
	const char *file = new_map(), *copy = tmp_path("copy.cjm");
	char *text;

	(void)state;
	calls(RUN("cjm", "--author", "Lan", "add", file,
		  "need > pays \"so slow\" =Minh"));
	calls(RUN("cjm", "share", file, copy, "--redact", "quotes,owners"));
	text = said(RUN("cjm", "log", copy));
	assert_has(text, "    1  ");
	assert_has(text, "  cjm  Copy: ");
	assert_has_not(text, "Lan");
	free(text);
	text = outline(copy);
	assert_has(text, "- pays\n");
	free(text);
	calls(RUN("cjm", "verify", copy));
	refused(RUN("cjm", "share", file, copy), 3, "is there already");
	refused(RUN("cjm", "share", file, tmp_path("b.cjm"), "--redact",
		    "quotes,all"), 2, "--redact");
}

static void a_damaged_file_is_salvaged(void **state)
{
	const char *file = new_map(), *copy = tmp_path("copy.cjm");
	const char *cut = tmp_path("cut.cjm");
	char *text, *data;
	struct run r;
	size_t len;

	(void)state;
	calls(RUN("cjm", "add", file, "need > pays"));
	data = tmp_read(file, &len);
	tmp_write(cut, data, len - 4096);
	refused(RUN("cjm", "show", cut), 3, "is damaged");
	run(&r, NULL, RUN("cjm", "salvage", cut, copy));
	assert_true(r.status == 0 || r.status == 1);
	assert_int_equal(*r.out != '\0', r.status);
	run_release(&r);
	text = outline(copy);
	assert_has(text, "- pays\n");
	free(text);
	free(data);
	refused(RUN("cjm", "salvage", cut, copy), 3, "is there already");
	refused(RUN("cjm", "salvage", tmp_file("a", "text"), tmp_path("b")),
		3, "is not a journey map");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_file_passes_without_a_word),
		cmocka_unit_test(damage_is_printed_and_told_by_the_status),
		cmocka_unit_test(
			a_backup_holds_the_history_and_replaces_nothing),
		cmocka_unit_test(a_snapshot_is_listed_and_gone_back_to),
		cmocka_unit_test(what_was_there_is_shown_and_exported),
		cmocka_unit_test(a_map_that_is_gone_is_there_in_the_past),
		cmocka_unit_test(views_are_printed),
		cmocka_unit_test(what_names_no_snapshot_is_refused),
		cmocka_unit_test(the_log_can_begin_at_a_snapshot_or_a_day),
		cmocka_unit_test(the_log_of_one_touchpoint),
		cmocka_unit_test(the_log_as_json_holds_every_change),
		cmocka_unit_test(minutes_tell_what_became_of_the_map),
		cmocka_unit_test(minutes_speak_the_maps_language),
		cmocka_unit_test(a_shared_copy_has_no_past),
		cmocka_unit_test(a_damaged_file_is_salvaged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
