/* Several processes write one file as fast as they can: none is refused. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../run.h"
#include "../stores.h"
#include "figures.h"
#include "store/history.h"
#include "store/verify.h"

enum { WRITERS = 8, EDITS = 200 };

/* What a writer tells at its end. */
struct told {
	long worst;             /* milliseconds one edit took */
	long refused;
	char why[200];
};

static void write_one(struct store *s, int writer, int n, struct told *t)
{
	long began = figures_now(), took;
	struct err err = { "" };
	struct set_intent set;
	char text[64];

	intent_set(&set, STAGE, writer % 2 ? 31 : 32);
	intent_set_field(&set, STAGE_WANT, text);
	snprintf(text, sizeof text, "%d by %d", n, writer);
	if (!store_do(s, &set.intent, &err)) {
		t->refused++;
		snprintf(t->why, sizeof t->why, "%.199s", err.msg);
	}
	took = figures_now() - began;
	if (took > t->worst)
		t->worst = took;
}

static void work(const char *path, int writer, int out)
{
	struct told t = { 0, 0, "" };
	struct store *s = stores_open(path, "");
	char name[16];

	snprintf(name, sizeof name, "writer %d", writer);
	store_set_author(s, name);
	for (int i = 0; i < EDITS; i++)
		write_one(s, writer, i, &t);
	store_close(s);
	_exit(write(out, &t, sizeof t) != sizeof t);
}

static void start_all(const char *path, int out)
{
	for (int i = 0; i < WRITERS; i++) {
		pid_t pid;

		fflush(NULL);
		pid = fork();
		if (pid < 0)
			fail_msg("fork: %s", strerror(errno));
		if (pid == 0)
			work(path, i, out);
	}
}

static void gather(int in, struct told *all)
{
	struct told t;

	while (read(in, &t, sizeof t) == sizeof t) {
		all->refused += t.refused;
		if (t.worst > all->worst)
			all->worst = t.worst;
		if (*t.why)
			snprintf(all->why, sizeof all->why, "%s", t.why);
	}
	for (int i = 0; i < WRITERS; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_int_equal(run_status(status), 0);
	}
}

static void found(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

static void check(const char *path, long edits)
{
	struct err err = { "" };
	struct store *s;

	if (!verify(path, found, NULL, &err))
		fail_msg("%s", err.msg);
	s = stores_open(path, "reader");
	assert_int_equal(store_last_edit(s), edits);
	store_close(s);
}

static void no_writer_is_refused(void **state)
{
	long rounds = figures_count(1, 20), worst = 0;

	(void)state;
	for (long i = 0; i < rounds; i++) {
		struct told all = { 0, 0, "" };
		const char *path;
		int tube[2];

		store_close(stores_sample(&path));
		assert_int_equal(pipe(tube), 0);
		start_all(path, tube[1]);
		close(tube[1]);
		gather(tube[0], &all);
		close(tube[0]);
		if (all.refused)
			fail_msg("%ld refused: %s", all.refused, all.why);
		check(path, 1 + WRITERS * EDITS);
		if (all.worst > worst)
			worst = all.worst;
	}
	figures_tell("writers: %ld times %d at once, %d edits each: "
		     "0 refused, 0 lost, the longest wait %ld ms", rounds,
		     (int)WRITERS, (int)EDITS, worst);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_writer_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
