#include "model/intent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/id.h"
#include "base/rank.h"
#include "base/strbuf.h"
#include "sample.h"
#include "state.h"

/* An intent to add that has all it must have. */
static void fill_add(struct add_intent *i, enum entity e, int64_t id,
		     const char *name)
{
	intent_add(i, e);
	i->id = id;
	for (int f = 0; f < entities[e].count; f++)
		if (field_of(e, f)->required)
			i->values.text[f] = name;
}

static const char *const adds[ENTITIES] = {
	[PERSONA] = "Add persona: 5", [MAP] = "Add map: 5",
	[STAGE] = "Add stage: 5", [TOUCHPOINT] = "Add touchpoint: 5",
	[LANE] = "Add lane: 5", [CELL] = "Add cell",
	[IMPROVEMENT] = "Add improvement: 5", [MEASURE] = "Add measure: 5",
	[VOTE] = "Vote", [ANSWER] = "Answer the coach: 5",
	[SNAPSHOT] = "Snapshot: 5",
};

/* Ids that are there in the sample, by the entity referred to. */
static const char *const there[ENTITIES] = {
	[MAP] = "21", [STAGE] = "31", [TOUCHPOINT] = "41", [LANE] = "51",
};

static void a_row_of_each_entity_can_be_added_and_deleted(void **state)
{
	struct project *p = sample_project();
	struct project *same = sample_project();

	(void)state;
	for (int n = PERSONA; n < CONFLICT; n++) {
		enum entity e = (enum entity)n;
		struct add_intent i;
		struct delete_intent d;

		fill_add(&i, e, 5, "5");
		for (int f = 0; f < entities[e].count; f++)
			if (field_of(e, f)->type == FIELD_REF &&
			    field_of(e, f)->required)
				i.values.text[f] =
					there[field_of(e, f)->target];
		assert_int_equal(state_do(p, &i.intent, adds[e]), 1);
		assert_non_null(project_row(p, e, 5));
		assert_refused(p, &i.intent, "there already");
		intent_delete(&d, e, 5);
		assert_int_equal(state_do(p, &d.intent, NULL), 1);
		assert_same_state(p, same);
		assert_int_equal(state_do(p, &d.intent, ""), 0);
	}
	project_free(p);
	project_free(same);
}

static void a_row_is_added_where_it_is_wanted(void **state)
{
	static const long at[] = { 0, 1, 2, AT_END, 99 };
	static const size_t want[] = { 0, 1, 2, 2, 2 };

	(void)state;
	for (int n = 0; n < 5; n++) {
		struct project *p = sample_project();
		struct add_intent i;

		fill_add(&i, STAGE, 5, "x");
		i.values.text[STAGE_MAP] = "21";
		i.at = at[n];
		state_do(p, &i.intent, "Add stage: x");
		assert_int_equal(list_index(project_stages(p, 21),
					    project_row(p, STAGE, 5)),
				 want[n]);
		project_free(p);
	}
}

static void what_a_new_row_refers_to_must_be_there(void **state)
{
	struct project *p = sample_project();
	struct add_intent i;

	(void)state;
	fill_add(&i, TOUCHPOINT, 5, "x");
	i.values.text[TOUCHPOINT_MAP] = "21";
	i.values.text[TOUCHPOINT_STAGE] = "39";
	assert_refused(p, &i.intent, "this stage is gone");
	i.values.text[TOUCHPOINT_STAGE] = "33";
	assert_refused(p, &i.intent, "another map");
	i.values.text[TOUCHPOINT_STAGE] = "31";
	i.values.text[TOUCHPOINT_EMOTION] = "3";
	assert_refused(p, &i.intent, "-2 to 2");
	i.values.text[TOUCHPOINT_EMOTION] = "2";
	i.values.text[TOUCHPOINT_TITLE] = NULL;
	assert_refused(p, &i.intent, "must not be empty");
	project_free(p);
}

static void setting_says_what_was_done(void **state)
{
	struct project *p = sample_project();
	struct set_intent i;

	(void)state;
	intent_set(&i, STAGE, 31);
	intent_set_field(&i, STAGE_TITLE, "Wish");
	assert_int_equal(state_do(p, &i.intent, "Rename stage: Need"), 1);
	assert_int_equal(state_do(p, &i.intent, ""), 0);
	intent_set(&i, TOUCHPOINT, 41);
	intent_set_field(&i, TOUCHPOINT_EMOTION, "");
	state_do(p, &i.intent, "Set emotion: clicks a flash-sale post");
	intent_set(&i, TOUCHPOINT, 41);
	intent_set_field(&i, TOUCHPOINT_EMOTION, "2");
	intent_set_field(&i, TOUCHPOINT_PAIN, "");
	assert_int_equal(
		state_do(p, &i.intent,
			 "Edit touchpoint: clicks a flash-sale post"), 1);
	i.verb = "Praise";
	intent_set_field(&i, TOUCHPOINT_NEED, "");
	state_do(p, &i.intent, "Praise: clicks a flash-sale post");
	project_free(p);
}

static void a_wrong_value_or_a_row_that_is_gone_is_refused(void **state)
{
	struct project *p = sample_project();
	struct set_intent i;
	struct move_intent m;

	(void)state;
	intent_set(&i, STAGE, 31);
	intent_set_field(&i, STAGE_PHASE, "never");
	assert_refused(p, &i.intent, "Phase");
	intent_set(&i, STAGE, 31);
	intent_set_field(&i, STAGE_TITLE, "");
	assert_refused(p, &i.intent, "must not be empty");
	intent_set(&i, MAP, 21);
	intent_set_field(&i, MAP_PERSONA, "19");
	assert_refused(p, &i.intent, "this persona is gone");
	intent_set(&i, STAGE, 39);
	assert_refused(p, &i.intent, "this stage is gone");
	intent_move(&m, TOUCHPOINT, 49, 31, 0);
	assert_refused(p, &m.intent, "this touchpoint is gone");
	intent_move(&m, TOUCHPOINT, 41, 39, 0);
	assert_refused(p, &m.intent, "this stage is gone");
	intent_move(&m, TOUCHPOINT, 41, 33, 0);
	assert_refused(p, &m.intent, "another map");
	project_free(p);
}

static void move(struct project *p, enum entity e, int64_t id, int64_t parent,
		 long at, size_t want)
{
	struct move_intent i;
	const struct row *r;

	intent_move(&i, e, id, parent, at);
	r = project_row(p, e, id);
	if (e == TOUCHPOINT)
		state_do(p, &i.intent, "Move touchpoint: thanh toán");
	else
		state_do(p, &i.intent, "Move stage: Need");
	r = project_row(p, e, id);
	assert_int_equal(list_index(project_list(p, e, row_parent(r)), r),
			 want);
}

static void rows_are_moved_within_and_between_lists(void **state)
{
	struct project *p = sample_project();

	(void)state;
	move(p, STAGE, 31, 0, 1, 1);
	move(p, STAGE, 31, 0, 0, 0);
	move(p, STAGE, 31, 0, AT_END, 1);
	move(p, TOUCHPOINT, 42, 31, 0, 0);
	assert_int_equal(project_touchpoints(p, 21, 31)->count, 2);
	move(p, TOUCHPOINT, 42, 31, 1, 1);
	move(p, TOUCHPOINT, 42, 0, 0, 0);
	assert_int_equal(project_touchpoints(p, 21, 0)->count, 2);
	assert_string_equal(row_text(project_row(p, TOUCHPOINT, 42),
				     TOUCHPOINT_STAGE), "");
	move(p, TOUCHPOINT, 42, 32, AT_END, 0);
	project_free(p);
}

static void moving_a_row_to_where_it_is_changes_nothing(void **state)
{
	struct project *p = sample_project();
	struct move_intent i;

	(void)state;
	intent_move(&i, STAGE, 32, 0, 1);
	assert_int_equal(state_do(p, &i.intent, ""), 0);
	intent_move(&i, TOUCHPOINT, 41, 31, 0);
	assert_int_equal(state_do(p, &i.intent, ""), 0);
	project_free(p);
}

/* A map of `count` stages that all have the same rank. */
static struct project *equal_ranks(int count, const char *rank)
{
	struct project *p = project_new();
	struct values map = { .text[MAP_TITLE] = "m", .text[MAP_RANK] = "a0" };

	project_put(p, row_new(MAP, 1, &map));
	for (int i = 0; i < count; i++) {
		struct values v = { .text[STAGE_MAP] = "1",
				    .text[STAGE_TITLE] = "s" };

		v.text[STAGE_RANK] = rank;
		project_put(p, row_new(STAGE, 100 + i, &v));
	}
	return p;
}

static void inserting_between_equals_ranks_those_behind_anew(void **state)
{
	(void)state;
	for (int at = 0; at <= 5; at++) {
		struct project *p = equal_ranks(5, "a0");
		const struct list *l = project_stages(p, 1);
		struct add_intent i;
		size_t count;

		fill_add(&i, STAGE, 5, "x");
		i.values.text[STAGE_MAP] = "1";
		i.at = at;
		count = state_do(p, &i.intent, "Add stage: x");
		assert_int_equal(count, at == 0 ? 1 : 1 + 5 - at);
		for (int k = 0; k < 6; k++)
			assert_int_equal(l->rows[k]->id,
					 k < at ? 100 + k : k == at ? 5 :
					 99 + k);
		project_free(p);
	}
}

/* The stages 100 to 103 with the one at `from` moved to `to`. */
static void assert_moved(const struct list *l, int from, int to)
{
	int64_t want[4], rest = 100;

	for (int k = 0; k < 4; k++) {
		rest += rest == 100 + from;
		want[k] = k == to ? 100 + from : rest++;
	}
	for (int k = 0; k < 4; k++)
		assert_int_equal(l->rows[k]->id, want[k]);
}

static void moving_between_equals_works_too(void **state)
{
	(void)state;
	for (int from = 0; from < 4; from++)
		for (int to = 0; to < 4; to++) {
			struct project *p = equal_ranks(4, "a0V");
			struct move_intent i;

			intent_move(&i, STAGE, 100 + from, 0, to);
			state_do(p, &i.intent, "Move stage: s");
			assert_moved(project_stages(p, 1), from, to);
			project_free(p);
		}
}

static void where_no_rank_is_left_it_says_so(void **state)
{
	struct project *p = equal_ranks(1, "a0");
	struct strbuf rank = STRBUF_INIT;
	struct values v = { .text[STAGE_MAP] = "1", .text[STAGE_TITLE] = "t" };
	struct add_intent i;

	(void)state;
	strbuf_addstr(&rank, "a0");
	while (rank.len < RANK_LONGEST - 1)
		strbuf_addch(&rank, '0');
	strbuf_addch(&rank, '1');
	assert_true(rank_valid(rank.s));
	v.text[STAGE_RANK] = rank.s;
	project_put(p, row_new(STAGE, 200, &v));
	fill_add(&i, STAGE, 5, "x");
	i.values.text[STAGE_MAP] = "1";
	i.at = 1;
	assert_refused(p, &i.intent, "no room left");
	i.at = 2;
	state_do(p, &i.intent, "Add stage: x");
	strbuf_release(&rank);
	project_free(p);
}

static void many_wishes_are_one_edit(void **state)
{
	struct project *p = sample_project();
	struct add_intent first, second;
	struct set_intent third;
	const struct intent *parts[] = { &first.intent, &second.intent,
					 &third.intent };
	struct many_intent i;
	const struct list *l = project_stages(p, 21);

	(void)state;
	fill_add(&first, STAGE, 5, "x");
	fill_add(&second, STAGE, 4, "y");
	first.values.text[STAGE_MAP] = second.values.text[STAGE_MAP] = "21";
	intent_set(&third, STAGE, 31);
	intent_set_field(&third, STAGE_WANT, "w");
	intent_many(&i, "Paste", "two stages", parts, 3);
	assert_int_equal(state_do(p, &i.intent, "Paste: two stages"), 3);
	assert_int_equal(l->rows[2]->id, 5);
	assert_int_equal(l->rows[3]->id, 4);
	assert_refused(p, &i.intent, "there already");
	project_free(p);
}

static void assert_order(const struct list *l, const int64_t *ids, size_t n)
{
	assert_int_equal(l->count, n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(l->rows[i]->id, ids[i]);
}

static void add_touchpoints(struct project *p, int64_t first, int count)
{
	struct add_intent i;

	for (int k = 0; k < count; k++) {
		fill_add(&i, TOUCHPOINT, first + k, "t");
		i.values.text[TOUCHPOINT_MAP] = "21";
		i.values.text[TOUCHPOINT_STAGE] = "32";
		state_do(p, &i.intent, "Add touchpoint: t");
	}
}

static void several_moves_keep_the_order_they_are_given(void **state)
{
	struct project *p = sample_project();
	struct move_intent move[4];
	const struct intent *parts[4];
	struct many_intent i;

	(void)state;
	add_touchpoints(p, 101, 4);
	intent_move(&move[0], TOUCHPOINT, 103, 31, 0);
	intent_move(&move[1], TOUCHPOINT, 101, 31, 1);
	intent_move(&move[2], TOUCHPOINT, 42, 0, AT_END);
	intent_move(&move[3], TOUCHPOINT, 104, 0, AT_END);
	for (int k = 0; k < 4; k++)
		parts[k] = &move[k].intent;
	intent_many(&i, "Move", "four", parts, 4);
	state_do(p, &i.intent, "Move: four");
	assert_order(project_touchpoints(p, 21, 31),
		     (const int64_t[]){ 103, 101, 41 }, 3);
	assert_order(project_touchpoints(p, 21, 32),
		     (const int64_t[]){ 102 }, 1);
	assert_order(project_touchpoints(p, 21, 0),
		     (const int64_t[]){ 43, 42, 104 }, 3);
	project_free(p);
}

static void rows_are_put_between_those_the_edit_itself_adds(void **state)
{
	struct project *p = sample_project();
	struct add_intent add[3];
	const struct intent *parts[3];
	struct many_intent i;

	(void)state;
	for (int k = 0; k < 3; k++) {
		fill_add(&add[k], TOUCHPOINT, 101 + k, "t");
		add[k].values.text[TOUCHPOINT_MAP] = "21";
		add[k].values.text[TOUCHPOINT_STAGE] = "32";
		add[k].at = k == 2 ? 1 : 0;
		parts[k] = &add[k].intent;
	}
	intent_many(&i, "Paste", "three", parts, 3);
	state_do(p, &i.intent, "Paste: three");
	assert_order(project_touchpoints(p, 21, 32),
		     (const int64_t[]){ 102, 103, 101, 42 }, 4);
	project_free(p);
}

static void of_two_wishes_for_a_field_the_last_one_counts(void **state)
{
	struct project *p = sample_project();
	struct set_intent set[3];
	const struct intent *parts[3];
	struct many_intent i;
	static const char *const want[] = { "a", "b", "" };

	(void)state;
	for (int k = 0; k < 3; k++) {
		intent_set(&set[k], STAGE, 31);
		intent_set_field(&set[k], STAGE_WANT, want[k]);
		parts[k] = &set[k].intent;
	}
	intent_many(&i, "Set", "twice", parts, 2);
	assert_int_equal(state_do(p, &i.intent, "Set: twice"), 1);
	assert_string_equal(row_text(project_row(p, STAGE, 31), STAGE_WANT),
			    "b");
	intent_many(&i, "Set", "back", (const struct intent *[]){
		&set[0].intent, &set[1].intent }, 2);
	assert_int_equal(state_do(p, &i.intent, "Set: back"), 0);
	project_free(p);
}

static void what_is_not_there_needs_no_deleting(void **state)
{
	struct project *p = sample_project();
	struct delete_intent i;

	(void)state;
	intent_delete(&i, STAGE, 999);
	assert_int_equal(state_do(p, &i.intent, NULL), 0);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_row_of_each_entity_can_be_added_and_deleted),
		cmocka_unit_test(a_row_is_added_where_it_is_wanted),
		cmocka_unit_test(what_a_new_row_refers_to_must_be_there),
		cmocka_unit_test(setting_says_what_was_done),
		cmocka_unit_test(
			a_wrong_value_or_a_row_that_is_gone_is_refused),
		cmocka_unit_test(rows_are_moved_within_and_between_lists),
		cmocka_unit_test(moving_a_row_to_where_it_is_changes_nothing),
		cmocka_unit_test(
			inserting_between_equals_ranks_those_behind_anew),
		cmocka_unit_test(moving_between_equals_works_too),
		cmocka_unit_test(where_no_rank_is_left_it_says_so),
		cmocka_unit_test(many_wishes_are_one_edit),
		cmocka_unit_test(several_moves_keep_the_order_they_are_given),
		cmocka_unit_test(
			rows_are_put_between_those_the_edit_itself_adds),
		cmocka_unit_test(
			of_two_wishes_for_a_field_the_last_one_counts),
		cmocka_unit_test(what_is_not_there_needs_no_deleting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
