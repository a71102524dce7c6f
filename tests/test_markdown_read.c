#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "format/markdown.h"
#include "format/outline.h"
#include "sample.h"

static struct project *read_text(const char *text, struct report *report)
{
	struct project *p = project_new();
	struct source in = sample_source(text);
	struct err err = { "" };

	if (!markdown_read(&in, p, report, &err))
		fail_msg("%s in:\n%s", err.msg, text);
	return p;
}

/* What the text reads as, as an outline; remarks are counted. */
static char *outline_of(const char *text, size_t remarks)
{
	struct report report = REPORT_INIT;
	struct project *p = read_text(text, &report);
	char *outline = sample_print(outline_write, p, 0);

	if (report.count != remarks)
		fail_msg("%zu remarks, the first: %s", report.count,
			 report.count ? report.remarks[0].text : "");
	report_release(&report);
	project_free(p);
	return outline;
}

/* Blank lines do not matter. */
static char *without_blanks(const char *text)
{
	struct strbuf out = STRBUF_INIT;

	for (; *text; text++)
		if (*text != '\n' || (out.len && out.s[out.len - 1] != '\n'))
			strbuf_addch(&out, *text);
	return strbuf_detach(&out);
}

static void reads_as(const char *text, size_t remarks, const char *outline)
{
	char *whole = outline_of(text, remarks);
	char *is = without_blanks(whole), *should = without_blanks(outline);

	if (strcmp(is, should))
		fail_msg("%s\nreads as\n%s", text, is);
	free(whole);
	free(is);
	free(should);
}

static void stages_may_be_columns(void **state)
{
	(void)state;
	reads_as("# Coffee\n\n"
		 "| **Stage** | Need | **Buy** |\n"
		 "|---|:--:|---|\n"
		 "| Customer Actions | sees an ad | pays \\| waits |\n"
		 "| Touchpoints | Zalo, fanpage | - |\n"
		 "| Pain Points |  | **fees**<br>come late |\n"
		 "| Emotion | +1 | −2 |\n"
		 "| Our staff | posts | packs |\n", 1,
		 "cjm outline 1\n\n"
		 "# Coffee\n\n"
		 "## Need\n\n"
		 "- sees an ad @Zalo, fanpage :+1\n\n"
		 "## Buy\n\n"
		 "- pays | waits :-2\n"
		 "  pain: fees\n"
		 "    | come late\n\n"
		 "lane: Our staff\n"
		 "  1: posts\n"
		 "  2: packs\n");
}

static void stages_may_be_rows(void **state)
{
	(void)state;
	reads_as("| Stage | User Actions | Emotions | Risk |\n"
		 "| :---- | --- | --- | --- |\n"
		 "| 1. Need | sees an ad | Curious | low |\n"
		 "| 2. Buy | pays | Angry | high | and more |\n", 3,
		 "cjm outline 1\n\n"
		 "# in\n\n"
		 "## Need\n\n"
		 "- sees an ad\n"
		 "  notes: Emotions: Curious\n\n"
		 "## Buy\n\n"
		 "- pays\n"
		 "  notes: Emotions: Angry\n\n"
		 "lane: Risk\n"
		 "  1: low\n"
		 "  2: high\n\n"
		 "lane: Column 5\n"
		 "  2: and more\n");
}

static void rows_of_one_stage_are_its_touchpoints(void **state)
{
	(void)state;
	reads_as("| Stage | Action | Channel |\n|-|-|-|\n"
		 "| Need | sees | Zalo |\n|  | asks | e-mail |\n"
		 "| Buy | pays | shop |\n", 0,
		 "cjm outline 1\n\n# in\n\n"
		 "## Need\n\n- sees @Zalo\n- asks @e-mail\n\n"
		 "## Buy\n\n- pays @shop\n");
}

static void a_table_below_a_heading_is_a_stage(void **state)
{
	(void)state;
	reads_as("## Journey\n\n### Stage 1: Need\n\n"
		 "> *\"Where do I begin?\"*\n\n"
		 "| Dimension | Detail |\n|---|---|\n"
		 "| **Actions** | searches |\n| **Pain Points** | slow |\n\n"
		 "**Emotion curve:** up\n\n---\n\n"
		 "### Stage 2: Buy\n\n| Dimension | Detail |\n|---|---|\n"
		 "| Actions | pays |\n", 2,
		 "cjm outline 1\n\n# Journey\n\n"
		 "## Need\n\n"
		 "- searches !slow \"\\\"Where do I begin?\\\"\"\n\n"
		 "## Buy\n\n- pays\n\n"
		 "lane: Emotion curve\n  1: up\n");
}

static void labelled_bullets_are_read(void **state)
{
	(void)state;
	reads_as("# Lan\n\n## Morning\n\n- Actions\n  - wakes\n  - reads\n"
		 "- Channel\n  - phone\n  - radio\n"
		 "- Pain: noise\n\n"
		 "## Noon\n\n**Actions:**\n1. eats\n\n**Need:** rest\n", 2,
		 "cjm outline 1\n\n# Lan\n\n"
		 "## Morning\n\n- wakes\n- reads\n\n"
		 "## Noon\n\n- eats +rest\n\n"
		 "lane: Channel\n  1: phone\n    | radio\n\n"
		 "lane: Pain\n  1: noise\n");
}

static void bare_bullets_are_touchpoints(void **state)
{
	(void)state;
	reads_as("Coffee\n======\n\nNeed\n----\n* sees an *ad*\n* asks\n\n"
		 "Buy\n---\n* pays\n", 0,
		 "cjm outline 1\n\n# Coffee\n\n"
		 "## Need\n\n- sees an ad\n- asks\n\n## Buy\n\n- pays\n");
}

static void several_maps_are_told_apart(void **state)
{
	(void)state;
	reads_as("# All\n## Lan\n### Need\n- action: asks\n### Buy\n"
		 "- action: pays\n## Minh\n### Need\n- action: looks\n", 0,
		 "cjm outline 1\n\n"
		 "# Lan\n\n## Need\n\n- asks\n\n## Buy\n\n- pays\n\n"
		 "# Minh\n\n## Need\n\n- looks\n");
}

static void prose_is_parked_and_never_lost(void **state)
{
	char *is = outline_of("# Coffee\n\n## Why\n\nWe sell *less*.\n\n"
			      "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n\n"
			      "```\ncode | here\n```\n\n"
			      "## Need\n\n- action: asks\n", 1);

	(void)state;
	assert_non_null(strstr(is, "- More from in\n  notes: Why\n"
			       "    | We sell less.\n    | A | B\n"
			       "    | 1 | 2 | 3\n    | code | here\n"));
	free(is);
}

static void a_value_that_does_not_fit_is_kept(void **state)
{
	char *is = outline_of("# A\n## B\n- action: asks\n- place: moon\n"
			      "- review by: soon\n- phase: before\n"
			      "- emotion: +2\n", 1);

	(void)state;
	assert_non_null(strstr(is, "## B\n  phase: before\n"));
	assert_non_null(strstr(is, "- asks :+2\n"));
	assert_non_null(strstr(is, "place: moon\n"));
	assert_non_null(strstr(is, "review by: soon\n"));
	free(is);
}

static void words_become_emotions_only_when_asked(void **state)
{
	static const char text[] = "| Stage | Action | Feeling |\n|-|-|-|\n"
				   "| Buy | pays | angry |\n";
	struct source in = sample_source(text);
	struct report report = REPORT_INIT;
	struct project *p = project_new();
	struct err err = { "" };
	const struct row *stage, *t;

	(void)state;
	in.guess_emotion = true;
	assert_true(markdown_read(&in, p, &report, &err));
	stage = list_at(project_stages(p, project_maps(p)->rows[0]->id), 0);
	t = list_at(project_touchpoints(p, project_maps(p)->rows[0]->id,
					stage->id), 0);
	assert_true(row_emotion(t) < 0);
	assert_string_equal(row_text(t, TOUCHPOINT_NOTES), "Feeling: angry");
	assert_int_equal(report.count, 1);
	report_release(&report);
	project_free(p);
	p = read_text(text, &report);
	stage = list_at(project_stages(p, project_maps(p)->rows[0]->id), 0);
	t = list_at(project_touchpoints(p, project_maps(p)->rows[0]->id,
					stage->id), 0);
	assert_int_equal(row_emotion(t), EMOTION_UNKNOWN);
	report_release(&report);
	project_free(p);
}

static void characters_that_no_text_may_hold_are_told_of(void **state)
{
	char *is = outline_of("# A\n## B\n- action: a\x1b[31mb\xff\n", 1);

	(void)state;
	assert_non_null(strstr(is, "a[31mb\xEF\xBF\xBD"));
	free(is);
}

static void front_matter_gives_the_title(void **state)
{
	(void)state;
	reads_as("---\nlang: en\ntitle: \"Coffee\"\n---\n"
		 "| Stage | Buy |\n|---|---|\n| Action | asks |\n", 0,
		 "cjm outline 1\n\n# Coffee\n\n## Buy\n\n- asks\n");
}

/* Measures and votes are the only things that become notes. */
static void what_we_write_reads_back(void **state)
{
	struct project *p = sample_project(), *q;
	struct report report = REPORT_INIT;
	char *text, *again;

	(void)state;
	project_remove(p, MEASURE, 71);
	project_remove(p, VOTE, 81);
	text = sample_print(markdown_write, p, 0);
	q = read_text(text, &report);
	again = sample_print(markdown_write, q, 0);
	assert_string_equal(again, text);
	assert_int_equal(project_count(q, TOUCHPOINT),
			 project_count(p, TOUCHPOINT));
	assert_int_equal(project_count(q, IMPROVEMENT),
			 project_count(p, IMPROVEMENT));
	free(text);
	free(again);
	report_release(&report);
	project_free(p);
	project_free(q);
}

static void what_holds_no_map_is_refused(void **state)
{
	static const char *const texts[] = {
		"", "just words\n", "# A heading\n\nand words\n",
		"| a | b |\n|---|---|\n| 1 | 2 |\n", "\n\n---\n\n", "|\n|\n",
		"```\n- a\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct project *p = project_new();
		struct source in = sample_source(texts[i]);
		struct report report = REPORT_INIT;
		struct err err = { "" };

		if (markdown_read(&in, p, &report, &err))
			fail_msg("taken for a map: %s", texts[i]);
		assert_non_null(strstr(err.msg, "in: there is no journey map"));
		report_release(&report);
		project_free(p);
	}
}

static void large_texts_are_read_in_time(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct report report = REPORT_INIT;
	struct project *p;

	(void)state;
	strbuf_addstr(&text, "# Map\n");
	for (int i = 0; i < 20000; i++)
		strbuf_addf(&text, "## Stage %d\n\n- action: does %d\n"
			    "- pain: p\n\n### More\n", i, i);
	p = read_text(text.s, &report);
	assert_int_equal(project_count(p, STAGE), 20000);
	assert_int_equal(project_count(p, TOUCHPOINT), 20000);
	report_release(&report);
	strbuf_release(&text);
	project_free(p);
}

static void markdown_is_known_by_a_heading_or_a_table(void **state)
{
	struct source in = sample_source("\xEF\xBB\xBF\n# A\n");

	(void)state;
	assert_true(markdown_looks(&in));
	in = sample_source("| a |\n|---|\n");
	assert_true(markdown_looks(&in));
	in = sample_source("#!/bin/sh\n");
	assert_false(markdown_looks(&in));
	in = sample_source("a,b\n");
	assert_false(markdown_looks(&in));
	in = sample_source("");
	assert_false(markdown_looks(&in));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stages_may_be_columns),
		cmocka_unit_test(stages_may_be_rows),
		cmocka_unit_test(rows_of_one_stage_are_its_touchpoints),
		cmocka_unit_test(a_table_below_a_heading_is_a_stage),
		cmocka_unit_test(labelled_bullets_are_read),
		cmocka_unit_test(bare_bullets_are_touchpoints),
		cmocka_unit_test(several_maps_are_told_apart),
		cmocka_unit_test(prose_is_parked_and_never_lost),
		cmocka_unit_test(a_value_that_does_not_fit_is_kept),
		cmocka_unit_test(words_become_emotions_only_when_asked),
		cmocka_unit_test(
			characters_that_no_text_may_hold_are_told_of),
		cmocka_unit_test(front_matter_gives_the_title),
		cmocka_unit_test(what_we_write_reads_back),
		cmocka_unit_test(what_holds_no_map_is_refused),
		cmocka_unit_test(large_texts_are_read_in_time),
		cmocka_unit_test(markdown_is_known_by_a_heading_or_a_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
