/* The capture line: typed as people talk, in any script, by any keyboard. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"

static const char shop[] =
	"cjm outline 1\n"
	"# Shop\n"
	"## Need\n"
	"- Feels thirst @home\n"
	"## Mua hàng\n"
	"## Muộn màng\n";

/* The end of what is typed, as it must stand on the line. */
static const char *tail(const char *text, size_t len)
{
	size_t from = len;

	for (int n = 0; n < 8 && from; n++)
		from -= utf8_cluster_before(text, from);
	return text + from + strspn(text + from, " ");
}

/* Letter by letter, each seen before the next is typed. */
static void type(struct vt *vt, const char *text)
{
	char typed[512];
	size_t len = 0;

	while (text[len]) {
		size_t n = utf8_cluster(text + len);

		vt_send_bytes(vt, text + len, n);
		len += n;
		snprintf(typed, sizeof typed, "%.*s", (int)len, text);
		if (typed[len - 1] != ' ')
			vt_wait_row(vt, editor_line(vt), tail(typed, len));
	}
}

static void open_line(struct vt *vt)
{
	vt_send(vt, "i");
	vt_wait_row(vt, editor_line(vt), ">");
	vt_wait_row(vt, editor_line(vt) + 1, "@channel");
}

static void first_example(struct vt *vt, const char *file)
{
	const char *title = "clicks a flash-sale post";

	open_line(vt);
	type(vt, "need > clicks a flash-sale post @Twitter ~curious "
		 "+save money :)");
	vt_wait_row(vt, editor_line(vt) + 1, "1 Need · @Twitter (new)");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Need: clicks a flash-sale post");
	editor_stage_holds(file, "Need",
			   "Feels thirst|clicks a flash-sale post");
	editor_field_is(file, title, "channel", "Twitter");
	editor_field_is(file, title, "context", "curious");
	editor_field_is(file, title, "need", "save money");
	editor_field_is(file, title, "emotion", "1");
	vt_send(vt, "<Esc>");
	editor_selected(vt, "1.2", "clicks a flash");
	editor_leave(vt);
}

static void second_example(struct vt *vt, const char *file)
{
	const char *title = "thanh toán";

	open_line(vt);
	type(vt, "mua > thanh toán @website +không phí ẩn !phí hiện ở bước "
		 "cuối :-2 #checkout");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Mua hàng: thanh toán");
	editor_stage_holds(file, "Mua hàng", title);
	editor_field_is(file, title, "channel", "website");
	editor_field_is(file, title, "need", "không phí ẩn");
	editor_field_is(file, title, "pain", "phí hiện ở bước cuối");
	editor_field_is(file, title, "emotion", "-2");
	editor_field_is(file, title, "tags", "checkout");
	vt_send(vt, "<Esc>");
	editor_selected(vt, "2.1", title);
	editor_leave(vt);
}

static void third_example(struct vt *vt, const char *file)
{
	const char *title = "tìm \"máy lọc nước\" ra mình #1 Google";

	open_line(vt);
	type(vt, title);
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Need: tìm");
	editor_field_is(file, title, "tags", "");
	editor_field_is(file, title, "quote", "");
	vt_send(vt, "<Esc>q");
	editor_left(vt);
}

static void the_examples_are_read_as_the_manual_says(void **state)
{
	(void)state;
	editor_twice("cjm outline 1\n# Shop\n## Need\n- Feels thirst\n"
		     "## Mua hàng\n", first_example);
	editor_twice("cjm outline 1\n# Shop\n## Need\n## Mua hàng\n",
		     second_example);
	editor_twice("cjm outline 1\n# Shop\n## Need\n", third_example);
}

static void name_stages(struct vt *vt, const char *file)
{
	open_line(vt);
	vt_send(vt, "2>pays");
	vt_wait_row(vt, editor_line(vt) + 1, "2 Mua hàng");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Mua hàng: pays");
	vt_send(vt, "mua h > queues");
	vt_wait_row(vt, editor_line(vt) + 1, "2 Mua hàng");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Mua hàng: queues");
	vt_send(vt, "mu > waits @counter");
	vt_wait_row(vt, editor_line(vt) + 1, "parking lot");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "in the parking lot: mu > waits");
	vt_send(vt, "1>");
	vt_wait_row(vt, editor_line(vt) + 1, "go to 1 Need");
	vt_send(vt, "<Enter>sips<Enter>");
	vt_wait(vt, "Added to Need: sips");
	editor_stage_holds(file, "Mua hàng", "pays|queues");
	editor_stage_holds(file, "", "mu > waits");
	editor_stage_holds(file, "Need", "Feels thirst|sips");
	vt_send(vt, "<Esc>q");
	editor_left(vt);
}

static void a_stage_is_found_by_number_title_or_beginning(void **state)
{
	(void)state;
	editor_twice(shop, name_stages);
}

static void add_to_what_is_there(struct vt *vt, const char *file)
{
	open_line(vt);
	vt_send(vt, "drinks<Enter>");
	vt_wait(vt, "Added to Need: drinks");
	vt_send(vt, "@cafe !too hot");
	vt_wait_row(vt, editor_line(vt) + 1, "adds to the last touchpoint");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Changed: drinks");
	editor_field_is(file, "drinks", "channel", "cafe");
	editor_field_is(file, "drinks", "pain", "too hot");
	vt_send(vt, "1.1 =Lan");
	vt_wait_row(vt, editor_line(vt) + 1, "adds to 1.1");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Changed: Feels thirst");
	editor_field_is(file, "Feels thirst", "owner", "Lan");
	vt_send(vt, "<Esc>u");
	vt_wait(vt, "Undone");
	editor_field_is(file, "Feels thirst", "owner", "");
	editor_leave(vt);
}

static void a_line_of_sigils_adds_to_a_touchpoint(void **state)
{
	(void)state;
	editor_twice(shop, add_to_what_is_there);
}

static void mend_the_last(struct vt *vt, const char *file)
{
	open_line(vt);
	vt_send(vt, "drinks @cafe :)<Enter>");
	vt_wait(vt, "Added to Need: drinks");
	vt_send(vt, "<Up>");
	vt_wait_row(vt, editor_line(vt), "drinks @cafe");
	vt_wait_row(vt, editor_line(vt) + 1, "Enter changes it");
	vt_send(vt, "<Home>slowly <Enter>");
	vt_wait(vt, "Changed: slowly drinks");
	editor_stage_holds(file, "Need", "Feels thirst|slowly drinks");
	editor_field_is(file, "slowly drinks", "channel", "cafe");
	editor_field_is(file, "slowly drinks", "emotion", "1");
	vt_send(vt, "<Esc>q");
	editor_left(vt);
}

static void up_brings_the_last_line_back(void **state)
{
	(void)state;
	editor_twice(shop, mend_the_last);
}

static void come_back(struct vt *vt, const char *file)
{
	open_line(vt);
	vt_send(vt, "half a thou<Esc>");
	editor_selected(vt, "1.1", "Feels");
	vt_send(vt, "i");
	vt_wait_row(vt, editor_line(vt), "half a thou");
	vt_send(vt, "ght<C-c>");
	vt_wait(vt, "? help");
	vt_send(vt, "i<Enter>");
	vt_wait(vt, "Added to Need: half a thought");
	vt_send(vt, "<Enter>   <Enter>");
	editor_stage_holds(file, "Need", "Feels thirst|half a thought");
	vt_send(vt, "<Esc>q");
	editor_left(vt);
}

static void escape_keeps_the_text_for_the_next_time(void **state)
{
	(void)state;
	editor_twice(shop, come_back);
}

/* What an input method sends: a letter, then Backspaces and better letters.
 * Some send 0x7f for a Backspace, some 0x08. */
static void type_vietnamese(struct vt *vt, const char *file)
{
	open_line(vt);
	vt_send(vt, "tra<BS><BS>rải<Enter>");
	vt_wait(vt, "Added to Need: trải");
	vt_send(vt, "nghie<C-h>");
	vt_send(vt, "ê<C-h>ệm<Enter>");
	vt_wait(vt, "Added to Need: nghiệm");
	vt_send(vt, "mua ha\xcc\x80ng nhe\xcc\xa3\xcc\x82<Enter>");
	vt_wait(vt, "Added to Need: mua hàng nhệ");
	vt_send(vt, "khóc hệ<BS><BS>");
	vt_wait_row(vt, editor_line(vt), "khóc");
	vt_send(vt, "hàng<Enter>");
	vt_wait(vt, "Added to Need: khóc hàng");
	editor_stage_holds(file, "Need", "Feels thirst|trải|nghiệm|"
			   "mua hàng nhệ|khóc hàng");
	vt_send(vt, "<Esc>q");
	editor_left(vt);
}

static void vietnamese_comes_composed_decomposed_and_in_bursts(void **state)
{
	(void)state;
	editor_twice(shop, type_vietnamese);
}

static void edit_the_line(struct vt *vt, const char *file)
{
	open_line(vt);
	vt_send(vt, "pays by cardd<BS><Home>she <C-Left><End> tôday");
	vt_send(vt, "<Left><Left><Left><BS>o<End>!");
	vt_wait_row(vt, editor_line(vt), "> she pays by card today!");
	vt_send(vt, "<C-a><Delete>S<C-e><BS><C-w>now");
	vt_wait_row(vt, editor_line(vt), "> She pays by card now");
	vt_send(vt, "<C-b><C-b><C-b><C-k>x<C-f>");
	vt_wait_row(vt, editor_line(vt), "> She pays by card x");
	vt_send(vt, "<C-u>");
	vt_wait_row(vt, editor_line(vt) + 1, "@channel");
	vt_send(vt, "👨‍👩‍👧 ok<Left><Left><Left><BS><Enter>");
	vt_wait(vt, "Added to Need: ok");
	editor_stage_holds(file, "Need", "Feels thirst|ok");
	vt_send(vt, "<Esc>q");
	editor_left(vt);
}

static void the_line_can_be_edited(void **state)
{
	(void)state;
	editor_twice(shop, edit_the_line);
}

/* Longer than the screen is wide: the ends that are cut have marks. */
static void type_far(struct vt *vt, const char *file)
{
	open_line(vt);
	for (int i = 0; i < 60; i++)
		vt_send(vt, "word ");
	vt_send(vt, "end");
	vt_wait_row(vt, editor_line(vt), "‹");
	vt_wait_row(vt, editor_line(vt), "word end");
	vt_send(vt, "<Home>first ");
	vt_wait_row(vt, editor_line(vt), "> first word");
	vt_wait_row(vt, editor_line(vt), "…");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Need: first word");
	editor_holds(file, "SELECT length(title) FROM touchpoint"
			   " WHERE title LIKE 'first%'", "309");
	vt_send(vt, "<Esc>q");
	editor_left(vt);
}

static void a_line_longer_than_the_screen_moves_under_it(void **state)
{
	(void)state;
	editor_twice(shop, type_far);
}

/* Keys in a paste are text: `d` deletes nothing, `q` leaves nothing. */
static void paste(struct vt *vt, const char *file)
{
	vt_wait_mode(vt, 2004, true);
	vt_paste(vt, "qd\rd ha\xcc\x80ng\nq\033[A q");
	vt_wait(vt, "Esc puts all on one line");
	vt_send(vt, "<Esc>");
	vt_wait_row(vt, editor_line(vt), "> qd d hàng q");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Need: qd d hàng q");
	vt_paste(vt, "two\nlines @till\n");
	vt_send(vt, "<Esc><Enter>");
	vt_wait(vt, "Added to Need: two lines");
	editor_field_is(file, "two lines", "channel", "till");
	editor_holds(file, "SELECT count(*) FROM touchpoint", "3");
	vt_send(vt, "<Esc>uu");
	vt_wait(vt, "Undone");
	editor_leave(vt);
	editor_stage_holds(file, "Need", "Feels thirst");
}

static void a_paste_is_text_and_fires_no_key(void **state)
{
	(void)state;
	editor_twice(shop, paste);
}

static void a_typed_letter_costs_few_bytes(void **state)
{
	static const char line[] = "need > clicks a flash-sale post @Twitter "
				   "~curious +save money :)";
	struct vt *vt = editor_open(24, 80, editor_sample("en"));
	size_t before, letters = strlen(line);

	(void)state;
	open_line(vt);
	vt_settle(vt);
	before = vt_bytes(vt);
	type(vt, line);
	vt_settle(vt);
	print_message("# %zu bytes a letter typed\n",
		      (vt_bytes(vt) - before) / letters);
	assert_in_range(vt_bytes(vt) - before, 1, 20 * letters);
	vt_send(vt, "<Esc>q");
	editor_left(vt);
}

#define CASE(test) cmocka_unit_test_teardown(test, editor_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(the_examples_are_read_as_the_manual_says),
		CASE(a_stage_is_found_by_number_title_or_beginning),
		CASE(a_line_of_sigils_adds_to_a_touchpoint),
		CASE(up_brings_the_last_line_back),
		CASE(escape_keeps_the_text_for_the_next_time),
		CASE(vietnamese_comes_composed_decomposed_and_in_bursts),
		CASE(the_line_can_be_edited),
		CASE(a_line_longer_than_the_screen_moves_under_it),
		CASE(a_paste_is_text_and_fires_no_key),
		CASE(a_typed_letter_costs_few_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
