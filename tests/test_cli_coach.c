#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli_calls.h"
#include "tmp.h"

/* A call that finds something and says so to the shell; what it printed,
 * which the caller frees. */
static char *finds(const char *const words[])
{
	struct run r;

	run(&r, NULL, words);
	assert_string_equal(r.err, "");
	assert_int_equal(r.status, 1);
	free(r.err);
	return r.out;
}

static const char *map_read(const char *outline)
{
	const char *source = tmp_file("map.outline", outline);
	const char *file = tmp_path("map.cjm");

	calls(RUN("cjm", "import", file, source));
	return file;
}

#define GOOD "- reacts to a flash-sale post @Twitter ~curious +save money\n" \
	"  content: one coffee, one price\n  goal: reach\n"

static const char one_gap[] = "cjm outline 1\n# M\n## Discovery\n" GOOD
	"- asks a friend @phone ~at brunch +an honest word\n"
	"  content: our name on the bag\n";

static void the_worked_example_is_explained_until_it_is_corrected(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "add", file, "discovery > social media"));
	text = finds(RUN("cjm", "check", file, "--rule",
			 "channel-as-touchpoint"));
	assert_has(text, "\n3 Discovery\n  3.1 social media\n");
	assert_has(text, "warning channel-as-touchpoint: \"social media\" is "
			 "only the name of a\n");
	assert_has(text, "hides what customers do there");
	assert_has(text, "reacts to a "
			 "flash-sale post");
	free(text);
	calls(RUN("cjm", "undo", file));
	calls(RUN("cjm", "add", file, "discovery > customer reacts to a "
		  "flash-sale post @Twitter ~curiosity +save money"));
	text = said(RUN("cjm", "check", file, "--rule",
			"channel-as-touchpoint"));
	assert_string_equal(text, "Customer journey: 0 warnings, 0 notes\n");
	free(text);
	text = finds(RUN("cjm", "check", file));
	assert_has_not(text, "missing-need");
	assert_has_not(text, "missing-context");
	free(text);
}

static void the_same_in_vietnamese(void **state)
{
	const char *file = tmp_path("a.cjm");
	char *text;

	(void)state;
	calls(RUN("cjm", "new", file, "--lang", "vi"));
	calls(RUN("cjm", "add", file, "khám phá > mạng xã hội"));
	text = finds(RUN("cjm", "--lang", "vi", "check", file, "--rule",
			 "channel-as-touchpoint"));
	assert_has(text, "\n3 Khám phá\n  3.1 mạng xã hội\n");
	assert_has(text, "\"mạng xã hội\" mới chỉ là tên kênh");
	assert_has(text, "Kênh chỉ là nơi diễn ra");
	free(text);
	calls(RUN("cjm", "undo", file));
	calls(RUN("cjm", "add", file,
		  "khám phá > bấm vào bài flash sale @Facebook"));
	calls(RUN("cjm", "check", file, "--rule", "channel-as-touchpoint"));
}

static void what_fails_can_be_chosen(void **state)
{
	const char *file = map_read(one_gap);
	char *text = finds(RUN("cjm", "check", file));

	(void)state;
	assert_has(text, "M: 0 warnings, 1 note\n");
	assert_has(text, "  1.2 asks a friend\n      note no-goal: ");
	free(text);
	free(finds(RUN("cjm", "check", file, "--fail-on", "note")));
	text = said(RUN("cjm", "check", file, "--fail-on", "warning"));
	assert_has(text, "no-goal");
	free(text);
}

static void programs_read_json(void **state)
{
	const char *file = map_read(one_gap);
	char *text = finds(RUN("cjm", "check", file, "--json", "--on",
			       "2026-11-23"));

	(void)state;
	assert_has(text, "\"day\": \"2026-11-23\"");
	assert_has(text, "\"rule\": \"no-goal\"");
	assert_has(text, "\"severity\": \"note\"");
	assert_has(text, "\"place\": \"1.2\"");
	assert_has(text, "\"entity\": \"touchpoint\"");
	assert_has(text, "\"title\": \"asks a friend\"");
	assert_has_not(text, "missing-need");
	assert_has_not(text, "no-content");
	free(text);
}

static void the_day_decides_what_is_overdue(void **state)
{
	const char *file = map_read("cjm outline 1\n# M\n## A\n" GOOD
				    "  review: 2026-12-31\n");

	(void)state;
	calls(RUN("cjm", "check", file, "--on", "2026-12-31"));
	free(finds(RUN("cjm", "check", file, "--on", "2027-01-01")));
	refused(RUN("cjm", "check", file, "--on", "2026-02-30"), 2,
		"--on takes a day such as 2026-12-31, not \"2026-02-30\"");
	refused(RUN("cjm", "check", file, "--on", "soon"), 2, "soon");
}

static void an_answer_silences_one_finding(void **state)
{
	const char *file = new_map();
	char *text;

	(void)state;
	calls(RUN("cjm", "answer", file, "empty-stage", "7",
		  "they buy only once"));
	text = finds(RUN("cjm", "check", file, "--rule", "empty-stage"));
	assert_has(text, "6 warnings, 0 notes, 1 answered\n");
	assert_has_not(text, "7 Loyalty");
	free(text);
	text = said(RUN("cjm", "export", file, "--to", "outline"));
	assert_has(text, "answer: empty-stage\n    note: they buy only once");
	free(text);
	calls(RUN("cjm", "undo", file));
	text = finds(RUN("cjm", "check", file, "--rule", "empty-stage"));
	assert_has(text, "7 warnings");
	free(text);
}

static void a_rule_is_switched_off_for_the_file(void **state)
{
	const char *file = map_read(one_gap);
	char *text;

	(void)state;
	calls(RUN("cjm", "rules", file, "no-goal", "off"));
	text = said(RUN("cjm", "check", file));
	assert_string_equal(text, "M: 0 warnings, 0 notes, "
				  "1 rule switched off\n");
	free(text);
	text = said(RUN("cjm", "rules", file));
	assert_has(text, "no-goal                   note, off\n");
	assert_has(text, "missing-need              warning\n");
	free(text);
	free(finds(RUN("cjm", "check", file, "--rule", "no-goal")));
	calls(RUN("cjm", "rules", file, "no-goal", "on"));
	free(finds(RUN("cjm", "check", file)));
}

static void what_is_not_there_is_refused(void **state)
{
	const char *file = new_map();

	(void)state;
	refused(RUN("cjm", "check", file, "--rule", "missing"), 2,
		"there is no rule \"missing\"; there are: "
		"channel-as-touchpoint, missing-need");
	refused(RUN("cjm", "rules", file, "missing", "off"), 2, "no rule");
	refused(RUN("cjm", "rules", file, "no-goal"), 2, "`on` or `off`");
	refused(RUN("cjm", "rules", file, "no-goal", "maybe"), 2, "`off`");
	refused(RUN("cjm", "check", file, "--fail-on", "both"), 2,
		"warning or note");
	refused(RUN("cjm", "answer", file, "missing", "1", "x"), 2, "no rule");
	refused(RUN("cjm", "answer", file, "no-goal", "1.1", "x"), 3,
		"there is no place \"1.1\" on this map");
	refused(RUN("cjm", "answer", file, "empty-stage", "1", " "), 3,
		"why it is meant");
	refused(RUN("cjm", "check", "none.cjm"), 3, "none.cjm");
}

static void improvements_stand_by_their_touchpoint(void **state)
{
	const char *file = map_read(
		"cjm outline 1\n# M\n## A\n" GOOD
		"  improvement: say when it ends\n"
		"improvement: a loyalty card\n    owner: Tom\n    after: 7\n");
	char *text = finds(RUN("cjm", "check", file));

	(void)state;
	assert_has(text, "\nThe map as a whole\n  i2 a loyalty card\n"
			 "      warning no-verdict: ");
	assert_has(text, "\n1 A\n  i1 say when it ends\n"
			 "      warning unowned-improvement: ");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			the_worked_example_is_explained_until_it_is_corrected),
		cmocka_unit_test(the_same_in_vietnamese),
		cmocka_unit_test(what_fails_can_be_chosen),
		cmocka_unit_test(programs_read_json),
		cmocka_unit_test(the_day_decides_what_is_overdue),
		cmocka_unit_test(an_answer_silences_one_finding),
		cmocka_unit_test(a_rule_is_switched_off_for_the_file),
		cmocka_unit_test(what_is_not_there_is_refused),
		cmocka_unit_test(improvements_stand_by_their_touchpoint),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
