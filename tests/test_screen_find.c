/* Search, filter, help and the palette on the screen. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void type_and_go(struct vt *vt, const char *file)
{
	(void)file;
	vt_send(vt, "/QUEUE");
	vt_wait(vt, "1 of 1 · Pain");
	vt_send(vt, "<Esc>");
	editor_selected(vt, "1.1", "Smells");
	vt_send(vt, "/shop<Enter>");
	editor_selected(vt, "2.1", "Enters");
	assert_true(vt_cell_of(vt, "shop").reverse);
	vt_send(vt, "n");
	vt_wait(vt, "from the other end again");
	editor_selected(vt, "2.1", "Enters");
	vt_send(vt, "<Esc>");
	vt_wait_gone(vt, "from the other end");
	vt_settle(vt);
	assert_false(vt_cell_of(vt, "shop").reverse);
	editor_leave(vt);
}

static void search_goes_there_as_one_types_and_escape_back(void **state)
{
	(void)state;
	editor_twice(editor_bread, type_and_go);
}

static void look_in_vain(struct vt *vt, const char *file)
{
	(void)file;
	vt_send(vt, "l");
	editor_selected(vt, "2.1", "Enters");
	vt_send(vt, "/zebra");
	vt_wait(vt, "Nothing in this map is found.");
	vt_send(vt, "<Enter>");
	editor_selected(vt, "2.1", "Enters");
	vt_send(vt, "/emotion:much");
	vt_wait(vt, "An emotion is -2 to 2");
	vt_send(vt, "<Esc>");
	editor_leave(vt);
}

static void what_is_not_there_or_wrong_is_said(void **state)
{
	(void)state;
	editor_twice(editor_bread, look_in_vain);
}

static const char vietnamese[] =
	"cjm outline 1\n"
	"# Mua hàng\n"
	"## Nhu cầu\n"
	"- Đặt hàng trên web @Zalo :-1\n"
	"- Gọi điện hỏi giá :+1\n";

static void type_without_marks(struct vt *vt, const char *file)
{
	(void)file;
	vt_send(vt, "/dien hoi<Enter>");
	editor_selected(vt, "1.2", "Gọi");
	vt_send(vt, "/dat hang<Enter>");
	editor_selected(vt, "1.1", "Đặt");
	vt_settle(vt);
	assert_true(vt_cell_of(vt, "Đặt").reverse);
	editor_leave(vt);
}

static void case_and_marks_do_not_count(void **state)
{
	(void)state;
	editor_twice(vietnamese, type_without_marks);
}

static void put_a_filter_on(struct vt *vt, const char *file)
{
	vt_send(vt, "f:<0");
	vt_wait(vt, "Emotion -1 or worse");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "[only Emotion -1 or worse]");
	vt_wait(vt, "1 of 5 touchpoints");
	editor_selected(vt, "2.2", "Pays");
	vt_wait_gone(vt, "Smells the bread");
	vt_send(vt, "iTakes a seat @chair<Enter>");
	vt_wait(vt, "where the filter hides it: Takes a seat");
	vt_send(vt, "<Esc>");
	vt_wait(vt, "Esc show all");
	editor_selected(vt, "2.2", "Pays");
	editor_stage_holds(file, "Purchase",
			   "Enters the shop|Pays at the till|Takes a seat");
	vt_send(vt, "g1.1<Enter>");
	vt_wait(vt, "The filter hides it");
	vt_send(vt, "f<C-u><Enter>");
	vt_wait_gone(vt, "[only");
	vt_wait(vt, "All touchpoints show again.");
	editor_leave(vt);
}

static void a_filter_hides_all_else_until_it_is_taken_off(void **state)
{
	(void)state;
	editor_twice(editor_bread, put_a_filter_on);
}

static void run_by_name(struct vt *vt, const char *file)
{
	vt_send(vt, ":feels worse");
	vt_wait(vt, "▌ -");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "3 0.0");
	editor_field_is(file, "Smells the bread", "emotion", "0");
	vt_send(vt, ":moment");
	vt_wait(vt, "(not in this view)");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "not in this view");
	vt_send(vt, "<Esc>:zzzz");
	vt_wait(vt, "No command is called so.");
	vt_send(vt, "<Esc>?A");
	vt_wait(vt, "▌ A ");
	vt_send(vt, "<Esc>");
	vt_wait(vt, "q leave");
	editor_leave(vt);
}

static void the_palette_runs_a_command_by_its_name(void **state)
{
	(void)state;
	editor_twice(editor_bread, run_by_name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(
			search_goes_there_as_one_types_and_escape_back,
			editor_end),
		cmocka_unit_test_teardown(what_is_not_there_or_wrong_is_said,
					  editor_end),
		cmocka_unit_test_teardown(case_and_marks_do_not_count,
					  editor_end),
		cmocka_unit_test_teardown(
			a_filter_hides_all_else_until_it_is_taken_off,
			editor_end),
		cmocka_unit_test_teardown(
			the_palette_runs_a_command_by_its_name, editor_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
