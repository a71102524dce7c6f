#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "cli_calls.h"
#include "tmp.h"

static void the_help_names_every_command(void **state)
{
	static const char *const names[] = {
		"new", "add", "show", "export", "import", "maps", "log",
		"undo", "redo", "snapshot", "restore", "verify", "backup",
		"share", "salvage", "check", "answer", "rules",
	};
	char *page = said(RUN("cjm", "--help"));

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		char line[40];
		char *help = said(RUN("cjm", names[i], "--help"));

		snprintf(line, sizeof line, "\n  cjm %s FILE", names[i]);
		assert_has(page, line);
		snprintf(line, sizeof line, "Usage: cjm %s FILE", names[i]);
		assert_ptr_equal(strstr(help, line), help);
		free(help);
	}
	free(page);
}

static void help_fits_eighty_columns(void **state)
{
	static const char *const names[] = { "new", "add", "show", "export",
					     "import", "log", "snapshot",
					     "restore", "verify", "backup",
					     "share", "salvage", "check",
					     "answer", "rules" };
	char *page = said(RUN("cjm", "--help"));

	(void)state;
	for (size_t i = 0; i <= ARRAY_LEN(names); i++) {
		for (char *s = page; *s; s += strspn(s, "\n")) {
			assert_true(strcspn(s, "\n") <= 80);
			s += strcspn(s, "\n");
		}
		free(page);
		page = i < ARRAY_LEN(names) ?
		       said(RUN("cjm", names[i], "--help")) : NULL;
	}
}

static void the_version_is_told(void **state)
{
	char *text = said(RUN("cjm", "--version"));

	(void)state;
	assert_ptr_equal(strstr(text, "cjm "), text);
	free(text);
}

static void a_new_file_has_the_templates_stages(void **state)
{
	const char *file = tmp_path("a.cjm");
	char *text;

	(void)state;
	calls(RUN("cjm", "new", file, "--title", "Coffee"));
	text = said(RUN("cjm", "maps", file));
	assert_string_equal(text, "  1  Coffee  as-is       7 stages, "
				  "0 touchpoints\n");
	free(text);
	text = said(RUN("cjm", "export", file, "--to", "outline"));
	assert_has(text, "\nproject: Coffee\n");
	assert_has(text, "\n## Loyalty\n");
	free(text);
}

static void a_maps_language_is_its_own(void **state)
{
	const char *file = tmp_path("a.cjm");
	char *text;

	(void)state;
	calls(RUN("cjm", "new", file, "--lang", "vi"));
	text = said(RUN("cjm", "export", file, "--to", "outline"));
	assert_has(text, "\n## Mua hàng\n");
	assert_has(text, "\n  language: vi\n");
	free(text);
}

static void a_template_can_be_an_outline_of_ones_own(void **state)
{
	const char *own = tmp_file("shop.outline",
				   "# Shop\n## Door\n## Till\n");
	const char *file = tmp_path("a.cjm");
	char *text;

	(void)state;
	calls(RUN("cjm", "new", file, "--template", own));
	text = said(RUN("cjm", "maps", file));
	assert_has(text, "Shop");
	assert_has(text, "2 stages");
	free(text);
}

static void what_is_added_is_told_line_by_line(void **state)
{
	const char *file = new_map();
	char *text = said(RUN("cjm", "add", file, "need > clicks a post @X",
			      "+save money", "nowhere > pays", "just so", "",
			      "5 > pays", "5.1 =Lan"));

	(void)state;
	assert_string_equal(text, "1.1 Need: clicks a post\n"
				  "changed 1.1 Need: clicks a post\n"
				  "parked: nowhere > pays\n"
				  "parked: just so\n"
				  "5.1 Purchase: pays\n"
				  "changed 5.1 Purchase: pays\n");
	free(text);
	text = said(RUN("cjm", "export", file, "--to", "outline"));
	assert_has(text, "\n- clicks a post @X +save money\n");
	assert_has(text, "\n- pays =Lan\n");
	free(text);
}

static void lines_are_read_from_standard_input(void **state)
{
	const char *file = new_map();
	struct run r;

	(void)state;
	run(&r, "need >\nasks a friend\r\n\nlast line", RUN("cjm", "add", file,
							    "-"));
	assert_int_equal(r.status, 0);
	assert_string_equal(r.out, "1.1 Need: asks a friend\n"
				   "1.2 Need: last line\n");
	run_release(&r);
}

static void a_wrong_line_does_not_hold_up_the_next(void **state)
{
	const char *file = new_map();
	struct run r;

	(void)state;
	run(&r, NULL, RUN("cjm", "add", file, "9.9 =Lan", "need > pays"));
	assert_int_equal(r.status, 3);
	assert_string_equal(r.out, "1.1 Need: pays\n");
	assert_has(r.err, "not added: 9.9 =Lan\n");
	assert_has(r.err, "9.9");
	run_release(&r);
}

static void text_is_cleaned_on_its_way_in(void **state)
{
	const char *file = new_map();
	char *text = said(RUN("cjm", "add", file,
			      "need > e\314\201t\033[31mat\302\205"));

	(void)state;
	assert_string_equal(text, "1.1 Need: ét[31mat\n");
	free(text);
}

static void undo_and_redo_say_what_they_did(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "add", file, "need > first", "need > second"));
	text = said(RUN("cjm", "undo", file));
	assert_string_equal(text, "taken back: Add touchpoint: second\n");
	free(text);
	text = said(RUN("cjm", "redo", file));
	assert_string_equal(text, "brought back: Add touchpoint: second\n");
	free(text);
	text = said(RUN("cjm", "show", file, "--plain"));
	assert_has(text, "1.2 second\n");
	free(text);
	refused(RUN("cjm", "redo", file), 3, "redo");
}

static void each_author_undoes_their_own(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "--author", "Lan", "add", file, "need > hers"));
	calls(RUN("CJM_AUTHOR=Minh", "cjm", "add", file, "need > his"));
	calls(RUN("cjm", "undo", file, "--author", "Lan"));
	text = said(RUN("cjm", "show", file, "--plain"));
	assert_has(text, "1.1 his");
	assert_has_not(text, "hers");
	free(text);
	calls(RUN("cjm", "redo", file, "--author=Lan"));
	text = said(RUN("cjm", "show", file, "--plain"));
	assert_has(text, "hers");
	free(text);
	text = said(RUN("cjm", "log", file, "--author", "Minh"));
	assert_has(text, "  Minh  Add touchpoint: his\n");
	assert_has_not(text, "Lan");
	free(text);
}

static void the_log_begins_with_the_latest(void **state)
{
	const char *file = new_map();
	char *all, *two;

	(void)state;
	calls(RUN("cjm", "add", file, "a", "b", "c"));
	all = said(RUN("cjm", "log", file));
	two = said(RUN("cjm", "log", file, "--limit", "2"));
	assert_true(strstr(all, "point: c\n") < strstr(all, "point: b\n"));
	assert_true(strstr(all, "point: b\n") < strstr(all, "New file"));
	assert_ptr_equal(strstr(two, "    4  "), two);
	assert_has(two, "point: b\n");
	assert_has_not(two, "point: a\n");
	assert_int_equal(strncmp(all, two, strlen(two)), 0);
	free(all);
	free(two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_help_names_every_command),
		cmocka_unit_test(help_fits_eighty_columns),
		cmocka_unit_test(the_version_is_told),
		cmocka_unit_test(a_new_file_has_the_templates_stages),
		cmocka_unit_test(a_maps_language_is_its_own),
		cmocka_unit_test(a_template_can_be_an_outline_of_ones_own),
		cmocka_unit_test(what_is_added_is_told_line_by_line),
		cmocka_unit_test(lines_are_read_from_standard_input),
		cmocka_unit_test(a_wrong_line_does_not_hold_up_the_next),
		cmocka_unit_test(text_is_cleaned_on_its_way_in),
		cmocka_unit_test(undo_and_redo_say_what_they_did),
		cmocka_unit_test(each_author_undoes_their_own),
		cmocka_unit_test(the_log_begins_with_the_latest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
