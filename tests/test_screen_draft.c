/* What is typed and not confirmed outlives the session. */
#include "editor.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "drafts.h"
#include "tmp.h"
#include "vt_parts.h"

enum { DEADLINE_MS = 10000, AT_ONCE_MS = 1000, STALLED_BYTES = 4000 };

static const char line_back[] = "Your unfinished line is back";

static int new_home(void **state)
{
	(void)state;
	drafts_new_home();
	return 0;
}

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void wait_for_draft(struct vt *vt, const char *text)
{
	long end = now() + DEADLINE_MS;

	while (!draft_holds(text)) {
		if (now() > end)
			fail_msg("no draft of \"%s\"", text);
		vt_settle(vt);
	}
}

static void wait_for_no_draft(struct vt *vt)
{
	long end = now() + DEADLINE_MS;

	while (*draft()) {
		if (now() > end)
			fail_msg("a draft is left");
		vt_settle(vt);
	}
}

static struct vt *open_small(const char *file)
{
	return editor_open(24, 80, file);
}

static void hang_up(struct vt *vt)
{
	long start = now();

	vt_hangup(vt);
	assert_int_equal(vt_exit_status(vt), 128 + SIGHUP);
	assert_in_range(now() - start, 0, AT_ONCE_MS);
}

static void begin_line(struct vt *vt)
{
	vt_send(vt, "iRings a bell ~late");
	vt_wait_row(vt, editor_line(vt), "> Rings a bell ~late");
}

/* The line comes back, is confirmed, and then never again. */
static void goes_on(const char *file)
{
	struct vt *vt = open_small(file);

	vt_wait(vt, line_back);
	vt_wait_row(vt, editor_line(vt), "> Rings a bell ~late");
	vt_send(vt, "i +tea<Enter>");
	vt_wait(vt, "Added to Need: Rings a bell");
	wait_for_no_draft(vt);
	vt_send(vt, "<Esc>");
	editor_leave(vt);
	editor_field_is(file, "Rings a bell", "context", "late");
	editor_field_is(file, "Rings a bell", "need", "tea");
	vt = open_small(file);
	assert_false(vt_has(vt, line_back));
	editor_leave(vt);
	assert_string_equal(draft(), "");
}

static void a_hangup_keeps_the_line(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_small(file);
	struct stat st;

	(void)state;
	begin_line(vt);
	assert_string_equal(draft(), "");
	hang_up(vt);
	assert_true(draft_holds("Rings a bell ~late"));
	assert_int_equal(stat(draft(), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat(drafts_folder(), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	goes_on(file);
}

static void a_signal_keeps_the_line(void **state)
{
	static const int signals[] = { SIGHUP, SIGTERM };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		const char *file = editor_file(editor_bread);
		struct vt *vt = open_small(file);

		begin_line(vt);
		vt_signal(vt, signals[i]);
		assert_int_equal(vt_exit_status(vt), 128 + signals[i]);
		assert_int_equal(vt_mode(vt, 1049), 0);
		goes_on(file);
	}
}

static void leaving_keeps_the_line(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_small(file);

	(void)state;
	begin_line(vt);
	vt_send(vt, "<Esc>");
	vt_wait(vt, "q leave");
	editor_leave(vt);
	goes_on(file);
}

/* After a while without a key, so that not even a kill takes it away. */
static void a_rest_keeps_the_line(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_small(file);

	(void)state;
	begin_line(vt);
	wait_for_draft(vt, "Rings a bell ~late");
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_exit_status(vt), 128 + SIGKILL);
	goes_on(file);
}

static void two_hundred_letters_keep_the_line(void **state)
{
	struct vt *vt = open_small(editor_file(editor_bread));
	long start = now();

	(void)state;
	vt_send(vt, "iRings a bell ~late");
	for (int i = 0; i < 200; i++)
		vt_send(vt, i % 10 ? "x" : " ");
	wait_for_draft(vt, "Rings a bell ~late");
	if (now() - start > 3500)
		print_message("# too slow here to tell from a rest\n");
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_exit_status(vt), 128 + SIGKILL);
}

static void an_emptied_line_leaves_no_draft(void **state)
{
	struct vt *vt = open_small(editor_file(editor_bread));

	(void)state;
	begin_line(vt);
	wait_for_draft(vt, "Rings");
	vt_send(vt, "<C-u>");
	wait_for_no_draft(vt);
	vt_send(vt, "<Esc>");
	editor_leave(vt);
}

/* A line that was brought back by Up still changes its touchpoint. */
static void a_change_stays_a_change(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_small(file);

	(void)state;
	vt_send(vt, "iRings a bell<Enter>");
	vt_wait(vt, "Added to Need");
	vt_send(vt, "<Up> =Lan");
	vt_wait_row(vt, editor_line(vt), "Rings a bell =Lan");
	hang_up(vt);
	vt = open_small(file);
	vt_wait(vt, line_back);
	vt_send(vt, "i");
	vt_wait(vt, "Enter changes it");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Changed: Rings a bell");
	vt_send(vt, "<Esc>");
	editor_leave(vt);
	editor_field_is(file, "Rings a bell", "owner", "Lan");
	editor_stage_holds(file, "Need", "Smells the bread|Sees a poster|"
			   "Asks a friend|Rings a bell");
}

static void a_form_comes_back_when_it_is_opened(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_small(file);

	(void)state;
	vt_send(vt, "j<Enter>");
	vt_wait(vt, "Sees a poster");
	vt_send(vt, "<End> in the bus<Tab> stop");
	vt_wait(vt, "poster stop");
	hang_up(vt);
	vt = open_small(file);
	vt_wait(vt, "your text for \"Sees a poster\"");
	vt_send(vt, "k<Enter>");
	vt_wait(vt, "Smells the bread");
	assert_false(vt_has(vt, "Your text is back"));
	vt_send(vt, "<Enter>j<Enter>");
	vt_wait(vt, "Your text is back: Enter saves it");
	vt_wait(vt, "Sees a poster in the bus");
	vt_send(vt, "<Enter>");
	wait_for_no_draft(vt);
	editor_leave(vt);
	editor_field_is(file, "Sees a poster in the bus", "channel",
			"poster stop");
}

static void a_form_tells_what_others_changed(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_small(file);

	(void)state;
	vt_send(vt, "j<Enter><End> in the bus");
	vt_wait(vt, "poster in the bus");
	hang_up(vt);
	vt = editor_start(24, 80, RUN("CJM_AUTHOR=Lan", "cjm", file));
	editor_selected(vt, "1.1", "Smells");
	assert_false(vt_has(vt, "your text"));
	vt_send(vt, "j<Enter><End>s<Enter>");
	vt_wait(vt, "Sees a posters");
	editor_leave(vt);
	vt = open_small(file);
	vt_wait(vt, "your text for \"Sees a poster\"");
	vt_send(vt, "<Enter>");
	vt_wait(vt, "others changed Touchpoint since");
	vt_wait(vt, "Sees a poster in the bus");
	vt_send(vt, "<Enter>");
	wait_for_no_draft(vt);
	editor_leave(vt);
}

static void a_question_comes_back_when_it_is_asked(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_small(file);

	(void)state;
	vt_send(vt, "ARegret");
	vt_wait_row(vt, editor_line(vt), "New stage: Regret");
	hang_up(vt);
	vt = open_small(file);
	vt_wait(vt, "\"New stage: Regret\"");
	vt_send(vt, "g");
	vt_wait_row(vt, editor_line(vt), "a view):");
	vt_send(vt, "<Esc>A");
	vt_wait_row(vt, editor_line(vt), "New stage: Regret");
	vt_send(vt, "s<Enter>");
	vt_wait(vt, "Regrets");
	wait_for_no_draft(vt);
	editor_leave(vt);
	editor_holds(file, "SELECT count(*) FROM stage WHERE title='Regrets'",
		     "1");
}

/* As on a dead line: the process is there, but it has been silent. */
static void a_silent_session_is_taken_over(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *dead = open_small(file), *vt;
	struct timespec past[2] = { { 0, UTIME_OMIT },
				    { time(NULL) - 31, 0 } };

	(void)state;
	begin_line(dead);
	wait_for_draft(dead, "Rings");
	vt = open_small(file);
	assert_false(vt_has(vt, line_back));
	editor_leave(vt);
	assert_int_equal(utimensat(0, draft(), past, 0), 0);
	goes_on(file);
	hang_up(dead);
	assert_string_equal(draft(), "");
}

static void another_project_or_author_sees_nothing_of_it(void **state)
{
	const char *file = editor_file(editor_bread);
	struct vt *vt = open_small(file);

	(void)state;
	begin_line(vt);
	hang_up(vt);
	vt = open_small(editor_file(editor_bread));
	vt_send(vt, "j");
	editor_selected(vt, "1.2", "Sees");
	assert_false(vt_has(vt, "> Rings"));
	editor_leave(vt);
	vt = editor_start(24, 80, RUN("CJM_AUTHOR=Lan", "cjm", file));
	editor_selected(vt, "1.1", "Smells");
	assert_false(vt_has(vt, "> Rings"));
	editor_leave(vt);
	goes_on(file);
}

static void what_cannot_be_kept_disturbs_nobody(void **state)
{
	const char *file = editor_file(editor_bread), *wall = tmp_file("x", "");
	struct vt *vt;

	(void)state;
	vt = editor_start(24, 80, RUN("sh", "-c", "XDG_STATE_HOME=$0 exec cjm "
				      "$1", wall, file));
	vt_wait(vt, "all saved");
	vt_send(vt, "i");
	for (int i = 0; i < 25; i++)
		vt_send(vt, "a letter ");
	vt_send(vt, "<C-u>Rings<Enter>");
	vt_wait(vt, "Added to Need: Rings");
	vt_send(vt, "still here");
	vt_wait(vt, "> still here");
	hang_up(vt);
}

/* A file that somebody damaged, or that no cjm wrote. */
static void a_broken_draft_harms_nothing(void **state)
{
	static const char *const broken[] = {
		"", "\n\n", "cjm draft 1\nline\t\033[2Jx\\", "nonsense",
		"cjm draft 1\nform\nfield\nquestion\nfield\tx\nline",
		"cjm draft 1\nform\t99\ttouchpoint\tGone\nfield\ta\tb\tc\n",
	};
	const char *file = editor_file(editor_bread);

	(void)state;
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		struct vt *vt = open_small(file);

		begin_line(vt);
		hang_up(vt);
		tmp_write(draft(), broken[i], strlen(broken[i]));
		vt = open_small(file);
		vt_send(vt, "j<Enter><Enter>Ax<Esc>i<C-u>");
		vt_wait_row(vt, editor_line(vt), "Enter adds");
		vt_send(vt, "<Esc>");
		editor_leave(vt);
		if (*draft())
			unlink(draft());
		editor_end(NULL);
	}
}

/* Whether the program has ended, without reading what it sends. */
static bool has_ended(struct vt *vt)
{
	siginfo_t info = { .si_pid = 0 };

	assert_int_equal(waitid(P_PID, (id_t)vt_pid(vt), &info,
				WEXITED | WNOWAIT | WNOHANG), 0);
	return info.si_pid;
}

/* A line that is dead but not cut, or Ctrl-S: nobody takes what is sent. */
static void a_stalled_terminal_does_not_hold_it(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		const char *file = editor_file(editor_bread);
		struct vt *vt = open_small(file);
		int waiting = 0;
		long start = now();

		begin_line(vt);
		while (waiting < STALLED_BYTES) {
			vt_send_bytes(vt, "\f", 1);
			ioctl(vt->fd, FIONREAD, &waiting);
			if (now() - start > DEADLINE_MS)
				fail_msg("only %d bytes wait", waiting);
		}
		start = now();
		vt_signal(vt, signals[i]);
		while (!has_ended(vt))
			if (now() - start > DEADLINE_MS)
				fail_msg("it does not end");
		assert_in_range(now() - start, 0, AT_ONCE_MS);
		assert_int_equal(vt_exit_status(vt), 128 + signals[i]);
		editor_end(NULL);
		goes_on(file);
	}
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, new_home, editor_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_hangup_keeps_the_line),
		CASE(a_signal_keeps_the_line),
		CASE(leaving_keeps_the_line),
		CASE(a_rest_keeps_the_line),
		CASE(two_hundred_letters_keep_the_line),
		CASE(an_emptied_line_leaves_no_draft),
		CASE(a_change_stays_a_change),
		CASE(a_form_comes_back_when_it_is_opened),
		CASE(a_form_tells_what_others_changed),
		CASE(a_question_comes_back_when_it_is_asked),
		CASE(a_silent_session_is_taken_over),
		CASE(another_project_or_author_sees_nothing_of_it),
		CASE(what_cannot_be_kept_disturbs_nobody),
		CASE(a_broken_draft_harms_nothing),
		CASE(a_stalled_terminal_does_not_hold_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
