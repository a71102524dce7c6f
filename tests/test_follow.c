/* Several processes on one file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "dice.h"
#include "state.h"
#include "stores.h"

enum { STEPS = 500, STORES = 3, HOLD_MS = 400, WRITERS = 4, EDITS = 15 };

static void anothers_edits_come_with_a_refresh(void **state)
{
	const char *path;
	struct store *a = stores_sample(&path), *b = stores_open(path, "Bob");
	struct err err = { "" };
	bool changed;

	(void)state;
	assert_true(store_refresh(b, &changed, &err));
	assert_false(changed);
	stores_set(a, STAGE, 31, STAGE_TITLE, "Wish");
	stores_delete(a, STAGE, 32);
	assert_string_equal(stores_text(b, STAGE, 31, STAGE_TITLE), "Need");
	assert_true(store_refresh(b, &changed, &err));
	assert_true(changed);
	assert_int_equal(store_last_edit(b), 3);
	assert_same_state(store_project(a), store_project(b));
	assert_true(store_refresh(b, &changed, &err));
	assert_false(changed);
	assert_true(store_refresh(a, &changed, &err));
	assert_false(changed);
	store_close(a);
	store_close(b);
}

/* Rename a stage to its title and an x more. */
struct growing {
	struct intent intent;
	int *built;
};

static bool grow(const struct intent *self, const struct project *p,
		 struct edit *e, struct err *err)
{
	const struct growing *g = (const struct growing *)self;
	const struct row *r = project_row(p, STAGE, 31);
	char text[64];

	(void)err;
	snprintf(text, sizeof text, "%.60sx", row_title(r));
	edit_set(e, r, STAGE_TITLE, text);
	edit_label(e, "Rename stage", row_title(r));
	++*g->built;
	return true;
}

static void what_was_taken_over_before_a_failure_is_known(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path);
	struct store *bob = stores_open(path, "Bob");
	int64_t before = store_last_edit(ann);
	struct err err = { "" };

	(void)state;
	stores_set(bob, STAGE, 31, STAGE_TITLE, "Wish");
	stores_set(bob, STAGE, 31, STAGE_TITLE, "Want");
	store_close(bob);
	stores_sql(path, "UPDATE change SET op = 'odd' WHERE new = 'Want'");
	assert_false(store_refresh(ann, NULL, &err));
	assert_non_null(strstr(err.msg, "the history is damaged"));
	assert_string_equal(stores_text(ann, STAGE, 31, STAGE_TITLE), "Wish");
	assert_int_equal(store_last_edit(ann), before + 1);
	store_close(ann);
}

static void an_intent_is_asked_again_when_another_was_quicker(void **state)
{
	const char *path;
	struct store *a = stores_sample(&path), *b = stores_open(path, "Bob");
	int built = 0;
	struct growing g = { { grow }, &built };

	(void)state;
	stores_set(a, STAGE, 31, STAGE_TITLE, "Wish");
	stores_do(b, &g.intent);
	assert_int_equal(built, 2);
	assert_string_equal(stores_text(b, STAGE, 31, STAGE_TITLE), "Wishx");
	assert_stored(b);
	stores_refresh(a);
	assert_same_state(store_project(a), store_project(b));
	store_close(a);
	store_close(b);
}

static void an_edit_that_is_another_by_now_is_noticed(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct err err = { "" };

	(void)state;
	stores_sql(path, "UPDATE edit SET uid = 77");
	assert_false(store_refresh(s, NULL, &err));
	assert_non_null(strstr(err.msg, "replaced by an older or another"));
	store_close(s);
}

static void what_another_deleted_is_not_set_again(void **state)
{
	const char *path;
	struct store *a = stores_sample(&path), *b = stores_open(path, "Bob");
	struct err err = { "" };
	struct set_intent i;

	(void)state;
	stores_delete(a, STAGE, 32);
	intent_set(&i, STAGE, 32);
	intent_set_field(&i, STAGE_TITLE, "x");
	assert_false(store_do(b, &i.intent, &err));
	assert_non_null(strstr(err.msg, "this stage is gone"));
	assert_null(project_row(store_project(b), STAGE, 32));
	assert_same_state(store_project(a), store_project(b));
	store_close(a);
	store_close(b);
}

/* An intent that never looks at the model again. */
static bool stale_edit(const struct intent *self, const struct project *p,
		       struct edit *e, struct err *err)
{
	struct change c = { .op = CHANGE_SET, .entity = STAGE, .id = 31,
			    .field = STAGE_TITLE };

	(void)self;
	(void)p;
	(void)err;
	c.old = strdup("Need");
	c.new = strdup("mine");
	edit_add(e, &c);
	edit_label(e, "Rename stage", "Need");
	return true;
}

static void a_stale_edit_never_overwrites(void **state)
{
	const char *path;
	struct store *a = stores_sample(&path), *b = stores_open(path, "Bob");
	struct intent stale = { stale_edit };
	struct err err = { "" };

	(void)state;
	stores_set(a, STAGE, 31, STAGE_TITLE, "theirs");
	assert_false(store_do(b, &stale, &err));
	assert_non_null(strstr(err.msg, "somebody changed this"));
	assert_string_equal(stores_text(b, STAGE, 31, STAGE_TITLE), "theirs");
	assert_int_equal(store_last_edit(b), 2);
	assert_stored(b);
	store_close(a);
	store_close(b);
}

/* Deletes the stage as it was once. */
static bool stale_delete(const struct intent *self, const struct project *p,
			 struct edit *e, struct err *err)
{
	struct values v = { { NULL } };
	struct row *r;

	(void)self;
	(void)p;
	(void)err;
	v.text[STAGE_MAP] = "21";
	v.text[STAGE_TITLE] = "as it was once";
	v.text[STAGE_RANK] = "a0";
	r = row_new(STAGE, 31, &v);
	edit_delete(e, r);
	edit_label(e, "Delete stage", "Need");
	free(r);
	return true;
}

static void a_stale_edit_never_deletes(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct intent stale = { stale_delete };

	(void)state;
	stores_refuse(s, &stale, "not saved: somebody changed this");
	assert_stored(s);
	store_close(s);
}

static void edits_of_several_stores_interleave(void **state)
{
	const char *path;
	struct store *s[STORES] = { stores_sample(&path) };

	(void)state;
	dice_start(31);
	for (int i = 1; i < STORES; i++)
		s[i] = stores_open(path, "Bob");
	for (int i = 0; i < STEPS; i++) {
		struct store *who = s[dice(STORES)];
		struct err err = { "" };
		struct wish w;

		dice_wish(&w, store_project(who));
		if (!store_do(who, &w.is.intent, &err))
			assert_true(strstr(err.msg, "is gone") ||
				    strstr(err.msg, "is there already"));
		stores_refresh(who);
		if (i % 50 == 0)
			assert_stored(who);
	}
	for (int i = 0; i < STORES; i++) {
		assert_stored(stores_refresh(s[i]));
		store_close(s[i]);
	}
}

/* In another process: hold the file for a moment. */
static void hold(const char *path, int go, int held)
{
	struct timespec moment = { 0, HOLD_MS * 1000000L };
	struct err err = { "" };
	struct db *db;
	char c;

	if (read(go, &c, 1) != 1)
		_exit(1);
	db = db_open(path, DB_WRITE, &err);
	if (!db || !db_begin(db, &err) || write(held, "x", 1) != 1)
		_exit(1);
	nanosleep(&moment, NULL);
	_exit(!db_commit(db, &err));
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void a_writer_is_waited_for(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	int go[2], held[2], status;
	int64_t start;
	pid_t pid;
	char c;

	(void)state;
	store_close(s);
	assert_int_equal(pipe(go), 0);
	assert_int_equal(pipe(held), 0);
	pid = fork();
	if (!pid)
		hold(path, go[0], held[1]);
	s = stores_open(path, "Ann");
	assert_int_equal(write(go[1], "x", 1), 1);
	assert_int_equal(read(held[0], &c, 1), 1);
	start = now_ms();
	stores_set(s, STAGE, 31, STAGE_TITLE, "Wish");
	assert_true(now_ms() - start > HOLD_MS / 2);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_stored(s);
	store_close(s);
	close(go[0]);
	close(go[1]);
	close(held[0]);
	close(held[1]);
}

static void a_writer_that_stays_is_reported_and_nothing_is_lost(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct err err = { "" };
	struct db *other = db_open(path, DB_WRITE, &err);
	struct set_intent i;
	int64_t start = now_ms();

	(void)state;
	assert_true(db_begin(other, &err));
	intent_set(&i, STAGE, 31);
	intent_set_field(&i, STAGE_TITLE, "x");
	stores_refuse(s, &i.intent, "not saved: another program");
	assert_true(now_ms() - start >= 4000);
	db_rollback(other);
	db_close(other);
	stores_do(s, &i.intent);
	assert_stored(s);
	store_close(s);
}

/* In another process: make snapshots. */
static void write_on(const char *path, const char *letter)
{
	struct store *s = stores_open(path, letter);

	for (int i = 0; i < EDITS; i++) {
		struct err err = { "" };
		struct add_intent add;

		intent_add(&add, SNAPSHOT);
		add.values.text[SNAPSHOT_NAME] = letter;
		add.values.text[SNAPSHOT_EDIT] = "1";
		for (int k = 0; !store_do(s, &add.intent, &err); k++)
			if (k == 50)
				_exit(1);
	}
	store_close(s);
	_exit(0);
}

static void several_processes_lose_nothing(void **state)
{
	static const char *const letters[WRITERS] = { "a", "b", "c", "d" };
	const char *path;
	struct store *s = stores_sample(&path);
	int status;

	(void)state;
	store_close(s);
	for (int i = 0; i < WRITERS; i++)
		if (!fork())
			write_on(path, letters[i]);
	for (int i = 0; i < WRITERS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	s = stores_open(path, "Ann");
	assert_int_equal(store_last_edit(s), 1 + WRITERS * EDITS);
	assert_int_equal(project_count(store_project(s), SNAPSHOT),
			 1 + WRITERS * EDITS);
	assert_stored(s);
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(anothers_edits_come_with_a_refresh),
		cmocka_unit_test(
			what_was_taken_over_before_a_failure_is_known),
		cmocka_unit_test(
			an_intent_is_asked_again_when_another_was_quicker),
		cmocka_unit_test(an_edit_that_is_another_by_now_is_noticed),
		cmocka_unit_test(what_another_deleted_is_not_set_again),
		cmocka_unit_test(a_stale_edit_never_overwrites),
		cmocka_unit_test(a_stale_edit_never_deletes),
		cmocka_unit_test(edits_of_several_stores_interleave),
		cmocka_unit_test(a_writer_is_waited_for),
		cmocka_unit_test(
			a_writer_that_stays_is_reported_and_nothing_is_lost),
		cmocka_unit_test(several_processes_lose_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
