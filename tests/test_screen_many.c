/* Three people at their terminals edit one file, while a fourth program that
 * writes to it is killed again and again. */
#include "editor.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/alloc.h"
#include "dice.h"
#include "vt_parts.h"

enum {
	PEOPLE = 3,
	ROUNDS = 12,
	KILLS_EACH = 3,
	WAITS = 500,            /* lines the fourth would add */
	SEEN_MS = 500,          /* what is promised ... */
	HANG_MS = 8000          /* ... and what only a hang exceeds */
};

static const char *const names[PEOPLE] = { "Ann", "Bob", "Eve" };

static const char outline[] =
	"cjm outline 1\n"
	"# Buying bread\n"
	"## Ann\n- Ann looks :0\n"
	"## Bob\n- Bob looks :0\n"
	"## Eve\n- Eve looks :0\n"
	"## Others\n- Waits :0\n";

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static struct vt *sit_down(const char *name, const char *file)
{
	char author[32];
	struct vt *vt;

	snprintf(author, sizeof author, "CJM_AUTHOR=%s", name);
	vt = editor_start(50, 200, RUN(author, "cjm", file));
	vt_wait(vt, "all saved");
	vt_send(vt, "g");
	vt_wait(vt, "Go to (");
	vt_send(vt, name);
	vt_send(vt, "<Enter>");
	return vt;
}

/* Add touchpoints, more than there will be time for. */
static void add_on(const char *file)
{
	const char *words[WAITS + 5] = { "CJM_AUTHOR=Zoe", "cjm", "add",
					 file };
	int null = open("/dev/null", O_WRONLY);

	for (int i = 0; i < WAITS; i++)
		words[4 + i] = "others > Zoe waits";
	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	run_become(words);
}

/* The fourth dies while it writes. */
static void kill_one(const char *file)
{
	struct timespec life = { 0, (long)(20 + dice(100)) * 1000000 };
	int status;
	pid_t pid;

	run_prepare();
	pid = fork();
	assert_true(pid >= 0);
	if (!pid)
		add_on(file);
	nanosleep(&life, NULL);
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
}

struct seen {
	long worst, sum;
	int count, late;
};

/* All see it, and how long that took. */
static void all_see(struct vt *const vts[], const char *text,
		    struct seen *seen)
{
	long start = now();

	for (int i = 0; i < PEOPLE; i++) {
		long took;

		vt_wait(vts[i], text);
		took = now() - start;
		assert_in_range(took, 0, HANG_MS);
		seen->sum += took;
		seen->count++;
		seen->late += took > SEEN_MS;
		if (took > seen->worst)
			seen->worst = took;
	}
}

/* Each types a line that stays open while all others write. */
static void begin_lines(struct vt *const vts[])
{
	for (int i = 0; i < PEOPLE; i++) {
		vt_send(vts[i], "iunfinished by ");
		vt_send(vts[i], names[i]);
	}
	for (int i = 0; i < PEOPLE; i++) {
		char text[64];

		snprintf(text, sizeof text, "> unfinished by %s", names[i]);
		vt_wait_row(vts[i], editor_line(vts[i]), text);
	}
}

static void assert_lines_stay(struct vt *const vts[])
{
	for (int i = 0; i < PEOPLE; i++) {
		char text[64];

		snprintf(text, sizeof text, "> unfinished by %s", names[i]);
		vt_wait_row(vts[i], editor_line(vts[i]), text);
	}
}

/* One writes; the other two are typing. */
static void play_round(struct vt *const vts[], const char *file, int round,
		       struct seen *seen)
{
	int who = round % PEOPLE;
	char keys[64], text[64];

	for (int i = 0; i < KILLS_EACH; i++)
		kill_one(file);
	snprintf(keys, sizeof keys, "<C-u>%s does %d<Enter>", names[who],
		 round);
	snprintf(text, sizeof text, "%s does %d", names[who], round);
	vt_send(vts[who], keys);
	all_see(vts, text, seen);
	vt_send(vts[who], "unfinished by ");
	vt_send(vts[who], names[who]);
	assert_lines_stay(vts);
}

static void leave_all(struct vt *const vts[])
{
	for (int i = 0; i < PEOPLE; i++) {
		vt_send(vts[i], "<C-u><Esc>");
		vt_wait(vts[i], "q leave");
		editor_leave(vts[i]);
	}
}

static void three_edit_while_a_fourth_is_killed(void **state)
{
	const char *file = editor_file(outline);
	struct vt *vts[PEOPLE];
	struct seen seen = { 0, 0, 0, 0 };
	struct run r;

	(void)state;
	dice_start(3);
	for (int i = 0; i < PEOPLE; i++)
		vts[i] = sit_down(names[i], file);
	begin_lines(vts);
	for (int round = 0; round < ROUNDS; round++)
		play_round(vts, file, round, &seen);
	leave_all(vts);
	print_message("# seen by all in %ld ms on average, %ld ms at worst; "
		      "%d of %d later than %d ms\n", seen.sum / seen.count,
		      seen.worst, seen.late, seen.count, SEEN_MS);
	editor_stage_holds(file, "Ann", "Ann looks|Ann does 0|Ann does 3|"
			   "Ann does 6|Ann does 9");
	editor_stage_holds(file, "Bob", "Bob looks|Bob does 1|Bob does 4|"
			   "Bob does 7|Bob does 10");
	editor_stage_holds(file, "Eve", "Eve looks|Eve does 2|Eve does 5|"
			   "Eve does 8|Eve does 11");
	editor_holds(file, "SELECT count(*) > 0 FROM edit WHERE author = 'Zoe'",
		     "1");
	run(&r, NULL, RUN("cjm", "verify", file));
	assert_string_equal(r.out, "");
	assert_int_equal(r.status, 0);
	run_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(three_edit_while_a_fourth_is_killed,
					  editor_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
