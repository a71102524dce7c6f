#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "cli_calls.h"
#include "tmp.h"

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("\"%s\" is not in:\n%s", part, text);
}

static void the_help_names_every_command(void **state)
{
	static const char *const names[] = {
		"new", "add", "show", "export", "import", "maps", "log",
		"undo", "redo",
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
					     "import", "log" };
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
	const char *own = tmp_file("shop.outline", "# Shop\n## Door\n## Till\n");
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
	text = said(RUN("cjm", "plain", "show"));
	free(text);
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
	assert_null(strstr(text, "hers"));
	free(text);
	calls(RUN("cjm", "redo", file, "--author=Lan"));
	text = said(RUN("cjm", "show", file, "--plain"));
	assert_has(text, "hers");
	free(text);
	text = said(RUN("cjm", "log", file, "--author", "Minh"));
	assert_has(text, "  Minh  Add touchpoint: his\n");
	assert_null(strstr(text, "Lan"));
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
	assert_null(strstr(two, "point: a\n"));
	assert_int_equal(strncmp(all, two, strlen(two)), 0);
	free(all);
	free(two);
}

static void show_obeys_its_options(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "add", file, "need > pays"));
	text = said(RUN("cjm", "show", file, "--width", "50", "--ascii"));
	assert_has(text, "1.1  pays");
	for (char *s = text; *s; s++)
		assert_true((unsigned char)*s < 0x80 || !strncmp(s, "·", 2) ||
			    !strncmp(s - 1, "·", 2));
	free(text);
	text = said(RUN("cjm", "show", file, "--plain"));
	assert_has(text, "1.1 pays");
	free(text);
}

static void a_file_alone_is_printed_where_there_is_no_terminal(void **state)
{
	const char *file = new_map();
	char *shown = said(RUN("cjm", "show", file));
	char *alone = said(RUN("cjm", file));

	(void)state;
	assert_string_equal(alone, shown);
	free(shown);
	free(alone);
}

static void exports_come_back_the_same(void **state)
{
	static const char *const names[] = { "outline", "json", "mermaid" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *file = new_map(), *copy = tmp_path("copy.cjm");
		char *before, *after;
		struct run r;

		calls(RUN("cjm", "add", file, "need > pays @card :)", "later"));
		before = said(RUN("cjm", "export", file, "--to", names[i]));
		run(&r, before, RUN("cjm", "import", copy, "-"));
		assert_int_equal(r.status, 0);
		assert_string_equal(r.err, "");
		assert_string_equal(r.out, "7 stages, 2 touchpoints\n");
		run_release(&r);
		after = said(RUN("cjm", "export", copy, "--to", names[i]));
		assert_string_equal(after, before);
		free(before);
		free(after);
	}
}

static void an_exports_ending_tells_the_format(void **state)
{
	const char *file = new_map(), *out = tmp_path("map.MMD");
	char *printed = said(RUN("cjm", "export", file, "--to", "mermaid"));
	char *text;

	(void)state;
	calls(RUN("cjm", "export", file, "-o", out));
	text = tmp_read(out, NULL);
	assert_string_equal(text, printed);
	free(text);
	tmp_write(out, "old", 3);
	calls(RUN("cjm", "export", file, "-o", out, "--force"));
	text = tmp_read(out, NULL);
	assert_string_equal(text, printed);
	free(text);
	free(printed);
}

static void an_import_of_the_same_rows_is_nothing_new(void **state)
{
	const char *file = new_map();
	char *json = said(RUN("cjm", "export", file, "--to", "json"));
	struct run r;

	(void)state;
	run(&r, json, RUN("cjm", "import", file, "-"));
	assert_int_equal(r.status, 0);
	assert_has(r.out, "nothing new");
	run_release(&r);
	free(json);
}

static void a_dry_run_writes_nothing(void **state)
{
	const char *source = tmp_file("a.outline", "# Shop\n## Door\n- knocks\n");
	const char *file = new_map(), *none = tmp_path("none.cjm");
	size_t before_len, after_len;
	char *before = tmp_read(file, &before_len), *after, *text;

	(void)state;
	text = said(RUN("cjm", "import", file, source, "--dry-run"));
	assert_string_equal(text, "add map: Shop\nadd stage: Door\n"
				  "add touchpoint: knocks\n3 to add, 0 to "
				  "change; nothing was written\n");
	free(text);
	after = tmp_read(file, &after_len);
	assert_int_equal(before_len, after_len);
	assert_memory_equal(before, after, after_len);
	free(before);
	free(after);
	text = said(RUN("cjm", "import", none, source, "--dry-run"));
	assert_has(text, "add touchpoint: knocks\n");
	assert_int_equal(access(none, F_OK), -1);
	free(text);
}

static void what_a_reader_repaired_is_told_with_its_line(void **state)
{
	const char *source = tmp_file("a.mmd", "journey\n  before all: 3\n");
	struct run r;
	char place[200];

	(void)state;
	run(&r, NULL, RUN("cjm", "import", tmp_path("a.cjm"), source));
	assert_int_equal(r.status, 0);
	snprintf(place, sizeof place, "%s:2: ", source);
	assert_has(r.err, place);
	run_release(&r);
}

static void a_map_is_meant_by_number_title_or_id(void **state)
{
	const char *file = new_map();
	const char *source = tmp_file("a.outline", "# Đặt hàng\n## Tìm\n- tra\n");
	static const char *const meant[] = { "2", "Đặt hàng", "dat hang" };
	struct run r;
	char *text;

	(void)state;
	calls(RUN("cjm", "import", file, source));
	for (size_t i = 0; i < ARRAY_LEN(meant); i++) {
		text = said(RUN("cjm", "show", file, "--plain", "--map",
				meant[i]));
		assert_has(text, "1.1 tra");
		free(text);
	}
	run(&r, NULL, RUN("cjm", "show", file, "--plain"));
	assert_int_equal(r.status, 0);
	assert_null(strstr(r.out, "1.1 tra"));
	assert_has(r.err, "2 maps");
	run_release(&r);
	run(&r, NULL, RUN("cjm", "show", file, "--map", "3"));
	assert_int_equal(r.status, 3);
	run_release(&r);
}

static void formats_of_all_maps_take_them_all(void **state)
{
	const char *file = new_map();
	const char *source = tmp_file("a.outline", "# Second\n## Door\n");
	char *text;

	(void)state;
	calls(RUN("cjm", "import", file, source));
	text = said(RUN("cjm", "export", file, "--to", "outline"));
	assert_has(text, "\n# Customer journey\n");
	assert_has(text, "\n# Second\n");
	free(text);
	text = said(RUN("cjm", "export", file, "--to", "outline", "--map",
			"Second"));
	assert_null(strstr(text, "\n# Customer journey\n"));
	assert_has(text, "\n# Second\n");
	free(text);
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
		cmocka_unit_test(show_obeys_its_options),
		cmocka_unit_test(
			a_file_alone_is_printed_where_there_is_no_terminal),
		cmocka_unit_test(exports_come_back_the_same),
		cmocka_unit_test(an_exports_ending_tells_the_format),
		cmocka_unit_test(an_import_of_the_same_rows_is_nothing_new),
		cmocka_unit_test(a_dry_run_writes_nothing),
		cmocka_unit_test(what_a_reader_repaired_is_told_with_its_line),
		cmocka_unit_test(a_map_is_meant_by_number_title_or_id),
		cmocka_unit_test(formats_of_all_maps_take_them_all),
	};

	return cmocka_run_group_tests_name("cli", tests, NULL, NULL);
}
