#include "store/verify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "dice.h"
#include "state.h"
#include "store/history.h"
#include "stores.h"
#include "tmp.h"

enum { DAMAGED = 400 };

static void collect(const char *what, void *arg)
{
	strbuf_addf(arg, "%s\n", what);
}

/* What verify() finds, a line each; the caller frees it. */
static char *findings(const char *path)
{
	struct strbuf out = STRBUF_INIT;
	struct err err = { "" };

	if (!verify(path, collect, &out, &err))
		fail_msg("%s", err.msg);
	return strbuf_detach(&out);
}

static void assert_sound_file(const char *path)
{
	char *what = findings(path);

	assert_string_equal(what, "");
	free(what);
}

/* A file with a history of many edits, undos and redos. */
static struct store *busy_store(const char **path)
{
	struct store *s = stores_sample(path);
	struct err err = { "" };
	struct wish w;

	dice_start(7);
	for (int i = 0; i < 150; i++) {
		if (dice(5) == 0) {
			history_undo(s, NULL, &err);
		} else if (dice(5) == 0) {
			history_redo(s, NULL, &err);
		} else {
			dice_wish(&w, store_project(s));
			store_do(s, &w.is.intent, &err);
		}
	}
	return s;
}

static void a_sound_file_has_no_findings(void **state)
{
	const char *path;
	struct store *s = busy_store(&path);

	(void)state;
	assert_sound_file(path);        /* also while it is open */
	store_close(s);
	assert_sound_file(path);
}

static void what_was_altered_behind_our_back_is_named(void **state)
{
	static const struct { const char *sql, *word; } damage[] = {
		{ "UPDATE stage SET title = 'x' WHERE id = 31",
		  "stage 31, title: it is \"x\", but \"Need\"" },
		{ "UPDATE touchpoint SET emotion = NULL WHERE id ="
		  " (SELECT min(id) FROM touchpoint WHERE emotion IS NOT NULL)",
		  "emotion" },
		{ "DELETE FROM vote", "is missing; the history has it" },
		{ "INSERT INTO persona (id, name) VALUES (77, 'Eve')",
		  "persona 77 is not in the history" },
		{ "PRAGMA foreign_keys = 0;"
		  "UPDATE touchpoint SET stage = 12345 WHERE stage = 31",
		  "refers to a stage that is not there" },
		{ "UPDATE stage SET title = CAST(x'fffe41' AS TEXT)",
		  "UTF-8" },
		{ "UPDATE stage SET title = 'a' || char(0) || 'b'"
		  " WHERE id = 31", "NUL" },
		{ "UPDATE stage SET rank = '!'", "the file is damaged at" },
		{ "UPDATE change SET new = 'x' WHERE op = 'set'",
		  "does not fit" },
		{ "DELETE FROM change WHERE edit = 2; DELETE FROM edit"
		  " WHERE seq = 2", "the history is damaged at edit 2" },
		{ "UPDATE edit SET uid = 0 WHERE seq = 3",
		  "the history is damaged at edit 3" },
		{ "UPDATE edit SET kind = 'x' WHERE seq = 3",
		  "the history is damaged at edit 3" },
		{ "UPDATE edit SET author = '' WHERE seq = 3",
		  "the history is damaged at edit 3" },
		{ "UPDATE change SET old = CAST(x'ff' AS TEXT)"
		  " WHERE edit = 3", "the history is damaged at edit 3" },
		{ "UPDATE change SET new = CAST(x'ff' AS TEXT)"
		  " WHERE edit = 3", "the history is damaged at edit 3" },
		{ "UPDATE change SET field = 'x' WHERE edit = 3",
		  "the history is damaged at edit 3" },
		{ "UPDATE change SET new = '{}' WHERE op = 'insert'",
		  "the history is damaged at edit 1" },
		{ "UPDATE change SET id = 0 WHERE n = 1",
		  "the history is damaged at edit 1" },
		{ "UPDATE change SET id = 9007199254740992 WHERE n = 1",
		  "the history is damaged at edit 1" },
		{ "UPDATE change SET entity = 'x' WHERE edit = 3",
		  "the history is damaged at edit 3" },
		{ "UPDATE edit SET time = -1 WHERE seq = 3",
		  "the history is damaged at edit 3" },
		{ "UPDATE edit SET uid = 9007199254740992 WHERE seq = 3",
		  "the history is damaged at edit 3" },
		{ "UPDATE edit SET label = CAST(x'ff' AS TEXT) WHERE seq = 3",
		  "the history is damaged at edit 3" },
		{ "UPDATE edit SET author = CAST(x'ff' AS TEXT)"
		  " WHERE seq = 3", "the history is damaged at edit 3" },
		{ "WITH RECURSIVE c (n) AS (SELECT 1000 UNION ALL"
		  " SELECT n + 1 FROM c WHERE n < 1150)"
		  " INSERT INTO persona (id, name) SELECT n, 'x' FROM c",
		  "and more" },
		{ "CREATE TABLE extra (a)", "tables are not as cjm" },
		{ "DROP INDEX edit_ref", "tables are not as cjm" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof damage / sizeof *damage; i++) {
		const char *path;
		struct store *s = stores_sample(&path);
		char *what;

		stores_set(s, STAGE, 31, STAGE_WANT, "a");
		stores_set(s, STAGE, 31, STAGE_WANT, "b");
		stores_set(s, STAGE, 31, STAGE_WANT, "c");
		store_close(s);
		stores_sql(path, damage[i].sql);
		what = findings(path);
		if (!strstr(what, damage[i].word))
			fail_msg("%s: no \"%s\" in:\n%s", damage[i].sql,
				 damage[i].word, what);
		free(what);
	}
}

static void a_file_cut_short_is_damaged(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	char *what;

	(void)state;
	store_close(s);
	assert_int_equal(truncate(path, 20000), 0);
	what = findings(path);
	assert_non_null(strstr(what, "it ends after 20000 of"));
	free(what);
}

static void what_is_no_map_is_refused(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct err err = { "" };

	(void)state;
	assert_false(verify(tmp_path("none.cjm"), collect, &out, &err));
	assert_false(verify(tmp_file("a.cjm", "text"), collect, &out, &err));
	assert_non_null(strstr(err.msg, "is not a journey map"));
	assert_int_equal(out.len, 0);
}

static char *state_of(const char *path)
{
	struct err err = { "" };
	struct store *s = store_open(path, &err);
	char *text = NULL;

	if (s && store_visit(s, 0, &err))
		text = state_print(store_project(s));
	store_close(s);
	return text;
}

/* Either it is found, or nothing that anybody reads has changed. */
static void bytes_turned_over_are_never_silent_damage(void **state)
{
	const char *path, *copy = tmp_path("copy.cjm");
	struct store *s = busy_store(&path);
	size_t len, refused = 0, found = 0;
	char *data, *sound;

	(void)state;
	store_close(s);
	data = tmp_read(path, &len);
	sound = state_of(path);
	for (int i = 0; i < DAMAGED; i++) {
		size_t at = dice((unsigned)len);
		struct strbuf out = STRBUF_INIT;
		struct err err = { "" };
		char old = data[at];

		data[at] = (char)(old ^ 1 << dice(8));
		tmp_write(copy, data, len);
		data[at] = old;
		if (!verify(copy, collect, &out, &err)) {
			refused++;
		} else if (out.len) {
			found++;
		} else {
			char *now = state_of(copy);

			if (!now || strcmp(now, sound) != 0)
				fail_msg("byte %zu: silent damage", at);
			free(now);
		}
		strbuf_release(&out);
	}
	assert_true(found > refused);
	free(data);
	free(sound);
}

static void a_backup_is_the_same_with_its_history(void **state)
{
	const char *path, *copy = tmp_path("copy.cjm");
	struct store *s = busy_store(&path), *t;
	struct err err = { "" };

	(void)state;
	if (!backup(path, copy, &err))
		fail_msg("%s", err.msg);
	assert_sound_file(copy);
	t = stores_open(copy, "Ann");
	assert_int_equal(store_last_edit(t), store_last_edit(s));
	assert_same_state(store_project(t),
			  store_project(stores_refresh(s)));
	stores_set(t, PROJECT, 1, PROJECT_TITLE, "copy");
	assert_stored(t);
	store_close(t);
	store_close(s);
}

static void a_backup_never_replaces_a_file(void **state)
{
	const char *path, *other = tmp_file("b.cjm", "mine");
	struct store *s = stores_sample(&path);
	struct err err = { "" };
	char *text;

	(void)state;
	assert_false(backup(path, other, &err));
	assert_non_null(strstr(err.msg, "is there already"));
	text = tmp_read(other, NULL);
	assert_string_equal(text, "mine");
	free(text);
	assert_false(backup(path, path, &err));
	assert_stored(s);
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_file_has_no_findings),
		cmocka_unit_test(what_was_altered_behind_our_back_is_named),
		cmocka_unit_test(a_file_cut_short_is_damaged),
		cmocka_unit_test(what_is_no_map_is_refused),
		cmocka_unit_test(bytes_turned_over_are_never_silent_damage),
		cmocka_unit_test(a_backup_is_the_same_with_its_history),
		cmocka_unit_test(a_backup_never_replaces_a_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
