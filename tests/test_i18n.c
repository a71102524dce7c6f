#include "base/i18n.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <wchar.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "tmp.h"

/* A catalogue of two entries, sorted by the English text. */
static const char *const entries[][2] = {
	{ "", "Content-Type: text/plain; charset=UTF-8\nLanguage: vi\n" },
	{ "stage", "giai đoạn" },
};

static void add_number(struct strbuf *b, size_t number)
{
	uint32_t n = (uint32_t)number;

	strbuf_add(b, (const char *)&n, sizeof n);
}

/* Build what msgfmt would: a head, two tables of lengths and places, texts. */
static void write_catalogue(const char *path)
{
	struct strbuf file = STRBUF_INIT, texts = STRBUF_INIT;
	size_t count = ARRAY_LEN(entries), table = count * 8, head = 28;

	add_number(&file, 0x950412DE);
	add_number(&file, 0);
	add_number(&file, count);
	add_number(&file, head);
	add_number(&file, head + table);
	add_number(&file, 0);
	add_number(&file, head + 2 * table);
	for (size_t side = 0; side < 2; side++) {
		for (size_t i = 0; i < count; i++) {
			size_t len = strlen(entries[i][side]);

			add_number(&file, len);
			add_number(&file, head + 2 * table + texts.len);
			strbuf_add(&texts, entries[i][side], len + 1);
		}
	}
	strbuf_add(&file, texts.s, texts.len);
	tmp_write(path, file.s, file.len);
	strbuf_release(&file);
	strbuf_release(&texts);
}

static int install_catalogue(void **state)
{
	struct strbuf path = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&path, tmp_new_folder());
	setenv("CJM_LOCALEDIR", path.s, 1);
	strbuf_addstr(&path, "/vi");
	assert_int_equal(mkdir(path.s, 0700), 0);
	strbuf_addstr(&path, "/LC_MESSAGES");
	assert_int_equal(mkdir(path.s, 0700), 0);
	strbuf_addstr(&path, "/cjm.mo");
	write_catalogue(path.s);
	strbuf_release(&path);
	return 0;
}

/* Start as a program does that finds these in its environment. */
static bool start(const char *locale, const char *language, const char *lang)
{
	unsetenv("LC_MESSAGES");
	unsetenv("LC_ALL");
	setenv("LANG", locale, 1);
	setenv("LANGUAGE", language, 1);
	setlocale(LC_ALL, "C");
	return i18n_start(lang);
}

static void assert_english(void)
{
	assert_string_equal(i18n_language(), "en");
	assert_string_equal(_("stage"), "stage");
}

static void assert_vietnamese(void)
{
	assert_string_equal(i18n_language(), "vi");
	assert_string_equal(_("stage"), "giai đoạn");
}

static void english_is_spoken_unless_told_otherwise(void **state)
{
	(void)state;
	assert_true(start("C.UTF-8", "", NULL));
	assert_english();
	assert_true(start("C", "", NULL));
	assert_english();
	assert_true(start("fr_FR.UTF-8", "", NULL));
	assert_english();
}

static void the_environment_can_ask_for_vietnamese(void **state)
{
	(void)state;
	assert_true(start("vi_VN.UTF-8", "", NULL));
	assert_vietnamese();
	assert_true(start("C.UTF-8", "vi", NULL));
	assert_vietnamese();
	assert_true(start("en_US.UTF-8", "vi:en", NULL));
	assert_vietnamese();
}

static void the_environment_can_ask_for_english(void **state)
{
	(void)state;
	assert_true(start("C", "vi", NULL));
	assert_english();
	assert_true(start("vi_VN.UTF-8", "en", NULL));
	assert_english();
}

static void a_language_asked_for_wins_over_the_environment(void **state)
{
	(void)state;
	assert_true(start("C", "", "vi"));
	assert_vietnamese();
	assert_true(start("C.UTF-8", "en", "vi"));
	assert_vietnamese();
	assert_true(start("vi_VN.UTF-8", "vi", "en"));
	assert_english();
}

static void a_language_nobody_speaks_is_refused(void **state)
{
	(void)state;
	assert_false(start("C.UTF-8", "", "xx"));
	assert_false(start("C.UTF-8", "", ""));
	assert_english();
}

static void text_is_utf8_and_numbers_are_plain_everywhere(void **state)
{
	static const char *const locales[] = {
		"C", "C.UTF-8", "vi_VN.UTF-8", "de_DE.ISO-8859-1",
	};
	char number[16];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
		start(locales[i], "", NULL);
		assert_int_equal(wcwidth(0x1EC7), 1);
		assert_int_equal(wcwidth(0x65E5), 2);
		snprintf(number, sizeof number, "%.2f", 1.5);
		assert_string_equal(number, "1.50");
	}
}

static void another_language_is_spoken_until_the_pop(void **state)
{
	(void)state;
	start("C.UTF-8", "", NULL);
	i18n_push("vi");
	assert_vietnamese();
	i18n_pop();
	assert_english();
	start("C.UTF-8", "vi", NULL);
	i18n_push("en");
	assert_english();
	i18n_pop();
	assert_vietnamese();
	i18n_push("vi");
	assert_vietnamese();
	i18n_pop();
	assert_vietnamese();
}

static void vietnamese_is_spoken_from_the_c_locale_too(void **state)
{
	(void)state;
	start("C", "", NULL);
	unsetenv("LANGUAGE");
	i18n_push("vi");
	assert_vietnamese();
	i18n_pop();
	assert_english();
	assert_null(getenv("LANGUAGE"));
	assert_string_equal(setlocale(LC_MESSAGES, NULL), "C");
}

static void an_unknown_language_changes_nothing(void **state)
{
	(void)state;
	start("C.UTF-8", "vi", NULL);
	i18n_push("");
	assert_vietnamese();
	i18n_pop();
	i18n_push("xx");
	assert_vietnamese();
	i18n_pop();
	i18n_pop();
	assert_vietnamese();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(english_is_spoken_unless_told_otherwise),
		cmocka_unit_test(the_environment_can_ask_for_vietnamese),
		cmocka_unit_test(the_environment_can_ask_for_english),
		cmocka_unit_test(
			a_language_asked_for_wins_over_the_environment),
		cmocka_unit_test(a_language_nobody_speaks_is_refused),
		cmocka_unit_test(
			text_is_utf8_and_numbers_are_plain_everywhere),
		cmocka_unit_test(another_language_is_spoken_until_the_pop),
		cmocka_unit_test(vietnamese_is_spoken_from_the_c_locale_too),
		cmocka_unit_test(an_unknown_language_changes_nothing),
	};

	return cmocka_run_group_tests(tests, install_catalogue, NULL);
}
