/* Going on in a new file when the old one cannot be had. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/strbuf.h"
#include "tmp.h"
#include "vt_parts.h"

static const char banner[] = "The file was moved, replaced or deleted";

/* Answer the question with this path. */
static void save_as(struct vt *vt, const char *path)
{
	struct strbuf keys = STRBUF_INIT;

	vt_wait_row(vt, editor_line(vt), "Save all of it as:");
	strbuf_addf(&keys, "<C-u>%s<Enter>", path);
	vt_send(vt, keys.s);
	strbuf_release(&keys);
}

/* The banner offers it; what was typed goes along. */
static void deleted(struct vt *vt, const char *file)
{
	const char *new = tmp_path("b.cjm");

	vt_send(vt, "l+");
	vt_wait(vt, "saved ");
	vt_send(vt, "k");
	assert_int_equal(unlink(file), 0);
	vt_wait_row(vt, vt->rows - 1, banner);
	vt_wait_row(vt, vt->rows - 2, "W save as another file");
	vt_send(vt, "iRings a bell<Enter>");
	vt_wait(vt, "Not saved: the file was moved");
	vt_send(vt, "<Esc>W");
	save_as(vt, new);
	vt_wait_row(vt, vt->rows - 1, "You go on in ");
	vt_wait_gone(vt, "W save as another file");
	vt_wait_row(vt, editor_line(vt), "> Rings a bell");
	vt_send(vt, "i<Enter>");
	vt_wait(vt, "Added to Purchase: Rings a bell");
	vt_send(vt, "<Esc>u");
	vt_wait(vt, "Undone");
	vt_send(vt, "<C-r>");
	vt_wait(vt, "Done again");
	editor_leave(vt);
	editor_stage_holds(new, "Purchase", "Enters the shop|Pays at the "
			   "till|Rings a bell");
	editor_holds(new, "SELECT count(*) FROM edit", "5");
	assert_int_not_equal(access(file, F_OK), 0);
}

static void what_was_deleted_goes_on_elsewhere(void **state)
{
	(void)state;
	editor_twice(editor_bread, deleted);
}

static void a_form_that_cannot_be_saved_goes_along(void **state)
{
	const char *file = editor_file(editor_bread);
	const char *other = editor_file(editor_bread);
	const char *new = tmp_path("b.cjm");
	struct vt *vt = editor_open(24, 80, file);
	size_t len, new_len;
	char *before, *after;

	(void)state;
	vt_send(vt, "<Enter><End> today");
	vt_wait(vt, "bread today");
	before = tmp_read(other, &len);
	assert_int_equal(rename(other, file), 0);
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Ctrl-O: save as another file");
	vt_send(vt, "<C-o>");
	save_as(vt, new);
	vt_wait_row(vt, 23, "You go on in ");
	vt_wait(vt, "bread today");
	vt_send(vt, "<Enter>");
	vt_wait_row(vt, 23, "Edit touchpoint: Smells");
	editor_leave(vt);
	editor_field_is(new, "Smells the bread today", "channel", "street");
	after = tmp_read(file, &new_len);
	assert_int_equal(new_len, len);
	assert_memory_equal(before, after, len);
	free(before);
	free(after);
}

static void a_file_that_was_overwritten_is_saved_from_memory(void **state)
{
	const char *file = editor_file(editor_bread);
	const char *new = tmp_path("b.cjm");
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	tmp_write(file, "no map", 6);
	vt_wait_row(vt, 23, "not saving");
	vt_send(vt, "W");
	save_as(vt, new);
	vt_wait_row(vt, 23, "1 map that was not looked at is lost");
	editor_selected(vt, "1.1", "Smells");
	vt_send(vt, "+");
	vt_wait_row(vt, 23, "emotion: Smells");
	editor_leave(vt);
	editor_field_is(new, "Smells the bread", "emotion", "2");
}

static void a_name_is_offered_and_none_replaced(void **state)
{
	const char *file = editor_file(editor_bread);
	struct strbuf second = STRBUF_INIT;
	struct vt *vt = editor_open(24, 160, file);

	(void)state;
	strbuf_add(&second, file, strlen(file) - strlen(".cjm"));
	strbuf_addstr(&second, "-2.cjm");
	vt_send(vt, "W");
	save_as(vt, file);
	vt_wait(vt, "is there already");
	vt_wait_row(vt, editor_line(vt), "Save all of it as:");
	vt_send(vt, "<Esc><C-o>");
	vt_wait_row(vt, editor_line(vt), second.s);
	vt_send(vt, "<Enter>");
	vt_wait(vt, "You go on in ");
	vt_send(vt, "d");
	editor_selected(vt, "1.1", "Sees");
	editor_leave(vt);
	editor_holds(file, "SELECT count(*) FROM edit", "1");
	editor_holds(second.s, "SELECT count(*) FROM edit", "2");
	strbuf_release(&second);
}

#define CASE(test) cmocka_unit_test_teardown(test, editor_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_was_deleted_goes_on_elsewhere),
		CASE(a_form_that_cannot_be_saved_goes_along),
		CASE(a_file_that_was_overwritten_is_saved_from_memory),
		CASE(a_name_is_offered_and_none_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
