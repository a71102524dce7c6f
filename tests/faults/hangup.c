/* The line goes dead, or the program is told to end, at any moment: it ends
 * at once, what was typed is kept and what was confirmed is in the file. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "../dice.h"
#include "../drafts.h"
#include "../editor.h"
#include "base/alloc.h"
#include "figures.h"

enum { AT_ONCE_MS = 5000, CPU_MS = 2000, TYPED_MOST = 64 };

/* Ways to begin typing, and what then stands before the text. */
static const struct {
	const char *keys, *before;
} places[] = {
	{ "i", ">" },           /* the capture line */
	{ "A", "New stage:" },  /* a question */
};

/* Ways to end. */
static const struct {
	const char *name;
	int signal;             /* 0: the terminal is gone */
} ends[] = { { "hangups", 0 }, { "SIGHUP", SIGHUP }, { "SIGTERM", SIGTERM } };

static long worst_ms, worst_cpu_ms, confirmed;

/* Of all programs that have ended. */
static long cpu_ms(void)
{
	struct rusage u;

	getrusage(RUSAGE_CHILDREN, &u);
	return (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000 +
	       (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1000;
}

/* Text without a blank at its end, which the screen does not show. */
static size_t draw_text(char typed[TYPED_MOST])
{
	static const char text[] = "Kettle @shop ~early !queue =Lan :)";
	size_t n = 2 + dice(sizeof text - 3);

	n -= text[n - 1] == ' ';
	memcpy(typed, text, n);
	typed[n] = '\0';
	return n;
}

static void end_it(struct vt *vt, int signal_number)
{
	long began = figures_now(), cpu = cpu_ms(), took;

	if (signal_number)
		vt_signal(vt, signal_number);
	else
		vt_hangup(vt);
	assert_int_equal(vt_exit_status(vt), 128 + (signal_number ?
						    signal_number : SIGHUP));
	took = figures_now() - began;
	cpu = cpu_ms() - cpu;
	if (took > AT_ONCE_MS || cpu > CPU_MS)
		fail_msg("it took %ld ms, and %ld ms of the processor", took,
			 cpu);
	if (took > worst_ms)
		worst_ms = took;
	if (cpu > worst_cpu_ms)
		worst_cpu_ms = cpu;
}

/* One touchpoint more, seen to be saved; the line stays open. */
static void confirm_one(struct vt *vt)
{
	char keys[64], told[64];

	snprintf(keys, sizeof keys, "Cup %ld<Enter>", ++confirmed);
	snprintf(told, sizeof told, "Added to Need: Cup %ld", confirmed);
	vt_send(vt, keys);
	vt_wait(vt, told);
}

static void type_and_end(const char *file, size_t place, int signal_number)
{
	struct vt *vt = editor_open(24, 80, file);
	char typed[TYPED_MOST], row[TYPED_MOST + 16];
	bool seen = dice(4) != 0;

	draw_text(typed);
	vt_send(vt, places[place].keys);
	vt_wait_row(vt, editor_line(vt), places[place].before);
	if (place == 0 && dice(2))
		confirm_one(vt);
	vt_send(vt, typed);
	snprintf(row, sizeof row, "%s %s", places[place].before, typed);
	if (seen)
		vt_wait_row(vt, editor_line(vt), row);
	end_it(vt, signal_number);
	if (seen && !draft_holds(typed))
		fail_msg("no draft of \"%s\"", typed);
	if (*draft())
		unlink(draft());
	editor_end(NULL);
}

static void every_end_is_quick_and_keeps_the_text(void **state)
{
	const char *file = editor_file(editor_bread);
	long count = figures_count(50, 1000);
	char expected[32];

	(void)state;
	dice_start(figures_seed());
	for (size_t end = 0; end < ARRAY_LEN(ends); end++) {
		worst_ms = worst_cpu_ms = 0;
		for (long i = 0; i < (end ? count / 5 + 1 : count); i++)
			type_and_end(file, dice(ARRAY_LEN(places)),
				     ends[end].signal);
		figures_tell("hangup: %ld %s: 0 texts lost, the longest took "
			     "%ld ms (%ld ms of the processor, its start "
			     "included)", end ? count / 5 + 1 : count,
			     ends[end].name, worst_ms, worst_cpu_ms);
	}
	snprintf(expected, sizeof expected, "%ld", confirmed);
	editor_holds(file, "SELECT count(*) FROM touchpoint WHERE title LIKE"
		     " 'Cup %'", expected);
	editor_holds(file, "PRAGMA integrity_check", "ok");
}

static int new_home(void **state)
{
	(void)state;
	drafts_new_home();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			every_end_is_quick_and_keeps_the_text, new_home,
			editor_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
