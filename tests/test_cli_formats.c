#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "cli_calls.h"
#include "tmp.h"

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
	const char *source = tmp_file("a.outline",
				      "# Shop\n## Door\n- knocks\n");
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
	const char *source = tmp_file("a.outline",
				      "# Đặt hàng\n## Tìm\n- tra\n");
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
	assert_has_not(text, "\n# Customer journey\n");
	assert_has(text, "\n# Second\n");
	free(text);
}

static void slides_pages_and_pictures_go_into_files(void **state)
{
	static const struct { const char *ending, *begin; } written[] = {
		{ "pptx", "PK\003\004" }, { "html", "<!DOCTYPE html>" },
		{ "svg", "<?xml " },
	};
	const char *file = new_map();

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(written); i++) {
		char name[32], *text;
		const char *out;

		snprintf(name, sizeof name, "map.%s", written[i].ending);
		out = tmp_path(name);
		calls(RUN("cjm", "export", file, "-o", out));
		text = tmp_read(out, NULL);
		assert_memory_equal(text, written[i].begin,
				    strlen(written[i].begin));
		free(text);
		refused(RUN("cjm", "export", file, "-o", out), 3, "exists");
	}
}

static void labels_of_pages_follow_the_map(void **state)
{
	const char *file = tmp_path("vi.cjm");
	char *text;

	(void)state;
	calls(RUN("cjm", "new", file, "--lang", "vi"));
	text = said(RUN("cjm", "export", file, "--to", "html"));
	assert_has(text, "lang=\"vi\"");
	assert_has(text, "<h2>Đường cảm xúc</h2>");
	free(text);
}

static void an_unknown_preset_is_refused_before_anything_is_written(
	void **state)
{
	const char *file = new_map(), *out = tmp_path("a.pptx");

	(void)state;
	refused(RUN("cjm", "export", file, "-o", out, "--preset", "boss"), 3,
		"executive, operational or tactical");
	assert_int_equal(access(out, F_OK), -1);
}

static void slides_that_find_no_room_leave_no_file(void **state)
{
	const char *file = new_map(), *folder = tmp_new_folder();
	struct run r;
	char *left;

	(void)state;
	run(&r, NULL, RUN("sh", "-c", "ulimit -f 2; cjm export \"$1\" -o "
			  "\"$2/a.pptx\"", "sh", file, folder));
	assert_int_equal(r.status, 3);
	assert_has(r.err, "cannot be written");
	run_release(&r);
	left = said(RUN("ls", "-A", folder));
	assert_string_equal(left, "");
	free(left);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
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
		cmocka_unit_test(slides_pages_and_pictures_go_into_files),
		cmocka_unit_test(labels_of_pages_follow_the_map),
		cmocka_unit_test(
		    an_unknown_preset_is_refused_before_anything_is_written),
		cmocka_unit_test(slides_that_find_no_room_leave_no_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
