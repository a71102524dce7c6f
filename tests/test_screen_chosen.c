/* Several touchpoints at once: choosing, copying, pasting. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void choose_two(struct vt *vt)
{
	vt_send(vt, "<Space>");
	editor_selected(vt, "1.2", "Sees");
	vt_send(vt, "j<Space>");
	vt_wait(vt, "2 chosen");
}

static void see_the_choice(struct vt *vt, const char *file)
{
	choose_two(vt);
	vt_wait(vt, "1.1*");
	vt_wait(vt, "1.3*");
	assert_false(vt_has(vt, "1.2*"));
	vt_send(vt, "<Space>");
	vt_wait(vt, "1 chosen");
	vt_wait_gone(vt, "1.3*");
	vt_send(vt, "<Esc>");
	vt_wait(vt, "Nothing is chosen any more");
	vt_wait_gone(vt, "1.1*");
	editor_holds(file, "SELECT count(*) FROM edit", "1");
	editor_leave(vt);
}

static void a_choice_shows_without_colour(void **state)
{
	(void)state;
	editor_twice(editor_bread, see_the_choice);
}

static void move_the_choice(struct vt *vt, const char *file)
{
	choose_two(vt);
	vt_send(vt, "L");
	vt_wait(vt, "Move touchpoints: Smells the bread, Asks a friend");
	editor_stage_holds(file, "Purchase", "Enters the shop|"
			   "Pays at the till|Smells the bread|Asks a friend");
	vt_send(vt, "K");
	vt_wait(vt, "2.2*");
	editor_stage_holds(file, "Purchase", "Enters the shop|"
			   "Smells the bread|Asks a friend|Pays at the till");
	vt_send(vt, "KK");
	vt_wait(vt, "2.1*");
	vt_settle(vt);
	editor_stage_holds(file, "Purchase", "Smells the bread|"
			   "Asks a friend|Enters the shop|Pays at the till");
	vt_send(vt, "m0<Enter>");
	vt_wait(vt, "0.2*");
	editor_stage_holds(file, "", "Smells the bread|Asks a friend");
	vt_send(vt, "uuuu");
	vt_wait(vt, "1.3*");
	editor_stage_holds(file, "Need",
			   "Smells the bread|Sees a poster|Asks a friend");
	editor_leave(vt);
}

static void a_choice_moves_as_one_change(void **state)
{
	(void)state;
	editor_twice(editor_bread, move_the_choice);
}

static void set_for_all(struct vt *vt, const char *file)
{
	choose_two(vt);
	vt_send(vt, "#now<Enter>");
	vt_wait(vt, "Edit touchpoints: Smells");
	vt_send(vt, "#then =Lan :-2<Enter>");
	vt_wait_row(vt, 2, "3 -1.3");
	editor_field_is(file, "Asks a friend", "tags", "now; then");
	editor_field_is(file, "Smells the bread", "owner", "Lan");
	editor_field_is(file, "Sees a poster", "owner", "");
	vt_send(vt, "snotes: to check<Enter>");
	vt_wait(vt, "Edit touchpoints");
	vt_send(vt, "semotion: very good<Enter>");
	vt_wait_row(vt, 2, "3 +1.3");
	vt_send(vt, "-");
	vt_wait_row(vt, 2, "3 +0.7");
	editor_field_is(file, "Smells the bread", "notes", "to check");
	vt_send(vt, "snothing<Enter>");
	vt_wait(vt, "\"nothing\" names no field");
	vt_wait(vt, "text): nothing");
	vt_send(vt, "<Esc>d");
	editor_selected(vt, "1.1", "Sees");
	assert_false(vt_has(vt, "chosen"));
	vt_send(vt, "u");
	vt_wait(vt, "2 chosen");
	editor_stage_holds(file, "Need",
			   "Smells the bread|Sees a poster|Asks a friend");
	editor_leave(vt);
}

static void a_choice_is_set_and_deleted_as_one(void **state)
{
	(void)state;
	editor_twice(editor_bread, set_for_all);
}

static void carry_to_the_other_map(struct vt *vt, const char *file)
{
	choose_two(vt);
	vt_send(vt, "y");
	vt_wait(vt, "2 touchpoints copied");
	vt_send(vt, "]");
	editor_selected(vt, "1.1", "Opens");
	assert_false(vt_has(vt, "chosen"));
	vt_send(vt, "p");
	vt_wait(vt, "Paste: Smells the bread");
	editor_stage_holds(file, "Morning",
			   "Opens the shop|Smells the bread|Asks a friend");
	vt_send(vt, "[Y]p");
	vt_wait_row(vt, 1, "2 Need");
	vt_send(vt, "u");
	vt_wait_gone(vt, "2 Need");
	editor_leave(vt);
}

static void copies_go_from_map_to_map(void **state)
{
	(void)state;
	editor_twice(editor_bread, carry_to_the_other_map);
}

static void copy_for_another(struct vt *vt, const char *file)
{
	vt_send(vt, "C");
	vt_wait(vt, "Buying bread (copy)");
	vt_send(vt, "<C-u>Minh's bread<Enter>");
	vt_wait(vt, "or for the persona:");
	vt_send(vt, "Nobody<Enter>");
	vt_wait(vt, "There is no persona \"Nobody\"");
	vt_send(vt, "<C-u>minh<Enter>");
	vt_wait_row(vt, 0, "Minh's bread · Minh · as-is");
	editor_holds(file, "SELECT count(*) FROM touchpoint"
			   " WHERE title = 'Smells'", "2");
	vt_send(vt, "[C");
	vt_wait(vt, "Buying bread (copy)");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "or for the persona:");
	vt_send(vt, "<Enter>");
	vt_wait_row(vt, 0, "Buying bread (copy) · Lan · to-be");
	editor_leave(vt);
}

static void a_map_is_copied_as_to_be_or_for_somebody_else(void **state)
{
	(void)state;
	editor_twice("cjm outline 1\npersona: Lan\npersona: Minh\n"
		     "# Buying bread\n  state: as-is\n  persona: Lan\n"
		     "## Need\n- Smells\n", copy_for_another);
}

static void paste_lines(struct vt *vt, const char *file)
{
	vt_paste(vt, "- Rings the bell @door\n\n- Waits\n!nobody comes\n"
		     "loy>\nq comes back :+2\n");
	vt_wait(vt, "Add 3 touchpoints? Enter yes");
	vt_send(vt, "x");
	vt_settle(vt);
	vt_wait(vt, "Add 3 touchpoints? Enter yes");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Add touchpoints: Rings the bell, ...");
	editor_stage_holds(file, "Need", "Smells the bread|Sees a poster|"
			   "Asks a friend|Rings the bell|Waits");
	editor_stage_holds(file, "Loyalty", "q comes back");
	editor_field_is(file, "Waits", "pain", "nobody comes");
	vt_send(vt, "<Esc>u");
	vt_wait(vt, "Undone: Add touchpoints");
	editor_holds(file, "SELECT count(*) FROM touchpoint", "6");
	editor_leave(vt);
}

static void lines_pasted_are_touchpoints_after_one_question(void **state)
{
	(void)state;
	editor_twice(editor_bread, paste_lines);
}

static void paste_twice_to_a_card(struct vt *vt, const char *file)
{
	vt_paste(vt, "1.2 #blue !torn\n1.1 #warm\n1.2 #old\n");
	vt_wait(vt, "Enter yes");
	vt_send(vt, "<Enter>");
	vt_settle(vt);
	editor_field_is(file, "Sees a poster", "tags", "blue; old");
	editor_field_is(file, "Sees a poster", "pain", "torn");
	editor_field_is(file, "Smells the bread", "tags", "warm");
	vt_send(vt, "<Esc>");
	editor_leave(vt);
}

static void lines_pasted_for_one_card_are_all_kept(void **state)
{
	(void)state;
	editor_twice(editor_bread, paste_twice_to_a_card);
}

static void paste_on_one_line(struct vt *vt, const char *file)
{
	vt_send(vt, "i");
	vt_paste(vt, "Rings\nthe bell\n");
	vt_wait(vt, "Enter yes");
	vt_send(vt, "<Esc>");
	vt_wait_row(vt, editor_line(vt), "> Rings the bell");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Need");
	vt_paste(vt, "Goes home\n");
	vt_wait_row(vt, editor_line(vt), "> Goes home");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Need: Goes home");
	vt_send(vt, "<Esc>");
	editor_stage_holds(file, "Need", "Smells the bread|Sees a poster|"
			   "Asks a friend|Rings the bell|Goes home");
	editor_leave(vt);
}

static void lines_pasted_may_stay_one_line(void **state)
{
	(void)state;
	editor_twice(editor_bread, paste_on_one_line);
}

static void others_delete_what_is_chosen(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *one = editor_open(24, 80, file);
	struct vt *other = editor_open(24, 80, file);

	(void)state;
	choose_two(one);
	vt_send(other, "d");
	vt_wait(one, "1 chosen");
	vt_wait(one, "1.2*");
	vt_send(one, "L");
	vt_wait(one, "2.3*");
	editor_stage_holds(file, "Need", "Sees a poster");
	editor_leave(one);
	editor_leave(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_choice_shows_without_colour,
					  editor_end),
		cmocka_unit_test_teardown(a_choice_moves_as_one_change,
					  editor_end),
		cmocka_unit_test_teardown(a_choice_is_set_and_deleted_as_one,
					  editor_end),
		cmocka_unit_test_teardown(copies_go_from_map_to_map,
					  editor_end),
		cmocka_unit_test_teardown(
			a_map_is_copied_as_to_be_or_for_somebody_else,
			editor_end),
		cmocka_unit_test_teardown(
			lines_pasted_are_touchpoints_after_one_question,
			editor_end),
		cmocka_unit_test_teardown(
			lines_pasted_for_one_card_are_all_kept, editor_end),
		cmocka_unit_test_teardown(lines_pasted_may_stay_one_line,
					  editor_end),
		cmocka_unit_test_teardown(others_delete_what_is_chosen,
					  editor_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
