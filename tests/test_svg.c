#include "format/svg.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "format/svg_strip.h"
#include "sample.h"
#include "tmp.h"
#include "xml_check.h"

static void the_sample_is_written_as_ever(void **state)
{
	struct project *p = sample_project();
	char *svg = sample_print(svg_write, p, 21);
	char *golden = sample_golden("sample.svg");

	(void)state;
	assert_string_equal(svg, golden);
	assert_xml(svg);
	free(svg);
	free(golden);
	project_free(p);
}

static void hostile_text_stays_text(void **state)
{
	struct project *p = sample_nasty();
	const struct list *maps = project_maps(p);

	(void)state;
	for (size_t i = 0; i < maps->count; i++) {
		char *svg = sample_print(svg_write, p, maps->rows[i]->id);

		assert_xml(svg);
		free(svg);
	}
	project_free(p);
}

static void without_a_map_the_first_one_is_written(void **state)
{
	struct project *p = sample_project();
	char *first = sample_print(svg_write, p, 0);
	char *svg = sample_print(svg_write, p, 21);

	(void)state;
	assert_string_equal(first, svg);
	free(first);
	free(svg);
	project_free(p);
}

static void a_project_without_a_map_is_refused(void **state)
{
	struct project *p = project_new();
	struct write_options o = { .map = 0 };
	struct err err = { "" };

	(void)state;
	assert_false(svg_write(p, &o, stdout, &err));
	assert_string_equal(err.msg, "there is no map to write");
	project_free(p);
}

static void put(struct project *p, enum entity e, int64_t id,
		struct values v)
{
	assert_true(project_put(p, row_new(e, id, &v)));
}

/* A map of one stage with touchpoints of these emotions. */
static struct project *journey(const char *const *emotions)
{
	struct project *p = project_new();
	static char ranks[10][3];

	put(p, MAP, 1, (struct values){ { [MAP_TITLE] = "M",
					  [MAP_RANK] = "a0" } });
	put(p, STAGE, 2, (struct values){ { [STAGE_MAP] = "1",
		[STAGE_TITLE] = "S", [STAGE_RANK] = "a0" } });
	for (int i = 0; emotions[i]; i++) {
		ranks[i][0] = 'a';
		ranks[i][1] = (char)('0' + i);
		put(p, TOUCHPOINT, 10 + i, (struct values){ {
			[TOUCHPOINT_MAP] = "1", [TOUCHPOINT_STAGE] = "2",
			[TOUCHPOINT_TITLE] = "T", [TOUCHPOINT_RANK] = ranks[i],
			[TOUCHPOINT_EMOTION] = emotions[i] } });
	}
	return p;
}

static void an_unknown_feeling_leaves_the_line_open(void **state)
{
	static const char *const emotions[] = { "1", "", "-1", "2", NULL };
	struct project *p = journey(emotions);
	struct svg_strip s = { p, 1, 0, 0, 400, 0, 1 };
	struct strbuf out = STRBUF_INIT;

	(void)state;
	svg_strip(&out, &s);
	assert_int_equal(count_of(out.s, "<circle"), 3);
	assert_int_equal(count_of(out.s, "class=\"bad\""), 1);
	assert_non_null(strstr(out.s, " d=\"M50 107M250 177L350 72\"/>"));
	strbuf_release(&out);
	project_free(p);
}

static void a_map_without_stages_is_a_picture_too(void **state)
{
	struct project *p = project_new();
	char *svg;

	(void)state;
	put(p, MAP, 1, (struct values){ { [MAP_TITLE] = "Bare",
					  [MAP_RANK] = "a0" } });
	svg = sample_print(svg_write, p, 1);
	assert_xml(svg);
	assert_non_null(strstr(svg, ">Bare</tspan>"));
	free(svg);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sample_is_written_as_ever),
		cmocka_unit_test(hostile_text_stays_text),
		cmocka_unit_test(without_a_map_the_first_one_is_written),
		cmocka_unit_test(a_project_without_a_map_is_refused),
		cmocka_unit_test(an_unknown_feeling_leaves_the_line_open),
		cmocka_unit_test(a_map_without_stages_is_a_picture_too),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
