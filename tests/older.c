#include "older.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/verify.h"
#include "stores.h"
#include "tmp.h"

static char *fixture;           /* all of older.sql */

void older_text(struct strbuf *out)
{
	strbuf_add(out, fixture, (size_t)(strstr(fixture, "-- ") - fixture));
}

/* A touchpoint's mood as its emotion, in rows and in the history. */
#define EMOTION(mood) \
	"CASE " mood " WHEN 'good' THEN 1 WHEN 'bad' THEN -1 END"

/* A row in the history, its keys and values as they are now. */
#define ROW_NOW(json) \
	"CASE WHEN op = 'set' THEN" \
	"  CASE field WHEN 'mood' THEN" \
	"   ifnull(CAST(" EMOTION(json) " AS TEXT), '') ELSE " json " END" \
	" WHEN " json " ->> 'wish' IS NOT NULL THEN" \
	"  json_set(json_remove(" json ", '$.wish'), '$.want'," \
	"   " json " ->> 'wish')" \
	" WHEN " json " ->> 'mood' IS NOT NULL THEN" \
	"  json_set(json_remove(" json ", '$.mood'), '$.emotion'," \
	"   " EMOTION(json " ->> 'mood'") ")" \
	" ELSE " json " END"

static const struct { const char *select, *insert; } steps[OLDER_STEPS] = {
	{ "SELECT id, title, language, uid FROM project",
	  "INSERT INTO project (id, title, language, uid)"
	  " VALUES (?, ?, ?, ?)" },
	{ "SELECT id, title, rank FROM map",
	  "INSERT INTO map (id, title, rank) VALUES (?, ?, ?)" },
	{ "SELECT id, map, title, wish, rank FROM stage",
	  "INSERT INTO stage (id, map, title, want, rank)"
	  " VALUES (?, ?, ?, ?, ?)" },
	{ "SELECT id, map, stage, title, " EMOTION("mood") ", rank"
	  " FROM touchpoint",
	  "INSERT INTO touchpoint (id, map, stage, title, emotion, rank)"
	  " VALUES (?, ?, ?, ?, ?, ?)" },
	{ "SELECT seq, uid, time, author, kind, ref, label FROM edit",
	  "INSERT INTO edit (seq, uid, time, author, kind, ref, label)"
	  " VALUES (?, ?, ?, ?, ?, ?, ?)" },
	{ "SELECT n, edit, op, entity, id, CASE field WHEN 'wish' THEN 'want'"
	  " WHEN 'mood' THEN 'emotion' ELSE field END,"
	  " " ROW_NOW("old") ", " ROW_NOW("new") " FROM change",
	  "INSERT INTO change (n, edit, op, entity, id, field, old, new)"
	  " VALUES (?, ?, ?, ?, ?, ?, ?, ?)" },
};

size_t older_steps = OLDER_STEPS;

bool older_copy(struct db *from, struct db *to, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; ok && i < older_steps; i++)
		ok = schema_copy_rows(from, steps[i].select, to,
				      steps[i].insert, err);
	return ok;
}

const struct schema_version older_versions[] = {
	{ 1, older_text, NULL }, { 2, schema_text, older_copy },
	{ 0, NULL, NULL }
};

static const struct schema_version *published;

int older_prepare(void **state)
{
	struct strbuf name = STRBUF_INIT;

	(void)state;
	published = schema_versions;
	schema_versions = older_versions;
	older_steps = OLDER_STEPS;
	if (fixture)
		return 0;
	strbuf_addf(&name, "%s/tests/fixtures/older.sql",
		    getenv("srcdir") ? getenv("srcdir") : ".");
	fixture = tmp_read(name.s, NULL);
	strbuf_release(&name);
	return 0;
}

int older_tidy(void **state)
{
	(void)state;
	schema_versions = published;
	free(fixture);
	fixture = NULL;
	return 0;
}

const char *older_file(void)
{
	const char *path = tmp_file("a.cjm", "");
	struct strbuf sql = STRBUF_INIT;
	struct err err = { "" };
	struct db *db = db_open(path, DB_CREATE, &err);

	strbuf_addf(&sql, "PRAGMA application_id = %d;"
		    "PRAGMA user_version = 1; BEGIN;%s COMMIT;",
		    SCHEMA_APPLICATION, fixture);
	if (!db || !db_exec(db, sql.s, &err))
		fail_msg("%s", err.msg);
	db_close(db);
	strbuf_release(&sql);
	return path;
}

static void find(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

void older_assert_brought_over(struct store *s)
{
	struct err err = { "" };

	assert_string_equal(stores_text(s, STAGE, 31, STAGE_WANT),
			    "Something warm");
	assert_string_equal(stores_text(s, TOUCHPOINT, 41,
					TOUCHPOINT_EMOTION), "1");
	assert_string_equal(stores_text(s, TOUCHPOINT, 42,
					TOUCHPOINT_EMOTION), "-1");
	assert_string_equal(stores_text(s, TOUCHPOINT, 43,
					TOUCHPOINT_EMOTION), "");
	assert_int_equal(store_last_edit(s), 4);
	assert_stored(s);
	if (!verify(store_path(s), find, NULL, &err))
		fail_msg("%s", err.msg);
}
