#include "store/snapshot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/id.h"
#include "dice.h"
#include "state.h"
#include "store/history.h"
#include "stores.h"

enum { EDITS = 120, STEPS = 10 };

static void take(struct store *s, const char *name)
{
	struct err err = { "" };

	if (!snapshot_take(s, name, &err))
		fail_msg("%s", err.msg);
}

static void restore(struct store *s, const char *word)
{
	struct err err = { "" };

	if (!snapshot_restore(s, word, &err))
		fail_msg("%s", err.msg);
	assert_stored(stores_refresh(s));
}

/* What is there, but for the snapshots. */
static char *state_now(struct store *s)
{
	char *text = state_print(store_project(stores_refresh(s)));
	char *from = strstr(text, "\nsnapshot ");
	char *to = from ? strstr(from, "\nconflict ") : NULL;

	if (to)
		memmove(from, to, strlen(to) + 1);
	else if (from)
		*from = '\0';
	else
		text[strlen(text) - 1] = '\0';
	return text;
}

static void a_snapshot_holds_the_edit_before_it(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct err err = { "" };

	(void)state;
	stores_set(s, STAGE, 31, STAGE_WANT, "a");
	take(s, "2026-11-23");
	assert_int_equal(snapshot_find(s, "2026-11-23", &err), 2);
	assert_int_equal(snapshot_find(s, "1", &err), 1);
	assert_int_equal(snapshot_find(s, "3", &err), 3);
	take(s, "1");
	assert_int_equal(snapshot_find(s, "1", &err), 3);
	assert_string_equal(err.msg, "");
	assert_int_equal(snapshot_find(s, "5", &err), 0);
	assert_int_equal(snapshot_find(s, "x", &err), 0);
	assert_stored(s);
	store_close(s);
}

static void any_past_state_can_be_gone_back_to(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	char *states[EDITS / STEPS], edits[EDITS / STEPS][ID_TEXT];
	struct err err = { "" };
	struct wish w;

	(void)state;
	dice_start(11);
	for (int i = 0; i < EDITS; i++) {
		if (i % STEPS == 0) {
			states[i / STEPS] = state_now(s);
			id_text(store_last_edit(s), edits[i / STEPS]);
		}
		dice_wish(&w, store_project(s));
		store_do(s, &w.is.intent, &err);
	}
	for (int i = 0; i < 2 * EDITS / STEPS; i++) {
		int at = (int)dice(EDITS / STEPS);
		char *now;

		restore(s, edits[at]);
		now = state_now(s);
		assert_string_equal(now, states[at]);
		free(now);
	}
	for (int i = 0; i < EDITS / STEPS; i++)
		free(states[i]);
	store_close(s);
}

static void a_restore_is_undone_and_redone(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct err err = { "" };
	char *before, *after;

	(void)state;
	take(s, "one");
	stores_delete(s, MAP, 21);
	stores_set(s, PERSONA, 11, PERSONA_NAME, "X");
	before = state_now(s);
	restore(s, "one");
	assert_non_null(project_row(store_project(s), STAGE, 31));
	assert_true(history_undo(s, NULL, &err));
	after = state_now(s);
	assert_string_equal(after, before);
	assert_true(history_redo(s, NULL, &err));
	assert_non_null(project_row(store_project(stores_refresh(s)), STAGE,
				    31));
	assert_stored(s);
	free(before);
	free(after);
	store_close(s);
}

static void later_snapshots_survive_going_back(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct err err = { "" };
	char *late, *now;

	(void)state;
	take(s, "early");
	stores_set(s, STAGE, 31, STAGE_WANT, "late");
	take(s, "late");
	late = state_now(s);
	restore(s, "early");
	assert_string_equal(stores_text(s, STAGE, 31, STAGE_WANT), "");
	assert_true(snapshot_find(s, "late", &err) > 0);
	restore(s, "late");
	now = state_now(s);
	assert_string_equal(now, late);
	free(now);
	free(late);
	store_close(s);
}

static void going_back_to_now_leaves_no_trace(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);

	(void)state;
	take(s, "now");
	restore(s, "now");
	assert_int_equal(store_last_edit(s), 2);
	store_close(s);
}

static void others_see_a_restore(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path);
	struct store *bob = stores_open(path, "Bob");
	struct err err = { "" };

	(void)state;
	take(ann, "one");
	stores_delete(stores_refresh(bob), STAGE, 31);
	assert_true(snapshot_restore(ann, "one", &err));
	stores_refresh(ann);
	stores_refresh(bob);
	assert_same_state(store_project(ann), store_project(bob));
	assert_non_null(project_row(store_project(bob), STAGE, 31));
	assert_false(history_undo(bob, NULL, &err));
	assert_stored(bob);
	store_close(ann);
	store_close(bob);
}

static void a_name_is_given_once_and_is_not_empty(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct err err = { "" };

	(void)state;
	take(s, "lunch");
	assert_false(snapshot_take(s, "lunch", &err));
	assert_non_null(strstr(err.msg, "a snapshot \"lunch\" already"));
	assert_false(snapshot_take(s, "", &err));
	assert_non_null(strstr(err.msg, "must not be empty"));
	assert_false(snapshot_restore(s, "dinner", &err));
	assert_non_null(strstr(err.msg, "no snapshot and no change"));
	store_close(s);
}

/* Another program damages it after our look at all of it. */
static void nothing_is_restored_over_damage(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	int64_t last;
	struct err err = { "" };

	(void)state;
	take(s, "lunch");
	last = store_last_edit(s);
	stores_sql(path, "UPDATE stage SET phase = 'never'");
	assert_false(snapshot_restore(s, "lunch", &err));
	assert_non_null(strstr(err.msg, "the file is damaged at stage"));
	assert_int_equal(store_last_edit(s), last);
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_snapshot_holds_the_edit_before_it),
		cmocka_unit_test(any_past_state_can_be_gone_back_to),
		cmocka_unit_test(a_restore_is_undone_and_redone),
		cmocka_unit_test(later_snapshots_survive_going_back),
		cmocka_unit_test(going_back_to_now_leaves_no_trace),
		cmocka_unit_test(others_see_a_restore),
		cmocka_unit_test(a_name_is_given_once_and_is_not_empty),
		cmocka_unit_test(nothing_is_restored_over_damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
