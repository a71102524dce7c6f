#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "format/json.h"
#include "sample.h"

#define MAP_WITH(members) "{\"cjm\": 1, \"maps\": [{\"title\": \"M\", " \
	members "}]}"
#define PARKED(members) MAP_WITH("\"parked\": [{\"title\": \"T\", " \
	members "}]")

static void refuse(const char *text, const char *place, const char *says)
{
	struct project *p = project_new();
	struct source in = sample_source(text);
	struct report report = REPORT_INIT;
	struct err err = { "" };

	if (json_read(&in, p, &report, &err) || strncmp(err.msg, place,
							strlen(place)) ||
	    !strstr(err.msg, says))
		fail_msg("%s gives: %s", text, err.msg);
	report_release(&report);
	project_free(p);
}

static void what_is_no_json_is_named_with_line_and_column(void **state)
{
	(void)state;
	refuse("", "in:1: ", "too early");
	refuse("{\n \"cjm\": 1,\n \"a\" 2}", "in:3:6: ",
	       "not JSON");
	refuse("{\n\"cjm\": 1, \"cjm\": 1}", "in:2:", "twice");
	refuse("{\"cjm\": NaN}", "in:1:11: ", "not JSON");
	refuse("{\"cjm\": 99999999999999999999}", "in:1:",
	       "too large");
	refuse("{\"cjm\": \"\xFF\"}", "in:1:", "UTF-8");
	refuse("{\"cjm\": 1} x", "in:1:", "not JSON");
	refuse("{\"cjm\": 1", "in:1:", "too early");
}

static void deep_nesting_is_refused(void **state)
{
	char *deep = xmalloc(200001);

	(void)state;
	memset(deep, '[', 200000);
	deep[200000] = '\0';
	refuse(deep, "in:1:", "too deeply");
	free(deep);
}

static void what_is_no_project_of_ours_is_refused(void **state)
{
	(void)state;
	refuse("[]", "in: ", "journey map");
	refuse("{}", "in: ", "journey map");
	refuse("{\"cjm\": \"1\"}", "in: ", "journey map");
	refuse("{\"cjm\": 2}", "in: ", "newer");
}

static void a_wrong_value_is_named_with_its_place(void **state)
{
	(void)state;
	refuse("{\"cjm\": 1, \"maps\": {}}", "in: maps: ", "[...]");
	refuse("{\"cjm\": 1, \"maps\": [1]}", "in: maps[0]: ", "{...}");
	refuse("{\"cjm\": 1, \"project\": []}", "in: project: ", "{...}");
	refuse("{\"cjm\": 1, \"project\": {\"language\": \"xx\"}}",
	       "in: project.language: ", "en, vi");
	refuse("{\"cjm\": 1, \"maps\": [{}]}", "in: maps[0]: ", "empty");
	refuse(MAP_WITH("\"goal\": true"), "in: maps[0].goal: ", "expected");
	refuse(MAP_WITH("\"state\": \"maybe\""), "in: maps[0].state: ",
	       "as-is, to-be");
	refuse(MAP_WITH("\"rank\": \"!\""), "in: maps[0].rank: ", "rank");
	refuse(PARKED("\"emotion\": 3"), "in: maps[0].parked[0].emotion: ",
	       "-2 to 2");
	refuse(PARKED("\"emotion\": 0.5"), "in: maps[0].parked[0].emotion: ",
	       "-2 to 2");
	refuse(PARKED("\"channel\": \"a\\nb\""),
	       "in: maps[0].parked[0].channel: ", "one line");
	refuse(PARKED("\"tags\": [1]"), "in: maps[0].parked[0].tags: ",
	       "expected");
	refuse(MAP_WITH("\"stages\": [{\"title\": \"S\", \"touchpoints\":"
			" [{\"title\": \"T\"}, {\"title\": \"U\","
			" \"emotion\": \"good\"}]}]"),
	       "in: maps[0].stages[0].touchpoints[1].emotion: ", "-2 to 2");
}

static void a_wrong_id_is_refused(void **state)
{
	(void)state;
	refuse(MAP_WITH("\"id\": 0"), "in: maps[0].id: ", "from 1");
	refuse(MAP_WITH("\"id\": -1"), "in: maps[0].id: ", "from 1");
	refuse(MAP_WITH("\"id\": 1.5"), "in: maps[0].id: ", "from 1");
	refuse(MAP_WITH("\"id\": \"x\""), "in: maps[0].id: ", "from 1");
	refuse(MAP_WITH("\"id\": 9007199254740992"), "in: maps[0].id: ",
	       "9007199254740991");
	refuse(MAP_WITH("\"stages\": [{\"id\": 7, \"title\": \"a\"},"
			" {\"id\": 7, \"title\": \"b\"}]"),
	       "in: maps[0].stages[1]: ", "twice");
	refuse(MAP_WITH("\"id\": 7, \"stages\": [{\"id\": 7,"
			" \"title\": \"a\"}]"),
	       "in: maps[0].stages[0]: ", "twice");
}

static void a_reference_to_nothing_is_refused(void **state)
{
	(void)state;
	refuse(MAP_WITH("\"persona\": 5"), "in: maps[0].persona: ",
	       "persona 5");
	refuse(MAP_WITH("\"persona\": \"Lan\""), "in: maps[0].persona: ",
	       "Lan");
	refuse(MAP_WITH("\"improvements\": [{\"text\": \"a\","
			" \"touchpoint\": 9}]"),
	       "in: maps[0].improvements[0].touchpoint: ", "9");
	refuse("{\"cjm\": 1, \"maps\": [{\"title\": \"M\", \"stages\":"
	       " [{\"id\": 3, \"title\": \"S\"}]}, {\"title\": \"N\","
	       " \"lanes\": [{\"title\": \"L\", \"cells\": [{\"stage\": 3,"
	       " \"text\": \"c\"}]}]}]}",
	       "in: maps[1].lanes[0].cells[0].stage: ", "another map");
	refuse(MAP_WITH("\"lanes\": [{\"title\": \"L\","
			" \"cells\": [{\"text\": \"c\"}]}]"),
	       "in: maps[0].lanes[0].cells[0]: ", "empty");
}

/* Each beginning of a text is refused, in memory of its length. */
static void a_text_cut_anywhere_is_refused(void **state)
{
	char *text = sample_golden("sample.json");

	(void)state;
	for (size_t len = 0; len + 2 < strlen(text); len++) {
		char *cut = xstrndup(text, len);

		refuse(cut, "in:", ": ");
		free(cut);
	}
	free(text);
}

/* A text with one byte changed is read or refused. */
static void a_damaged_text_is_read_or_refused(void **state)
{
	char *text = sample_golden("sample.json");
	static const char bytes[] = "0}]{[\",:\\x-";
	size_t read = 0;

	(void)state;
	for (size_t at = 0; text[at]; at++) {
		char kept = text[at];
		struct project *p = project_new();
		struct source in = sample_source(text);
		struct report report = REPORT_INIT;
		struct err err = { "" };

		text[at] = bytes[at % (sizeof bytes - 1)];
		if (json_read(&in, p, &report, &err))
			read++;
		else
			assert_string_not_equal(err.msg, "");
		text[at] = kept;
		report_release(&report);
		project_free(p);
	}
	assert_in_range(read, 100, strlen(text) - 100);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			what_is_no_json_is_named_with_line_and_column),
		cmocka_unit_test(deep_nesting_is_refused),
		cmocka_unit_test(what_is_no_project_of_ours_is_refused),
		cmocka_unit_test(a_wrong_value_is_named_with_its_place),
		cmocka_unit_test(a_wrong_id_is_refused),
		cmocka_unit_test(a_reference_to_nothing_is_refused),
		cmocka_unit_test(a_text_cut_anywhere_is_refused),
		cmocka_unit_test(a_damaged_text_is_read_or_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
