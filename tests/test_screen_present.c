/* Before a room: screen after screen, typing, pointing and voting. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

static const int sizes[][2] = { { 14, 50 }, { 24, 80 }, { 40, 120 } };

static struct vt *begin(int size, const char *file)
{
	struct vt *vt = editor_start(sizes[size][0], sizes[size][1],
				     RUN("cjm", "present", file));

	vt_wait(vt, " 1/");
	return vt;
}

static void walk(struct vt *vt)
{
	static const char *const screens[] = {
		"Buying bread", "+2", "Sees a poster", "Pays at the till",
		"3 Loyalty",
	};
	char place[16];

	for (int i = 0; i < 5; i++) {
		snprintf(place, sizeof place, " %d/5", i + 1);
		vt_wait(vt, place);
		vt_wait(vt, screens[i]);
		vt_send(vt, "<Space>");
	}
	vt_wait(vt, "This is the last screen");
	for (int i = 4; i > 0; i--) {
		vt_send(vt, "<Left>");
		snprintf(place, sizeof place, " %d/5", i);
		vt_wait(vt, place);
	}
}

static void space_leads_through_all_screens(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		struct vt *vt = begin(i, editor_file(editor_bread));

		walk(vt);
		vt_send(vt, "q");
		vt_wait(vt, "i: type what");
		editor_leave(vt);
	}
}

static void a_number_and_enter_go_there(void **state)
{
	struct vt *vt = begin(0, editor_file(editor_bread));

	(void)state;
	vt_send(vt, "2.2<Enter>");
	vt_wait(vt, "2.2 Pays at the till");
	vt_wait(vt, "the queue");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "2.1");
	vt_send(vt, "1<Enter>");
	vt_wait(vt, "1 Need");
	vt_send(vt, "7.7<Enter>");
	vt_wait(vt, "There is no \"7.7\"");
	vt_send(vt, "q");
	vt_wait_gone(vt, "1 Need │");
	editor_leave(vt);
}

static void what_is_typed_shows_on_the_screen_of_the_room(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = begin(1, file);

	(void)state;
	vt_send(vt, "2<Enter>iRings the bell<Enter>");
	vt_wait(vt, "2.3    Rings the bell");
	vt_send(vt, "need > Meets a neighbour<Enter><Esc>");
	vt_wait(vt, "1.4    Meets a neighbour");
	vt_wait(vt, " 3/5");
	vt_send(vt, "uu");
	vt_wait_gone(vt, "Meets a neighbour");
	vt_send(vt, "q");
	vt_wait(vt, "i: type what");
	editor_leave(vt);
	editor_stage_holds(file, "Purchase",
			   "Enters the shop|Pays at the till");
}

/* Another process deletes 1.1: what was 1.2 stays so, and is meant by it. */
static void numbers_stay_while_the_room_points(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = begin(1, file), *other;

	(void)state;
	vt_send(vt, "1<Enter>");
	vt_wait(vt, "1.1    Smells");
	other = editor_open(24, 80, file);
	vt_send(other, "d");
	editor_selected(other, "1.1", "Sees");
	editor_leave(other);
	vt_wait_gone(vt, "Smells");
	vt_wait(vt, "1.2    Sees a poster");
	vt_send(vt, "i1.2 #seen<Enter>1.1 #gone<Enter>");
	vt_wait(vt, "There is no touchpoint 1.1");
	editor_field_is(file, "Sees a poster", "tags", "seen");
	vt_send(vt, "<C-u><Esc>n");
	vt_wait(vt, "1.1    Sees a poster");
	vt_send(vt, "q");
	vt_wait(vt, "i: type what");
	editor_leave(vt);
}

#define VOTES "SELECT group_concat(number) FROM (SELECT number FROM vote" \
	" ORDER BY number)"

static void votes_are_one_change_and_said_back(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = begin(1, file);

	(void)state;
	vt_send(vt, "2<Enter>v2.2 2.2, 1.1<Enter>");
	vt_wait(vt, "Counted: 2.2 +2, 1.1 +1");
	vt_wait(vt, "●2");
	vt_send(vt, "v2.2 9.9 x<Enter>");
	vt_wait(vt, "No touchpoint has the number 9.9, x");
	vt_send(vt, "<Esc>v2.2<Enter>");
	vt_wait(vt, "●3");
	editor_holds(file, VOTES, "1,3");
	vt_send(vt, "u");
	vt_wait(vt, "●2");
	vt_send(vt, "u");
	vt_wait_gone(vt, "●");
	editor_holds(file, "SELECT count(*) FROM vote", "0");
	vt_send(vt, "q");
	vt_wait(vt, "i: type what");
	editor_leave(vt);
}

static void a_long_stage_is_shown_page_by_page(void **state)
{
	struct vt *vt = begin(0, editor_file(
		"cjm outline 1\n# M\n## One\n- a1\n- a2\n- a3\n- a4\n- a5\n"
		"- a6\n- a7\n- a8\n- a9\n- b1\n- b2\n- b3\n## Two\n- c\n"));

	(void)state;
	vt_send(vt, "1<Enter>");
	vt_wait(vt, "1.1    a1");
	vt_send(vt, "<Space>");
	vt_wait(vt, "▌ 1.9    a9");
	vt_wait(vt, "1 One");
	vt_send(vt, "<Space>");
	vt_wait(vt, "2.1    c");
	vt_send(vt, "q");
	vt_wait(vt, "i: type what");
	editor_leave(vt);
}

static void the_vietnamese_sample_is_shown_in_vietnamese(void **state)
{
	struct vt *vt;

	(void)state;
	for (int i = 0; i < 3; i++) {
		vt = editor_start(sizes[i][0], sizes[i][1],
				  RUN("cjm", "present", "--lang", "vi",
				      editor_sample("vi")));
		vt_wait(vt, "Cách tiếp");
		vt_send(vt, "<Space>");
		vt_wait(vt, "1 Nhu cầu");
		vt_wait(vt, "7 ");
		vt_send(vt, "q");
		vt_wait_gone(vt, " 2/9");
		editor_leave(vt);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(space_leads_through_all_screens,
					  editor_end),
		cmocka_unit_test_teardown(a_number_and_enter_go_there,
					  editor_end),
		cmocka_unit_test_teardown(
			what_is_typed_shows_on_the_screen_of_the_room,
			editor_end),
		cmocka_unit_test_teardown(numbers_stay_while_the_room_points,
					  editor_end),
		cmocka_unit_test_teardown(votes_are_one_change_and_said_back,
					  editor_end),
		cmocka_unit_test_teardown(a_long_stage_is_shown_page_by_page,
					  editor_end),
		cmocka_unit_test_teardown(
			the_vietnamese_sample_is_shown_in_vietnamese,
			editor_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
