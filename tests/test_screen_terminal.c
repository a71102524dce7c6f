/* Manners at the terminal: sizes, signals, kinds of terminals, odd bytes. */
#include "editor.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/alloc.h"

static const char need[] = "Smells the bread|Sees a poster|Asks a friend";

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void a_storm_of_sizes_leaves_the_place(void **state)
{
	static const int sizes[][2] = {
		{ 1, 1 }, { 2, 5 }, { 60, 250 }, { 1, 80 }, { 24, 1 },
		{ 10, 40 }, { 9, 39 }, { 14, 50 }, { 3, 3 }, { 24, 80 },
	};
	struct vt *vt = editor_open(24, 80, editor_file(editor_bread));

	(void)state;
	vt_send(vt, "lj");
	editor_selected(vt, "2.2", "Pays");
	for (int i = 0; i < 50; i++)
		vt_resize(vt, sizes[i % 10][0], sizes[i % 10][1]);
	editor_selected(vt, "2.2", "Pays");
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		vt_resize(vt, sizes[i][0], sizes[i][1]);
		vt_settle(vt);
		vt_send(vt, "i<Esc>?<Esc>M<Esc>A<Esc>");
		vt_settle(vt);
	}
	editor_selected(vt, "2.2", "Pays");
	editor_leave(vt);
}

static void a_window_too_small_says_so(void **state)
{
	struct vt *vt = editor_open(24, 80, editor_file(editor_bread));

	(void)state;
	vt_resize(vt, 9, 80);
	vt_wait(vt, "This window is too small");
	vt_resize(vt, 24, 39);
	vt_wait(vt, "too small");
	vt_resize(vt, 10, 40);
	editor_selected(vt, "1.1", "Smells");
	editor_leave(vt);
}

static void what_was_done_is_there(const char *file)
{
	editor_holds(file, "PRAGMA integrity_check", "ok");
	editor_stage_holds(file, "Need", "Smells the bread|Sees a poster|"
			   "Asks a friend|Rings a bell");
}

static void a_hangup_ends_it_at_once_and_loses_nothing(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = editor_open(24, 80, file);
	long start;

	(void)state;
	vt_send(vt, "iRings a bell<Enter>and then he");
	vt_wait(vt, "> and then he");
	start = now();
	vt_hangup(vt);
	assert_int_equal(vt_exit_status(vt), 128 + SIGHUP);
	assert_in_range(now() - start, 0, 1000);
	what_was_done_is_there(file);
}

static void a_hangup_signal_alone_ends_it_too(void **state)
{
	struct vt *vt = editor_open(24, 80, editor_file(editor_bread));

	(void)state;
	vt_signal(vt, SIGHUP);
	assert_int_equal(vt_exit_status(vt), 128 + SIGHUP);
	assert_int_equal(vt_mode(vt, 1049), 0);
}

static void a_request_to_end_leaves_file_and_terminal_sound(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	vt_send(vt, "iRings a bell<Enter>and");
	vt_wait(vt, "> and");
	vt_signal(vt, SIGTERM);
	assert_int_equal(vt_exit_status(vt), 128 + SIGTERM);
	assert_int_equal(vt_mode(vt, 1049), 0);
	assert_int_equal(vt_mode(vt, 2004), 0);
	what_was_done_is_there(file);
}

static void control_z_stops_and_fg_goes_on(void **state)
{
	char script[4096];
	struct vt *vt;

	(void)state;
	snprintf(script, sizeof script, "cjm %s; echo stopped; read x; fg",
		 editor_file(editor_bread));
	vt = editor_start(24, 80, RUN("sh", "-mc", script));
	vt_wait(vt, "all saved");
	vt_send(vt, "j");
	editor_selected(vt, "1.2", "Sees");
	vt_send(vt, "<C-z>");
	vt_wait(vt, "stopped");
	assert_int_equal(vt_mode(vt, 1049), 0);
	assert_int_equal(vt_mode(vt, 2004), 0);
	vt_send_bytes(vt, "\n", 1);
	vt_wait_mode(vt, 2004, 1);
	editor_selected(vt, "1.2", "Sees");
	vt_send(vt, "k");
	editor_selected(vt, "1.1", "Smells");
	editor_leave(vt);
}

static void control_c_acts_as_escape(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	vt_send(vt, "ihalf<C-c>");
	vt_wait(vt, "? help");
	vt_send(vt, "AStage<C-c>");
	vt_wait_gone(vt, "New stage");
	vt_send(vt, "?");
	vt_wait(vt, "Keys");
	vt_send(vt, "<C-c>");
	vt_wait_gone(vt, "Keys");
	vt_send(vt, "<C-c><C-c>j");
	editor_selected(vt, "1.2", "Sees");
	editor_leave(vt);
	editor_holds(file, "SELECT count(*) FROM edit", "1");
}

static void escape_and_a_letter_are_two_keys(void **state)
{
	struct vt *vt = editor_open(24, 80, editor_file(editor_bread));

	(void)state;
	vt_send(vt, "ihalf");
	vt_wait(vt, "> half");
	vt_send_bytes(vt, "\033j", 2);
	editor_selected(vt, "1.2", "Sees");
	vt_send_bytes(vt, "\033q", 2);
	editor_left(vt);
}

/* An input method that was left on must not delete cards. */
static void keys_of_an_input_method_run_nothing(struct vt *vt,
						const char *file)
{
	static const char *const keys[] = { "<BS>", "<C-h>", "đ", "ư", "ê",
					    "顧", "e<BS>ê", "u<C-h>ư" };

	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		vt_send(vt, keys[i]);
		vt_wait(vt, "input method is on");
		vt_send(vt, "j");
		vt_wait_gone(vt, "input method is on");
		vt_send(vt, "k");
		editor_selected(vt, "1.1", "Smells");
	}
	vt_send(vt, "~");
	vt_wait(vt, "\"~\" does nothing here");
	editor_leave(vt);
	editor_stage_holds(file, "Need", need);
	editor_holds(file, "SELECT count(*) FROM edit", "1");
}

static void an_input_method_left_on_harms_nothing(void **state)
{
	(void)state;
	editor_twice(editor_bread, keys_of_an_input_method_run_nothing);
}

/* Terminals send more than their description tells of. */
static void unknown_sequences_run_no_command(void **state)
{
	static const char *const kinds[] = { "TERM=xterm-256color",
					     "TERM=screen", "TERM=vt100" };
	static const char *const sent[] = {
		"\033[1;5D", "\033[1;3A", "\033[I", "\033[O", "\033[27;5;68~",
		"\033[<0;5;5M", "\033[68;5u", "\033Od", "\033[25~",
		"\033[>0;276;0c",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		const char *file = editor_file(editor_bread);
		struct vt *vt = editor_start(24, 80,
					     RUN(kinds[i], "cjm", file));

		vt_wait(vt, "all saved");
		for (size_t k = 0; k < ARRAY_LEN(sent); k++)
			vt_send_bytes(vt, sent[k], strlen(sent[k]));
		vt_send(vt, "j");
		editor_selected(vt, "1.2", "Sees");
		vt_send_bytes(vt, "\033[1;2C", 6);
		editor_selected(vt, "2.3", "Sees");
		vt_send(vt, "<Delete>");
		editor_selected(vt, "2.2", "Pays");
		vt_send(vt, "q");
		assert_int_equal(vt_exit_status(vt), 0);
		editor_holds(file, "SELECT count(*) FROM edit", "3");
		editor_holds(file, "SELECT count(*) FROM stage", "4");
	}
}

/* ncurses itself loses some memory on a terminal it does not know. */
static void unknown_and_plain_terminals_work(void **state)
{
	static const char *const kinds[] = { "TERM=no-such-terminal", "TERM=",
					     "TERM=vt100", "TERM=linux",
					     "TERM=tmux-256color" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		const char *file = editor_file(editor_bread);
		struct vt *vt = editor_start(24, 80,
			RUN("ASAN_OPTIONS=detect_leaks=0", kinds[i], "cjm",
			    file));

		editor_selected(vt, "1.1", "Smells");
		vt_send(vt, "<Down>");
		editor_selected(vt, "1.2", "Sees");
		vt_send(vt, "iSays chào<Enter><Esc>");
		editor_selected(vt, "1.4", "Says chào");
		vt_send(vt, "q");
		assert_int_equal(vt_exit_status(vt), 0);
		editor_end(NULL);
	}
}

static void a_terminal_that_cannot_be_drawn_on_is_refused(void **state)
{
	struct vt *vt = editor_start(24, 80,
				     RUN("TERM=dumb", "cjm",
					 editor_file(editor_bread)));

	(void)state;
	vt_wait(vt, "the terminal \"dumb\" is not known here");
	assert_int_equal(vt_exit_status(vt), 3);
}

static void without_a_utf8_locale_letters_stay_whole(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = editor_start(24, 80, RUN("LC_ALL=C", "cjm", file));

	(void)state;
	editor_selected(vt, "1.1", "Smells");
	vt_send(vt, "iTrải nghiệm<Enter><Esc>");
	editor_selected(vt, "1.4", "Trải nghiệm");
	editor_leave(vt);
	editor_stage_holds(file, "Need", "Smells the bread|Sees a poster|"
			   "Asks a friend|Trải nghiệm");
}

/* Whether ESC [ ... m ever sets a colour. */
static bool sets_colour(const char *s)
{
	while ((s = strstr(s, "\033["))) {
		const char *end = s + 2 + strspn(s + 2, "0123456789;");

		s += 2;
		if (*end != 'm')
			continue;
		for (; s < end; s += strcspn(s, ";m") + 1) {
			int n = atoi(s);

			if ((n >= 30 && n <= 49) || (n >= 90 && n <= 107))
				return true;
		}
	}
	return false;
}

static void no_color_is_honoured(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = editor_open(24, 80, file);

	(void)state;
	editor_leave(vt);
	assert_true(sets_colour(vt_output(vt)));
	vt = editor_start(24, 80, RUN("NO_COLOR=1", "cjm", file));
	vt_wait(vt, "all saved");
	vt_send(vt, "ljiX<Esc>?<Esc>");
	editor_selected(vt, "2.2", "Pays");
	editor_leave(vt);
	assert_false(sets_colour(vt_output(vt)));
	assert_true(vt_cell(vt, 0, 0).columns);
}

static void the_screen_speaks_vietnamese(void **state)
{
	const char *locale = getenv("CJM_LOCALEDIR");
	char catalogue[4096];
	struct vt *vt;

	(void)state;
	snprintf(catalogue, sizeof catalogue, "%s/vi/LC_MESSAGES/cjm.mo",
		 locale ? locale : "");
	if (access(catalogue, R_OK))
		skip();
	vt = editor_start(24, 80, RUN("LANGUAGE=vi", "cjm",
				      editor_sample("vi")));
	vt_wait_gone(vt, "q leave");
	vt_wait(vt, "q thoát");
	vt_send(vt, "<BS>");
	vt_wait(vt, "Bộ gõ tiếng Việt đang bật");
	editor_leave(vt);
}

/* Press the keys one by one; returns the bytes each costs on average. */
static size_t cost(struct vt *vt, const char *keys)
{
	size_t before = vt_bytes(vt);

	for (const char *key = keys; *key; key++) {
		vt_send_bytes(vt, key, 1);
		vt_settle(vt);
	}
	return (vt_bytes(vt) - before) / strlen(keys);
}

/* Among the cards in sight; turning the page and going to another stage
 * paint new text. */
static void a_move_costs_few_bytes(void **state)
{
	struct vt *vt = editor_open(24, 80, editor_sample("en"));
	size_t moves = 0, pages = 0, stages = 0;

	(void)state;
	vt_settle(vt);
	for (int stage = 0; stage < 6; stage++) {
		moves += cost(vt, "jkjk");
		pages += cost(vt, "jjj");
		stages += cost(vt, "l");
	}
	print_message("# %zu bytes a move, %zu down a stage, %zu to the "
		      "next\n", moves / 6, pages / 6, stages / 6);
	assert_in_range(moves / 6, 1, 300);
	editor_leave(vt);
}

#define CASE(test) cmocka_unit_test_teardown(test, editor_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_storm_of_sizes_leaves_the_place),
		CASE(a_window_too_small_says_so),
		CASE(a_hangup_ends_it_at_once_and_loses_nothing),
		CASE(a_hangup_signal_alone_ends_it_too),
		CASE(a_request_to_end_leaves_file_and_terminal_sound),
		CASE(control_z_stops_and_fg_goes_on),
		CASE(control_c_acts_as_escape),
		CASE(escape_and_a_letter_are_two_keys),
		CASE(an_input_method_left_on_harms_nothing),
		CASE(unknown_sequences_run_no_command),
		CASE(unknown_and_plain_terminals_work),
		CASE(a_terminal_that_cannot_be_drawn_on_is_refused),
		CASE(without_a_utf8_locale_letters_stay_whole),
		CASE(no_color_is_honoured),
		CASE(the_screen_speaks_vietnamese),
		CASE(a_move_costs_few_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
