/* The disk fails while the file is put in order after a crash, and while a
 * new one is made. */
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../dice.h"
#include "../faults.h"
#include "../run.h"
#include "../sample.h"
#include "../state.h"
#include "../stores.h"
#include "../tmp.h"
#include "../twenty.h"
#include "base/alloc.h"
#include "figures.h"
#include "store/verify.h"

enum { CALLS_MOST = 900 };

static const struct {
	enum fault fault;
	bool for_ever;
} kinds[] = {
	{ FAULT_ERROR, false }, { FAULT_ERROR, true }, { FAULT_FULL, false },
	{ FAULT_FULL, true }, { FAULT_LATE, false },
};

static const char *path, *journal;      /* the file and its journal */

/* What a crash left. */
struct wreck {
	char *data, *log;
	size_t len, log_len;
	char *state;            /* what it must come back to */
	int64_t last;
};

static void find(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

/* Without faults: what is in it now. */
static void look_inside(char **state, int64_t *last)
{
	struct err err = { "" };
	struct store *s;

	if (!verify(path, find, NULL, &err))
		fail_msg("%s", err.msg);
	s = stores_open(path, "Ann");
	*state = state_print(store_project(s));
	*last = store_last_edit(s);
	store_close(s);
}

static void edit_until_killed(long n)
{
	struct store *s = stores_open(path, "Ann");
	char text[1000];

	faults_set(FAULT_KILL, n, false);
	for (int i = 0; i < TWENTY; i++) {
		snprintf(text, sizeof text, "%d %*s", i, 50 + i * 40, "x");
		stores_set(s, STAGE, 31, STAGE_WANT, text);
	}
}

static bool crash_at(long n)
{
	size_t len;
	const char *sample = twenty_sample(&len);
	int status;
	pid_t pid;

	unlink(journal);
	tmp_write(path, sample, len);
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		edit_until_killed(n);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	return run_status(status) == 128 + SIGKILL;
}

/* Crash at a random call that leaves a journal with something in it. */
static void make_wreck(struct wreck *w)
{
	*w = (struct wreck){ NULL, NULL, 0, 0, NULL, 0 };
	while (!w->log_len) {
		free(w->log);
		w->log = NULL;
		if (crash_at(1 + (long)dice(CALLS_MOST)) &&
		    !access(journal, F_OK))
			w->log = tmp_read(journal, &w->log_len);
	}
	w->data = tmp_read(path, &w->len);
	look_inside(&w->state, &w->last);
}

static void wreck_release(struct wreck *w)
{
	free(w->data);
	free(w->log);
	free(w->state);
}

/* Open it while the n-th call fails; whether it did. */
static bool open_once(const struct wreck *w, enum fault fault, long n,
		      bool for_ever)
{
	struct err err = { "" };
	struct store *s;
	int64_t last;
	char *state;
	bool failed;

	tmp_write(path, w->data, w->len);
	tmp_write(journal, w->log, w->log_len);
	faults_set(fault, n, for_ever);
	s = store_open(path, &err);
	if (s && store_visit(s, 0, &err)) {
		state = state_print(store_project(s));
		assert_string_equal(state, w->state);
		free(state);
	} else {
		assert_string_not_equal(err.msg, "");
	}
	store_close(s);
	failed = faults_calls() >= n;
	faults_set(FAULT_NONE, 0, false);
	look_inside(&state, &last);
	assert_string_equal(state, w->state);
	assert_int_equal(last, w->last);
	free(state);
	return failed;
}

static void a_journal_is_played_back_or_stays(void **state)
{
	long wrecks = figures_count(12, 1000), points = 0;

	(void)state;
	dice_start(figures_seed());
	for (long n = 0; n < wrecks; n++) {
		struct wreck w;

		make_wreck(&w);
		for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
			long call = 1;

			while (open_once(&w, kinds[i].fault, call,
					 kinds[i].for_ever))
				call++;
			points += call - 1;
		}
		wreck_release(&w);
	}
	unlink(journal);
	figures_tell("recovery: %ld crashes, %ld faults while opening after "
		     "them: 0 lost, 0 damaged", wrecks, points);
}

/* How many files there are beside each other. */
static int files_in(const char *folder)
{
	DIR *dir = opendir(folder);
	int count = 0;

	assert_non_null(dir);
	while (readdir(dir))
		count++;
	closedir(dir);
	return count - 2;
}

/* Make a file while the n-th call fails; whether it did. */
static bool create_once(struct project *from, enum fault fault, long n,
			bool for_ever)
{
	const char *folder = tmp_new_folder();
	struct err err = { "" };
	struct import_intent i;
	struct store *s;
	char name[4096], *state;
	int64_t last;
	bool failed;

	snprintf(name, sizeof name, "%s/new.cjm", folder);
	intent_import(&i, from, "sample");
	faults_set(fault, n, for_ever);
	s = store_create(name, "Ann", &i.intent, &err);
	failed = faults_calls() >= n;
	if (!s)
		assert_string_not_equal(err.msg, "");
	store_close(s);
	faults_set(FAULT_NONE, 0, false);
	assert_true(s || files_in(folder) <= 1);
	if (!access(name, F_OK)) {
		assert_int_equal(files_in(folder), 1);
		path = name;
		look_inside(&state, &last);
		assert_int_equal(last, 1);
		free(state);
	} else {
		assert_int_equal(files_in(folder), 0);
	}
	return failed;
}

static void a_new_file_is_whole_or_not_there(void **state)
{
	struct project *from = sample_project();
	long points = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		long call = 1;

		while (create_once(from, kinds[i].fault, call,
				   kinds[i].for_ever))
			call++;
		points += call - 1;
	}
	project_free(from);
	figures_tell("recovery: %ld faults while a file is made: 0 half made, "
		     "0 left over", points);
}

static int prepare(void **state)
{
	static char name[4096];

	faults_install();
	path = tmp_path("map.cjm");
	snprintf(name, sizeof name, "%s-journal", path);
	journal = name;
	return twenty_prepare(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_journal_is_played_back_or_stays),
		cmocka_unit_test(a_new_file_is_whole_or_not_there),
	};

	return cmocka_run_group_tests(tests, prepare, twenty_tidy);
}
