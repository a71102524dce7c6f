#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "format/json.h"
#include "format/outline.h"
#include "sample.h"

/* What the text reads as, as an outline without blank lines. */
static char *outline_of(const char *text, size_t remarks)
{
	struct project *p = project_new();
	struct source in = sample_source(text);
	struct report report = REPORT_INIT;
	struct strbuf out = STRBUF_INIT;
	struct err err = { "" };
	char *outline;

	if (!json_read(&in, p, &report, &err))
		fail_msg("%s in:\n%s", err.msg, text);
	if (report.count != remarks)
		fail_msg("%zu remarks, the first: %s", report.count,
			 report.count ? report.remarks[0].text : "");
	outline = sample_print(outline_write, p, 0);
	for (char *s = outline; *s; s++)
		if (*s != '\n' || (out.len && out.s[out.len - 1] != '\n'))
			strbuf_addch(&out, *s);
	free(outline);
	report_release(&report);
	project_free(p);
	return strbuf_detach(&out);
}

static void reads_as(const char *text, size_t remarks, const char *outline)
{
	char *is = outline_of(text, remarks);

	if (strcmp(is, outline))
		fail_msg("%s\nreads as\n%s", text, is);
	free(is);
}

static void stages_may_be_texts(void **state)
{
	(void)state;
	reads_as("{\"name\": \"Coffee\", \"stages\": [\"Need\", \"Buy\"],"
		 " \"pains\": [\"late\", \"fees\"],"
		 " \"lanes\": [{\"title\": \"Actions\", \"cells\":"
		 " [\"asks\", [\"pays\", \"waits\"]]},"
		 " {\"title\": \"Staff\", \"cells\": [\"a\", \"b\"]}]}", 2,
		 "cjm outline 1\n# Coffee\n"
		 "## Need\n- asks !late\n"
		 "## Buy\n- pays\n- waits\n"
		 "lane: Staff\n  1: a\n  2: b\n"
		 "lane: pains\n  2: fees\n");
}

static void stages_may_be_objects(void **state)
{
	(void)state;
	reads_as("{\"journey\": {\"title\": \"Coffee\", \"journeyStages\": ["
		 "{\"id\": \"n\", \"name\": \"Need\", \"userActions\":"
		 " [\"asks\"], \"touchpoints\": [\"Zalo\", \"shop\"],"
		 " \"painPoints\": [\"slow\", \"dear\"],"
		 " \"customerQuote\": {\"vi\": \"Chờ\", \"en\": \"Wait\"},"
		 " \"emotion\": -1, \"weight\": 3}]}}", 0,
		 "cjm outline 1\n# Coffee\n"
		 "## Need\n"
		 "- asks @Zalo; shop \"vi: Chờ; en: Wait\" :-1\n"
		 "  pain: slow\n    | dear\n"
		 "  notes: id: n\n    | weight: 3\n");
}

static void touchpoints_may_be_objects(void **state)
{
	(void)state;
	reads_as("[{\"stages\": [{\"stage\": \"Need\", \"touchpoints\": ["
		 "{\"name\": \"asks\", \"channel\": \"Zalo\","
		 " \"sky\": \"blue\", \"emotion\": 2},"
		 "{\"name\": \"looks\", \"pain\": \"late\","
		 " \"steps\": [{\"name\": \"one\", \"days\": 2}]}]}]}]", 2,
		 "cjm outline 1\n# in\n## Need\n"
		 "- asks @Zalo :+2\n  notes: sky: blue\n"
		 "- looks !late\n  notes: steps: one (days: 2)\n");
}

static void claims_are_items_with_remarks(void **state)
{
	(void)state;
	reads_as("{\"stages\": [{\"stage\": \"Need\","
		 " \"user_actions\": [{\"claim\": \"asks\","
		 " \"evidence\": [\"doc_1\"]}],"
		 " \"emotions\": [{\"label\": \"curious\","
		 " \"intensity\": 0.7}]}]}", 1,
		 "cjm outline 1\n# in\n## Need\n"
		 "- asks (evidence: doc_1)\n"
		 "  notes: emotions: curious (intensity: 0.7)\n");
}

static void moments_need_no_stage(void **state)
{
	(void)state;
	reads_as("[{\"action\": \"asks\", \"verbatim\": \"Why?\","
		 " \"stage\": \"Need\"},"
		 " {\"action\": \"pays\", \"verbatim\": \"Dear!\","
		 " \"stage\": \"Buy\"},"
		 " {\"action\": \"rests\", \"verbatim\": \"Ah\"}]", 0,
		 "cjm outline 1\n# in\n"
		 "- rests \"Ah\"\n"
		 "## Need\n- asks \"Why?\"\n"
		 "## Buy\n- pays \"Dear!\"\n");
}

static void each_object_with_stages_is_a_map(void **state)
{
	(void)state;
	reads_as("{\"journeys\": [{\"name\": \"A\", \"phases\": [\"x\"]},"
		 " {\"name\": \"B\", \"steps\": [\"y\"]}]}", 0,
		 "cjm outline 1\n# A\n## x\n# B\n## y\n");
}

static void what_is_no_map_is_refused(void **state)
{
	static const char *const texts[] = {
		"{}", "[]", "[1, 2]", "{\"a\": {\"b\": [1]}}",
		"{\"stages\": []}", "{\"stages\": 3}",
		"{\"0\": {\"kind\": \"g\", \"nodes\": [{\"kind\": \"p\"}]}}",
		"[[[[[[{\"stages\": [\"a\"]}]]]]]]",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct project *p = project_new();
		struct source in = sample_source(texts[i]);
		struct report report = REPORT_INIT;
		struct err err = { "" };

		if (json_read(&in, p, &report, &err))
			fail_msg("taken for a map: %s", texts[i]);
		assert_non_null(strstr(err.msg, "in: there is no journey map"));
		report_release(&report);
		project_free(p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stages_may_be_texts),
		cmocka_unit_test(stages_may_be_objects),
		cmocka_unit_test(touchpoints_may_be_objects),
		cmocka_unit_test(claims_are_items_with_remarks),
		cmocka_unit_test(moments_need_no_stage),
		cmocka_unit_test(each_object_with_stages_is_a_map),
		cmocka_unit_test(what_is_no_map_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
