#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "format/emotion_words.h"

static void assert_guess(const char *text, int value)
{
	int got = emotion_guess(text);

	if (got != value)
		fail_msg("\"%s\": %d, not %d", text, got, value);
}

static void words_of_each_language_are_known(void **state)
{
	(void)state;
	assert_guess("Delighted", 2);
	assert_guess("frustrated", -1);
	assert_guess("FURIOUS!", -2);
	assert_guess("neutral", 0);
	assert_guess("Любопытство", 1);
	assert_guess("тревога, сомнения", -1);
	assert_guess("восторг", 2);
	assert_guess("만족", 1);
	assert_guess("불안감", -1);
	assert_guess("期待感", 1);
	assert_guess("焦虑", -1);
	assert_guess("愤怒", -2);
	assert_guess("ansiosa", -1);
	assert_guess("Alegria", 2);
	assert_guess("ワクワクする", 2);
	assert_guess("イライラ", -1);
	assert_guess("tò mò", 1);
	assert_guess("Lo lắng", -1);
	assert_guess("rất hài lòng", 2);
}

static void faces_are_known(void **state)
{
	(void)state;
	assert_guess("😊", 1);
	assert_guess("😡😡", -2);
	assert_guess("☹️", -1);
	assert_guess("😐 ok", 0);
	assert_guess("❤️", 2);
}

static void a_not_turns_a_word_round(void **state)
{
	(void)state;
	assert_guess("not happy", -1);
	assert_guess("không hài lòng", -1);
	assert_guess("не доволен", -1);
	assert_guess("不满意", -1);
	assert_guess("불만족", -1);
	assert_guess("não satisfeito", -1);
	assert_guess("no problem, happy", 1);
}

static void several_words_give_their_mean(void **state)
{
	(void)state;
	assert_guess("excited but anxious", 0);
	assert_guess("happy, worried", 0);
	assert_guess("excited, happy", 1);
	assert_guess("angry, worried", -2);
}

static void parts_of_other_words_do_not_count(void **state)
{
	(void)state;
	assert_guess("", EMOTION_UNKNOWN);
	assert_guess("opens the page", EMOTION_UNKNOWN);
	assert_guess("badge", EMOTION_UNKNOWN);
	assert_guess("unhappy", -1);
	assert_guess("insecure", -1);
	assert_guess("3/5", EMOTION_UNKNOWN);
}

static void a_mean_between_two_values_is_the_lower(void **state)
{
	(void)state;
	assert_int_equal(emotion_nearest(0.5), 0);
	assert_int_equal(emotion_nearest(0.51), 1);
	assert_int_equal(emotion_nearest(-0.5), -1);
	assert_int_equal(emotion_nearest(-2), -2);
	assert_int_equal(emotion_nearest(2), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_each_language_are_known),
		cmocka_unit_test(faces_are_known),
		cmocka_unit_test(a_not_turns_a_word_round),
		cmocka_unit_test(several_words_give_their_mean),
		cmocka_unit_test(parts_of_other_words_do_not_count),
		cmocka_unit_test(a_mean_between_two_values_is_the_lower),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
