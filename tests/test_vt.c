#include "vt.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "tmp.h"

static const char *self;
static struct vt *vt;

static int end_program(void **state)
{
	(void)state;
	vt_free(vt);
	vt = NULL;
	return 0;
}

static void shell(const char *script)
{
	vt = vt_start(6, 60, RUN("sh", "-c", script));
}

static void what_is_printed_is_on_the_screen(void **state)
{
	int row, col;

	(void)state;
	shell("printf '\\033[2;5HMua hàng\\033[6;1Hdone'");
	vt_wait(vt, "done");
	assert_string_equal(vt_row(vt, 1), "    Mua hàng");
	assert_string_equal(vt_text(vt), "\n    Mua hàng\n\n\n\ndone\n");
	assert_true(vt_find(vt, "hàng", &row, &col));
	assert_int_equal(row, 1);
	assert_int_equal(col, 8);
	assert_false(vt_has(vt, "Bán"));
	assert_int_equal(vt_exit_status(vt), 0);
}

static void a_wide_character_takes_two_columns(void **state)
{
	int row, col;

	(void)state;
	shell("printf '接点x e\\314\\201!'; sleep 10");
	vt_wait_cursor(vt, 0, 8);
	vt_wait(vt, "接点x e\314\201!");
	assert_int_equal(vt_cell(vt, 0, 0).columns, 2);
	assert_string_equal(vt_cell(vt, 0, 6).text, "e\314\201");
	assert_true(vt_find(vt, "x", &row, &col));
	assert_int_equal(col, 4);
}

static void attributes_and_colours_are_told(void **state)
{
	(void)state;
	shell("printf '\\033[1;7mA\\033[0;4;31mB\\033[0;38;5;208mC"
	      "\\033[0;48;2;1;2;3mD\\033[0mEnd'");
	vt_wait(vt, "End");
	assert_true(vt_cell(vt, 0, 0).bold && vt_cell(vt, 0, 0).reverse);
	assert_int_equal(vt_cell(vt, 0, 0).fg, VT_DEFAULT);
	assert_true(vt_cell_of(vt, "B").underline);
	assert_false(vt_cell_of(vt, "B").bold);
	assert_int_equal(vt_cell_of(vt, "B").fg, 1);
	assert_int_equal(vt_cell_of(vt, "CD").fg, 208);
	assert_int_equal(vt_cell_of(vt, "D").bg, VT_RGB | 0x010203);
	assert_int_equal(vt_cell_of(vt, "End").bg, VT_DEFAULT);
}

/* Shows the bytes of the next key presses, in hexadecimal. */
static void expect_bytes(const char *before, const char *keys,
			 const char *bytes)
{
	static const char script[] =
		"stty raw -echo; printf '%b' \"$1\"ready; "
		"dd bs=1 count=$2 2>/dev/null | od -An -tx1; echo '\rend'";
	char count[] = { (char)('0' + (strlen(bytes) + 1) / 3), '\0' };

	vt = vt_start(4, 80, RUN("sh", "-c", script, "sh", before, count));
	vt_wait(vt, "ready");
	vt_send(vt, keys);
	vt_wait(vt, "end");
	vt_wait(vt, bytes);
	end_program(NULL);
}

static void keys_arrive_as_a_terminal_sends_them(void **state)
{
	(void)state;
	expect_bytes("", "a<Esc>q<BS>", "61 1b 71 7f");
	expect_bytes("", "<C-h><C-r><C-c><Enter>", "08 12 03 0d");
	expect_bytes("", "<lt>ế> ", "3c e1 ba bf 3e 20");
	expect_bytes("", "<Up><Space>", "1b 5b 41 20");
	expect_bytes("\\033[?1h", "<Up><S-Tab>", "1b 4f 41 1b 5b 5a");
	expect_bytes("", "<C-Left>", "1b 5b 31 3b 35 44");
	expect_bytes("", "<PageDown><F1>", "1b 5b 36 7e 1b 4f 50");
}

static void a_paste_and_the_mouse_are_marked(void **state)
{
	(void)state;
	shell("stty raw -echo; printf '\\033[?1006hready'; exec cat -v");
	vt_wait(vt, "ready");
	vt_paste(vt, "a\nb");
	vt_wait(vt, "^[[200~a");
	vt_wait(vt, "b^[[201~");
	vt_mouse(vt, 0, 3, 7, true);
	vt_wait(vt, "^[[<0;8;4M");
	vt_mouse(vt, 0, 3, 7, false);
	vt_wait(vt, "^[[<0;8;4m");
}

static void a_program_that_asks_gets_an_answer(void **state)
{
	(void)state;
	shell("stty raw -echo; printf 'ab\\033[6n'; exec cat -v");
	vt_wait(vt, "^[[1;3R");
}

static void much_can_be_typed_at_a_program_that_writes_much(void **state)
{
	enum { LINES = 2000 };
	static char keys[LINES * 10 + 1];
	int i;

	(void)state;
	for (i = 0; i < LINES; i++)
		memcpy(keys + i * 10, "123456789\n", 11);
	shell("stty -echo; echo ready; sed '/end/q; s/.*/&&&&&&&&/'");
	vt_wait(vt, "ready");
	vt_send(vt, keys);
	vt_send(vt, "the end<Enter>");
	vt_wait(vt, "the end");
	assert_true(vt_bytes(vt) > (size_t)LINES * 72);
	assert_int_equal(vt_exit_status(vt), 0);
}

static void the_window_can_change_its_size(void **state)
{
	(void)state;
	shell("trap 'stty size' WINCH; stty size; "
	      "while :; do sleep 0.02; done");
	vt_wait(vt, "6 60");
	vt_resize(vt, 10, 50);
	vt_wait(vt, "10 50");
	vt_resize(vt, 1, 1);
	vt_settle(vt);
	vt_resize(vt, 24, 80);
	vt_wait_row(vt, 0, "24 80");
}

static void text_that_goes_away_is_waited_for(void **state)
{
	(void)state;
	shell("echo first; read x; printf '\\033[2J'; echo second; read x");
	vt_wait(vt, "first");
	vt_send(vt, "<Enter>");
	vt_wait_gone(vt, "first");
	vt_wait(vt, "second");
}

static void modes_and_bytes_are_counted(void **state)
{
	size_t before;

	(void)state;
	shell("printf '\\033[?1049h\\033[?1000;2004h'; printf on; read x; "
	      "printf '\\033[?2004l\\033[?1049l\\033[?25loff'");
	vt_wait(vt, "on");
	vt_wait_mode(vt, 2004, true);
	assert_int_equal(vt_mode(vt, 1049), 1);
	assert_int_equal(vt_mode(vt, 1000), 1);
	assert_int_equal(vt_mode(vt, 1002), -1);
	vt_settle(vt);
	before = vt_bytes(vt);
	vt_send(vt, "xy");
	vt_wait(vt, "onxy");
	vt_settle(vt);
	assert_int_equal(vt_bytes(vt) - before, 2);
	vt_send(vt, "<Enter>");
	vt_wait_mode(vt, 2004, false);
	assert_int_equal(vt_exit_status(vt), 0);
	assert_int_equal(vt_mode(vt, 1049), 0);
	assert_int_equal(vt_mode(vt, 1000), 1);
	assert_false(vt_cursor(vt, &(int){ 0 }, &(int){ 0 }));
	assert_non_null(strstr(vt_output(vt), "\033[?25loff"));
}

static void the_way_a_program_ends_is_told(void **state)
{
	(void)state;
	shell("echo last words; exit 3");
	assert_int_equal(vt_exit_status(vt), 3);
	assert_string_equal(vt_row(vt, 0), "last words");
	end_program(NULL);
	shell("echo ready; exec cat");
	vt_wait(vt, "ready");
	vt_signal(vt, SIGTERM);
	assert_int_equal(vt_exit_status(vt), 128 + SIGTERM);
	end_program(NULL);
	shell("echo ready; exec cat");
	vt_wait(vt, "ready");
	vt_hangup(vt);
	assert_int_equal(vt_exit_status(vt), 128 + SIGHUP);
	end_program(NULL);
	shell("exec no-such-program-anywhere");
	assert_int_equal(vt_exit_status(vt), 127);
}

static void a_shell_brings_a_stopped_program_back(void **state)
{
	(void)state;
	vt = vt_start(6, 30, RUN("sh", "-mc", "cat; echo stopped; fg"));
	vt_send(vt, "one<Enter>");
	vt_wait(vt, "one\none");
	vt_send(vt, "<C-z>");
	vt_wait(vt, "stopped\ncat");
	vt_send(vt, "two<Enter>");
	vt_wait(vt, "two\ntwo");
	vt_send(vt, "<C-d>");
	assert_int_equal(vt_exit_status(vt), 0);
}

static void the_environment_is_the_same_everywhere(void **state)
{
	const char *home = run_new_home();

	(void)state;
	setenv("NO_COLOR", "1", 1);
	vt = vt_start(6, 200, RUN("LINES=7", "sh", "-c",
				  "echo $TERM,$LC_ALL,$HOME,$LINES,$NO_COLOR.; "
				  "ls -1d $XDG_CONFIG_HOME $XDG_STATE_HOME"));
	unsetenv("NO_COLOR");
	assert_int_equal(vt_exit_status(vt), 0);
	assert_true(vt_has(vt, "xterm-256color,C.UTF-8,/"));
	assert_true(vt_has(vt, home));
	assert_true(vt_has(vt, ",7,."));
	assert_true(vt_has(vt, "/config\n"));
	assert_true(vt_has(vt, "/state\n"));
}

static void input_and_both_outputs_of_a_command_are_kept(void **state)
{
	struct run r;

	(void)state;
	run(&r, "xin\n", RUN("WHO=me", "sh", "-c",
			     "tr i o; echo $WHO >&2; exit 5"));
	assert_int_equal(r.status, 5);
	assert_string_equal(r.out, "xon\n");
	assert_int_equal(r.out_len, 4);
	assert_string_equal(r.err, "me\n");
	run_release(&r);
	run(&r, NULL, RUN("sh", "-c", "cat; kill -9 $$"));
	assert_int_equal(r.status, 128 + SIGKILL);
	assert_string_equal(r.out, "");
	run_release(&r);
}

static void the_path_leads_to_the_program_under_test(void **state)
{
	struct run r;

	(void)state;
	run(&r, NULL, RUN("CJM=/bin/echo", self, "--found"));
	assert_string_equal(r.out, "it works\n");
	run_release(&r);
}

static void files_of_a_test_are_gone_at_its_end(void **state)
{
	struct run r;
	size_t len;
	char *text;
	const char *path = tmp_file("a b.txt", "x\n");

	(void)state;
	text = tmp_read(path, &len);
	assert_string_equal(text, "x\n");
	assert_int_equal(len, 2);
	free(text);
	assert_string_not_equal(tmp_path("n"), tmp_path("n"));
	run(&r, NULL, RUN(self, "--leave"));
	assert_int_equal(r.out[0], '/');
	r.out[strcspn(r.out, "\n")] = '\0';
	assert_int_not_equal(access(r.out, F_OK), 0);
	run_release(&r);
}

static void a_wait_in_vain_fails_and_shows_the_screen(void **state)
{
	struct run r;

	(void)state;
	run(&r, NULL, RUN("CMOCKA_MESSAGE_OUTPUT=STDOUT", self, "--fail"));
	assert_int_not_equal(r.status, 0);
	assert_non_null(strstr(r.err, "what is there\n"));
	assert_non_null(strstr(r.err, "the program has ended"));
	assert_non_null(strstr(r.err, "never seen: \"what is not\""));
	run_release(&r);
}

static void fails(void **state)
{
	(void)state;
	shell("echo what is there");
	vt_wait(vt, "what is not");
}

/* Parts that need a test program of their own. */
static int play(const char *part)
{
	const struct CMUnitTest failing[] = { cmocka_unit_test(fails) };
	struct run r;

	if (!strcmp(part, "--fail"))
		return cmocka_run_group_tests(failing, NULL, end_program);
	if (!strcmp(part, "--leave"))
		return puts(tmp_file("left", "")) < 0;
	run(&r, NULL, RUN("sh", "-c", "cjm it works"));
	fputs(r.out, stdout);
	run_release(&r);
	return 0;
}

#define ON_SCREEN(test) cmocka_unit_test_teardown(test, end_program)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		ON_SCREEN(what_is_printed_is_on_the_screen),
		ON_SCREEN(a_wide_character_takes_two_columns),
		ON_SCREEN(attributes_and_colours_are_told),
		ON_SCREEN(keys_arrive_as_a_terminal_sends_them),
		ON_SCREEN(a_paste_and_the_mouse_are_marked),
		ON_SCREEN(a_program_that_asks_gets_an_answer),
		ON_SCREEN(much_can_be_typed_at_a_program_that_writes_much),
		ON_SCREEN(the_window_can_change_its_size),
		ON_SCREEN(text_that_goes_away_is_waited_for),
		ON_SCREEN(modes_and_bytes_are_counted),
		ON_SCREEN(the_way_a_program_ends_is_told),
		ON_SCREEN(a_shell_brings_a_stopped_program_back),
		ON_SCREEN(the_environment_is_the_same_everywhere),
		cmocka_unit_test(input_and_both_outputs_of_a_command_are_kept),
		cmocka_unit_test(the_path_leads_to_the_program_under_test),
		cmocka_unit_test(files_of_a_test_are_gone_at_its_end),
		cmocka_unit_test(a_wait_in_vain_fails_and_shows_the_screen),
	};

	self = argv[0];
	if (argc > 1)
		return play(argv[1]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
