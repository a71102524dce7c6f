#include "store/vfs.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "faults.h"
#include "state.h"
#include "store/history.h"
#include "store/verify.h"
#include "stores.h"
#include "tmp.h"

enum { EDITS = 20 };

static char *sample;            /* the file each run begins with */
static size_t sample_len;

enum answer { SAVED, REFUSED, UNKNOWN };

static enum answer answer(bool saved, const struct err *err)
{
	if (saved)
		return SAVED;
	assert_string_not_equal(err->msg, "");
	if (!strstr(err->msg, "open the file again to see"))
		return REFUSED;
	assert_null(strstr(err->msg, "not saved"));
	return UNKNOWN;
}

/* Edits that make the file grow and shrink, and some undos. */
static enum answer do_edit(struct store *s, int n)
{
	struct err err = { "" };
	struct set_intent set;
	struct add_intent add;
	char text[4000];

	snprintf(text, sizeof text, "%d %*s", n, 10 + n * 150, "x");
	if (n % 5 == 4)
		return answer(history_undo(s, NULL, &err), &err);
	if (n % 5 == 2) {
		intent_add(&add, TOUCHPOINT);
		add.values.text[TOUCHPOINT_MAP] = "21";
		add.values.text[TOUCHPOINT_STAGE] = "31";
		add.values.text[TOUCHPOINT_TITLE] = text;
		return answer(store_do(s, &add.intent, &err), &err);
	}
	intent_set(&set, STAGE, 31);
	intent_set_field(&set, STAGE_WANT, text);
	return answer(store_do(s, &set.intent, &err), &err);
}

struct outcome {
	long calls;
	int count[3];           /* of each answer */
};

static void find(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

/* The file is sound, and holds what was acknowledged, nothing else; or one
 * edit more if nobody could tell of it whether it was saved. */
static void assert_file(const char *path, const char *state, int64_t last,
			bool unknown)
{
	struct err err = { "" };
	struct store *s;
	char *there;

	if (!verify(path, find, NULL, &err))
		fail_msg("%s", err.msg);
	s = stores_open(path, "Ann");
	there = state_print(store_project(s));
	if (unknown && store_last_edit(s) == last + 1)
		last++;
	else if (strcmp(there, state) != 0)
		fail_msg("the file holds:\n%s\nbut we know:\n%s", there,
			 state);
	assert_int_equal(store_last_edit(s), last);
	assert_int_equal(do_edit(s, 1), SAVED);
	free(there);
	store_close(s);
}

/* The edits, with a fault among them. */
static struct outcome run_edits(enum fault fault, long n, bool for_ever)
{
	static const char *path;
	struct outcome o = { 0, { 0 } };
	struct store *s;
	int64_t last;
	char *state;

	if (!path)
		path = tmp_path("run.cjm");
	tmp_write(path, sample, sample_len);
	s = stores_open(path, "Ann");
	last = store_last_edit(s);
	faults_set(fault, n, for_ever);
	for (int i = 0; i < EDITS; i++) {
		o.count[do_edit(s, i)]++;
		assert_int_equal(store_last_edit(s), last + o.count[SAVED]);
	}
	o.calls = faults_calls();
	faults_set(FAULT_NONE, 0, false);
	state = state_print(store_project(s));
	last = store_last_edit(s);
	store_close(s);
	assert_file(path, state, last, o.count[UNKNOWN]);
	free(state);
	return o;
}

/* Each call of a run fails in its turn.  `most`: how many edits one fault
 * may cost. */
static void fail_each_call(enum fault fault, bool for_ever, int most)
{
	long points = 0, refused = 0, unknown = 0;
	struct outcome o;

	do {
		o = run_edits(fault, ++points, for_ever);
		refused += o.count[REFUSED];
		unknown += o.count[UNKNOWN];
		assert_true(o.count[REFUSED] <= most);
		assert_true(for_ever || !o.count[UNKNOWN]);
		assert_true(o.count[UNKNOWN] <= 1);
	} while (o.calls >= points);
	assert_int_equal(o.count[SAVED], EDITS);
	assert_true(refused > 0);
	print_message("# %ld points: %ld edits refused, %ld unknown, "
		      "none lost\n", points - 1, refused, unknown);
}

static void an_error_once_costs_at_most_one_edit(void **state)
{
	(void)state;
	fail_each_call(FAULT_ERROR, false, 1);
}

static void an_error_for_ever_leaves_what_was_saved(void **state)
{
	(void)state;
	fail_each_call(FAULT_ERROR, true, EDITS);
}

static void a_full_disk_once_costs_at_most_one_edit(void **state)
{
	(void)state;
	fail_each_call(FAULT_FULL, false, 1);
}

static void a_full_disk_for_ever_leaves_what_was_saved(void **state)
{
	(void)state;
	fail_each_call(FAULT_FULL, true, EDITS);
}

static void what_was_done_and_called_an_error_is_known(void **state)
{
	(void)state;
	fail_each_call(FAULT_LATE, false, 1);
}

static sqlite3_vfs *ours(void)
{
	return sqlite3_vfs_find(vfs_name());
}

static int open_as(const char *path, int kind)
{
	sqlite3_file *f = calloc(1, (size_t)ours()->szOsFile);
	int code = ours()->xOpen(ours(), path, f, kind |
				 SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
				 NULL);

	if (f->pMethods)
		f->pMethods->xClose(f);
	free(f);
	return code;
}

static void only_our_file_and_its_journal_are_touched(void **state)
{
	const char *path, *other = tmp_file("other", "mine");
	struct store *s = stores_sample(&path);
	struct strbuf name = STRBUF_INIT;

	(void)state;
	assert_int_equal(open_as(other, SQLITE_OPEN_MAIN_DB),
			 SQLITE_CANTOPEN);
	assert_int_equal(open_as(NULL, SQLITE_OPEN_TEMP_DB), SQLITE_CANTOPEN);
	assert_int_equal(open_as(path, SQLITE_OPEN_SUPER_JOURNAL),
			 SQLITE_CANTOPEN);
	strbuf_addf(&name, "%s-wal", path);
	assert_int_equal(open_as(name.s, SQLITE_OPEN_WAL), SQLITE_CANTOPEN);
	assert_int_equal(ours()->xDelete(ours(), other, 0),
			 SQLITE_IOERR_DELETE);
	assert_int_equal(ours()->xDelete(ours(), path, 0),
			 SQLITE_IOERR_DELETE);
	assert_int_equal(access(other, F_OK), 0);
	assert_int_equal(access(path, F_OK), 0);
	strbuf_clear(&name);
	strbuf_addf(&name, "%s-journal", path);
	assert_int_equal(open_as(name.s, SQLITE_OPEN_MAIN_JOURNAL),
			 SQLITE_OK);
	assert_int_equal(ours()->xDelete(ours(), name.s, 0), SQLITE_OK);
	store_close(s);
	assert_int_equal(open_as(path, SQLITE_OPEN_MAIN_DB),
			 SQLITE_CANTOPEN);
	strbuf_release(&name);
}

static int prepare(void **state)
{
	const char *path;
	struct store *s;

	(void)state;
	faults_install();
	s = stores_sample(&path);
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
		cmocka_unit_test(only_our_file_and_its_journal_are_touched),
		cmocka_unit_test(an_error_once_costs_at_most_one_edit),
		cmocka_unit_test(an_error_for_ever_leaves_what_was_saved),
		cmocka_unit_test(a_full_disk_once_costs_at_most_one_edit),
		cmocka_unit_test(a_full_disk_for_ever_leaves_what_was_saved),
		cmocka_unit_test(what_was_done_and_called_an_error_is_known),
	};

	return cmocka_run_group_tests(tests, prepare, tidy);
}
