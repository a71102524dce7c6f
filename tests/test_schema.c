#include "store/schema.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sample.h"
#include "stores.h"

static struct db *open_db(const char *path)
{
	struct err err = { "" };
	struct db *db = db_open(path, DB_WRITE, &err);

	if (!db)
		fail_msg("%s", err.msg);
	return db;
}

static void the_schema_is_the_one_that_was_published(void **state)
{
	struct strbuf text = STRBUF_INIT;
	char *golden = sample_golden("schema-1.sql");

	(void)state;
	schema_text(&text);
	assert_int_equal(schema_current()->number, 1);
	assert_string_equal(text.s, golden);
	free(golden);
	strbuf_release(&text);
}

static void every_table_is_strict_and_nothing_else_is_made(void **state)
{
	struct strbuf text = STRBUF_INIT;
	int tables = 0, strict = 0;

	(void)state;
	schema_text(&text);
	for (const char *s = text.s; (s = strstr(s, "CREATE TABLE")); s++)
		tables++;
	for (const char *s = text.s; (s = strstr(s, ") STRICT;")); s++)
		strict++;
	assert_int_equal(tables, ENTITIES + 2);
	assert_int_equal(strict, tables);
	assert_null(strstr(text.s, "CASCADE"));
	assert_null(strstr(text.s, "SET NULL"));
	assert_null(strstr(text.s, "TRIGGER"));
	assert_null(strstr(text.s, "VIEW"));
	assert_null(strstr(text.s, "UNIQUE"));
	strbuf_release(&text);
}

static void assert_answer(struct db *db, const char *sql, const char *answer)
{
	struct err err = { "" };
	struct stmt st;

	stmt_open(&st, db, sql);
	assert_true(stmt_next(&st));
	assert_string_equal(stmt_text(&st, 0), answer);
	assert_true(stmt_close(&st, &err));
}

static void a_connection_is_as_safe_as_it_can_be(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct db *db = open_db(path);

	(void)state;
	assert_answer(db, "PRAGMA journal_mode", "delete");
	assert_answer(db, "PRAGMA synchronous", "3");
	assert_answer(db, "PRAGMA foreign_keys", "1");
	assert_answer(db, "PRAGMA trusted_schema", "0");
	assert_answer(db, "PRAGMA cell_size_check", "1");
	assert_answer(db, "PRAGMA secure_delete", "1");
	assert_answer(db, "PRAGMA temp_store", "2");
	assert_answer(db, "PRAGMA user_version", "1");
	assert_answer(db, "PRAGMA application_id", "1667919153");
	assert_answer(db, "PRAGMA encoding", "UTF-8");
	assert_answer(db, "PRAGMA integrity_check", "ok");
	db_close(db);
	store_close(s);
}

static void every_reference_is_indexed(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct db *db = open_db(path);

	(void)state;
	for (int e = 0; e < ENTITIES; e++)
		for (int f = 0; f < entities[e].count; f++) {
			const struct field *field =
				field_of((enum entity)e, f);
			struct strbuf sql = STRBUF_INIT;

			strbuf_addf(&sql, "SELECT count(*) FROM"
				    " pragma_index_list('%s') AS l,"
				    " pragma_index_info(l.name) AS i"
				    " WHERE i.name = '%s'",
				    entities[e].key, field->key);
			assert_answer(db, sql.s,
				      field->type == FIELD_REF ? "1" : "0");
			strbuf_release(&sql);
		}
	db_close(db);
	store_close(s);
}

/* What the tables themselves refuse, whoever writes. */
static void the_tables_hold_no_nonsense(void **state)
{
	static const char *const wrong[] = {
		"INSERT INTO persona (id, name) VALUES (0, 'x')",
		"INSERT INTO persona (id, name) VALUES (-5, 'x')",
		"INSERT INTO persona (id, name) VALUES (9007199254740992, 'x')",
		"INSERT INTO persona (id) VALUES (7)",
		"UPDATE touchpoint SET emotion = 3",
		"UPDATE touchpoint SET emotion = 'good'",
		"UPDATE touchpoint SET title = x'ff'",
		"UPDATE touchpoint SET stage = 4711",
		"DELETE FROM stage WHERE id = 31",
		"DELETE FROM edit",
	};
	const char *path;
	struct store *s = stores_sample(&path);
	struct db *db = open_db(path);

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct err err = { "" };

		if (db_exec(db, wrong[i], &err))
			fail_msg("the tables took: %s", wrong[i]);
		db_rollback(db);
	}
	db_close(db);
	assert_stored(s);
	store_close(s);
}

static void a_transaction_is_kept_or_rolled_back_whole(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct db *db = open_db(path);
	struct err err = { "" };

	(void)state;
	assert_true(db_begin(db, &err));
	assert_true(db_exec(db, "UPDATE stage SET title = 'x'", &err));
	assert_true(db_exec(db, "UPDATE touchpoint SET stage = 4711", &err));
	assert_false(db_commit(db, &err));
	assert_non_null(strstr(err.msg, "gone"));
	assert_true(db_begin(db, &err));
	db_rollback(db);
	db_rollback(db);
	db_close(db);
	db_close(NULL);
	assert_stored(s);
	store_close(s);
}

static void a_statement_keeps_its_first_failure(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct db *db = open_db(path);
	struct err err = { "" };
	struct stmt st;
	int changed;

	(void)state;
	stmt_open(&st, db, "SELECT nothing FROM nowhere");
	stmt_bind_int(&st, 1);
	stmt_bind_text(&st, "x");
	stmt_bind_null(&st);
	assert_false(stmt_next(&st));
	stmt_run(&st, &changed);
	assert_int_equal(changed, 0);
	assert_false(stmt_close(&st, &err));
	assert_true(*err.msg);
	stmt_open(&st, db, "SELECT 1 WHERE 1 = ?");
	stmt_bind_int(&st, 1);
	stmt_bind_int(&st, 2);
	assert_false(stmt_next(&st));
	assert_false(stmt_close(&st, &err));
	db_close(db);
	store_close(s);
}

static void more_statements_than_are_kept_can_be_used(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct db *db = open_db(path);
	struct err err = { "" };
	struct stmt outer;

	(void)state;
	stmt_open(&outer, db, "SELECT id FROM stage ORDER BY id");
	assert_true(stmt_next(&outer));
	for (int i = 0; i < 500; i++) {
		struct strbuf sql = STRBUF_INIT;
		struct stmt st, same;

		strbuf_addf(&sql, "SELECT %d + ?", i % 90);
		stmt_open(&st, db, sql.s);
		stmt_open(&same, db, sql.s);
		stmt_bind_int(&st, 1);
		stmt_bind_int(&same, 2);
		assert_true(stmt_next(&st) && stmt_next(&same));
		assert_int_equal(stmt_int(&st, 0), i % 90 + 1);
		assert_int_equal(stmt_int(&same, 0), i % 90 + 2);
		assert_true(stmt_close(&st, &err) && stmt_close(&same, &err));
		strbuf_release(&sql);
	}
	assert_int_equal(stmt_int(&outer, 0), 31);
	assert_true(stmt_next(&outer));
	assert_int_equal(stmt_int(&outer, 0), 32);
	assert_true(stmt_close(&outer, &err));
	db_close(db);
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_schema_is_the_one_that_was_published),
		cmocka_unit_test(
			every_table_is_strict_and_nothing_else_is_made),
		cmocka_unit_test(a_connection_is_as_safe_as_it_can_be),
		cmocka_unit_test(every_reference_is_indexed),
		cmocka_unit_test(the_tables_hold_no_nonsense),
		cmocka_unit_test(a_transaction_is_kept_or_rolled_back_whole),
		cmocka_unit_test(a_statement_keeps_its_first_failure),
		cmocka_unit_test(more_statements_than_are_kept_can_be_used),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
