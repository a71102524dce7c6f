#include "stores.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sample.h"
#include "state.h"
#include "store/history.h"
#include "tmp.h"

struct store *stores_refresh(struct store *s)
{
	struct err err = { "" };

	if (!store_refresh(s, NULL, &err) || !store_visit(s, 0, &err))
		fail_msg("%s", err.msg);
	return s;
}

struct store *stores_sample(const char **path)
{
	struct project *from = sample_project();
	struct err err = { "" };
	struct import_intent i;
	struct store *s;

	*path = tmp_path("a.cjm");
	intent_import(&i, from, "sample");
	s = store_create(*path, "Ann", &i.intent, &err);
	if (!s)
		fail_msg("%s", err.msg);
	project_free(from);
	return stores_refresh(s);
}

struct store *stores_open(const char *path, const char *author)
{
	struct err err = { "" };
	struct store *s = store_open(path, &err);

	if (!s)
		fail_msg("%s", err.msg);
	store_set_author(s, author);
	return stores_refresh(s);
}

void stores_do(struct store *s, const struct intent *i)
{
	struct err err = { "" };

	if (!store_do(s, i, &err))
		fail_msg("%s", err.msg);
	assert_string_equal(err.msg, "");
}

void stores_set(struct store *s, enum entity e, int64_t id, int field,
		const char *text)
{
	struct set_intent i;

	intent_set(&i, e, id);
	intent_set_field(&i, field, text);
	stores_do(s, &i.intent);
}

void stores_delete(struct store *s, enum entity e, int64_t id)
{
	struct delete_intent i;

	intent_delete(&i, e, id);
	stores_do(s, &i.intent);
}

void stores_refuse(struct store *s, const struct intent *i, const char *word)
{
	char *before = state_print(store_project(s)), *after;
	int64_t last = store_last_edit(s);
	struct err err = { "" };

	if (store_do(s, i, &err))
		fail_msg("this was not refused: %s", word);
	if (!strstr(err.msg, word))
		fail_msg("no \"%s\" in \"%s\"", word, err.msg);
	after = state_print(store_project(s));
	assert_string_equal(after, before);
	assert_int_equal(store_last_edit(s), last);
	free(before);
	free(after);
}

const char *stores_text(const struct store *s, enum entity e, int64_t id,
			int field)
{
	const struct row *r = project_row(store_project(s), e, id);

	assert_non_null(r);
	return row_text(r, field);
}

struct replay {
	struct store *store;
	struct project *project;
	int64_t last;
};

static void replay_edit(const struct entry *entry, void *arg)
{
	struct replay *r = arg;
	struct edit e = EDIT_INIT;
	struct err err = { "" };

	assert_int_equal(entry->seq, ++r->last);
	if (!history_read(r->store, entry->seq, &e, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(e.count, entry->changes);
	assert_string_equal(history_kind(e.kind), entry->kind);
	assert_int_equal(e.ref, entry->ref);
	if (!edit_apply(&e, r->project))
		fail_msg("edit %d cannot be replayed", (int)entry->seq);
	edit_release(&e);
}

static void assert_replays(struct store *s)
{
	struct replay r = { s, project_new(), 0 };
	struct err err = { "" };

	if (!history_each(s, 0, replay_edit, &r, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(r.last, store_last_edit(s));
	assert_same_state(r.project, store_project(s));
	project_free(r.project);
}

void assert_stored(struct store *s)
{
	struct store *fresh = stores_open(store_path(s), "reader");

	assert_int_equal(store_last_edit(fresh), store_last_edit(s));
	assert_same_state(store_project(fresh), store_project(s));
	assert_sound(store_project(fresh));
	assert_sound(store_project(s));
	assert_replays(fresh);
	store_close(fresh);
}

void stores_sql(const char *path, const char *sql)
{
	struct err err = { "" };
	struct db *db = db_open(path, DB_WRITE, &err);

	if (!db || !db_exec(db, sql, &err))
		fail_msg("%s: %s", sql, err.msg);
	db_close(db);
}
