/* The power fails: what was acknowledged is there, and no damage. */
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../dice.h"
#include "../stores.h"
#include "../tmp.h"
#include "figures.h"
#include "hand.h"
#include "lossy.h"

enum { EDITS = 20, LOSSES_A_RUN = 40, STATES = 20 };

static struct ack acks[EDITS];
static long noted[EDITS];       /* how much was written down by then */
static size_t ack_count;

static void run_edits(const char *path, const char *sample, size_t len)
{
	struct store *s;

	tmp_write(path, sample, len);
	lossy_start(path);
	s = stores_open(path, hand_name(0));
	ack_count = 0;
	while (ack_count < EDITS)
		if (hand_edit(s, 0, &acks[ack_count]))
			noted[ack_count++] = lossy_length();
	store_close(s);
}

/* How many edits were acknowledged by then. */
static size_t acked(long length)
{
	size_t count = 0;

	while (count < ack_count && noted[count] <= length)
		count++;
	return count;
}

static void no_acknowledged_edit_is_lost(void **state)
{
	const char *path, *left = tmp_path("left.cjm");
	long losses = figures_count(2000, 50000);
	char *sample;
	size_t len;

	(void)state;
	store_close(stores_sample(&path));
	sample = tmp_read(path, &len);
	dice_start(figures_seed());
	for (long i = 0; i < losses; i++) {
		long at;

		if (i % LOSSES_A_RUN == 0)
			run_edits(path, sample, len);
		at = (long)dice((unsigned)lossy_length() + 1);
		lossy_build(at, left);
		hand_check(left, acks, acked(at), 1, 1);
	}
	free(sample);
	lossy_start(NULL);
	figures_tell("power: %ld losses of power, DELETE/EXTRA as cjm has it: "
		     "0 edits lost, 0 damaged", losses);
}

/* Bare SQLite doing alike, in modes that cjm does not use: the disk above
 * must be one on which they lose something. */
struct mode {
	const char *name, *pragmas;
	long lost, damaged;
};

static void must(int code, sqlite3 *db)
{
	if (code != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(db));
}

static sqlite3 *open_bare(const char *path, const char *pragmas)
{
	sqlite3 *db = NULL;

	must(sqlite3_open(path, &db), db);
	must(sqlite3_exec(db, pragmas, NULL, NULL, NULL), db);
	return db;
}

static void make_bare(const char *path)
{
	static const char tables[] =
		"CREATE TABLE edit (seq INTEGER PRIMARY KEY, state, text);"
		"CREATE TABLE state (id INTEGER PRIMARY KEY, seq, text);";
	sqlite3 *db;

	tmp_write(path, "", 0);
	db = open_bare(path, tables);
	for (int i = 0; i < STATES; i++) {
		char *sql = sqlite3_mprintf(
			"INSERT INTO state VALUES (%d, 0, hex(zeroblob(%d)))",
			i, 100 + i * 100);

		must(sqlite3_exec(db, sql, NULL, NULL, NULL), db);
		sqlite3_free(sql);
	}
	sqlite3_close(db);
}

static void run_bare(const char *path, const char *pragmas)
{
	sqlite3 *db;

	make_bare(path);
	lossy_start(path);
	db = open_bare(path, pragmas);
	for (ack_count = 0; ack_count < EDITS; ack_count++) {
		int state = (int)dice(STATES), len = (int)dice(3000);
		char *sql = sqlite3_mprintf(
			"BEGIN IMMEDIATE; INSERT INTO edit VALUES"
			" (%d, %d, hex(zeroblob(%d))); UPDATE state SET"
			" seq = %d, text = hex(zeroblob(%d)) WHERE id = %d;"
			"COMMIT", (int)ack_count + 1, state, len,
			(int)ack_count + 1, (int)dice(3000), state);

		must(sqlite3_exec(db, sql, NULL, NULL, NULL), db);
		sqlite3_free(sql);
		noted[ack_count] = lossy_length();
	}
	sqlite3_close(db);
}

/* The number the statement answers with, -1 if it cannot. */
static int ask(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st = NULL;
	int answer = -1;

	if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK &&
	    sqlite3_step(st) == SQLITE_ROW)
		answer = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return answer;
}

static void look_bare(const char *path, size_t acknowledged, struct mode *m)
{
	sqlite3 *db = NULL;
	int last, wrong;

	sqlite3_open(path, &db);
	/* else a write-ahead log wants shared memory */
	sqlite3_exec(db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL);
	wrong = ask(db, "SELECT count(*) FROM pragma_integrity_check"
			" WHERE integrity_check <> 'ok'");
	last = ask(db, "SELECT coalesce(max(seq), 0) FROM edit");
	if (wrong == 0)
		wrong = ask(db, "SELECT count(*) FROM state AS s WHERE seq <>"
				" coalesce((SELECT max(seq) FROM edit"
				" WHERE state = s.id), 0)");
	if (wrong != 0 || ask(db, "SELECT count(*) FROM edit") != last)
		m->damaged++;
	else if (last < (int)acknowledged)
		m->lost++;
	sqlite3_close(db);
}

static void try_mode(struct mode *m, long losses)
{
	const char *path = tmp_path("bare"), *left = tmp_path("left");

	for (long i = 0; i < losses; i++) {
		long at;

		if (i % LOSSES_A_RUN == 0)
			run_bare(path, m->pragmas);
		at = (long)dice((unsigned)lossy_length() + 1);
		lossy_build(at, left);
		look_bare(left, acked(at), m);
	}
	lossy_start(NULL);
}

static void the_disk_catches_modes_that_lose(void **state)
{
	struct mode modes[] = {
		{ "DELETE/EXTRA", "PRAGMA synchronous = EXTRA", 0, 0 },
		{ "DELETE/FULL", "PRAGMA synchronous = FULL", 0, 0 },
		{ "DELETE/OFF", "PRAGMA synchronous = OFF", 0, 0 },
		{ "WAL/NORMAL", ("PRAGMA locking_mode = EXCLUSIVE;"
				 "PRAGMA journal_mode = WAL;"
				 "PRAGMA synchronous = NORMAL"), 0, 0 },
	};
	long losses = figures_count(500, 5000);

	(void)state;
	dice_start(figures_seed());
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		struct mode *m = &modes[i];

		try_mode(m, losses);
		figures_tell("power: %ld losses, %s with bare SQLite: %ld "
			     "with an edit lost, %ld damaged (%s)", losses,
			     m->name, m->lost, m->damaged,
			     i ? "must not be 0" : "must be 0");
		if (i)
			assert_int_not_equal(m->lost + m->damaged, 0);
		else
			assert_int_equal(m->lost + m->damaged, 0);
	}
}

static int prepare(void **state)
{
	(void)state;
	lossy_install();
	return 0;
}

static int tidy(void **state)
{
	(void)state;
	lossy_release();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_acknowledged_edit_is_lost),
		cmocka_unit_test(the_disk_catches_modes_that_lose),
	};

	return cmocka_run_group_tests(tests, prepare, tidy);
}
