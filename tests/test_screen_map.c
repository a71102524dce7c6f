/* Looking at maps: moving about, small and large worlds, odd text. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/strbuf.h"

static void walk(struct vt *vt, const char *file)
{
	(void)file;
	editor_selected(vt, "1.1", "Smells");
	vt_send(vt, "hk");
	editor_selected(vt, "1.1", "Smells");
	vt_send(vt, "jjjj");
	editor_selected(vt, "1.3", "Asks");
	vt_send(vt, "l");
	editor_selected(vt, "2.1", "Enters");
	vt_send(vt, "l");
	vt_wait(vt, "No touchpoints here yet");
	vt_send(vt, "jkl<Home><End><PageUp><PageDown>lh");
	editor_selected(vt, "2.1", "Enters");
	editor_leave(vt);
}

static void moving_stops_at_the_ends(void **state)
{
	(void)state;
	editor_twice(editor_bread, walk);
}

static void see_the_frame(struct vt *vt, const char *file)
{
	(void)file;
	vt_wait_row(vt, 0, "Buying bread");
	vt_wait_row(vt, 0, "as-is");
	vt_wait_row(vt, 0, "map 1 of 2");
	vt_wait_row(vt, 1, "1 Need");
	vt_wait_row(vt, 1, "2 Purchase");
	vt_wait_row(vt, 1, "3 Loyalty");
	vt_wait_row(vt, 2, "3 +0.5↓0");
	vt_wait_row(vt, 2, "2 -0.5↓-2");
	vt_wait(vt, "@street");
	vt_wait(vt, "hungry → a snack");
	vt_wait(vt, "What a smell");
	editor_leave(vt);
}

static void the_map_shows_stages_moods_and_cards(void **state)
{
	(void)state;
	editor_twice(editor_bread, see_the_frame);
}

static void go(struct vt *vt, const char *where)
{
	vt_send(vt, "g");
	vt_wait(vt, "Go to");
	vt_send(vt, where);
	vt_send(vt, "<Enter>");
	vt_wait_gone(vt, "Go to (");
}

static void go_about(struct vt *vt, const char *file)
{
	(void)file;
	go(vt, "2.2");
	editor_selected(vt, "2.2", "Pays");
	go(vt, "1");
	editor_selected(vt, "1.1", "Smells");
	go(vt, "pur");
	editor_selected(vt, "2.1", "Enters");
	go(vt, "selling");
	editor_selected(vt, "1.1", "Opens");
	go(vt, "nowhere");
	vt_wait(vt, "no touchpoint, stage, map or view \"nowhere\"");
	go(vt, "7.1");
	vt_wait(vt, "no touchpoint, stage, map or view \"7.1\"");
	vt_send(vt, "g1.1<Esc>");
	editor_selected(vt, "1.1", "Opens");
	editor_leave(vt);
}

static void one_can_go_to_cards_stages_and_maps(void **state)
{
	(void)state;
	editor_twice(editor_bread, go_about);
}

static void park(struct vt *vt, const char *file)
{
	vt_send(vt, "ll");
	vt_wait(vt, "No touchpoints here yet");
	vt_send(vt, "hjL");
	editor_selected(vt, "3.1", "Pays");
	vt_send(vt, "L");
	editor_selected(vt, "0.1", "Pays");
	vt_wait_row(vt, 1, "0 Parking lot");
	editor_stage_holds(file, "", "Pays at the till");
	vt_send(vt, "LlDR");
	vt_wait(vt, "parking lot, not a stage");
	vt_send(vt, "<lt>");
	vt_wait(vt, "parking lot, not a stage");
	vt_send(vt, "H");
	editor_selected(vt, "3.1", "Pays");
	vt_wait_gone(vt, "Parking lot");
	editor_leave(vt);
}

static void the_parking_lot_stands_last(void **state)
{
	(void)state;
	editor_twice(editor_bread, park);
}

static void start_from_nothing(struct vt *vt, const char *file)
{
	vt_wait(vt, "This file has no map yet");
	vt_send(vt, "hljk<Enter>d+iaR");
	vt_wait(vt, "not a stage");
	vt_send(vt, "i");
	vt_wait(vt, "Press A to begin one");
	vt_send(vt, "ABaking<Enter>");
	vt_wait(vt, "This map has no stages yet");
	vt_send(vt, "ADough<Enter>");
	vt_wait_row(vt, 1, "1 Dough");
	vt_send(vt, "iKneads<Enter><Esc>");
	editor_selected(vt, "1.1", "Kneads");
	editor_leave(vt);
	editor_stage_holds(file, "Dough", "Kneads");
}

static void a_file_without_maps_can_be_begun(void **state)
{
	(void)state;
	editor_twice("cjm outline 1\npersona: Lan\n", start_from_nothing);
}

static void capture_into_no_stage(struct vt *vt, const char *file)
{
	vt_wait(vt, "This map has no stages yet");
	vt_send(vt, "hljkHLJKDR<lt>>d+-0=<Enter><Esc>");
	vt_send(vt, "iA thought<Enter><Esc>");
	editor_selected(vt, "0.1", "A thought");
	editor_leave(vt);
	editor_stage_holds(file, "", "A thought");
}

static void a_map_without_stages_takes_touchpoints(void **state)
{
	(void)state;
	editor_twice("cjm outline 1\n# Bare\n", capture_into_no_stage);
}

static void see_sixty_stages(struct vt *vt, const char *file)
{
	char stage[64];

	(void)file;
	for (int i = 1; i <= 60; i++) {
		snprintf(stage, sizeof stage, "%d Stage number %d", i, i);
		vt_wait_row(vt, 1, stage);
		vt_send(vt, "l");
	}
	vt_wait_row(vt, 2, "‹");
	go(vt, "1");
	vt_wait_row(vt, 1, "1 Stage number 1");
	vt_wait_row(vt, 2, "›");
	editor_leave(vt);
}

static void with_sixty_stages_the_current_one_is_in_sight(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&text, "cjm outline 1\n# Long\n");
	for (int i = 1; i <= 60; i++)
		strbuf_addf(&text, "## Stage number %d\n- Card %d :+1\n", i,
			    i);
	editor_twice(text.s, see_sixty_stages);
	strbuf_release(&text);
}

/* The need is the last line of a card. */
static void see_whole_card(struct vt *vt, int number)
{
	char card[32], title[32], need[32];

	snprintf(card, sizeof card, "1.%d", number);
	snprintf(title, sizeof title, "Card %d", number);
	snprintf(need, sizeof need, "end %d.", number);
	editor_selected(vt, card, title);
	vt_wait(vt, need);
}

static void see_each_card_whole(struct vt *vt, const char *file)
{
	(void)file;
	vt_send(vt, "t");
	for (int i = 1; i <= 40; i++) {
		see_whole_card(vt, i);
		vt_send(vt, "j");
	}
	for (int i = 41; i >= 1; i--) {
		see_whole_card(vt, i);
		vt_send(vt, "k");
	}
	vt_send(vt, "<End>");
	see_whole_card(vt, 500);
	vt_send(vt, "<PageUp><PageUp><PageDown><PageDown>");
	see_whole_card(vt, 500);
	vt_send(vt, "d");
	see_whole_card(vt, 499);
	editor_leave(vt);
}

static void of_five_hundred_cards_the_selected_one_is_whole(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&text, "cjm outline 1\n# Long\n## Stage\n");
	for (int i = 1; i <= 500; i++)
		strbuf_addf(&text, "- Card %d %s @channel ~a reason%s +so "
			    "that this is the end %d.\n", i, i % 3 ? "" :
			    "with a title that takes more than the one line "
			    "that others take, as some people talk a lot",
			    i % 4 ? "" : " that is told at length, in words "
			    "that fill a line or two", i);
	editor_twice(text.s, see_each_card_whole);
	strbuf_release(&text);
}

/* 10,000 letters do not fit, so a mark must say so; the form has them all. */
static void see_the_cut(struct vt *vt, const char *file)
{
	(void)file;
	editor_selected(vt, "1.1", "Talks");
	vt_wait(vt, "word1 word2");
	vt_wait(vt, "…");
	vt_send(vt, "<Enter><Tab><Tab><End>");
	vt_wait(vt, "theend");
	vt_send(vt, "<Esc>");
	editor_selected(vt, "1.1", "Talks");
	editor_leave(vt);
}

static void long_text_is_cut_with_a_mark_and_whole_in_the_form(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&text, "cjm outline 1\n# Long\n## Stage\n"
			      "- Talks ~");
	for (int i = 1; text.len < 10000; i++)
		strbuf_addf(&text, "word%d ", i);
	strbuf_addstr(&text, "theend\n");
	editor_twice(text.s, see_the_cut);
	strbuf_release(&text);
}

static void see_long_names(struct vt *vt, const char *file)
{
	(void)file;
	vt_wait_row(vt, 0, "…");
	vt_wait_row(vt, 1, "…");
	vt_wait_row(vt, 1, "2 Short");
	editor_leave(vt);
}

static void long_titles_of_maps_and_stages_are_cut_with_a_mark(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&text, "cjm outline 1\n# ");
	for (int i = 0; i < 60; i++)
		strbuf_addstr(&text, "a very long map ");
	strbuf_addstr(&text, "\n## ");
	for (int i = 0; i < 30; i++)
		strbuf_addstr(&text, "a long stage ");
	strbuf_addstr(&text, "\n## Short\n");
	editor_twice(text.s, see_long_names);
	strbuf_release(&text);
}

static const char odd_texts[] =
	"cjm outline 1\n# Odd\n## Stage\n"
	"- plain :+1\n"
	"- family 👨‍👩‍👧‍👦 end :+1\n"
	"- flags 🇻🇳🇫🇷 end :+1\n"
	"- heart ❤️ 👍🏽 1️⃣ end :+1\n"
	"- 顧客接点の地図 end :+1\n"
	"- رحلة العميل end :+1\n"
	"- การเดินทางของลูกค้า end :+1\n"
	"- Z̸̢̛̀́a̐l͑g̈o end :+1\n"
	"- Trải nghiệm khách hàng ệ end :+1\n";

static int column_now(struct vt *vt, const char *row, const char *text)
{
	int r, col;

	if (!vt_find(vt, row, &r, &col))
		return -1;
	for (; col < 200; col++)
		if (!strcmp(vt_cell(vt, r, col).text, text))
			return col;
	return -1;
}

/* The row may be seen while the rest of it is still on its way. */
static int column_of(struct vt *vt, const char *row, const char *text)
{
	int col = -1;

	for (int tries = 0; col < 0 && tries < 50; tries++) {
		vt_settle(vt);
		col = column_now(vt, row, text);
	}
	if (col < 0)
		fail_msg("no %s in the row of %s", text, row);
	return col;
}

/* Whatever the title, what stands right of it stays in its column. */
static void see_columns(struct vt *vt, const char *file)
{
	static const char *const rows[] = {
		"plain", "family", "flags", "heart", "顧客", "رحلة", "การ",
		"Trải nghiệm",
	};
	int bar = column_of(vt, "plain", "│");
	bool boxed = !vt_has(vt, "▌1.1");

	(void)file;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		vt_wait(vt, rows[i]);
		assert_int_equal(column_of(vt, rows[i], "│"), bar);
		if (!boxed)
			assert_int_equal(column_of(vt, rows[i], "+"),
					 bar - 3);
		vt_send(vt, "j");
	}
	editor_leave(vt);
}

static void odd_letters_keep_the_columns_straight(void **state)
{
	(void)state;
	editor_twice(odd_texts, see_columns);
}

static void a_resize_keeps_the_place(void **state)
{
	const char *file = editor_sample("en");
	static const int sizes[][2] = { { 50, 200 }, { 10, 40 }, { 14, 50 },
					{ 24, 80 }, { 40, 300 }, { 24, 80 } };
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	vt_send(vt, "g5.3<Enter>");
	vt_wait(vt, "▌5.3");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		vt_resize(vt, sizes[i][0], sizes[i][1]);
		vt_wait(vt, sizes[i][1] < 110 ? "▌5.3" : "╭ 5.3 ─");
		vt_wait(vt, "? help  q leave");
	}
	editor_leave(vt);
}

static void the_widest_screen_is_used(void **state)
{
	struct vt *vt = editor_open(60, 300, editor_sample("vi"));

	(void)state;
	for (int i = 1; i <= 7; i++) {
		char card[32];

		snprintf(card, sizeof card, "╭ %d.1 ─", i);
		vt_wait(vt, card);
	}
	editor_leave(vt);
}

#define CASE(test) cmocka_unit_test_teardown(test, editor_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(moving_stops_at_the_ends),
		CASE(the_map_shows_stages_moods_and_cards),
		CASE(one_can_go_to_cards_stages_and_maps),
		CASE(the_parking_lot_stands_last),
		CASE(a_file_without_maps_can_be_begun),
		CASE(a_map_without_stages_takes_touchpoints),
		CASE(with_sixty_stages_the_current_one_is_in_sight),
		CASE(of_five_hundred_cards_the_selected_one_is_whole),
		CASE(long_text_is_cut_with_a_mark_and_whole_in_the_form),
		CASE(long_titles_of_maps_and_stages_are_cut_with_a_mark),
		CASE(odd_letters_keep_the_columns_straight),
		CASE(a_resize_keeps_the_place),
		CASE(the_widest_screen_is_used),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
