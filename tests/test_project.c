#include "model/project.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/id.h"
#include "dice.h"
#include "sample.h"
#include "state.h"

enum { STEPS = 20000, IDS = 60, STAGES = 5 };

/* What the project should hold, kept without lists or tables. */
struct reference {
	struct row *rows[IDS];
};

static struct row *touchpoint(int64_t id, unsigned stage, unsigned emotion,
			      const char *rank)
{
	char place[ID_TEXT];
	struct values v = { { NULL } };

	v.text[TOUCHPOINT_MAP] = "100";
	v.text[TOUCHPOINT_STAGE] = id_text(stage, place);
	v.text[TOUCHPOINT_TITLE] = dice_text();
	v.text[TOUCHPOINT_EMOTION] = emotion_text((int)emotion - 2);
	v.text[TOUCHPOINT_RANK] = rank;
	return row_new(TOUCHPOINT, id, &v);
}

static const char *some_rank(void)
{
	static const char *const ranks[] = { "Zz", "a0", "a0V", "a1", "b00" };

	return ranks[dice(5)];
}

static int by_order(const void *a, const void *b)
{
	return row_compare(*(struct row *const *)a, *(struct row *const *)b);
}

static void assert_list(const struct reference *ref, const struct project *p,
			int64_t stage)
{
	const struct list *l = project_touchpoints(p, 100, stage);
	struct row *want[IDS];
	struct mood mood = { { 0 } };
	size_t count = 0;

	for (int i = 0; i < IDS; i++)
		if (ref->rows[i] &&
		    row_ref(ref->rows[i], TOUCHPOINT_STAGE) == stage) {
			int value = row_emotion(ref->rows[i]);

			want[count++] = ref->rows[i];
			if (value != EMOTION_UNKNOWN)
				mood.number[value + 2]++;
		}
	assert_int_equal(l->count, count);
	if (!count)
		return;
	qsort(want, count, sizeof *want, by_order);
	for (size_t i = 0; i < count; i++) {
		assert_true(row_equal(l->rows[i], want[i]));
		assert_int_equal(list_index(l, want[i]), i);
	}
	assert_memory_equal(&l->mood, &mood, sizeof mood);
}

static void put(struct reference *ref, struct project *p, int i)
{
	struct row *r = touchpoint(i + 1, dice(STAGES), dice(6), some_rank());

	if (ref->rows[i]) {
		assert_false(project_put(p, r));
		return;
	}
	ref->rows[i] = row_copy(r);
	assert_true(project_put(p, r));
}

static void set(struct reference *ref, struct project *p, int i)
{
	static const int fields[] = { TOUCHPOINT_STAGE, TOUCHPOINT_EMOTION,
				      TOUCHPOINT_TITLE, TOUCHPOINT_RANK };
	int field = fields[dice(4)];
	char id[ID_TEXT];
	const char *text = field == TOUCHPOINT_TITLE ? dice_text() :
			   field == TOUCHPOINT_RANK ? some_rank() :
			   field == TOUCHPOINT_STAGE ?
			   id_text(dice(STAGES), id) :
			   emotion_text((int)dice(6) - 2);
	struct row *fresh;

	assert_int_equal(project_set(p, TOUCHPOINT, i + 1, field, text),
			 ref->rows[i] != NULL);
	if (!ref->rows[i])
		return;
	fresh = row_with(ref->rows[i], field, text);
	free(ref->rows[i]);
	ref->rows[i] = fresh;
}

static void drop(struct reference *ref, struct project *p, int i)
{
	assert_int_equal(project_remove(p, TOUCHPOINT, i + 1),
			 ref->rows[i] != NULL);
	free(ref->rows[i]);
	ref->rows[i] = NULL;
}

static void lists_stay_in_order_whatever_happens(void **state)
{
	static void (*const ways[])(struct reference *, struct project *,
				    int) = { put, set, set, drop };
	struct reference ref = { { NULL } };
	struct project *p = project_new();

	(void)state;
	dice_start(1);
	for (int i = 0; i < STEPS; i++) {
		ways[dice(ARRAY_LEN(ways))](&ref, p, (int)dice(IDS));
		assert_list(&ref, p, dice(STAGES));
	}
	for (int i = 0; i < STAGES; i++)
		assert_list(&ref, p, i);
	for (int i = 0; i < IDS; i++) {
		const struct row *r = project_row(p, TOUCHPOINT, i + 1);

		assert_int_equal(!r, !ref.rows[i]);
		free(ref.rows[i]);
	}
	project_free(p);
}

static void loading_in_any_order_and_sorting_is_the_same(void **state)
{
	struct project *p = project_new(), *q = project_new();

	(void)state;
	dice_start(2);
	for (int i = 0; i < 500; i++) {
		struct row *r = touchpoint((int64_t)dice(400) + 1,
					   dice(STAGES), dice(6),
					   some_rank());
		struct row *same = row_copy(r);

		assert_int_equal(project_put(p, r), project_load(q, same));
	}
	project_sort(q);
	assert_same_state(p, q);
	for (int stage = 0; stage < STAGES; stage++) {
		const struct list *a = project_touchpoints(p, 100, stage);
		const struct list *b = project_touchpoints(q, 100, stage);

		assert_int_equal(a->count, b->count);
		for (size_t i = 0; i < a->count; i++)
			assert_true(row_equal(a->rows[i], b->rows[i]));
		assert_memory_equal(&a->mood, &b->mood, sizeof a->mood);
	}
	project_free(p);
	project_free(q);
}

static void rows_that_come_and_go_leave_the_table_searchable(void **state)
{
	struct project *p = project_new();

	(void)state;
	dice_start(3);
	for (int64_t i = 1; i <= 20000; i++) {
		assert_true(project_put(p, touchpoint(i, 1, 2, "a0")));
		assert_null(project_row(p, TOUCHPOINT, i + 1));
		assert_true(project_remove(p, TOUCHPOINT, i));
		assert_null(project_row(p, TOUCHPOINT, i));
	}
	assert_int_equal(project_count(p, TOUCHPOINT), 0);
	project_free(p);
}

static void the_same_id_may_be_of_two_entities(void **state)
{
	struct project *p = project_new();
	struct values v = { .text[LANE_TITLE] = "x", .text[LANE_MAP] = "3" };

	(void)state;
	assert_true(project_put(p, row_new(LANE, 5, &v)));
	assert_true(project_put(p, row_new(STAGE, 5, &v)));
	assert_int_equal(project_row(p, LANE, 5)->entity, LANE);
	assert_int_equal(project_row(p, STAGE, 5)->entity, STAGE);
	assert_int_equal(project_list(p, LANE, 3)->count, 1);
	assert_true(project_remove(p, LANE, 5));
	assert_int_equal(project_list(p, LANE, 3)->count, 0);
	assert_non_null(project_row(p, STAGE, 5));
	project_free(p);
}

static void an_empty_project_answers(void **state)
{
	struct project *p = project_new();

	(void)state;
	assert_null(project_self(p));
	assert_null(project_row(p, MAP, 1));
	assert_int_equal(project_maps(p)->count, 0);
	assert_int_equal(project_stages(p, 1)->count, 0);
	assert_int_equal(project_map_touchpoints(p, 1), 0);
	assert_false(project_remove(p, MAP, 1));
	assert_false(project_set(p, MAP, 1, MAP_TITLE, "x"));
	project_free(p);
	project_free(NULL);
}

static void a_mood_tells_mean_and_lowest(void **state)
{
	struct mood none = { { 0 } }, some = { { 1, 0, 2, 0, 1 } };
	double mean = 7;

	(void)state;
	assert_int_equal(mood_known(&none), 0);
	assert_false(mood_mean(&none, &mean));
	assert_true(mean > 6.9);
	assert_int_equal(mood_lowest(&none), EMOTION_UNKNOWN);
	assert_int_equal(mood_known(&some), 4);
	assert_true(mood_mean(&some, &mean));
	assert_true(mean > -0.01 && mean < 0.01);
	assert_int_equal(mood_lowest(&some), -2);
}

static void a_map_counts_the_parked_ones_too(void **state)
{
	struct project *p = project_new();
	struct values stage = { .text[STAGE_MAP] = "100",
				.text[STAGE_RANK] = "a0" };

	(void)state;
	project_put(p, row_new(STAGE, 1, &stage));
	project_put(p, touchpoint(1, 1, 2, "a0"));
	project_put(p, touchpoint(2, 0, 2, "a0"));
	assert_int_equal(project_map_touchpoints(p, 100), 2);
	assert_int_equal(project_touchpoints(p, 100, 0)->count, 1);
	assert_null(list_at(project_touchpoints(p, 100, 0), 1));
	project_free(p);
}

static void every_row_below_a_map_knows_the_map(void **state)
{
	static const struct { enum entity entity; int64_t id, map; } rows[] = {
		{ MAP, 22, 22 }, { STAGE, 33, 22 }, { TOUCHPOINT, 42, 21 },
		{ TOUCHPOINT, 43, 21 }, { LANE, 51, 21 },
		{ IMPROVEMENT, 63, 21 }, { MEASURE, 71, 21 }, { VOTE, 81, 21 },
		{ PERSONA, 11, 0 }, { SNAPSHOT, 95, 0 },
	};
	struct project *p = sample_project();

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(row_map(p, project_row(p, rows[i].entity,
							rows[i].id)),
				 rows[i].map);
	assert_int_equal(row_map(p, project_list(p, CELL, 51)->rows[0]), 21);
	project_remove(p, LANE, 51);
	assert_int_equal(row_map(p, project_list(p, CELL, 51)->rows[0]), 0);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_stay_in_order_whatever_happens),
		cmocka_unit_test(loading_in_any_order_and_sorting_is_the_same),
		cmocka_unit_test(
			rows_that_come_and_go_leave_the_table_searchable),
		cmocka_unit_test(the_same_id_may_be_of_two_entities),
		cmocka_unit_test(an_empty_project_answers),
		cmocka_unit_test(a_mood_tells_mean_and_lowest),
		cmocka_unit_test(a_map_counts_the_parked_ones_too),
		cmocka_unit_test(every_row_below_a_map_knows_the_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
