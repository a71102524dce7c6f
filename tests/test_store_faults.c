/*
 * Whatever is asked of a store, while the disk fails, at each call once and
 * from it on, or SQLite gets no memory.  It is refused with a sentence, and
 * the file is what it was or holds all of it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "faults.h"
#include "model/redact.h"
#include "scarce.h"
#include "state.h"
#include "store/history.h"
#include "store/share.h"
#include "store/snapshot.h"
#include "store/verify.h"
#include "stores.h"
#include "tmp.h"
#include "twenty.h"

enum { CALLS_MOST = 20000 };

static char *sample;            /* the file each try begins with */
static size_t sample_len;
static const char *path, *copy; /* it, and what is made of it */

static void ignore_entry(const struct entry *entry, void *arg)
{
	(void)entry;
	(void)arg;
}

static void ignore_author(const char *author, int64_t edits, int64_t last,
			  void *arg)
{
	(void)author;
	(void)edits;
	(void)last;
	(void)arg;
}

static void count(const char *what, void *arg)
{
	assert_true(*what);
	++*(int *)arg;
}

/* What can be asked; true when it was done. */

static bool ask_create(struct store *s, struct err *err)
{
	struct add_intent i;
	struct store *new;

	(void)s;
	intent_add(&i, MAP);
	i.values.text[MAP_TITLE] = "m";
	new = store_create(copy, "Ann", &i.intent, err);
	store_close(new);
	return new;
}

static bool ask_open(struct store *s, struct err *err)
{
	struct store *other = store_open(path, err);
	bool ok = other && store_visit(other, 0, err);

	(void)s;
	store_close(other);
	return ok;
}

static bool ask_follow(struct store *s, struct err *err)
{
	bool changed;

	return store_refresh(s, &changed, err) && store_visit(s, 0, err);
}

static bool ask_insert_and_delete(struct store *s, struct err *err)
{
	struct add_intent add;
	struct delete_intent delete;

	intent_add(&add, PERSONA);
	add.values.text[PERSONA_NAME] = "Hoa";
	if (!store_do(s, &add.intent, err))
		return false;
	intent_delete(&delete, PERSONA, add.id);
	return store_do(s, &delete.intent, err);
}

static bool ask_undo(struct store *s, struct err *err)
{
	return history_undo(s, NULL, err) && history_undo(s, NULL, err) &&
	       history_redo(s, NULL, err);
}

static bool ask_snapshot(struct store *s, struct err *err)
{
	return snapshot_take(s, "now", err) && snapshot_restore(s, "1", err);
}

static bool ask_history(struct store *s, struct err *err)
{
	struct project *p;

	if (!history_each(s, 0, ignore_entry, NULL, err) ||
	    !history_others(s, 0, 0, ignore_author, NULL, err))
		return false;
	p = history_at(s, 2, err);
	project_free(p);
	return p;
}

static bool ask_verify(struct store *s, struct err *err)
{
	int found = 0;

	(void)s;
	return verify(path, count, &found, err) &&
	       (!found || err_set(err, "%d", found));
}

static bool ask_backup(struct store *s, struct err *err)
{
	(void)s;
	return backup(path, copy, err);
}

static bool ask_share(struct store *s, struct err *err)
{
	(void)s;
	return share(path, copy, REDACT_QUOTES, err);
}

static bool ask_salvage(struct store *s, struct err *err)
{
	int lost = 0;

	(void)s;
	return salvage(path, copy, count, &lost, err) &&
	       (!lost || err_set(err, "%d", lost));
}

/* The file is sound, and so is a copy if there is one. */
static void assert_well(void)
{
	struct err err = { "" };
	int found = 0;

	if (!verify(path, count, &found, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(found, 0);
	if (access(copy, F_OK))
		return;
	if (!verify(copy, count, &found, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(found, 0);
}

static void disk_fails(long n, bool for_ever)
{
	faults_set(FAULT_ERROR, n, for_ever);
}

static long disk_works(void)
{
	long calls = faults_calls();

	faults_set(FAULT_NONE, 0, false);
	return calls;
}

static const struct trouble disk = { disk_fails, disk_works },
	memory = { scarce_start, scarce_stop };

/* False when nothing failed, since it was done in fewer calls. */
static bool try(bool (*ask)(struct store *s, struct err *err),
		const struct trouble *trouble, long n, bool for_ever)
{
	struct err err = { "" };
	struct store *s, *bob;
	bool ok, failed;

	tmp_write(path, sample, sample_len);
	unlink(copy);
	s = stores_open(path, "Ann");
	bob = stores_open(path, "Bob");
	stores_set(bob, STAGE, 32, STAGE_TITLE, "Bob's");
	store_close(bob);
	trouble->start(n, for_ever);
	ok = ask(s, &err);
	failed = trouble->stop() >= n;
	assert_true(ok || *err.msg);
	assert_true(ok || failed);
	store_close(s);
	assert_well();
	return failed;
}

static void try_all(bool (*ask)(struct store *s, struct err *err))
{
	long calls = 1, claims = 1, n;

	while (try(ask, &disk, calls, false))
		assert_true(calls++ < CALLS_MOST);
	for (n = 1; try(ask, &disk, n, true); n += 5)
		;
	for (; try(ask, &memory, claims, false); claims += 61)
		assert_true(claims < CALLS_MOST);
	print_message("# %ld calls of the disk, %ld for memory\n", calls - 1,
		      claims - 1);
}

#define ASKED(what) \
	static void what##_in_need(void **state) \
	{ \
		(void)state; \
		try_all(ask_##what); \
	}

ASKED(create)
ASKED(open)
ASKED(follow)
ASKED(insert_and_delete)
ASKED(undo)
ASKED(snapshot)
ASKED(history)
ASKED(verify)
ASKED(backup)
ASKED(share)
ASKED(salvage)

static int prepare(void **state)
{
	struct store *s;

	(void)state;
	scarce_install();
	faults_install();
	s = stores_sample(&path);
	copy = tmp_path("copy.cjm");
	stores_set(s, STAGE, 31, STAGE_TITLE, "Wish");
	stores_set(s, MAP, 21, MAP_TITLE, "Mine");
	stores_delete(s, STAGE, 33);
	store_close(s);
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
		cmocka_unit_test(create_in_need),
		cmocka_unit_test(open_in_need),
		cmocka_unit_test(follow_in_need),
		cmocka_unit_test(insert_and_delete_in_need),
		cmocka_unit_test(undo_in_need),
		cmocka_unit_test(snapshot_in_need),
		cmocka_unit_test(history_in_need),
		cmocka_unit_test(verify_in_need),
		cmocka_unit_test(backup_in_need),
		cmocka_unit_test(share_in_need),
		cmocka_unit_test(salvage_in_need),
	};

	return cmocka_run_group_tests(tests, prepare, tidy);
}
