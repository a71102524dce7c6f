#include "store/history.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/id.h"
#include "base/strbuf.h"
#include "state.h"
#include "stores.h"

static bool undone(struct store *s)
{
	struct err err = { "" };

	return history_undo(s, NULL, &err);
}

static bool redone(struct store *s)
{
	struct err err = { "" };

	return history_redo(s, NULL, &err);
}

/* Refused with a sentence that holds these words; nothing has changed. */
static void assert_no_undo(struct store *s, const char *const words[])
{
	char *before = state_print(store_project(stores_refresh(s))), *after;
	int64_t last = store_last_edit(s);
	struct err err = { "" };

	assert_false(history_undo(s, NULL, &err));
	for (; *words; words++)
		if (!strstr(err.msg, *words))
			fail_msg("no \"%s\" in \"%s\"", *words, err.msg);
	after = state_print(store_project(s));
	assert_string_equal(after, before);
	assert_int_equal(store_last_edit(s), last);
	assert_stored(s);
	free(before);
	free(after);
}

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void assert_title(const struct store *s, const char *title)
{
	assert_string_equal(stores_text(s, STAGE, 31, STAGE_TITLE), title);
}

static void rename_stage(struct store *s, const char *title)
{
	stores_set(s, STAGE, 31, STAGE_TITLE, title);
}

static void edits_are_undone_and_redone_one_by_one(void **state)
{
	static const char *const titles[] = { "Need", "a", "b", "c" };
	const char *path;
	struct store *s = stores_sample(&path);

	(void)state;
	for (int i = 1; i < 4; i++)
		rename_stage(s, titles[i]);
	for (int round = 0; round < 3; round++) {
		for (int i = 3; i > 0; i--) {
			assert_title(s, titles[i]);
			assert_true(undone(s));
		}
		assert_title(s, "Need");
		assert_no_undo(s, WORDS("nothing of yours is left to undo"));
		for (int i = 1; i < 4; i++) {
			assert_true(redone(s));
			assert_title(s, titles[i]);
		}
		assert_false(redone(s));
	}
	assert_stored(s);
	store_close(s);
}

static void a_new_edit_ends_redoing(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);

	(void)state;
	rename_stage(s, "a");
	rename_stage(s, "b");
	assert_true(undone(s));
	rename_stage(s, "c");
	assert_false(redone(s));
	assert_true(undone(s));
	assert_title(s, "a");
	assert_true(redone(s));
	assert_title(s, "c");
	assert_false(redone(s));
	assert_true(undone(s));
	assert_true(undone(s));
	assert_title(s, "Need");
	store_close(s);
}

static void undo_survives_a_restart(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);

	(void)state;
	rename_stage(s, "a");
	stores_delete(s, STAGE, 32);
	store_close(s);
	s = stores_open(path, "Ann");
	assert_true(undone(s));
	assert_non_null(project_row(store_project(s), STAGE, 32));
	assert_int_equal(project_touchpoints(store_project(s), 21, 32)->count,
			 1);
	store_close(s);
	s = stores_open(path, "Ann");
	assert_true(undone(s));
	assert_title(s, "Need");
	store_close(s);
	s = stores_open(path, "Ann");
	assert_true(redone(s));
	assert_true(redone(s));
	assert_null(project_row(store_project(s), STAGE, 32));
	assert_stored(s);
	store_close(s);
}

static void everybody_undoes_their_own(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path);
	struct store *bob = stores_open(path, "Bob");

	(void)state;
	rename_stage(ann, "a");
	stores_set(bob, STAGE, 31, STAGE_WANT, "w");
	assert_false(redone(bob));
	assert_true(undone(ann));
	assert_title(ann, "Need");
	assert_string_equal(stores_text(ann, STAGE, 31, STAGE_WANT), "w");
	assert_true(undone(bob));
	assert_string_equal(stores_text(bob, STAGE, 31, STAGE_WANT), "");
	assert_title(bob, "Need");
	assert_no_undo(bob, WORDS("nothing of yours"));
	assert_stored(bob);
	store_close(ann);
	store_close(bob);
}

static void undo_says_what_it_did(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct strbuf what = STRBUF_INIT;
	struct err err = { "" };

	(void)state;
	rename_stage(s, "a: b");
	rename_stage(s, "c");
	strbuf_addstr(&what, "Undone: ");
	assert_true(history_undo(s, &what, &err));
	assert_string_equal(what.s, "Undone: Rename stage: a: b");
	strbuf_clear(&what);
	assert_true(history_redo(s, &what, &err));
	assert_string_equal(what.s, "Rename stage: a: b");
	strbuf_clear(&what);
	assert_true(history_undo(s, &what, &err));
	assert_string_equal(what.s, "Rename stage: a: b");
	strbuf_release(&what);
	store_close(s);
}

static void it_is_known_which_edit_touched_a_row(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);

	(void)state;
	rename_stage(s, "Wish");
	assert_true(history_touches(s, 2, STAGE, 31));
	assert_false(history_touches(s, 2, STAGE, 32));
	assert_false(history_touches(s, 2, TOUCHPOINT, 31));
	assert_true(history_touches(s, 1, STAGE, 32));
	assert_false(history_touches(s, 3, STAGE, 31));
	store_close(s);
}

static void a_field_another_changed_later_is_not_undone(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path);
	struct store *bob = stores_open(path, "Bob");

	(void)state;
	rename_stage(ann, "Ann's title");
	rename_stage(bob, "Bob's title");
	assert_no_undo(ann, WORDS("not undone", "Bob", "Rename stage",
				  "Bob's title", "Ann's title", "20"));
	assert_title(bob, "Bob's title");
	assert_true(undone(bob));
	assert_true(undone(ann));
	assert_title(ann, "Need");
	store_close(ann);
	store_close(bob);
}

/* What is refused of a redo is not called an undo; texts are cut between
 * letters. */
static void a_redo_that_is_refused_is_called_so(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path);
	struct store *bob = stores_open(path, "Bob");
	struct strbuf title = STRBUF_INIT;
	struct err err = { "" };

	(void)state;
	for (int i = 0; i < 60; i++)
		strbuf_addstr(&title, "aệ");
	rename_stage(ann, "Ann's title");
	assert_true(undone(ann));
	rename_stage(bob, title.s);
	assert_false(history_redo(ann, NULL, &err));
	assert_non_null(strstr(err.msg, "not done again: stage was changed"));
	assert_non_null(strstr(err.msg, "aệ\", yours was \"Need\""));
	strbuf_release(&title);
	store_close(ann);
	store_close(bob);
}

static void what_another_program_changed_is_not_undone(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path);
	struct err err = { "" };

	(void)state;
	rename_stage(ann, "Ann's title");
	stores_sql(path, "UPDATE stage SET title = 'theirs' WHERE id = 31");
	assert_false(history_undo(ann, NULL, &err));
	assert_non_null(strstr(err.msg, "was changed since (not by cjm); it "
			       "is now \"theirs\""));
	store_close(ann);
}

static void a_row_another_changed_is_not_taken_away(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path);
	struct store *bob = stores_open(path, "Bob");
	struct add_intent i;

	(void)state;
	intent_add(&i, PERSONA);
	i.values.text[PERSONA_NAME] = "Hoa";
	stores_do(ann, &i.intent);
	stores_set(stores_refresh(bob), PERSONA, i.id, PERSONA_GOALS, "goals");
	assert_no_undo(ann, WORDS("not undone", "persona", "Bob",
				  "Edit persona: Hoa"));
	store_close(ann);
	store_close(bob);
}

static void a_row_another_deleted_is_not_changed_back(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path);
	struct store *bob = stores_open(path, "Bob");

	(void)state;
	rename_stage(ann, "x");
	stores_delete(bob, STAGE, 31);
	assert_no_undo(ann, WORDS("not undone", "Bob", "Delete stage"));
	store_close(ann);
	store_close(bob);
}

static void a_stage_with_anothers_touchpoint_stays(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path);
	struct store *bob = stores_open(path, "Bob");
	struct add_intent stage, card;
	char id[ID_TEXT];

	(void)state;
	intent_add(&stage, STAGE);
	stage.values.text[STAGE_MAP] = "21";
	stage.values.text[STAGE_TITLE] = "New";
	stores_do(ann, &stage.intent);
	intent_add(&card, TOUCHPOINT);
	card.values.text[TOUCHPOINT_MAP] = "21";
	card.values.text[TOUCHPOINT_STAGE] = id_text(stage.id, id);
	card.values.text[TOUCHPOINT_TITLE] = "Bob's card";
	stores_do(stores_refresh(bob), &card.intent);
	assert_no_undo(ann, WORDS("not undone", "touchpoint", "Bob's card"));
	assert_true(undone(bob));
	assert_true(undone(ann));
	assert_null(project_row(store_project(ann), STAGE, stage.id));
	assert_stored(ann);
	store_close(ann);
	store_close(bob);
}

static void maps_not_in_memory_can_be_undone_too(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path), *all;
	struct err err = { "" };

	(void)state;
	stores_delete(s, STAGE, 32);
	rename_stage(s, "a");
	store_close(s);
	s = store_open(path, &err);
	store_set_author(s, "Ann");
	assert_true(undone(s));
	assert_true(undone(s));
	assert_null(project_row(store_project(s), STAGE, 31));
	all = stores_open(path, "Ann");
	assert_title(all, "Need");
	assert_non_null(project_row(store_project(all), STAGE, 32));
	assert_stored(all);
	store_close(all);
	store_close(s);
}

static void collect(const struct entry *e, void *arg)
{
	strbuf_addf(arg, "%d %s %s %d %s (%d)\n", (int)e->seq, e->author,
		    e->kind, (int)e->ref, e->label, (int)e->changes);
}

static void the_history_tells_who_did_what(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct strbuf log = STRBUF_INIT;
	struct err err = { "" };

	(void)state;
	rename_stage(s, "a");
	store_set_author(s, "Bob");
	stores_set(s, STAGE, 31, STAGE_TITLE, "b");
	assert_true(undone(s));
	assert_true(redone(s));
	assert_true(history_each(s, 1, collect, &log, &err));
	assert_string_equal(log.s,
			    "2 Ann plain 0 Rename stage: Need (1)\n"
			    "3 Bob plain 0 Rename stage: a (1)\n"
			    "4 Bob undo 3 Undo: Rename stage: a (1)\n"
			    "5 Bob redo 4 Redo: Rename stage: a (1)\n");
	strbuf_release(&log);
	store_close(s);
}

static void an_edit_that_is_not_there_cannot_be_read(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct edit e = EDIT_INIT;
	struct err err = { "" };

	(void)state;
	assert_false(history_read(s, 7, &e, &err));
	assert_non_null(strstr(err.msg, "edit 7"));
	edit_release(&e);
	store_close(s);
}

static void a_damaged_history_is_reported(void **state)
{
	static const char *const damage[] = {
		"UPDATE change SET entity = 'x'",
		"UPDATE change SET field = 'x' WHERE op = 'set'",
		"UPDATE change SET new = '{' WHERE op = 'insert'",
		"UPDATE change SET new = NULL WHERE op = 'insert'",
		"UPDATE change SET op = 'delete'",
	};

	(void)state;
	for (size_t i = 0; i < sizeof damage / sizeof *damage; i++) {
		const char *path;
		struct store *s = stores_sample(&path);
		struct err err = { "" };
		struct edit e = EDIT_INIT;

		rename_stage(s, "a");
		stores_sql(path, damage[i]);
		assert_false(history_read(s, 1, &e, &err) &&
			     history_read(s, 2, &e, &err));
		assert_non_null(strstr(err.msg, "the history is damaged"));
		edit_release(&e);
		store_close(s);
	}
}

static void list_other(const char *author, int64_t edits, int64_t last,
		       void *arg)
{
	assert_true(last > 0);
	strbuf_addf(arg, "%s %d;", author, (int)edits);
}

static void assert_others(struct store *s, int64_t after, int64_t since,
			  const char *expected)
{
	struct strbuf list = STRBUF_INIT;
	struct err err = { "" };

	assert_true(history_others(s, after, since, list_other, &list, &err));
	assert_string_equal(list.s, expected);
	strbuf_release(&list);
}

static void the_others_are_counted_from_an_edit_or_a_time(void **state)
{
	const char *path;
	struct store *ann = stores_sample(&path), *bob, *lan;

	(void)state;
	assert_others(ann, 0, 0, "");
	bob = stores_open(path, "Bob");
	lan = stores_open(path, "Lan");
	rename_stage(bob, "b");
	rename_stage(stores_refresh(lan), "c");
	rename_stage(stores_refresh(bob), "d");
	rename_stage(stores_refresh(ann), "e");
	stores_sql(path, "UPDATE edit SET time = seq * 1000");
	assert_others(ann, 0, 0, "Bob 2;Lan 1;");
	assert_others(lan, 0, 0, "Ann 2;Bob 2;");
	assert_others(ann, 3, 0, "Bob 1;");
	assert_others(ann, 0, 3000, "Bob 1;Lan 1;");
	assert_others(ann, 0, 4001, "");
	assert_others(ann, 5, 0, "");
	store_close(ann);
	store_close(bob);
	store_close(lan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edits_are_undone_and_redone_one_by_one),
		cmocka_unit_test(a_new_edit_ends_redoing),
		cmocka_unit_test(undo_survives_a_restart),
		cmocka_unit_test(everybody_undoes_their_own),
		cmocka_unit_test(undo_says_what_it_did),
		cmocka_unit_test(it_is_known_which_edit_touched_a_row),
		cmocka_unit_test(a_field_another_changed_later_is_not_undone),
		cmocka_unit_test(a_redo_that_is_refused_is_called_so),
		cmocka_unit_test(what_another_program_changed_is_not_undone),
		cmocka_unit_test(a_row_another_changed_is_not_taken_away),
		cmocka_unit_test(a_row_another_deleted_is_not_changed_back),
		cmocka_unit_test(a_stage_with_anothers_touchpoint_stays),
		cmocka_unit_test(maps_not_in_memory_can_be_undone_too),
		cmocka_unit_test(the_history_tells_who_did_what),
		cmocka_unit_test(an_edit_that_is_not_there_cannot_be_read),
		cmocka_unit_test(a_damaged_history_is_reported),
		cmocka_unit_test(
			the_others_are_counted_from_an_edit_or_a_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
