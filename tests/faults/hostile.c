/* Files that somebody made in order to do harm: each is refused with a
 * sentence that tells what is wrong, and neither it nor anything beside it is
 * touched. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../run.h"
#include "../stores.h"
#include "../tmp.h"
#include "base/alloc.h"
#include "base/strbuf.h"
#include "figures.h"

enum { LARGE = 100 * 1000 * 1000, SLOW_MS = 20000, OTHER = 4711 };

static char *sample;
static size_t sample_len;

static const char *sample_file(void)
{
	const char *path = tmp_path("map.cjm");

	tmp_write(path, sample, sample_len);
	return path;
}

/* As a program may that does not ask cjm. */
static void run_sql(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	char *why = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s: %s", sql, why);
	sqlite3_close(db);
}

static const char *beside(const char *path, const char *ending)
{
	static char name[4096];

	snprintf(name, sizeof name, "%s%s", path, ending);
	return name;
}

struct held {
	char *data;
	size_t len;
};

static struct held hold(const char *path)
{
	struct held h = { NULL, 0 };
	struct stat st;

	if (!lstat(path, &st) && S_ISREG(st.st_mode))
		h.data = tmp_read(path, &h.len);
	return h;
}

static void assert_untouched(const char *path, struct held *was)
{
	struct held is = hold(path);

	if (!is.data != !was->data || is.len != was->len ||
	    (is.data && memcmp(is.data, was->data, is.len) != 0))
		fail_msg("%s was written to", path);
	free(is.data);
	free(was->data);
}

/* One sentence on one line. */
static void assert_says(const struct run *r, const char *word,
			const char *what)
{
	const char *end = strchr(r->err, '\n');

	if (!strstr(r->err, word) && !strstr(r->out, word))
		fail_msg("%s: no \"%s\" in \"%s%s\"", what, word, r->out,
			 r->err);
	if (r->status == 3 && (!end || end[1]))
		fail_msg("%s: no sentence: \"%s\"", what, r->err);
}

static void refuse(const char *path, const char *word, const char *what)
{
	const char *const *commands[] = {
		RUN("cjm", "show", path, "--map", "1"),
		RUN("cjm", "add", path, "--map", "1", "a > b"),
		RUN("cjm", "verify", path),
	};
	long began = figures_now();

	for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
		struct held file = hold(path);
		struct held journal = hold(beside(path, "-journal"));
		struct held log = hold(beside(path, "-wal"));
		struct run r;

		run(&r, NULL, commands[i]);
		if (r.status != 3 && !(i == 2 && r.status == 1))
			fail_msg("%s, cjm %s: exit status %d: %s%s", what,
				 commands[i][1], r.status, r.out, r.err);
		assert_says(&r, word, what);
		run_release(&r);
		assert_untouched(path, &file);
		assert_untouched(beside(path, "-journal"), &journal);
		assert_untouched(beside(path, "-wal"), &log);
	}
	if (figures_now() - began > SLOW_MS)
		fail_msg("%s: this took %ld ms", what,
			 figures_now() - began);
}

static void hostile_tables_are_refused(void **state)
{
	static const struct { const char *what, *sql; } cases[] = {
		{ "a trigger", "CREATE TRIGGER t AFTER UPDATE ON stage BEGIN"
		  " DELETE FROM vote; END" },
		{ "a view in a table's place",
		  "DROP TABLE vote; CREATE VIEW vote AS SELECT id, title AS"
		  " touchpoint, title AS voter, 1 AS number FROM stage" },
		{ "an index that computes",
		  "CREATE INDEX i ON stage (lower(title))" },
		{ "one more column", "ALTER TABLE stage ADD more TEXT" },
		{ "a column that computes", "ALTER TABLE stage ADD more TEXT"
		  " AS (upper(title))" },
		{ "a table that is not strict",
		  "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql ="
		  " replace(sql, ') STRICT', ')') WHERE name = 'stage'" },
		{ "a check that calls",
		  "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql ="
		  " replace(sql, 'CHECK (id', 'CHECK (random() AND id')"
		  " WHERE name = 'stage'" },
		{ "a virtual table",
		  "CREATE VIRTUAL TABLE v USING fts3(title)" },
		{ "one more table", "CREATE TABLE sqlar (name, data)" },
		{ "a table that is not there", "DROP TABLE vote" },
		{ "statistics that mislead", "ANALYZE" },
	};
	const char *path;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		path = sample_file();
		run_sql(path, cases[i].sql);
		refuse(path, "not as cjm makes them", cases[i].what);
	}
	path = sample_file();
	run_sql(path, "PRAGMA writable_schema = 1; INSERT INTO sqlite_schema"
		" SELECT * FROM sqlite_schema WHERE name = 'vote'");
	refuse(path, "damaged", "two tables of one name");
	figures_tell("hostile: %zu files with hostile tables: 0 opened, "
		     "0 touched", ARRAY_LEN(cases) + 1);
}

static void files_of_others_are_refused(void **state)
{
	static const struct { const char *what, *sql, *word; } cases[] = {
		{ "another program's", "PRAGMA application_id = 1",
		  "belongs to another program" },
		{ "a newer cjm's", "PRAGMA user_version = 1000",
		  "written by a newer cjm" },
		{ "one with a write-ahead log", "PRAGMA journal_mode = WAL",
		  "write-ahead log" },
	};
	const char *path;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		path = sample_file();
		run_sql(path, cases[i].sql);
		refuse(path, cases[i].word, cases[i].what);
	}
	path = tmp_file("map.cjm", "");
	run_sql(path, "PRAGMA encoding = 'UTF-16le'; CREATE TABLE stage (id);"
		"PRAGMA application_id = 1667919153;"
		"PRAGMA user_version = 1");
	refuse(path, "not UTF-8", "a UTF-16 database");
	figures_tell("hostile: %zu files of other programs: 0 opened, "
		     "0 touched", ARRAY_LEN(cases) + 1);
}

static void hostile_texts_are_refused(void **state)
{
	static const struct { const char *what, *sql, *word; } cases[] = {
		{ "no UTF-8", "UPDATE stage SET title ="
		  " CAST(x'41fffe42' AS TEXT)", "UTF-8" },
		{ "a surrogate", "UPDATE stage SET title ="
		  " CAST(x'eda080' AS TEXT)", "UTF-8" },
		{ "a title too long", "UPDATE map SET title ="
		  " printf('%.*c', 100000, 'x')", "damaged" },
		{ "a text of 60 MB", "UPDATE map SET goal ="
		  " printf('%.*c', 60000000, 'x')", "damaged" },
		{ "a rank of other letters", "UPDATE stage SET rank = 'ä!'",
		  "damaged" },
		{ "a rank too long", "UPDATE stage SET rank = 'a0' ||"
		  " printf('%.*c', 5000, 'V')", "damaged" },
		{ "an id below 1", "PRAGMA ignore_check_constraints = 1;"
		  "UPDATE persona SET id = -5 WHERE id = 12", "damaged" },
		{ "an id too large", "PRAGMA ignore_check_constraints = 1;"
		  "UPDATE persona SET id = 9007199254740992 WHERE id = 12",
		  "damaged" },
		{ "a line break in a title",
		  "UPDATE stage SET title = 'a' || char(10)", "damaged" },
		{ "an escape in a title", "UPDATE stage SET phase ="
		  " char(27) || ']52;c;eA==' || char(7)", "damaged" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *path = sample_file();

		run_sql(path, cases[i].sql);
		refuse(path, cases[i].word, cases[i].what);
	}
	figures_tell("hostile: %zu files with hostile texts: 0 opened, "
		     "0 touched", ARRAY_LEN(cases));
}

/* What is met only by the deep checks, which come before anything is written,
 * or only by holding the rows against the history. */
static void what_history_does_not_know_is_told(void **state)
{
	static const struct {
		const char *what, *sql, *word;
		bool deep;
	} cases[] = {
		{ "a NUL in a title", "UPDATE stage SET title ="
		  " 'a' || char(0) || 'b' WHERE id = 31", "NUL", true },
		{ "maps derived from each other",
		  "UPDATE map SET derived = 22 WHERE id = 21", "derived",
		  false },
		{ "a stage of a map that is not there",
		  "UPDATE stage SET map = 4711 WHERE id = 31",
		  "not there", true },
		{ "an edit taken out", "DELETE FROM change; DELETE FROM edit",
		  "is not in the history", false },
		{ "an edit that refers to itself",
		  "UPDATE edit SET kind = 'undo', ref = seq, uid = 0",
		  "the history is damaged", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *path = sample_file();
		struct held file;
		struct run r;

		run_sql(path, cases[i].sql);
		file = hold(path);
		run(&r, NULL, RUN("cjm", "verify", path));
		if (r.status != 1)
			fail_msg("%s: %d %s%s", cases[i].what, r.status,
				 r.out, r.err);
		assert_says(&r, cases[i].word, cases[i].what);
		run_release(&r);
		run(&r, NULL, RUN("cjm", "show", path));
		assert_true(r.status == 0 || r.status == 3);
		run_release(&r);
		if (cases[i].deep) {
			run(&r, NULL, RUN("cjm", "add", path, "--map", "1",
					  "a > b"));
			assert_int_equal(r.status, 3);
			assert_non_null(strstr(r.err, "cjm salvage"));
			run_release(&r);
		}
		assert_untouched(path, &file);
	}
	figures_tell("hostile: %zu files that differ from their history: "
		     "0 called sound, 0 touched", ARRAY_LEN(cases));
}

/* A journal in SQLite's own form that ends in the name of another file. */
static void append_super(struct strbuf *log, const char *target)
{
	unsigned sum = 0;
	unsigned char tail[20] = { 0 };
	size_t len = strlen(target);

	for (size_t i = 0; i < len; i++)
		sum += (unsigned char)target[i];
	strbuf_add(log, "\0\x04\0\0", 4);
	strbuf_add(log, target, len);
	for (int i = 0; i < 4; i++) {
		tail[i] = (unsigned char)(len >> (24 - 8 * i));
		tail[4 + i] = (unsigned char)(sum >> (24 - 8 * i));
	}
	memcpy(tail + 8, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
	strbuf_add(log, (const char *)tail, 16);
}

static void a_journal_never_harms_another_file(void **state)
{
	static const char head[] = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
	const char *path = sample_file(), *target = tmp_file("mine", "mine");
	struct strbuf log = STRBUF_INIT;
	struct held mine = hold(target);

	(void)state;
	strbuf_add(&log, head, 8);
	while (log.len < 512)
		strbuf_add(&log, "\0", 1);
	append_super(&log, target);
	tmp_write(beside(path, "-journal"), log.s, log.len);
	refuse(path, "could harm other files", "a journal naming a file");
	assert_untouched(target, &mine);
	strbuf_release(&log);
}

static void what_is_beside_it_is_no_trap(void **state)
{
	const char *path = sample_file(), *target = tmp_file("mine", "mine");
	struct held mine = hold(target);

	(void)state;
	assert_int_equal(mkfifo(beside(path, "-journal"), 0600), 0);
	refuse(path, "-journal", "a pipe as a journal");
	path = sample_file();
	assert_int_equal(symlink(target, beside(path, "-journal")), 0);
	refuse(path, "-journal", "a link as a journal");
	path = sample_file();
	assert_int_equal(mkdir(beside(path, "-journal"), 0700), 0);
	refuse(path, "-journal", "a folder as a journal");
	path = sample_file();
	tmp_write(beside(path, "-wal"), "x", 1);
	refuse(path, "write-ahead log", "a write-ahead log beside it");
	assert_untouched(target, &mine);
	figures_tell("hostile: 5 things beside the file: 0 files touched, "
		     "0 hung");
}

/* Somebody else's journal may hold what they were writing, and putting it
 * back with their rights is theirs. */
static void a_journal_of_somebody_else_is_left_to_them(void **state)
{
	const char *path = sample_file();

	(void)state;
	tmp_write(beside(path, "-journal"), "theirs", 6);
	if (chown(path, OTHER, OTHER) ||
	    chown(beside(path, "-journal"), OTHER + 1, OTHER + 1)) {
		figures_tell("hostile: SKIPPED, a journal of somebody else:"
			     " only root can make one");
		return;
	}
	refuse(path, "left by another user", "a journal of somebody else");
	figures_tell("hostile: a journal of somebody else: 0 touched");
}

static const char *large_text(void)
{
	const char *path = tmp_path("large.cjm");
	char *text = xmalloc(LARGE);

	memset(text, 'x', LARGE);
	tmp_write(path, text, LARGE);
	free(text);
	return path;
}

static void what_is_no_file_of_ours_is_refused(void **state)
{
	const char *path = tmp_path("pipe.cjm"), *large = large_text();

	(void)state;
	assert_int_equal(mkfifo(path, 0600), 0);
	refuse(path, "not an ordinary file", "a pipe");
	refuse("/dev/null", "not an ordinary file", "/dev/null");
	refuse("/dev/zero", "not an ordinary file", "/dev/zero");
	refuse(tmp_new_folder(), "is a folder", "a folder");
	refuse(tmp_file("a.cjm", ""), "is empty", "an empty file");
	refuse(tmp_file("a.cjm", "SQLite format 3"), "not a journey map",
	       "the beginning of a file");
	refuse(large, "not a journey map", "100 MB of text");
	assert_int_equal(unlink(large), 0);
	path = tmp_path("ring.cjm");
	assert_int_equal(symlink(path, path), 0);
	refuse(path, "cannot be opened", "a link to itself");
	figures_tell("hostile: 8 things that are no file of ours: 0 opened, "
		     "0 hung");
}

static int prepare(void **state)
{
	const char *path;

	(void)state;
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
		cmocka_unit_test(hostile_tables_are_refused),
		cmocka_unit_test(files_of_others_are_refused),
		cmocka_unit_test(hostile_texts_are_refused),
		cmocka_unit_test(what_history_does_not_know_is_told),
		cmocka_unit_test(a_journal_never_harms_another_file),
		cmocka_unit_test(what_is_beside_it_is_no_trap),
		cmocka_unit_test(a_journal_of_somebody_else_is_left_to_them),
		cmocka_unit_test(what_is_no_file_of_ours_is_refused),
	};

	return cmocka_run_group_tests(tests, prepare, tidy);
}
