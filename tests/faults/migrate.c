/* The disk fails, or the process is killed, while a file of an older version
 * is made anew: the old one is there, or the new one is whole and the old one
 * beside it. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../faults.h"
#include "../older.h"
#include "../run.h"
#include "../stores.h"
#include "../tmp.h"
#include "base/alloc.h"
#include "figures.h"

static const struct {
	enum fault fault;
	bool for_ever;
} kinds[] = {
	{ FAULT_ERROR, false }, { FAULT_ERROR, true }, { FAULT_FULL, false },
	{ FAULT_FULL, true }, { FAULT_LATE, false },
};

/* The old file under one of its names; and then all goes well. */
static void check(const char *path, const char *old, size_t len)
{
	char kept[4096], *there;
	size_t there_len;
	struct store *s;

	snprintf(kept, sizeof kept, "%s.bak", path);
	there = tmp_read(access(kept, F_OK) ? path : kept, &there_len);
	assert_int_equal(there_len, len);
	assert_memory_equal(there, old, len);
	free(there);
	s = stores_open(path, "Ann");
	older_assert_brought_over(s);
	store_close(s);
}

/* Open one while the n-th call fails; whether it did. */
static bool open_once(enum fault fault, long n, bool for_ever)
{
	const char *path = older_file();
	struct err err = { "" };
	struct store *s;
	bool failed;
	size_t len;
	char *old = tmp_read(path, &len);

	faults_set(fault, n, for_ever);
	s = store_open(path, &err);
	failed = faults_calls() >= n;
	faults_set(FAULT_NONE, 0, false);
	assert_true(s || *err.msg);
	store_close(s);
	check(path, old, len);
	free(old);
	return failed;
}

static void a_disk_that_fails_loses_nothing(void **state)
{
	long points = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		long n = 1;

		while (open_once(kinds[i].fault, n, kinds[i].for_ever))
			n++;
		points += n - 1;
	}
	figures_tell("migrate: %ld faults while an older file is made anew: "
		     "0 lost, 0 half made", points);
}

/* Killed before the n-th call; false when it came to its end before. */
static bool kill_once(long n)
{
	const char *path = older_file();
	int status;
	size_t len;
	char *old = tmp_read(path, &len);
	pid_t pid;

	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		struct err err;

		faults_set(FAULT_KILL, n, false);
		_exit(!store_open(path, &err));
	}
	waitpid(pid, &status, 0);
	check(path, old, len);
	free(old);
	if (run_status(status) != 0)
		assert_int_equal(run_status(status), 128 + SIGKILL);
	return run_status(status) != 0;
}

static void a_kill_loses_nothing(void **state)
{
	long n = 1;

	(void)state;
	while (kill_once(n))
		n++;
	figures_tell("migrate: killed before each of %ld calls: 0 lost, "
		     "0 half made", n - 1);
}

static int prepare(void **state)
{
	faults_install();
	return older_prepare(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_disk_that_fails_loses_nothing),
		cmocka_unit_test(a_kill_loses_nothing),
	};

	return cmocka_run_group_tests(tests, prepare, older_tidy);
}
