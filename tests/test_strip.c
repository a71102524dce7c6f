#include "layout/strip.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "format/outline.h"
#include "sample.h"
#include "tmp.h"

enum { MANY = 30 };

static struct project *vietnamese_template(void)
{
	const char *top = getenv("srcdir");
	struct project *p = project_new();
	struct report report = REPORT_INIT;
	struct strbuf path = STRBUF_INIT;
	struct err err = { "" };
	char *text;

	strbuf_addf(&path, "%s/share/templates/default.vi.outline",
		    top ? top : ".");
	text = tmp_read(path.s, NULL);
	if (!outline_read(&(struct source){ .name = path.s, .text = text,
					    .len = strlen(text) }, p,
			  &report, &err))
		fail_msg("%s", err.msg);
	report_release(&report);
	strbuf_release(&path);
	free(text);
	return p;
}

static char *shown(const struct grid *g)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	grid_write(g, out);
	fclose(out);
	return text;
}

static void the_strip_shows_all_seven_stages_at_80_columns(void **state)
{
	struct project *p = vietnamese_template();
	const struct list *stages =
		project_stages(p, project_maps(p)->rows[0]->id);
	struct view v = { .map = 0 };

	(void)state;
	assert_int_equal(stages->count, 7);
	view_map(&v, p, project_maps(p)->rows[0]->id);
	for (size_t i = 0; i < 7; i++) {
		struct strip s;
		struct grid g;
		char *text;

		view_go_stage(&v, p, stages->rows[i]->id);
		strip_make(&s, p, &v, rect_make(0, 1, 2, 79));
		assert_int_equal(s.count, 7);
		assert_false(s.more_left || s.more_right);
		grid_init(&g, 2, 80, false);
		strip_paint(&g, &s, p, &v);
		text = shown(&g);
		for (size_t k = 0; k < 7; k++)
			assert_non_null(strstr(text,
					       row_title(stages->rows[k])));
		free(text);
		grid_release(&g);
		strip_release(&s);
	}
	project_free(p);
}

static void stages_that_find_no_room_leave_a_mark(void **state)
{
	struct project *p = project_new();
	struct view v = { .map = 1 };

	(void)state;
	for (int i = 0; i < MANY; i++) {
		struct values s = { .text[STAGE_MAP] = "1",
				    .text[STAGE_TITLE] = "A stage" };
		char rank[16];

		snprintf(rank, sizeof rank, "c%03d", i + 1);
		s.text[STAGE_RANK] = rank;
		project_put(p, row_new(STAGE, i + 1, &s));
	}
	for (int cols = 40; cols < 200; cols++)
		for (v.stage = 1; v.stage <= MANY; v.stage += 7) {
			struct strip s;
			struct grid g;
			char *text;

			strip_make(&s, p, &v, rect_make(0, 1, 2, cols - 1));
			grid_init(&g, 2, cols, false);
			strip_paint(&g, &s, p, &v);
			text = shown(&g);
			assert_true(s.count > 0 && s.count < MANY);
			assert_int_equal(s.more_left, !!strstr(text, "‹"));
			assert_int_equal(s.more_right, !!strstr(text, "›"));
			free(text);
			grid_release(&g);
			strip_release(&s);
		}
	project_free(p);
}

static void assert_mood(const struct project *p, int64_t stage,
			const char *expected)
{
	struct strbuf text = STRBUF_INIT;

	mood_text(project_touchpoints(p, 21, stage), "v", &text);
	assert_string_equal(text.s, expected);
	strbuf_release(&text);
}

static void a_mood_is_told_in_figures(void **state)
{
	struct project *p = sample_project();

	(void)state;
	assert_mood(p, 31, "1 +1.0v+1");
	assert_mood(p, 32, "1 -2.0v-2");
	assert_mood(p, 0, "1 ?");
	assert_mood(p, 999, "0");
	project_set(p, TOUCHPOINT, 42, TOUCHPOINT_STAGE, "31");
	assert_mood(p, 31, "2 -0.5v-2");
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			the_strip_shows_all_seven_stages_at_80_columns),
		cmocka_unit_test(stages_that_find_no_room_leave_a_mark),
		cmocka_unit_test(a_mood_is_told_in_figures),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
