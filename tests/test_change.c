#include "model/change.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "dice.h"
#include "model/rowjson.h"
#include "sample.h"
#include "state.h"

enum { STEPS = 1000, KEPT = 40 };

static void random_edits_and_their_inverses_cancel(void **state)
{
	struct project *p = sample_project();

	(void)state;
	dice_start(11);
	for (int i = 0; i < STEPS; i++) {
		char *before = state_print(p), *after;
		struct edit e = EDIT_INIT, back = EDIT_INIT;
		struct err err = { "" };
		struct wish w;

		dice_wish(&w, p);
		if (!w.is.intent.build(&w.is.intent, p, &e, &err))
			fail_msg("%s", err.msg);
		assert_true(edit_apply(&e, p));
		assert_sound(p);
		edit_invert(&back, &e);
		assert_true(edit_apply(&back, p));
		after = state_print(p);
		assert_string_equal(after, before);
		assert_true(edit_apply(&e, p));
		free(before);
		free(after);
		edit_release(&e);
		edit_release(&back);
	}
	project_free(p);
}

static void many_edits_are_taken_back_from_the_last(void **state)
{
	struct project *p = sample_project(), *start = sample_project();
	struct edit edits[KEPT];

	(void)state;
	dice_start(12);
	for (int i = 0; i < KEPT; i++) {
		struct err err = { "" };
		struct wish w;

		edits[i] = (struct edit)EDIT_INIT;
		dice_wish(&w, p);
		assert_true(w.is.intent.build(&w.is.intent, p, &edits[i],
					      &err));
		assert_true(edit_apply(&edits[i], p));
	}
	for (int i = KEPT - 1; i >= 0; i--) {
		struct edit back = EDIT_INIT;

		edit_invert(&back, &edits[i]);
		assert_true(edit_apply(&back, p));
		edit_release(&back);
		edit_release(&edits[i]);
	}
	assert_same_state(p, start);
	project_free(p);
	project_free(start);
}

/* A sound edit, behind which `last` is added. */
static void assert_fails_whole(const struct change *last)
{
	struct project *p = sample_project(), *same = sample_project();
	struct edit e = EDIT_INIT;

	edit_set(&e, project_row(p, STAGE, 31), STAGE_TITLE, "new title");
	edit_delete(&e, project_row(p, VOTE, 81));
	edit_insert(&e, row_with(project_row(p, PERSONA, 12), PERSONA_NAME,
				 "x"));
	e.changes[e.count - 1].row->id = e.changes[e.count - 1].id = 13;
	edit_set(&e, project_row(p, TOUCHPOINT, 41), TOUCHPOINT_STAGE, "32");
	edit_add(&e, last);
	assert_false(edit_apply(&e, p));
	assert_same_state(p, same);
	assert_sound(p);
	edit_release(&e);
	project_free(p);
	project_free(same);
}

static void an_edit_that_fails_changes_nothing(void **state)
{
	struct project *p = sample_project();
	struct values stale = { .text[STAGE_MAP] = "21",
				.text[STAGE_TITLE] = "Nead",
				.text[STAGE_RANK] = "a0" };
	struct change set = { .op = CHANGE_SET, .entity = STAGE, .id = 32,
			      .field = STAGE_TITLE };
	struct change gone = set, twice = { .op = CHANGE_INSERT,
					    .entity = STAGE, .id = 33 };
	struct change old = { .op = CHANGE_DELETE, .entity = STAGE, .id = 33 };

	(void)state;
	set.old = strdup("not what is there");
	set.new = strdup("x");
	assert_fails_whole(&set);
	gone.id = 99;
	gone.old = strdup("Mua hàng");
	gone.new = strdup("x");
	assert_fails_whole(&gone);
	twice.row = row_copy(project_row(p, STAGE, 33));
	assert_fails_whole(&twice);
	old.row = row_new(STAGE, 33, &stale);
	assert_fails_whole(&old);
	project_free(p);
}

static void setting_what_is_there_is_no_change(void **state)
{
	struct project *p = sample_project();
	const struct row *r = project_row(p, STAGE, 31);
	struct edit e = EDIT_INIT;

	(void)state;
	edit_set(&e, r, STAGE_TITLE, "Need");
	edit_set(&e, r, STAGE_WANT, "");
	assert_int_equal(e.count, 0);
	edit_set(&e, r, STAGE_TITLE, "need");
	assert_int_equal(e.count, 1);
	assert_string_equal(e.changes[0].old, "Need");
	assert_string_equal(e.changes[0].new, "need");
	edit_release(&e);
	assert_int_equal(e.count, 0);
	assert_null(e.label);
	project_free(p);
}

static void assert_label(const char *verb, const char *subject,
			 const char *label)
{
	struct edit e = EDIT_INIT;

	edit_label(&e, verb, subject);
	assert_string_equal(e.label, label);
	edit_label(&e, verb, subject);
	assert_string_equal(e.label, label);
	edit_release(&e);
}

static void a_label_is_a_verb_and_the_first_line_of_what(void **state)
{
	(void)state;
	assert_label("Rename stage", "Need", "Rename stage: Need");
	assert_label("Rename stage", "", "Rename stage");
	assert_label("Edit persona", "one\ntwo", "Edit persona: one");
}

static void a_label_is_shown_whatever_is_in_it(void **state)
{
	static const char *const labels[] = {
		"", ": ", "Undo", "Undo: Add stage: x: y", "a: b", "%s%n",
		"Undo: Undo: Redo: ",
	};

	(void)state;
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		struct strbuf out = STRBUF_INIT;

		edit_shown(labels[i], &out);
		assert_string_equal(out.s, labels[i]);
		strbuf_release(&out);
	}
}

static void every_row_survives_json(void **state)
{
	struct project *p = sample_nasty();

	(void)state;
	for (int e = 0; e < ENTITIES; e++) {
		size_t count;
		const struct row **rows = state_rows(p, (enum entity)e,
						     &count);

		for (size_t i = 0; i < count; i++) {
			char *json = row_json_text(rows[i]);
			struct row *back = row_from_json_text(
				(enum entity)e, rows[i]->id, json);

			assert_non_null(back);
			assert_true(row_equal(back, rows[i]));
			free(json);
			free(back);
		}
		free(rows);
	}
	project_free(p);
}

static void what_is_no_row_is_refused(void **state)
{
	static const char *const wrong[] = {
		"", "[]", "7", "{", "{\"title\": 1}", "{\"map\": \"1\"}",
		"{\"no such key\": \"x\"}", "{\"title\": null}",
		"{\"title\": {}}", "{\"title\": \"a\\u0000b\"}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_null(row_from_json_text(STAGE, 1, wrong[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_edits_and_their_inverses_cancel),
		cmocka_unit_test(many_edits_are_taken_back_from_the_last),
		cmocka_unit_test(an_edit_that_fails_changes_nothing),
		cmocka_unit_test(setting_what_is_there_is_no_change),
		cmocka_unit_test(a_label_is_a_verb_and_the_first_line_of_what),
		cmocka_unit_test(a_label_is_shown_whatever_is_in_it),
		cmocka_unit_test(every_row_survives_json),
		cmocka_unit_test(what_is_no_row_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
