#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "format/markdown.h"
#include "sample.h"

static void a_map_is_written_as_its_golden_file_says(void **state)
{
	struct project *p = sample_project();
	char *text = sample_print(markdown_write, p, 0);
	char *golden = sample_golden("sample.md");

	(void)state;
	assert_string_equal(text, golden);
	free(text);
	free(golden);
	project_free(p);
}

/* A cell holds no mark that is not escaped, and each line of a table has as
 * many as its header. */
static void tables_are_whole(const char *text)
{
	size_t header = 0;

	while (*text) {
		size_t len = strcspn(text, "\n"), pipes = 0;

		for (size_t i = 0; i < len; i++) {
			if (text[i] == '\\')
				i++;
			else
				pipes += text[i] == '|';
		}
		if (*text != '|')
			header = 0;
		else if (!header)
			header = pipes;
		else if (pipes != header)
			fail_msg("%.*s", (int)len, text);
		text += len + (text[len] == '\n');
	}
}

static void hostile_text_stays_in_its_cell(void **state)
{
	struct project *p = sample_nasty();
	char *text = sample_print(markdown_write, p, 0);

	(void)state;
	tables_are_whole(text);
	assert_null(strstr(text, "\n- three"));
	assert_null(strstr(text, "\n## two"));
	assert_non_null(strstr(text, "@x \\~y +z !p \\*o =a \\#t \\> q"));
	free(text);
	project_free(p);
}

static char *with_lanes(const struct project *p, const char *lanes,
			struct err *err)
{
	struct write_options o = { .map = 21, .lanes = lanes };
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);
	bool ok = markdown_write(p, &o, out, err);

	fclose(out);
	if (ok)
		return text;
	free(text);
	return NULL;
}

static void lanes_choose_what_is_told(void **state)
{
	struct project *p = sample_project();
	struct err err = { "" };
	char *text = with_lanes(p, "pain,Our staff", &err);

	(void)state;
	assert_non_null(strstr(text, "| Pain |  | phí hiện ở bước cuối |"));
	assert_non_null(strstr(text, "| Our staff |  | checks the payment |"));
	assert_non_null(strstr(text, "| \\# | Touchpoint | Pain |"));
	assert_null(strstr(text, "curious"));
	assert_null(strstr(text, "Improvements"));
	assert_null(with_lanes(p, "colour", &err));
	assert_non_null(strstr(err.msg, "colour"));
	free(text);
	project_free(p);
}

static void an_empty_map_has_its_headings(void **state)
{
	struct project *p = project_new();
	struct values map = { { [MAP_TITLE] = "M", [MAP_RANK] = "a0" } };
	struct values stage = { { [STAGE_MAP] = "1", [STAGE_TITLE] = "S",
				  [STAGE_RANK] = "a0" } };
	char *text;

	(void)state;
	project_put(p, row_new(MAP, 1, &map));
	text = sample_print(markdown_write, p, 0);
	assert_string_equal(text, "# M\n");
	free(text);
	project_put(p, row_new(STAGE, 2, &stage));
	text = sample_print(markdown_write, p, 0);
	assert_string_equal(text, "# M\n\n## Overview\n\n"
			    "| Stage | 1. S |\n|---|---|\n"
			    "| Touchpoint |  |\n\n## 1. S\n");
	free(text);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_map_is_written_as_its_golden_file_says),
		cmocka_unit_test(hostile_text_stays_in_its_cell),
		cmocka_unit_test(lanes_choose_what_is_told),
		cmocka_unit_test(an_empty_map_has_its_headings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
