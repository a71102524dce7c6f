#include "store/past.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "dice.h"
#include "state.h"
#include "store/history.h"
#include "store/snapshot.h"
#include "stores.h"

enum { EDITS = 150, LEAPS = 400 };

static struct past *open_past(struct store *s)
{
	struct err err = { "" };
	struct past *t = past_open(s, &err);

	if (!t)
		fail_msg("%s", err.msg);
	return t;
}

static void go(struct past *t, int64_t seq)
{
	struct err err = { "" };

	if (!past_go(t, seq, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(past_edit(t), seq);
}

static void do_something(struct store *s)
{
	struct err err = { "" };
	struct wish w;

	switch (dice(8)) {
	case 0:
		history_undo(s, NULL, &err);
		break;
	case 1:
		history_redo(s, NULL, &err);
		break;
	default:
		dice_wish(&w, store_project(s));
		store_do(s, &w.is.intent, &err);
	}
}

static void assert_was(const struct past *t, const char *state)
{
	char *now = state_print(past_project(t));

	assert_string_equal(now, state);
	assert_sound(past_project(t));
	free(now);
}

static void any_moment_is_as_it_was(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	char *states[EDITS + 2] = { NULL };
	int64_t last;
	struct past *t;

	(void)state;
	dice_start(5);
	while (store_last_edit(s) < EDITS) {
		free(states[store_last_edit(s)]);
		states[store_last_edit(s)] =
			state_print(store_project(stores_refresh(s)));
		do_something(s);
	}
	last = store_last_edit(s);
	states[last] = state_print(store_project(stores_refresh(s)));
	t = open_past(s);
	assert_int_equal(past_edit(t), last);
	assert_was(t, states[last]);
	for (int i = 0; i < LEAPS; i++) {
		int64_t seq = 1 + (int64_t)dice((unsigned)last);

		go(t, seq);
		assert_was(t, states[seq]);
	}
	assert_int_equal(store_last_edit(s), last);
	assert_stored(s);
	past_close(t);
	store_close(s);
	for (int i = 0; i <= EDITS; i++)
		free(states[i]);
}

static void what_comes_later_is_reached_too(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct store *other = stores_open(path, "Bob");
	struct past *t = open_past(s);

	(void)state;
	stores_set(other, STAGE, 31, STAGE_TITLE, "Wish");
	stores_refresh(s);
	assert_string_equal(row_title(project_row(past_project(t), STAGE,
						  31)), "Need");
	go(t, 2);
	assert_same_state(past_project(t), store_project(s));
	go(t, 1);
	assert_string_equal(row_title(project_row(past_project(t), STAGE,
						  31)), "Need");
	past_close(t);
	store_close(other);
	store_close(s);
}

/* It stops where the history does not hold, and stays sound. */
static void a_damaged_history_ends_the_way_back(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct err err = { "" };
	struct past *t;

	(void)state;
	stores_set(s, STAGE, 31, STAGE_TITLE, "a");
	stores_set(s, STAGE, 31, STAGE_TITLE, "b");
	stores_set(s, STAGE, 31, STAGE_TITLE, "c");
	stores_sql(path, "UPDATE change SET new = 'x' WHERE edit = 3");
	t = open_past(s);
	assert_false(past_go(t, 1, &err));
	assert_non_null(strstr(err.msg, "edit 3"));
	assert_int_equal(past_edit(t), 3);
	assert_string_equal(row_title(project_row(past_project(t), STAGE,
						  31)), "b");
	go(t, 4);
	past_close(t);
	store_close(s);
}

static void see(const struct entry *entry, void *arg)
{
	strbuf_addf(arg, "%lld %s;", (long long)entry->seq, entry->author);
}

static void assert_back(struct store *s, int64_t before, int most,
			const char *author, struct thing thing,
			const char *expected)
{
	struct history_filter filter = { author, thing };
	struct strbuf seen = STRBUF_INIT;
	struct err err = { "" };

	assert_true(history_back(s, before, most, &filter, see, &seen, &err));
	assert_string_equal(seen.s, expected);
	strbuf_release(&seen);
}

static void the_history_is_read_backwards_in_pages(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct store *bob = stores_open(path, "Bob");
	struct thing any = { PROJECT, 0 }, need = { STAGE, 31 };

	(void)state;
	stores_set(bob, STAGE, 31, STAGE_TITLE, "a");
	stores_set(s, STAGE, 32, STAGE_TITLE, "b");
	stores_set(bob, STAGE, 32, STAGE_TITLE, "c");
	stores_set(s, STAGE, 31, STAGE_TITLE, "d");
	assert_back(s, INT64_MAX, 3, NULL, any, "5 Ann;4 Bob;3 Ann;");
	assert_back(s, 3, 3, NULL, any, "2 Bob;1 Ann;");
	assert_back(s, INT64_MAX, 9, "Bob", any, "4 Bob;2 Bob;");
	assert_back(s, INT64_MAX, 9, NULL, need, "5 Ann;2 Bob;1 Ann;");
	assert_back(s, 5, 9, "Ann", need, "1 Ann;");
	store_close(bob);
	store_close(s);
}

static void a_past_moment_gets_a_name_and_is_gone_back_to(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct err err = { "" };

	(void)state;
	stores_set(s, STAGE, 31, STAGE_TITLE, "a");
	stores_set(s, STAGE, 31, STAGE_TITLE, "b");
	assert_true(snapshot_take_at(s, "2", 1, &err));
	assert_int_equal(snapshot_find(s, "2", &err), 1);
	assert_true(snapshot_restore_edit(s, 2, &err));
	assert_string_equal(stores_text(s, STAGE, 31, STAGE_TITLE), "a");
	assert_string_equal(store_last_label(s), "Restore: 2");
	assert_true(history_undo(s, NULL, &err));
	assert_string_equal(stores_text(s, STAGE, 31, STAGE_TITLE), "b");
	assert_stored(s);
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_moment_is_as_it_was),
		cmocka_unit_test(what_comes_later_is_reached_too),
		cmocka_unit_test(a_damaged_history_ends_the_way_back),
		cmocka_unit_test(the_history_is_read_backwards_in_pages),
		cmocka_unit_test(
			a_past_moment_gets_a_name_and_is_gone_back_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
