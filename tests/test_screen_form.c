/* Typing in a form: lines, words, lists, days, the person's own editor. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>
#include <cmocka.h>

#include "tmp.h"

static const char smells[] = "Smells the bread";

static void open_form(struct vt *vt)
{
	vt_send(vt, "<Enter>");
	vt_wait(vt, "save and close");
}

static void go_by_words(struct vt *vt, const char *file)
{
	open_form(vt);
	vt_send(vt, "<C-Left><C-Left>all <C-Right><C-Right>!<Enter>");
	editor_selected(vt, "1.1", "Smells all the bread!");
	editor_leave(vt);
	editor_stage_holds(file, "Need", "Smells all the bread!|"
			   "Sees a poster|Asks a friend");
}

static void words_are_gone_by(void **state)
{
	(void)state;
	editor_twice(editor_bread, go_by_words);
}

static void cut_and_put_back(struct vt *vt, const char *file)
{
	open_form(vt);
	vt_send(vt, "<C-w><C-w><Tab><C-u><C-y><Tab><Tab><End> ");
	vt_send(vt, "<C-y>");
	vt_wait(vt, "a snack street");
	vt_send(vt, "<C-_>");
	vt_wait_gone(vt, "a snack street");
	vt_send(vt, "<C-r>");
	vt_wait(vt, "a snack street");
	vt_send(vt, "<Up><Up><Up><C-_>");
	vt_wait(vt, "Smells the bread");
	vt_send(vt, " one two<C-_>");
	vt_wait(vt, "Smells the bread one");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "? help");
	editor_leave(vt);
	editor_field_is(file, "Smells the bread one", "need",
			"a snack street");
	editor_field_is(file, "Smells the bread one", "channel", "street");
}

static void what_is_cut_comes_back_and_typing_is_undone(void **state)
{
	(void)state;
	editor_twice(editor_bread, cut_and_put_back);
}

static void move_in_a_wrapped_text(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	open_form(vt);
	vt_send(vt, "<Down><Down><C-u>");
	for (int i = 0; i < 15; i++)
		vt_send(vt, "word ");
	vt_send(vt, "end<Up>X<Enter>");
	vt_wait(vt, "? help");
	editor_leave(vt);
	editor_holds(file, "SELECT context LIKE '%X%end' FROM touchpoint"
			   " WHERE title = 'Smells the bread'", "1");
}

static void pick_from_lists(struct vt *vt, const char *file)
{
	open_form(vt);
	vt_send(vt, "<Tab><C-u>");
	vt_wait(vt, "phone  poster  shop  street  till");
	vt_send(vt, "p");
	vt_wait(vt, "[phone]  poster");
	vt_send(vt, "<C-n>");
	vt_wait(vt, "phone  [poster]");
	vt_send(vt, "<Tab>");
	vt_wait_gone(vt, "[poster]");
	vt_send(vt, "<Tab><Tab><Tab>");
	vt_wait(vt, "unknown  very bad  bad  neutral  [good]  very good");
	vt_send(vt, "v");
	vt_wait(vt, "[very good]");
	vt_send(vt, "v");
	vt_wait(vt, "[very bad]");
	vt_send(vt, "1<Enter>");
	vt_wait(vt, "? help");
	editor_field_is(file, smells, "channel", "poster");
	editor_field_is(file, smells, "emotion", "1");
	editor_leave(vt);
}

static void values_in_use_are_listed_and_taken(void **state)
{
	(void)state;
	editor_twice(editor_bread, pick_from_lists);
}

static void type_a_day(struct vt *vt, const char *file)
{
	char read[64], day[32];
	time_t now = time(NULL);
	struct tm tm = *localtime(&now);

	snprintf(day, sizeof day, "%d-12-31", tm.tm_year + 1900);
	snprintf(read, sizeof read, "This is read as %s", day);
	open_form(vt);
	vt_send(vt, "<PageDown><PageDown><PageDown><Up>31/12");
	vt_wait(vt, read);
	vt_send(vt, "<Enter>");
	vt_wait(vt, "? help");
	editor_field_is(file, smells, "review", day);
	open_form(vt);
	vt_send(vt, "<PageDown><PageDown><PageDown><Up><C-u>31/2/2027<Enter>");
	vt_wait(vt, "Esc: leave, drop this");
	vt_send(vt, "<Esc>");
	vt_wait(vt, "? help");
	editor_field_is(file, smells, "review", day);
	editor_leave(vt);
}

static void days_may_be_typed_loosely(void **state)
{
	(void)state;
	editor_twice(editor_bread, type_a_day);
}

/* An editor that does what the lines of a script say; $1 is the file. */
static struct vt *open_with(const char *file, const char *script)
{
	const char *path = tmp_file("editor", script);
	char visual[4096];
	struct vt *vt;

	snprintf(visual, sizeof visual, "VISUAL=sh %s", path);
	vt = editor_start(24, 80, RUN(visual, "cjm", file));
	vt_wait(vt, "all saved");
	return vt;
}

static void texts_go_through_an_editor(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_with(file,
		"stat -c %a \"$(dirname \"$1\")\" | grep -qx 700 || exit 1\n"
		"sed -i 's/^hungry$/tired\\n\\n\\\\=== x\\nand \\a hungry/;"
		"s/^Smells/Scents/' \"$1\"\n");

	(void)state;
	vt_send(vt, "E");
	editor_selected(vt, "1.1", "Scents the bread");
	assert_int_equal(vt_mode(vt, 2004), 1);
	editor_field_is(file, "Scents the bread", "context",
			"tired\n\n=== x\nand  hungry");
	editor_field_is(file, "Scents the bread", "need", "a snack");
	editor_holds(file, "SELECT count(*) FROM edit", "2");
	vt_send(vt, "u");
	editor_selected(vt, "1.1", smells);
	editor_leave(vt);
}

static void an_editor_that_fails_or_does_nothing_changes_nothing(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_with(file, "echo more >> \"$1\"\nexit 3\n");

	(void)state;
	vt_send(vt, "E");
	vt_wait(vt, "The editor ended with an error (3)");
	editor_selected(vt, "1.1", smells);
	editor_leave(vt);
	vt = open_with(file, "test -s \"$1\"\n");
	vt_send(vt, "Ej");
	editor_selected(vt, "1.2", "Sees");
	editor_leave(vt);
	vt = editor_start(24, 80, RUN("VISUAL=no-such-program", "cjm", file));
	vt_wait(vt, "all saved");
	vt_send(vt, "E");
	vt_wait(vt, "There is no editor to start");
	editor_leave(vt);
	editor_holds(file, "SELECT count(*) FROM edit", "1");
}

static void what_cannot_be_saved_stays_in_the_form(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_with(file,
		"sed -i 's/^Smells.*//;s/^hungry/thirsty/' \"$1\"\n");

	(void)state;
	vt_send(vt, "E");
	vt_wait(vt, "Esc: leave, drop this");
	vt_wait(vt, "thirsty");
	vt_send(vt, "<Home>Drinks<Enter>");
	editor_selected(vt, "1.1", "Drinks");
	editor_field_is(file, "Drinks", "context", "thirsty");
	editor_leave(vt);
}

static void one_field_goes_through_an_editor(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_with(file, "echo and thirsty >> \"$1\"\n");

	(void)state;
	open_form(vt);
	vt_send(vt, "<Tab><Tab><C-x>");
	vt_wait(vt, "and thirsty");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "? help");
	editor_field_is(file, smells, "context", "hungry\nand thirsty");
	editor_leave(vt);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(words_are_gone_by, editor_end),
		cmocka_unit_test_teardown(
			what_is_cut_comes_back_and_typing_is_undone,
			editor_end),
		cmocka_unit_test_teardown(move_in_a_wrapped_text,
					  editor_end),
		cmocka_unit_test_teardown(values_in_use_are_listed_and_taken,
					  editor_end),
		cmocka_unit_test_teardown(days_may_be_typed_loosely,
					  editor_end),
		cmocka_unit_test_teardown(texts_go_through_an_editor,
					  editor_end),
		cmocka_unit_test_teardown(
			an_editor_that_fails_or_does_nothing_changes_nothing,
			editor_end),
		cmocka_unit_test_teardown(
			what_cannot_be_saved_stays_in_the_form, editor_end),
		cmocka_unit_test_teardown(one_field_goes_through_an_editor,
					  editor_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
