#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "format/format.h"
#include "sample.h"

static void names_and_endings_of_formats_are_their_own(void **state)
{
	(void)state;
	for (const struct format *f = formats; f->name; f++) {
		char path[64];

		assert_ptr_equal(format_find(f->name), f);
		assert_true(f->write || f->read);
		if (!f->endings)
			continue;
		snprintf(path, sizeof path, "a.b/c.%.*s",
			 (int)strcspn(f->endings, "|"), f->endings);
		assert_ptr_equal(format_by_ending(path), f);
		assert_true(!f->read == !f->looks);
	}
	assert_null(format_find("odt"));
	assert_null(format_find(""));
}

static void endings_are_found_in_any_case(void **state)
{
	(void)state;
	assert_string_equal(format_by_ending("map.MERMAID")->name, "mermaid");
	assert_string_equal(format_by_ending("/a/b.mmd")->name, "mermaid");
	assert_string_equal(format_by_ending(".json")->name, "json");
	assert_null(format_by_ending("a.json/map"));
	assert_null(format_by_ending("json"));
	assert_null(format_by_ending("a."));
	assert_null(format_by_ending("a.mmd|mermaid"));
}

static const char *kind_of(const char *text)
{
	struct source in = sample_source(text);
	const struct format *f = format_by_content(&in);

	return f ? f->name : "none";
}

static void a_text_is_known_by_its_content(void **state)
{
	(void)state;
	assert_string_equal(kind_of("cjm outline 1\n"), "outline");
	assert_string_equal(kind_of(" {\"cjm\": 1}"), "json");
	assert_string_equal(kind_of("journey\n  title A\n"), "mermaid");
	assert_string_equal(kind_of("Stage,Touchpoint\nNeed,pays\n"), "csv");
	assert_string_equal(kind_of(""), "none");
	assert_string_equal(kind_of("just words\n"), "none");
}

/* What one format says of a project, another reads. */
static void formats_that_read_back_agree(void **state)
{
	struct project *p = sample_project(), *q = project_new();
	char *outline = sample_print(format_find("outline")->write, p, 0);
	char *json = sample_print(format_find("json")->write, p, 0);
	struct source in = sample_source(json);
	struct report report = REPORT_INIT;
	struct err err = { "" };
	char *again;

	(void)state;
	assert_true(format_find("json")->read(&in, q, &report, &err));
	again = sample_print(format_find("outline")->write, q, 0);
	assert_string_equal(again, outline);
	free(again);
	free(outline);
	free(json);
	report_release(&report);
	project_free(p);
	project_free(q);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			names_and_endings_of_formats_are_their_own),
		cmocka_unit_test(endings_are_found_in_any_case),
		cmocka_unit_test(a_text_is_known_by_its_content),
		cmocka_unit_test(formats_that_read_back_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
