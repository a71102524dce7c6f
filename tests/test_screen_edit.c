/* Editing on the screen: forms, undo, others at the same file. */
#include "editor.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <cmocka.h>

static const char smells[] = "Smells the bread";

static void see_what_is_outside(struct vt *vt, const char *file)
{
	vt_resize(vt, 14, 50);
	vt_wait(vt, "? help");
	vt_send(vt, "<Enter>");
	vt_wait_row(vt, 1, "▼");
	vt_wait(vt, "Touchpoint");
	vt_send(vt, "<PageDown><PageDown><PageDown><PageDown>");
	vt_wait_row(vt, 1, "▲");
	vt_wait(vt, "Notes");
	vt_send(vt, "seen later<Enter>");
	editor_selected(vt, "1.1", smells);
	editor_leave(vt);
	editor_field_is(file, smells, "notes", "seen later");
}

static void a_form_larger_than_the_screen_moves_under_it(void **state)
{
	(void)state;
	editor_twice(editor_bread, see_what_is_outside);
}

static void open_form(struct vt *vt)
{
	vt_send(vt, "<Enter>");
	vt_wait(vt, "save and close");
}

static void fill_the_form(struct vt *vt, const char *file)
{
	open_form(vt);
	vt_send(vt, "<End> at dawn<Tab><C-u>window<Down> very<Tab>");
	vt_send(vt, "<C-e> and tea<Enter>");
	editor_selected(vt, "1.1", "Smells the bread at dawn");
	editor_field_is(file, "Smells the bread at dawn", "channel", "window");
	editor_field_is(file, "Smells the bread at dawn", "context",
			"hungry very");
	editor_field_is(file, "Smells the bread at dawn", "need",
			"a snack and tea");
	vt_send(vt, "u");
	vt_wait(vt, "Undone: ");
	editor_field_is(file, smells, "channel", "street");
	editor_field_is(file, smells, "need", "a snack");
	editor_leave(vt);
}

static void a_form_is_saved_as_one_change(void **state)
{
	(void)state;
	editor_twice(editor_bread, fill_the_form);
}

static void turn_choices(struct vt *vt, const char *file)
{
	open_form(vt);
	vt_send(vt, "<Tab><Tab><Tab><Tab>");
	vt_wait(vt, "‹ good ›");
	vt_send(vt, "<Right>");
	vt_wait(vt, "‹ very good ›");
	vt_send(vt, "<Right>");
	vt_wait(vt, "‹ unknown ›");
	vt_send(vt, "<Left>----");
	vt_wait(vt, "‹ very bad ›");
	vt_send(vt, "0");
	vt_wait(vt, "‹ neutral ›");
	vt_send(vt, "<S-Tab>x<Up><Up><Up><Up><Enter>");
	vt_wait(vt, "? help");
	editor_field_is(file, smells, "emotion", "0");
	editor_field_is(file, smells, "need", "a snackx");
	editor_leave(vt);
}

static void choices_are_turned_with_the_arrows(void **state)
{
	(void)state;
	editor_twice(editor_bread, turn_choices);
}

static void break_lines(struct vt *vt, const char *file)
{
	open_form(vt);
	vt_send(vt, "<Tab><Tab><C-u>one<C-j>two<C-j>three<Up><Home>to ");
	vt_wait(vt, "to two");
	vt_paste(vt, "q\rd\n");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "? help");
	editor_field_is(file, smells, "context", "one\nto q\nd\ntwo\nthree");
	open_form(vt);
	vt_wait(vt, "three");
	vt_send(vt, "<Esc>");
	vt_wait(vt, "? help");
	editor_leave(vt);
}

static void long_texts_may_have_lines(void **state)
{
	(void)state;
	editor_twice(editor_bread, break_lines);
}

static void type_vietnamese(struct vt *vt, const char *file)
{
	open_form(vt);
	vt_send(vt, "<C-u>Nguoi<BS><BS><BS>ười mua ha\xcc\x80ng");
	vt_send(vt, "<Tab><C-u>che<C-h>ợ<Enter>");
	editor_selected(vt, "1.1", "Người mua hàng");
	editor_field_is(file, "Người mua hàng", "channel", "chợ");
	vt_send(vt, "A");
	vt_wait(vt, "New stage:");
	vt_send(vt, "Mua lai<BS><C-h>ại nhe\xcc\xa3\xcc\x82<Enter>");
	vt_wait_row(vt, 1, "2 Mua lại nhệ");
	editor_holds(file, "SELECT count(*) FROM stage"
			   " WHERE title = 'Mua lại nhệ'", "1");
	vt_send(vt, "gne<BS><BS>nêed<BS><BS><BS>eed<Enter>");
	editor_selected(vt, "1.1", "Người");
	editor_leave(vt);
}

static void vietnamese_in_forms_and_questions(void **state)
{
	(void)state;
	editor_twice(editor_bread, type_vietnamese);
}

static void type_a_wrong_value(struct vt *vt, const char *file)
{
	open_form(vt);
	vt_send(vt, "<C-u><Enter>");
	vt_wait(vt, "Esc: leave, drop this");
	vt_send(vt, "Hears music<Enter>");
	vt_wait(vt, "? help");
	editor_selected(vt, "1.1", "Hears music");
	open_form(vt);
	vt_send(vt, "<C-u><Esc>");
	vt_wait(vt, "Esc: leave, drop this");
	vt_send(vt, "<C-c>");
	vt_wait(vt, "? help");
	editor_selected(vt, "1.1", "Hears music");
	editor_leave(vt);
	editor_stage_holds(file, "Need",
			   "Hears music|Sees a poster|Asks a friend");
}

static void a_wrong_value_keeps_the_form_but_nobody_in_it(void **state)
{
	(void)state;
	editor_twice(editor_bread, type_a_wrong_value);
}

static void describe_the_map(struct vt *vt, const char *file)
{
	vt_send(vt, "M");
	vt_wait(vt, "save and close");
	vt_send(vt, "<End>!<Tab><Right><Tab><Right><Esc>");
	vt_wait_row(vt, 0, "Buying bread! · Lan · to-be");
	editor_holds(file, "SELECT state FROM map", "to-be");
	vt_send(vt, "R");
	vt_wait(vt, "save and close");
	vt_send(vt, "<C-u>Wish<Enter>");
	vt_wait_row(vt, 1, "1 Wish");
	vt_send(vt, "uu");
	vt_wait_row(vt, 0, "Buying bread ·");
	vt_wait_row(vt, 1, "1 Need");
	editor_leave(vt);
}

static void maps_and_stages_have_forms_too(void **state)
{
	(void)state;
	editor_twice("cjm outline 1\npersona: Lan\n# Buying bread\n"
		     "  state: as-is\n## Need\n", describe_the_map);
}

static void delete_stages(struct vt *vt, const char *file)
{
	vt_send(vt, "ll");
	vt_wait(vt, "No touchpoints here yet");
	vt_send(vt, "D");
	editor_selected(vt, "2.1", "Enters");
	vt_send(vt, "D");
	vt_wait(vt, "2 touchpoints are parked");
	editor_stage_holds(file, "", "Enters the shop|Pays at the till");
	vt_send(vt, "uu");
	vt_wait_row(vt, 1, "3 Loyalty");
	editor_stage_holds(file, "Purchase",
			   "Enters the shop|Pays at the till");
	editor_leave(vt);
}

static void a_deleted_stage_comes_back_with_its_cards(void **state)
{
	(void)state;
	editor_twice(editor_bread, delete_stages);
}

static void stay_within_bounds(struct vt *vt, const char *file)
{
	vt_send(vt, "KH+++++");
	vt_wait(vt, "+2");
	editor_field_is(file, smells, "emotion", "2");
	vt_send(vt, "------");
	vt_wait(vt, "-2");
	vt_send(vt, "=+");
	vt_wait_row(vt, 2, "3 +0.5");
	editor_field_is(file, smells, "emotion", "1");
	vt_send(vt, "=-");
	vt_wait_row(vt, 2, "3 -0.5");
	editor_field_is(file, smells, "emotion", "-1");
	vt_send(vt, "jj");
	editor_selected(vt, "1.3", "Asks");
	vt_send(vt, "J");
	editor_stage_holds(file, "Need",
			   "Smells the bread|Sees a poster|Asks a friend");
	editor_leave(vt);
}

static void emotions_and_places_have_ends(void **state)
{
	(void)state;
	editor_twice(editor_bread, stay_within_bounds);
}

static void edit_much(struct vt *vt)
{
	vt_send(vt, "d");
	editor_selected(vt, "1.1", "Sees");
	vt_send(vt, "+L");
	editor_selected(vt, "2.3", "Sees");
	vt_send(vt, "iWaves @hand<Enter><Esc>");
	editor_selected(vt, "2.4", "Waves");
	editor_leave(vt);
}

static void undo_and_redo_outlive_the_program(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	edit_much(vt);
	vt = editor_open(50, 200, file);
	vt_send(vt, "uuuu");
	vt_wait(vt, "Undone: ");
	editor_selected(vt, "1.1", "Smells");
	editor_stage_holds(file, "Need",
			   "Smells the bread|Sees a poster|Asks a friend");
	editor_leave(vt);
	vt = editor_open(24, 80, file);
	vt_send(vt, "<C-r><C-r><C-r><C-r><C-r>");
	vt_wait_row(vt, 2, "4 ");
	editor_stage_holds(file, "Purchase", "Enters the shop|"
			   "Pays at the till|Sees a poster|Waves");
	editor_field_is(file, "Sees a poster", "emotion", "1");
	vt_send(vt, "u<C-r>");
	vt_wait(vt, "Done again: ");
	editor_leave(vt);
}

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void one_sees_what_another_does(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *one = editor_open(24, 80, file);
	struct vt *other = editor_open(50, 200, file);
	long start = now();

	(void)state;
	vt_send(one, "iHears a bell<Enter>");
	vt_wait(other, "Hears a bell");
	assert_in_range(now() - start, 0, 1500);
	vt_send(other, "i2>Sings");
	vt_wait(other, "Sings");
	vt_send(one, "half a line");
	vt_wait(one, "half a line");
	vt_send(other, "<Enter>");
	vt_wait_row(one, 2, "3 -0.5");
	vt_wait(one, "> half a line");
	vt_send(one, "<Esc>q");
	editor_left(one);
	vt_send(other, "<Esc>q");
	editor_left(other);
	editor_stage_holds(file, "Purchase",
			   "Enters the shop|Pays at the till|Sings");
}

static void a_form_shows_what_another_wrote_meanwhile(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *one = editor_open(24, 80, file);
	struct vt *other = editor_open(24, 80, file);

	(void)state;
	vt_send(one, "<Enter> first");
	vt_wait(one, "bread first");
	vt_send(other, "<Enter> second<Enter>");
	vt_wait(other, "Edit touchpoint");
	vt_send(one, "<Enter>");
	vt_wait(one, "Enter keeps yours; somebody else wrote \"Smells the");
	vt_wait(one, "bread first");
	vt_send(one, "<Enter>");
	vt_wait(one, "Edit touchpoint: ");
	vt_send(one, "q");
	editor_left(one);
	vt_send(other, "q");
	editor_left(other);
	editor_stage_holds(file, "Need", "Smells the bread first|"
			   "Sees a poster|Asks a friend");
}

static void one_takes_what_another_wrote(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *one = editor_open(24, 80, file);
	struct vt *other = editor_open(24, 80, file);

	(void)state;
	vt_send(one, "<Enter> first");
	vt_wait(one, "bread first");
	vt_send(other, "<Enter> second<Enter>");
	vt_wait(other, "saved ");
	vt_send(one, "<Enter>");
	vt_wait(one, "Ctrl-T takes this instead: \"Smells the bread second\"");
	vt_send(one, "<C-t>");
	vt_wait(one, "Ctrl-T takes this instead: \"Smells the bread first\"");
	vt_send(one, "<Enter>");
	editor_selected(one, "1.1", "Smells the bread second");
	editor_leave(one);
	editor_leave(other);
	editor_holds(file, "SELECT count(*) FROM edit", "2");
}

/* The form opens where it is; leaving it keeps what the other wrote. */
static void an_undo_that_meets_another_offers_both(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *one = editor_start(24, 80, RUN("CJM_AUTHOR=Ann", "cjm",
						  file));
	struct vt *other;

	(void)state;
	vt_wait(one, "all saved");
	other = editor_start(24, 80, RUN("CJM_AUTHOR=Bob", "cjm", file));
	vt_wait(other, "all saved");
	vt_send(one, "+");
	vt_wait(one, "saved ");
	vt_wait(other, "3 +1.0");
	vt_send(other, "-");
	vt_wait(one, "3 +0.5");
	vt_send(other, "-");
	vt_wait(one, "3 0.0");
	vt_send(one, "u");
	vt_wait(one, "Not undone: touchpoint was changed since (Bob");
	vt_wait(one, "‹ neutral ›");
	vt_wait(one, "Ctrl-T takes this instead: \"good\"");
	vt_send(one, "<Esc>");
	editor_selected(one, "1.1", "Smells");
	editor_field_is(file, "Smells the bread", "emotion", "0");
	vt_send(one, "u");
	vt_wait(one, "Not undone");
	vt_send(one, "<C-t><Enter>");
	vt_wait(one, "3 +0.5");
	editor_field_is(file, "Smells the bread", "emotion", "1");
	editor_leave(one);
	editor_leave(other);
}

/* The other one sleeps, so it knows nothing yet when its key comes. */
static void a_stale_edit_is_made_anew(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *one = editor_open(24, 80, file);
	struct vt *other = editor_open(24, 80, file);

	(void)state;
	vt_send(other, "jj");
	editor_selected(other, "1.3", "Asks");
	kill(vt_pid(other), SIGSTOP);
	vt_send(one, "d+");
	editor_selected(one, "1.1", "Sees");
	vt_wait_row(one, 2, "2 +1.0");
	vt_send(other, "K-");
	kill(vt_pid(other), SIGCONT);
	editor_selected(other, "1.1", "Asks");
	editor_selected(one, "1.2", "Sees");
	editor_stage_holds(file, "Need", "Asks a friend|Sees a poster");
	editor_field_is(file, "Asks a friend", "emotion", "-1");
	editor_leave(one);
	editor_leave(other);
}

static void a_form_of_what_is_gone_can_be_left(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *one = editor_open(24, 80, file);
	struct vt *other = editor_open(24, 80, file);

	(void)state;
	open_form(other);
	vt_send(other, "X");
	vt_wait(other, "Smells the breadX");
	vt_send(one, "d");
	editor_selected(one, "1.1", "Sees");
	vt_send(other, "<Enter>");
	vt_wait(other, "Esc: leave, drop this");
	vt_send(other, "<Esc>");
	editor_selected(other, "1.1", "Sees");
	editor_leave(other);
	editor_leave(one);
	editor_stage_holds(file, "Need", "Sees a poster|Asks a friend");
}

static void a_file_that_can_only_be_read_says_so(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt;

	(void)state;
	chmod(file, 0444);
	vt = editor_start(24, 80, RUN("cjm", file));
	vt_wait(vt, "read only");
	vt_wait(vt, "This file can only be read");
	assert_false(vt_has(vt, "i type"));
	vt_send(vt, "j");
	editor_selected(vt, "1.2", "Sees");
	assert_false(vt_has(vt, "can only be read"));
	vt_send(vt, "i");
	vt_wait(vt, "This file can only be read");
	vt_send(vt, "+-0=dAD<lt>>HJKLu<C-r>");
	editor_selected(vt, "1.2", "Sees");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Only to look at");
	vt_send(vt, "<Down>X");
	vt_wait(vt, "This file can only be read");
	vt_send(vt, "<BS><Right><C-u>");
	vt_wait_gone(vt, "This file can only be read");
	vt_wait(vt, "Channel        poster");
	vt_send(vt, "<Enter>");
	editor_selected(vt, "1.2", "Sees a poster");
	editor_leave(vt);
}

#define CASE(test) cmocka_unit_test_teardown(test, editor_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_form_is_saved_as_one_change),
		CASE(choices_are_turned_with_the_arrows),
		CASE(a_form_larger_than_the_screen_moves_under_it),
		CASE(long_texts_may_have_lines),
		CASE(vietnamese_in_forms_and_questions),
		CASE(a_wrong_value_keeps_the_form_but_nobody_in_it),
		CASE(maps_and_stages_have_forms_too),
		CASE(a_deleted_stage_comes_back_with_its_cards),
		CASE(emotions_and_places_have_ends),
		CASE(undo_and_redo_outlive_the_program),
		CASE(one_sees_what_another_does),
		CASE(a_form_shows_what_another_wrote_meanwhile),
		CASE(one_takes_what_another_wrote),
		CASE(an_undo_that_meets_another_offers_both),
		CASE(a_stale_edit_is_made_anew),
		CASE(a_form_of_what_is_gone_can_be_left),
		CASE(a_file_that_can_only_be_read_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
