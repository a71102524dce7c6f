#include "model/row.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"

/* A text for each field, each different. */
struct filled {
	char text[FIELDS_MOST][64];
	struct values values;
};

static void fill(struct filled *f, enum entity e)
{
	memset(&f->values, 0, sizeof f->values);
	for (int i = 0; i < entities[e].count; i++) {
		snprintf(f->text[i], sizeof f->text[i], "%s ấ %d",
			 field_of(e, i)->key, i);
		f->values.text[i] = f->text[i];
	}
}

static void every_field_comes_back(void **state)
{
	struct filled f;

	(void)state;
	for (int e = 0; e < ENTITIES; e++) {
		struct row *r;

		fill(&f, (enum entity)e);
		r = row_new((enum entity)e, 7, &f.values);
		assert_int_equal(r->id, 7);
		assert_int_equal(r->entity, e);
		assert_int_equal(r->count, entities[e].count);
		for (int i = 0; i < entities[e].count; i++)
			assert_string_equal(row_text(r, i), f.text[i]);
		free(r);
	}
}

static void a_row_of_nothing_is_all_empty(void **state)
{
	struct values v = { { NULL } };
	struct row *r;

	(void)state;
	v.text[TOUCHPOINT_TITLE] = "";
	r = row_new(TOUCHPOINT, 1, &v);
	assert_int_equal(r->count, 0);
	assert_int_equal(r->size, sizeof *r);
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		assert_string_equal(row_text(r, i), "");
	assert_int_equal(row_ref(r, TOUCHPOINT_STAGE), 0);
	assert_int_equal(row_emotion(r), EMOTION_UNKNOWN);
	assert_string_equal(row_title(r), "");
	free(r);
}

static void each_field_can_be_set_and_emptied_alone(void **state)
{
	struct filled f;

	(void)state;
	fill(&f, TOUCHPOINT);
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++) {
		struct row *full = row_new(TOUCHPOINT, 1, &f.values);
		struct row *less = row_with(full, i, "");
		struct row *more = row_with(less, i, f.text[i]);

		assert_int_equal(less->count, TOUCHPOINT_FIELDS - 1);
		for (int k = 0; k < TOUCHPOINT_FIELDS; k++)
			assert_string_equal(row_text(less, k),
					    k == i ? "" : f.text[k]);
		assert_true(row_equal(more, full));
		assert_false(row_equal(less, full));
		free(full);
		free(less);
		free(more);
	}
}

static void a_field_may_be_set_to_a_part_of_itself(void **state)
{
	struct values v = { .text[STAGE_TITLE] = "abcdef" };
	struct row *r = row_new(STAGE, 1, &v);
	struct row *s = row_with(r, STAGE_TITLE, row_text(r, STAGE_TITLE) + 3);

	(void)state;
	assert_string_equal(row_title(s), "def");
	free(r);
	free(s);
}

static void equal_means_every_byte(void **state)
{
	struct values v = { .text[STAGE_TITLE] = "ab",
			    .text[STAGE_KIND] = "c" };
	struct values w = { .text[STAGE_TITLE] = "a",
			    .text[STAGE_KIND] = "bc" };
	struct row *a = row_new(STAGE, 1, &v), *same = row_copy(a);
	struct row *moved = row_new(STAGE, 1, &w);
	struct row *other = row_new(STAGE, 2, &v);
	struct row *lane = row_new(LANE, 1, &v);

	(void)state;
	assert_true(row_equal(a, same));
	assert_false(row_equal(a, moved));
	assert_false(row_equal(a, other));
	assert_false(row_equal(a, lane));
	free(a);
	free(same);
	free(moved);
	free(other);
	free(lane);
}

static void the_longest_text_is_kept_whole(void **state)
{
	char *text = xmalloc(FIELD_LONGEST + 1);
	struct values v = { { NULL } };
	struct row *r;

	(void)state;
	memset(text, 'x', FIELD_LONGEST);
	text[FIELD_LONGEST] = '\0';
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		v.text[i] = text;
	r = row_new(TOUCHPOINT, 1, &v);
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		assert_string_equal(row_text(r, i), text);
	free(r);
	free(text);
}

static void references_and_emotions_are_numbers(void **state)
{
	struct values v = { .text[TOUCHPOINT_MAP] = "9007199254740991",
			    .text[TOUCHPOINT_STAGE] = "9007199254740992",
			    .text[TOUCHPOINT_EMOTION] = "-2" };
	struct row *r = row_new(TOUCHPOINT, 1, &v);

	(void)state;
	assert_int_equal(row_ref(r, TOUCHPOINT_MAP), 9007199254740991);
	assert_int_equal(row_ref(r, TOUCHPOINT_STAGE), 0);
	assert_int_equal(row_emotion(r), -2);
	free(r);
}

static int order(enum entity e, int field, int64_t a_id, const char *a,
		 int64_t b_id, const char *b)
{
	struct values v = { { NULL } }, w = { { NULL } };
	struct row *x, *y;
	int result, back;

	v.text[field] = a;
	w.text[field] = b;
	x = row_new(e, a_id, &v);
	y = row_new(e, b_id, &w);
	result = row_compare(x, y);
	back = row_compare(y, x);
	assert_int_equal((result > 0) - (result < 0), (back < 0) - (back > 0));
	free(x);
	free(y);
	return result;
}

static void rows_are_ordered_by_rank_then_id(void **state)
{
	(void)state;
	assert_true(order(STAGE, STAGE_RANK, 9, "Zz", 1, "a0") < 0);
	assert_true(order(STAGE, STAGE_RANK, 9, "a0", 1, "a0V") < 0);
	assert_true(order(STAGE, STAGE_RANK, 9, "a0", 1, "a0") > 0);
	assert_int_equal(order(STAGE, STAGE_RANK, 1, "a0", 1, "a0"), 0);
}

static void rows_without_rank_are_ordered_by_title(void **state)
{
	(void)state;
	assert_true(order(PERSONA, PERSONA_NAME, 9, "Ánh", 1, "bình") < 0);
	assert_true(order(PERSONA, PERSONA_NAME, 9, "lan", 1, "Lan") > 0);
	assert_true(order(PERSONA, PERSONA_NAME, 1, "Lan", 2, "Lan") < 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_comes_back),
		cmocka_unit_test(a_row_of_nothing_is_all_empty),
		cmocka_unit_test(each_field_can_be_set_and_emptied_alone),
		cmocka_unit_test(a_field_may_be_set_to_a_part_of_itself),
		cmocka_unit_test(equal_means_every_byte),
		cmocka_unit_test(the_longest_text_is_kept_whole),
		cmocka_unit_test(references_and_emotions_are_numbers),
		cmocka_unit_test(rows_are_ordered_by_rank_then_id),
		cmocka_unit_test(rows_without_rank_are_ordered_by_title),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
