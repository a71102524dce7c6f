#include "model/field.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "model/kind.h"
#include "model/row.h"

static void assert_takes(enum entity e, int field, const char *text)
{
	struct err err = { "" };

	if (!field_check(e, field, text, &err))
		fail_msg("%s: %s", field_of(e, field)->key, err.msg);
	assert_string_equal(err.msg, "");
}

/* Refused, and the sentence holds `word`. */
static void assert_refuses(enum entity e, int field, const char *text,
			   const char *word)
{
	struct err err = { "" };

	if (field_check(e, field, text, &err))
		fail_msg("%s took \"%s\"", field_of(e, field)->key, text);
	if (!strstr(err.msg, word))
		fail_msg("no \"%s\" in \"%s\"", word, err.msg);
}

static void the_table_is_complete_and_its_keys_are_unique(void **state)
{
	(void)state;
	for (int e = 0; e < ENTITIES; e++) {
		const struct entity_info *info = &entities[e];

		assert_true(info->count > 0 && info->count <= FIELDS_MOST);
		assert_int_equal(entity_find(info->key, strlen(info->key)),
				 e);
		assert_true(info->title >= 0 && info->title < info->count);
		assert_true(info->rank < info->count);
		assert_true(info->parent < info->count);
		for (int f = 0; f < info->count; f++) {
			const char *key = info->fields[f].key;

			assert_non_null(key);
			assert_int_equal(field_find((enum entity)e, key,
						    strlen(key)), f);
		}
	}
	assert_int_equal(entity_find("stages", 6), -1);
	assert_int_equal(entity_find("stages", 5), STAGE);
	assert_int_equal(field_find(STAGE, "titl", 4), -1);
	assert_int_equal(field_find(STAGE, "", 0), -1);
}

static void ranks_and_parents_have_the_right_types(void **state)
{
	(void)state;
	for (int e = 0; e < ENTITIES; e++) {
		const struct entity_info *info = &entities[e];

		for (int f = 0; f < info->count; f++) {
			const struct field *field = &info->fields[f];

			assert_int_equal(field->type == FIELD_RANK,
					 f == info->rank);
			assert_int_equal(field->type == FIELD_CHOICE,
					 field->choices != NULL);
		}
		if (info->parent >= 0)
			assert_int_equal(info->fields[info->parent].type,
					 FIELD_REF);
	}
}

static void sigils_are_unique(void **state)
{
	bool seen[256] = { false };

	(void)state;
	for (int f = 0; f < TOUCHPOINT_FIELDS; f++) {
		unsigned char sigil =
			(unsigned char)field_of(TOUCHPOINT, f)->sigil;

		assert_false(sigil && seen[sigil]);
		seen[sigil] = true;
	}
}

static void days_must_be_in_the_calendar(void **state)
{
	static const char *const wrong[] = {
		"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
		"2026-04-31", "2026-01-00", "2026-1-1", "2026-01-011",
		"26-01-01", "2026/01/01", "today", "2026-01-0a", " 2026-01-01",
		"-026-01-01", "2026-01/01", "202x-01-01", "2026-x1-01",
		"2023-02-29",
	};

	(void)state;
	assert_takes(TOUCHPOINT, TOUCHPOINT_REVIEW, "2026-02-28");
	assert_takes(TOUCHPOINT, TOUCHPOINT_REVIEW, "2024-02-29");
	assert_takes(TOUCHPOINT, TOUCHPOINT_REVIEW, "2000-02-29");
	assert_takes(TOUCHPOINT, TOUCHPOINT_REVIEW, "2026-12-31");
	assert_takes(TOUCHPOINT, TOUCHPOINT_REVIEW, "");
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		assert_refuses(TOUCHPOINT, TOUCHPOINT_REVIEW, wrong[i],
			       "Review by");
}

static void whole_numbers_have_one_spelling(void **state)
{
	static const char *const wrong[] = {
		"-", "-0", "+1", "01", "1.0", " 1", "1 ", "1e3", "0x1",
		"1234567890123456", "١",
	};

	(void)state;
	assert_takes(VOTE, VOTE_NUMBER, "0");
	assert_takes(VOTE, VOTE_NUMBER, "-12");
	assert_takes(VOTE, VOTE_NUMBER, "123456789012345");
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		assert_refuses(VOTE, VOTE_NUMBER, wrong[i], "whole number");
	assert_refuses(VOTE, VOTE_NUMBER, "", "empty");
}

static void numbers_are_decimal(void **state)
{
	static const char *const wrong[] = {
		"-", ".", ".5", "5.", "1.2.3", "1,5", "1e5", "nan", "+1",
		"12345678901234567890123456789012345678901",
	};

	(void)state;
	assert_takes(MEASURE, MEASURE_VALUE, "12");
	assert_takes(MEASURE, MEASURE_VALUE, "-0012.500");
	assert_takes(MEASURE, MEASURE_VALUE, "");
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		assert_refuses(MEASURE, MEASURE_VALUE, wrong[i], "number");
}

static void emotions_run_from_minus_two_to_two(void **state)
{
	(void)state;
	for (int i = -2; i <= 2; i++) {
		assert_takes(TOUCHPOINT, TOUCHPOINT_EMOTION, emotion_text(i));
		assert_int_equal(emotion_value(emotion_text(i)), i);
	}
	assert_string_equal(emotion_text(3), "");
	assert_string_equal(emotion_text(-3), "");
	assert_string_equal(emotion_label(-2), "very bad");
	assert_string_equal(emotion_text(EMOTION_UNKNOWN), "");
	assert_string_equal(emotion_shown(1), "+1");
	assert_string_equal(emotion_shown(-2), "-2");
	assert_string_equal(emotion_shown(EMOTION_UNKNOWN), "?");
	assert_string_equal(emotion_label(EMOTION_UNKNOWN), "unknown");
	assert_int_equal(emotion_value(""), EMOTION_UNKNOWN);
	assert_int_equal(emotion_value("+1"), EMOTION_UNKNOWN);
	assert_refuses(TOUCHPOINT, TOUCHPOINT_EMOTION, "3", "-2 to 2");
	assert_refuses(TOUCHPOINT, TOUCHPOINT_EMOTION, "-0", "-2 to 2");
	assert_refuses(TOUCHPOINT, TOUCHPOINT_EMOTION, "+1", "-2 to 2");
}

static void choices_are_their_keys(void **state)
{
	(void)state;
	for (int e = 0; e < ENTITIES; e++)
		for (int f = 0; f < entities[e].count; f++) {
			const struct choice *c =
				field_of((enum entity)e, f)->choices;

			for (; c && c->key; c++)
				assert_takes((enum entity)e, f, c->key);
		}
	assert_refuses(STAGE, STAGE_PHASE, "Before",
		       "before, during, after");
	assert_refuses(STAGE, STAGE_PHASE, "befor", "Phase");
	assert_string_equal(field_shown(field_of(STAGE, STAGE_PHASE),
					"before"), "before the purchase");
	assert_string_equal(field_shown(field_of(STAGE, STAGE_PHASE), "x"),
			    "x");
}

static void ids_and_ranks_are_checked(void **state)
{
	static const char *const wrong[] = { "0", "-1", "007", "1 ", "x",
					     "9007199254740992" };

	(void)state;
	assert_takes(STAGE, STAGE_MAP, "9007199254740991");
	assert_takes(ANSWER, ANSWER_PLACE, "1");
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		assert_refuses(STAGE, STAGE_MAP, wrong[i], "id");
		assert_refuses(ANSWER, ANSWER_PLACE, wrong[i], "id");
	}
	assert_takes(STAGE, STAGE_RANK, "a0V");
	assert_refuses(STAGE, STAGE_RANK, "a00", "rank");
	assert_refuses(STAGE, STAGE_RANK, "ấ", "rank");
}

static void lines_have_no_line_breaks_but_texts_have(void **state)
{
	(void)state;
	assert_refuses(STAGE, STAGE_TITLE, "a\nb", "one line");
	assert_refuses(TOUCHPOINT, TOUCHPOINT_TAGS, "a\nb", "one line");
	assert_takes(TOUCHPOINT, TOUCHPOINT_NOTES, "a\nb\n");
}

static void what_is_required_must_not_be_empty(void **state)
{
	(void)state;
	for (int e = 0; e < ENTITIES; e++)
		for (int f = 0; f < entities[e].count; f++)
			if (field_of((enum entity)e, f)->required)
				assert_refuses((enum entity)e, f, "", "empty");
			else
				assert_takes((enum entity)e, f, "");
}

static void texts_may_be_as_long_as_said_and_no_longer(void **state)
{
	char *text = xmalloc(FIELD_LONGEST + 2);

	(void)state;
	for (int e = 0; e < ENTITIES; e++)
		for (int f = 0; f < entities[e].count; f++) {
			const struct field *field =
				field_of((enum entity)e, f);
			size_t longest = field->longest ? field->longest :
							  FIELD_LONGEST;

			memset(text, 'x', longest + 1);
			text[longest + 1] = '\0';
			assert_refuses((enum entity)e, f, text, "too long");
			text[longest] = '\0';
			if (field->type <= FIELD_WORDS)
				assert_takes((enum entity)e, f, text);
		}
	free(text);
}

static void kinds_have_prompts(void **state)
{
	(void)state;
	assert_non_null(strstr(kind_find("purchase")->prompt, "pay"));
	assert_null(kind_find(""));
	assert_null(kind_find("Purchase"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_complete_and_its_keys_are_unique),
		cmocka_unit_test(ranks_and_parents_have_the_right_types),
		cmocka_unit_test(sigils_are_unique),
		cmocka_unit_test(days_must_be_in_the_calendar),
		cmocka_unit_test(whole_numbers_have_one_spelling),
		cmocka_unit_test(numbers_are_decimal),
		cmocka_unit_test(emotions_run_from_minus_two_to_two),
		cmocka_unit_test(choices_are_their_keys),
		cmocka_unit_test(ids_and_ranks_are_checked),
		cmocka_unit_test(lines_have_no_line_breaks_but_texts_have),
		cmocka_unit_test(what_is_required_must_not_be_empty),
		cmocka_unit_test(texts_may_be_as_long_as_said_and_no_longer),
		cmocka_unit_test(kinds_have_prompts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
