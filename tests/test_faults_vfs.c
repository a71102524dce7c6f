#include "store/vfs.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "faults.h"
#include "stores.h"
#include "tmp.h"
#include "twenty.h"

static enum fault fault;        /* the one that is tried */

static void start(long n, bool for_ever)
{
	faults_set(fault, n, for_ever);
}

static long stop(void)
{
	long calls = faults_calls();

	faults_set(FAULT_NONE, 0, false);
	return calls;
}

/* `most`: how many edits one fault may cost. */
static void fail_each_call(enum fault which, bool for_ever, int most)
{
	static const struct trouble disk = { start, stop };
	struct twenty sum;

	fault = which;
	sum = twenty_fail_each(&disk, for_ever, most);
	print_message("# %ld points: %ld edits refused, %ld unknown, "
		      "none lost\n", sum.points, sum.refused, sum.unknown);
}

static void an_error_once_costs_at_most_one_edit(void **state)
{
	(void)state;
	fail_each_call(FAULT_ERROR, false, 1);
}

static void an_error_for_ever_leaves_what_was_saved(void **state)
{
	(void)state;
	fail_each_call(FAULT_ERROR, true, TWENTY);
}

static void a_full_disk_once_costs_at_most_one_edit(void **state)
{
	(void)state;
	fail_each_call(FAULT_FULL, false, 1);
}

static void a_full_disk_for_ever_leaves_what_was_saved(void **state)
{
	(void)state;
	fail_each_call(FAULT_FULL, true, TWENTY);
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
	assert_int_equal(open_as(NULL, SQLITE_OPEN_MAIN_DB), SQLITE_CANTOPEN);
	assert_int_equal(open_as(NULL, SQLITE_OPEN_MAIN_JOURNAL),
			 SQLITE_CANTOPEN);
	assert_int_equal(open_as("/tmp/other-journal",
				 SQLITE_OPEN_MAIN_JOURNAL), SQLITE_CANTOPEN);
	assert_int_equal(open_as(path, SQLITE_OPEN_MAIN_JOURNAL),
			 SQLITE_CANTOPEN);
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
	faults_install();
	return twenty_prepare(state);
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

	return cmocka_run_group_tests(tests, prepare, twenty_tidy);
}
