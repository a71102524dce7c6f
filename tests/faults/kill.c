/* kill -9 at any moment: what was acknowledged is there, and no damage. */
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../dice.h"
#include "../faults.h"
#include "../run.h"
#include "../stores.h"
#include "../tmp.h"
#include "base/alloc.h"
#include "base/strbuf.h"
#include "figures.h"
#include "hand.h"

enum { HANDS = 3, KILLS_A_FILE = 20, ACKS_MOST = 4096, EDITS = 20,
       WAIT_MS = 60000, LINES = 300, CALLS_MOST = 1000 };

static char *sample;            /* the file each run begins with */
static size_t sample_len;

static struct ack acks[ACKS_MOST];
static size_t ack_count;

/* A child that does nothing but edit.  It is killed by its own `last`-th
 * call, so that each is as likely as another, or, with 0, from outside. */
static void work(const char *path, int hand, uint64_t seed, long last,
		 int out)
{
	struct store *s;
	struct ack ack;

	alarm(WAIT_MS / 1000);
	if (last)
		faults_set(FAULT_KILL, last, false);
	dice_start(seed);
	dice_ids(1 + (int64_t)dice(1u << 31) * 1000);
	s = stores_open(path, hand_name(hand));
	for (;;)
		if (hand_edit(s, hand, &ack) &&
		    write(out, &ack, sizeof ack) != sizeof ack)
			break;
	_exit(1);
}

static pid_t start_hand(const char *path, int hand, long last,
			const int tube[2])
{
	uint64_t seed = dice(1u << 31);
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid < 0)
		fail_msg("fork: %s", strerror(errno));
	if (pid == 0) {
		close(tube[0]);
		work(path, hand, seed, last, tube[1]);
	}
	return pid;
}

/* The next ack; false at the end. */
static bool next_ack(int in)
{
	struct pollfd p = { .fd = in, .events = POLLIN };

	assert_true(ack_count < ACKS_MOST);
	if (poll(&p, 1, WAIT_MS) != 1)
		fail_msg("nobody edits any more");
	if (read(in, &acks[ack_count], sizeof *acks) != sizeof *acks)
		return false;
	ack_count++;
	return true;
}

static void a_moment(void)
{
	struct timespec t = { 0, (long)dice(1500) * 1000 };

	nanosleep(&t, NULL);
}

static void see_it_killed(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	assert_int_equal(run_status(status), 128 + SIGKILL);
}

static void kill_it(pid_t pid)
{
	kill(pid, SIGKILL);
	see_it_killed(pid);
}

/* Some edits by so many hands; they are killed one by one. */
static void kill_hands(const char *path, int hands)
{
	long last[HANDS];
	pid_t pids[HANDS];
	int tube[2];

	assert_int_equal(pipe(tube), 0);
	for (int i = 0; i < hands; i++) {
		last[i] = dice(2) ? 1 + (long)dice(CALLS_MOST) : 0;
		pids[i] = start_hand(path, i, last[i], tube);
	}
	close(tube[1]);
	for (int i = 0; i < hands; i++) {
		for (unsigned wait = dice(12); !last[i] && wait > 0; wait--)
			if (!next_ack(tube[0]))
				break;
		a_moment();
		if (last[i])
			see_it_killed(pids[i]);
		else
			kill_it(pids[i]);
	}
	while (next_ack(tube[0]))
		;
	close(tube[0]);
}

static int64_t last_edit_of(const char *path)
{
	struct store *s = stores_open(path, "reader");
	int64_t last = store_last_edit(s);

	store_close(s);
	return last;
}

static void kill_again_and_again(int hands, long kills, const char *who)
{
	const char *path = tmp_path("map.cjm");
	long acknowledged = 0, done;
	int64_t first = 1;

	dice_start(figures_seed());
	for (done = 0; done < kills; done += hands) {
		if (done / hands % KILLS_A_FILE == 0) {
			tmp_write(path, sample, sample_len);
			first = 1;
		}
		ack_count = 0;
		kill_hands(path, hands);
		hand_check(path, acks, ack_count, first, hands);
		acknowledged += (long)ack_count;
		first = last_edit_of(path);
	}
	figures_tell("kill: %ld kills, %s, %ld edits acknowledged: 0 lost, "
		     "0 damaged", done, who, acknowledged);
}

static void one_process_is_killed(void **state)
{
	(void)state;
	kill_again_and_again(1, figures_count(1000, 20000), "one process");
}

static void three_processes_are_killed(void **state)
{
	(void)state;
	kill_again_and_again(3, figures_count(500, 10000),
			     "three processes at once");
}

/* A child that is killed by its own n-th call; false when it came to the
 * end of its edits before. */
static bool kill_at_call(const char *path, long n, uint64_t seed)
{
	struct store *s;
	struct ack ack;
	int tube[2], status;
	pid_t pid;

	assert_int_equal(pipe(tube), 0);
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dice_start(seed);
		faults_set(FAULT_KILL, n, false);
		s = stores_open(path, hand_name(0));
		for (int i = 0; i < EDITS; i++)
			if (hand_edit(s, 0, &ack) &&
			    write(tube[1], &ack, sizeof ack) != sizeof ack)
				_exit(1);
		_exit(0);
	}
	close(tube[1]);
	ack_count = 0;
	while (next_ack(tube[0]))
		;
	close(tube[0]);
	waitpid(pid, &status, 0);
	if (run_status(status) != 0)
		assert_int_equal(run_status(status), 128 + SIGKILL);
	return run_status(status) != 0;
}

static void each_call_can_be_the_last(void **state)
{
	const char *path = tmp_path("map.cjm");
	uint64_t seed = figures_seed();
	bool killed;
	long n = 0;

	(void)state;
	do {
		tmp_write(path, sample, sample_len);
		killed = kill_at_call(path, ++n, seed);
		hand_check(path, acks, ack_count, 1, killed);
	} while (killed);
	figures_tell("kill: before each of the %ld calls that %d tries to "
		     "edit make: 0 lost, 0 damaged", n - 1, (int)EDITS);
}

/* `cjm add FILE -` with many lines; what it says is read from `out`. */
static pid_t start_add(const char *path, const char *input, int *out)
{
	int tube[2];
	pid_t pid;

	assert_int_equal(pipe(tube), 0);
	run_prepare();
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		if (!freopen(input, "r", stdin) || dup2(tube[1], 1) < 0)
			_exit(1);
		alarm(WAIT_MS / 1000);
		close(tube[0]);
		close(tube[1]);
		run_become(RUN("cjm", "add", path, "--map", "1", "-"));
	}
	close(tube[1]);
	*out = tube[0];
	return pid;
}

/* Count lines until there are as many, or to the end. */
static int count_lines(int in, int most)
{
	int lines = 0;
	char c;

	while (lines < most && read(in, &c, 1) == 1)
		lines += c == '\n';
	return lines;
}

static const char *many_lines(void)
{
	struct strbuf text = STRBUF_INIT;
	const char *path;

	for (int i = 0; i < LINES; i++)
		strbuf_addf(&text, "need > touchpoint %d @card\n", i);
	path = tmp_file("lines", text.s);
	strbuf_release(&text);
	return path;
}

static void cjm_add_is_killed(void **state)
{
	const char *path = tmp_path("map.cjm"), *input = many_lines();
	long kills = figures_count(200, 2000), told = 0;

	(void)state;
	dice_start(figures_seed());
	for (long i = 0; i < kills; i++) {
		int64_t edits;
		int out, lines;
		pid_t pid;

		tmp_write(path, sample, sample_len);
		pid = start_add(path, input, &out);
		lines = count_lines(out, (int)dice(40));
		a_moment();
		kill_it(pid);
		lines += count_lines(out, LINES);
		close(out);
		hand_check(path, NULL, 0, 1, LINES);
		edits = last_edit_of(path) - 1;
		if (edits < lines || edits > lines + 1)
			fail_msg("%d edits in the file, %d acknowledged",
				 (int)edits, lines);
		told += lines;
	}
	figures_tell("kill: %ld kills of `cjm add`, %ld lines acknowledged: "
		     "0 lost, 0 damaged", kills, told);
}

static int prepare(void **state)
{
	const char *path;

	(void)state;
	faults_install();
	store_close(stores_sample(&path));
	sample = tmp_read(path, &sample_len);
	return 0;
}

static int tidy(void **state)
{
	(void)state;
	free(sample);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_process_is_killed),
		cmocka_unit_test(three_processes_are_killed),
		cmocka_unit_test(each_call_can_be_the_last),
		cmocka_unit_test(cjm_add_is_killed),
	};

	return cmocka_run_group_tests(tests, prepare, tidy);
}
