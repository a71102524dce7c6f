/* Lanes of one's own in the matrix, and the way from far to near. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define LANES "SELECT group_concat(title) FROM (SELECT title FROM lane" \
	" ORDER BY rank)"

/* From the matrix. */
static void leave(struct vt *vt)
{
	vt_send(vt, "<Esc>");
	vt_wait(vt, "q leave");
	editor_leave(vt);
}

static void work_on_lanes(struct vt *vt, const char *file)
{
	vt_send(vt, "Z");
	vt_wait(vt, "▌1.1 Smells");
	vt_send(vt, "aOur staff<Enter>");
	vt_wait(vt, " Our staff");
	vt_send(vt, "aThe mood<Enter>");
	vt_wait(vt, " The mood");
	editor_holds(file, LANES, "Our staff,The mood");
	leave(vt);
}

static void lanes_are_added(void **state)
{
	(void)state;
	editor_twice(editor_bread, work_on_lanes);
}

/* The matrix of the bread fits one band, so below "Our staff" there are its
 * three cells. */
static void fill_a_cell(struct vt *vt, const char *file)
{
	vt_send(vt, "ZaOur staff<Enter>");
	vt_wait(vt, " Our staff");
	vt_send(vt, "<End><Enter>");
	vt_wait(vt, "What this lane says of the stage:");
	vt_send(vt, "bakes<Enter>");
	vt_wait(vt, "▌bakes");
	editor_holds(file, "SELECT text FROM cell", "bakes");
	vt_send(vt, "d");
	vt_wait_gone(vt, "bakes");
	editor_holds(file, "SELECT count(*) FROM cell", "0");
	vt_send(vt, "u");
	vt_wait(vt, "▌bakes");
	leave(vt);
}

static void a_cell_is_filled_emptied_and_brought_back(void **state)
{
	(void)state;
	editor_twice(editor_bread, fill_a_cell);
}

static void rename_move_delete(struct vt *vt, const char *file)
{
	vt_send(vt, "ZaOur staff<Enter>");
	vt_wait(vt, " Our staff");
	vt_send(vt, "aMood<Enter>");
	vt_wait(vt, " Mood");
	vt_send(vt, "<End><Up>");
	vt_wait(vt, "▌Mood");
	vt_send(vt, "K");
	vt_settle(vt);
	editor_holds(file, LANES, "Mood,Our staff");
	vt_send(vt, "<Enter><C-u>Feelings<Enter>");
	vt_wait(vt, "▌Feelings");
	editor_holds(file, LANES, "Feelings,Our staff");
	vt_send(vt, "d");
	vt_wait_gone(vt, "▌Feelings");
	editor_holds(file, LANES, "Our staff");
	leave(vt);
}

static void a_lane_is_renamed_moved_and_deleted(void **state)
{
	(void)state;
	editor_twice(editor_bread, rename_move_delete);
}

static void choose_lanes(struct vt *vt, const char *file)
{
	(void)file;
	vt_send(vt, "Z");
	vt_wait(vt, " Channel");
	vt_send(vt, "cpain,title<Enter>");
	vt_wait_gone(vt, " Channel");
	vt_wait(vt, " Pain");
	vt_send(vt, "c<C-u>painting<Enter>");
	vt_wait(vt, "There is no lane \"painting\"");
	vt_send(vt, "<Esc>c<C-u><Enter>");
	vt_wait(vt, " Channel");
	leave(vt);
}

static void the_lanes_shown_can_be_chosen(void **state)
{
	(void)state;
	editor_twice(editor_bread, choose_lanes);
}

static void come_nearer(struct vt *vt, const char *file)
{
	(void)file;
	vt_send(vt, "lj");
	editor_selected(vt, "2.2", "Pays");
	vt_send(vt, "zz");
	vt_wait(vt, "Channel: till");
	vt_wait_gone(vt, "Enters the shop");
	vt_send(vt, "z");
	vt_wait(vt, "Nearer than one touchpoint nothing is");
	vt_send(vt, "ZZ");
	editor_selected(vt, "2.2", "Pays");
	vt_send(vt, "Z");
	vt_wait(vt, "▌2.2 Pays");
	vt_send(vt, "k");
	vt_wait(vt, "▌2.1 Enters");
	vt_send(vt, "z");
	editor_selected(vt, "2.1", "Enters");
	editor_leave(vt);
}

static void zooming_keeps_to_what_is_selected(void **state)
{
	(void)state;
	editor_twice(editor_bread, come_nearer);
}

int main(void)
{
#define CASE(f) cmocka_unit_test_teardown(f, editor_end)
	const struct CMUnitTest tests[] = {
		CASE(lanes_are_added),
		CASE(a_cell_is_filled_emptied_and_brought_back),
		CASE(a_lane_is_renamed_moved_and_deleted),
		CASE(the_lanes_shown_can_be_chosen),
		CASE(zooming_keeps_to_what_is_selected),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
