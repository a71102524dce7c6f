/* Files that are no journey map, or one that somebody altered. */
#include "store/sniff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "dice.h"
#include "store/schema.h"
#include "stores.h"
#include "tmp.h"

enum { FLIPS = 400 };

/* A sample file that nobody has open. */
static const char *sample_file(void)
{
	const char *path;

	store_close(stores_sample(&path));
	return path;
}

/* Opening says why not, naming the file, and reading it all fails at least. */
static void assert_not_opened(const char *path, const char *word)
{
	struct err err = { "" };
	struct store *s = store_open(path, &err);

	if (s && store_visit(s, 0, &err))
		fail_msg("it was opened: %s", word);
	store_close(s);
	if (!strstr(err.msg, word))
		fail_msg("no \"%s\" in \"%s\"", word, err.msg);
	if (!s && !strstr(err.msg, path))
		fail_msg("no path in \"%s\"", err.msg);
}

/* The same, and the file is afterwards what it was. */
static void assert_refused(const char *path, const char *word)
{
	size_t before_len, after_len;
	char *before = tmp_read(path, &before_len), *after;

	assert_not_opened(path, word);
	after = tmp_read(path, &after_len);
	assert_int_equal(before_len, after_len);
	assert_memory_equal(before, after, after_len);
	free(before);
	free(after);
}

static void what_is_no_file_is_not_opened(void **state)
{
	const char *fifo = tmp_path("fifo.cjm");

	(void)state;
	assert_not_opened(tmp_path("missing.cjm"), "no such file");
	assert_not_opened(tmp_new_folder(), "is a folder");
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_not_opened(fifo, "not an ordinary file");
	assert_not_opened("/dev/null", "not an ordinary file");
}

static void what_is_no_map_is_refused(void **state)
{
	(void)state;
	assert_refused(tmp_file("a.cjm", ""), "is empty");
	assert_refused(tmp_file("a.cjm", "SQLite format 3"),
		       "not a journey map");
	assert_refused(tmp_file("a.cjm", "# My map\n\n## Need\n"),
		       "cjm import");
}

static void a_file_cut_short_is_refused_at_every_length(void **state)
{
	const char *path = sample_file(), *copy = tmp_path("cut.cjm");
	size_t len;
	char *whole = tmp_read(path, &len);

	(void)state;
	for (size_t cut = 1; cut < len; cut += cut < 130 ? 1 : 509) {
		tmp_write(copy, whole, cut);
		assert_refused(copy, cut < 100 ? "not a journey map" :
					    "is damaged");
	}
	tmp_write(copy, whole, len);
	store_close(stores_open(copy, "Ann"));
	free(whole);
}

static void another_programs_database_is_refused(void **state)
{
	const char *path = sample_file();

	(void)state;
	stores_sql(path, "PRAGMA application_id = 0");
	assert_refused(path, "another program");
	stores_sql(path, "PRAGMA application_id = 1196444487");
	assert_refused(path, "another program");
}

static void a_newer_or_unknown_version_is_refused(void **state)
{
	const char *path = sample_file();

	(void)state;
	stores_sql(path, "PRAGMA user_version = 2");
	assert_refused(path, "newer cjm");
	stores_sql(path, "PRAGMA user_version = 0");
	assert_refused(path, "not as cjm makes them");
}

static void altered_tables_are_refused(void **state)
{
	static const char *const changes[] = {
		"CREATE TABLE other (x)",
		"CREATE VIEW v AS SELECT 1",
		("CREATE TRIGGER t AFTER UPDATE ON stage BEGIN"
		 " DELETE FROM vote; END"),
		"CREATE INDEX i ON stage (lower(title))",
		"ALTER TABLE stage ADD COLUMN more TEXT",
		"ALTER TABLE stage RENAME COLUMN want TO wish",
		"DROP TABLE vote",
		"DROP INDEX stage_map",
		"ANALYZE",
	};

	(void)state;
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		const char *path = sample_file();

		stores_sql(path, changes[i]);
		assert_refused(path, "not as cjm makes them");
	}
}

/* A new database whose tables are as in `sql`. */
static const char *made_by(const char *sql)
{
	const char *path = tmp_file("made.cjm", "");
	struct err err = { "" };
	struct db *db = db_open(path, DB_CREATE, &err);

	if (!db || !db_exec(db, sql, &err))
		fail_msg("%s", err.msg);
	db_close(db);
	return path;
}

static void tables_that_were_made_otherwise_are_refused(void **state)
{
	struct strbuf sql = STRBUF_INIT;
	char *strict;

	(void)state;
	strbuf_addf(&sql, "PRAGMA application_id = %d;"
		    "PRAGMA user_version = %d;", SCHEMA_APPLICATION,
		    schema_current()->number);
	schema_text(&sql);
	store_close(stores_open(made_by(sql.s), "Ann"));
	strict = strstr(sql.s, ") STRICT");
	memset(strict, ' ', strlen(") STRICT"));
	*strict = ')';
	assert_refused(made_by(sql.s), "not as cjm makes them");
	strbuf_clear(&sql);
	strbuf_addf(&sql, "PRAGMA encoding = 'UTF-16le';"
		    "PRAGMA application_id = %d;"
		    "PRAGMA user_version = %d;", SCHEMA_APPLICATION,
		    schema_current()->number);
	schema_text(&sql);
	assert_refused(made_by(sql.s), "not UTF-8");
	strbuf_release(&sql);
}

static void a_write_ahead_log_is_refused(void **state)
{
	const char *path = sample_file();
	struct strbuf name = STRBUF_INIT;

	(void)state;
	strbuf_addf(&name, "%s-wal", path);
	tmp_write(name.s, "x", 1);
	assert_refused(path, "write-ahead log");
	assert_int_equal(unlink(name.s), 0);
	stores_sql(path, "PRAGMA journal_mode = WAL");
	assert_refused(path, "write-ahead log");
	strbuf_release(&name);
}

static void a_journal_that_names_another_file_is_refused(void **state)
{
	static const char magic[] = "/tmp/other\0\0\0\0\0\0"
				    "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
	const char *path = sample_file();
	struct strbuf name = STRBUF_INIT;
	size_t len;
	char *text;

	(void)state;
	strbuf_addf(&name, "%s-journal", path);
	tmp_write(name.s, magic, sizeof magic - 1);
	assert_refused(path, "could harm other files");
	text = tmp_read(name.s, &len);
	assert_int_equal(len, sizeof magic - 1);
	free(text);
	strbuf_release(&name);
}

/* SQLite would wait for a pipe without end. */
static void a_journal_that_is_no_file_is_refused(void **state)
{
	const char *path = sample_file();
	struct strbuf name = STRBUF_INIT;

	(void)state;
	strbuf_addf(&name, "%s-journal", path);
	assert_int_equal(mkfifo(name.s, 0600), 0);
	assert_refused(path, "not of cjm's making");
	assert_int_equal(unlink(name.s), 0);
	assert_int_equal(mkdir(name.s, 0700), 0);
	assert_refused(path, "not of cjm's making");
	assert_int_equal(rmdir(name.s), 0);
	store_close(stores_open(path, "Ann"));
	strbuf_release(&name);
}

static void a_file_of_several_names_is_refused(void **state)
{
	const char *path = sample_file(), *other = tmp_path("b.cjm");

	(void)state;
	assert_int_equal(link(path, other), 0);
	assert_refused(path, "several names");
	assert_refused(other, "several names");
}

static void a_symbolic_link_leads_to_its_file(void **state)
{
	const char *path = sample_file(), *other = tmp_path("b.cjm");
	struct store *s;

	(void)state;
	assert_int_equal(symlink(path, other), 0);
	s = stores_open(other, "Ann");
	assert_string_equal(store_path(s), path);
	stores_set(s, STAGE, 31, STAGE_TITLE, "x");
	assert_stored(s);
	store_close(s);
}

static void odd_names_are_only_names(void **state)
{
	static const char *const names[] = {
		"file:x?mode=memory", ":memory:", "-rf", "a b%20c.cjm",
		"\033[31m.cjm", "tiếng Việt.cjm",
	};
	const char *path = sample_file();
	size_t len;
	char *whole = tmp_read(path, &len);

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *odd = tmp_path(names[i]);
		struct store *s;

		tmp_write(odd, whole, len);
		s = stores_open(odd, "Ann");
		stores_set(s, STAGE, 31, STAGE_TITLE, "x");
		assert_stored(s);
		store_close(s);
	}
	free(whole);
}

static void rows_no_cjm_would_write_are_refused(void **state)
{
	static const char *const changes[] = {
		"UPDATE stage SET phase = 'never'",
		"UPDATE stage SET title = ''",
		"UPDATE stage SET title = 'a' || char(10) || 'b'",
		"UPDATE stage SET rank = 'a00'",
		"UPDATE map SET title = CAST(x'fffe' AS TEXT)",
		"UPDATE improvement SET due = '2026-02-29'",
		("UPDATE stage SET title ="
		 " replace(hex(zeroblob(1000)), '00', 'xx')"),
		"UPDATE answer SET place = -1",
	};

	(void)state;
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		const char *path = sample_file();

		stores_sql(path, changes[i]);
		assert_refused(path, "is damaged at");
	}
}

static void flipped_bytes_never_crash_and_nothing_is_written(void **state)
{
	const char *path = sample_file(), *copy = tmp_path("flipped.cjm");
	size_t len, after_len;
	char *whole = tmp_read(path, &len), *after;

	(void)state;
	dice_start(51);
	for (int i = 0; i < FLIPS; i++) {
		unsigned at = i % 4 ? dice((unsigned)len) : dice(100);
		char flip = (char)(1 << dice(8));
		struct err err = { "" };
		struct store *s;

		whole[at] ^= flip;
		tmp_write(copy, whole, len);
		s = store_open(copy, &err);
		if (!s || !store_visit(s, 0, &err))
			assert_true(*err.msg);
		store_close(s);
		after = tmp_read(copy, &after_len);
		assert_int_equal(len, after_len);
		assert_memory_equal(whole, after, len);
		free(after);
		whole[at] ^= flip;
	}
	free(whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_no_file_is_not_opened),
		cmocka_unit_test(what_is_no_map_is_refused),
		cmocka_unit_test(a_file_cut_short_is_refused_at_every_length),
		cmocka_unit_test(another_programs_database_is_refused),
		cmocka_unit_test(a_newer_or_unknown_version_is_refused),
		cmocka_unit_test(altered_tables_are_refused),
		cmocka_unit_test(tables_that_were_made_otherwise_are_refused),
		cmocka_unit_test(a_write_ahead_log_is_refused),
		cmocka_unit_test(a_journal_that_names_another_file_is_refused),
		cmocka_unit_test(a_journal_that_is_no_file_is_refused),
		cmocka_unit_test(a_file_of_several_names_is_refused),
		cmocka_unit_test(a_symbolic_link_leads_to_its_file),
		cmocka_unit_test(odd_names_are_only_names),
		cmocka_unit_test(rows_no_cjm_would_write_are_refused),
		cmocka_unit_test(
			flipped_bytes_never_crash_and_nothing_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
