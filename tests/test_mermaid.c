#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "format/mermaid.h"
#include "format/mermaid_task.h"
#include "sample.h"
#include "tmp.h"

/*
 * Each fixtures/mermaid/NAME.mmd shows one trait of such files; beside it,
 * NAME.expected says what becomes of it.
 */
static void add_touchpoints(struct strbuf *out, const struct project *p,
			    int64_t map, int64_t stage)
{
	const struct list *l = project_touchpoints(p, map, stage);

	for (size_t i = 0; i < l->count; i++) {
		const struct row *r = l->rows[i];

		strbuf_addf(out, "  %s | %s | %s", row_title(r),
			    emotion_shown(row_emotion(r)),
			    row_text(r, TOUCHPOINT_ACTORS));
		if (*row_text(r, TOUCHPOINT_NOTES))
			strbuf_addf(out, " | notes: %s",
				    row_text(r, TOUCHPOINT_NOTES));
		strbuf_addch(out, '\n');
	}
}

static void describe(struct strbuf *out, const struct project *p)
{
	const struct row *map = list_at(project_maps(p), 0);
	const struct list *stages = project_stages(p, map->id);

	strbuf_addf(out, "map: %s\n", row_title(map));
	if (*row_text(map, MAP_GOAL))
		strbuf_addf(out, "goal: %s\n", row_text(map, MAP_GOAL));
	add_touchpoints(out, p, map->id, 0);
	for (size_t i = 0; i < stages->count; i++) {
		strbuf_addf(out, "stage: %s\n", row_title(stages->rows[i]));
		add_touchpoints(out, p, map->id, stages->rows[i]->id);
	}
}

static void read_and_describe(struct source in, struct strbuf *out)
{
	struct project *p = project_new();
	struct report report = REPORT_INIT;
	struct err err = { "" };

	if (mermaid_read(&in, p, &report, &err))
		describe(out, p);
	else
		strbuf_addf(out, "refused: %s\n", err.msg);
	for (size_t i = 0; i < report.count; i++)
		strbuf_addf(out, "line %ld: %s\n", report.remarks[i].line,
			    report.remarks[i].text);
	report_release(&report);
	project_free(p);
}

static char *fixture(const char *folder, const char *name, size_t len,
		     const char *ending)
{
	struct strbuf path = STRBUF_INIT;
	char *text;

	strbuf_addf(&path, "%s/%.*s%s", folder, (int)len, name, ending);
	text = tmp_read(path.s, NULL);
	strbuf_release(&path);
	return text;
}

static void check_fixture(const char *folder, const char *name, size_t len)
{
	char *text = fixture(folder, name, len, ".mmd");
	char *expected = fixture(folder, name, len, ".expected");
	struct strbuf got = STRBUF_INIT;

	read_and_describe(sample_source(text), &got);
	if (strcmp(got.s, expected))
		print_message("# %.*s\n", (int)len, name);
	assert_string_equal(got.s, expected);
	strbuf_release(&got);
	free(expected);
	free(text);
}

static void each_trait_is_read_as_its_fixture_says(void **state)
{
	const char *top = getenv("srcdir");
	struct strbuf folder = STRBUF_INIT;
	struct dirent *entry;
	int seen = 0;
	DIR *dir;

	(void)state;
	strbuf_addf(&folder, "%s/tests/fixtures/mermaid", top ? top : ".");
	dir = opendir(folder.s);
	assert_non_null(dir);
	while ((entry = readdir(dir))) {
		size_t len = strlen(entry->d_name);

		if (len < 5 || strcmp(entry->d_name + len - 4, ".mmd"))
			continue;
		check_fixture(folder.s, entry->d_name, len - 4);
		seen++;
	}
	closedir(dir);
	strbuf_release(&folder);
	assert_true(seen >= 39);
}

#define ONE(repair) (1u << (repair))

static const struct {
	const char *line, *name;
	int score;
	const char *actors, *word;
	unsigned repairs;
} tasks[] = {
	{ "Make tea: 5: Me, You", "Make tea", 5, "Me; You", "", 0 },
	{ "Make tea:5", "Make tea", 5, "", "", 0 },
	{ "At 10:30: 4: Me", "At 10:30", 4, "Me", "", ONE(REPAIR_COLON) },
	{ "Ratio 2:1: 4: Me", "Ratio 2:1", 4, "Me", "", ONE(REPAIR_COLON) },
	{ "A: 3: 4", "A", 3, "4", "", 0 },
	{ "Code (ex: 58): 5: Me", "Code (ex: 58)", 5, "Me", "",
	  ONE(REPAIR_COLON) },
	{ "Tea: 4, Me, You", "Tea", 4, "Me; You", "", ONE(REPAIR_COMMA) },
	{ "Lot, 99.5%: 4, Me", "Lot, 99.5%", 4, "Me", "",
	  ONE(REPAIR_COMMA) },
	{ "Tea:  Me, 5", "Tea", 5, "Me", "", ONE(REPAIR_SWAPPED) },
	{ "Tea: Me, You: 2", "Tea", 2, "Me; You", "", ONE(REPAIR_SWAPPED) },
	{ "Tea: 2.5: Me", "Tea", 3, "Me", "", ONE(REPAIR_FRACTION) },
	{ "Tea: 2,4: Me", "Tea", 2, "Me", "", ONE(REPAIR_FRACTION) },
	{ "Tea: 0: Me", "Tea", 1, "Me", "", ONE(REPAIR_RANGE) },
	{ "Tea: 1e300: Me", "Tea", 5, "Me", "", ONE(REPAIR_RANGE) },
	{ "Tea: nan: Me", "Tea", 0, "Me", "nan", ONE(REPAIR_WORD) },
	{ "Tea: 4/5: Me", "Tea", 4, "Me", "", ONE(REPAIR_OF_FIVE) },
	{ "Tea: : Me", "Tea", 0, "Me", "", ONE(REPAIR_MISSING) },
	{ "Tea:", "Tea", 0, "", "", ONE(REPAIR_MISSING) },
	{ "Tea: fine: Me", "Tea", 0, "Me", "fine", ONE(REPAIR_WORD) },
	{ "Tea: 5: A: B, C", "Tea", 5, "A: B; C", "",
	  ONE(REPAIR_ACTOR_COLON) },
	{ "Tea #2: 5: Me", "Tea #2", 5, "Me", "", ONE(REPAIR_MARK) },
	{ "Tea#58; #35;2: 5: A#44; B", "Tea: #2", 5, "A, B", "", 0 },
};

static void tasks_are_read_however_they_are_written(void **state)
{
	struct mermaid_task t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(tasks); i++) {
		assert_true(mermaid_task_read(span_of(tasks[i].line), &t));
		assert_string_equal(t.name, tasks[i].name);
		assert_string_equal(t.actors, tasks[i].actors);
		assert_string_equal(t.word, tasks[i].word);
		assert_int_equal(t.score, tasks[i].score);
		assert_int_equal(t.repairs, tasks[i].repairs);
		mermaid_task_release(&t);
	}
	assert_false(mermaid_task_read(span_of("Make tea"), &t));
	assert_false(mermaid_task_read(span_of(": 5: Me"), &t));
	assert_false(mermaid_task_read(span_of(""), &t));
}

static void other_texts_do_not_look_like_a_journey(void **state)
{
	static const char *const no[] = {
		"", "\n\n", "flowchart LR", "# journey", "Journey", "journeys",
		"---\ntitle: x\n", "---\ntitle: x\n---\n# A map\n",
		"stage,touchpoint\n", "{\"cjm\": 1}",
	};
	static const char *const yes[] = {
		"journey", "\n  journey\n", "%% x\njourney\n",
		"---\ntitle: x\n---\n%%{init: {}}%%\njourney\n",
		"journey title x",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(no); i++)
		assert_false(mermaid_looks(&(struct source){
			.name = "in", .text = no[i],
			.len = strlen(no[i]) }));
	for (size_t i = 0; i < ARRAY_LEN(yes); i++)
		assert_true(mermaid_looks(&(struct source){
			.name = "in", .text = yes[i],
			.len = strlen(yes[i]) }));
}

/* `count` times the line, behind the beginning of a journey. */
static void read_many(const char *line, size_t count, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addstr(&text, "journey\ntitle Long\nsection Stage\n");
	for (size_t i = 0; i < count; i++)
		strbuf_addstr(&text, line);
	read_and_describe(sample_source(text.s), out);
	strbuf_release(&text);
}

static void a_hundred_thousand_lines_are_read(void **state)
{
	static const char *const lines[] = {
		"Task: 4: Me\n", "%%{ open\n", "%% cjm {\n", "a;", "a:1;",
		"a:", "a,", "section S\n", "#", "accDescr: x\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		struct strbuf out = STRBUF_INIT;

		read_many(lines[i], 100000, &out);
		assert_true(out.len > 0);
		strbuf_release(&out);
	}
}

static void a_name_too_long_goes_on_in_the_notes(void **state)
{
	struct strbuf line = STRBUF_INIT, out = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 3000; i++)
		strbuf_addstr(&line, "é");
	strbuf_addstr(&line, "end: 4: Me\n");
	read_many(line.s, 1, &out);
	assert_non_null(strstr(out.s, "é | +1 | Me | notes: é"));
	assert_non_null(strstr(out.s, "line 4: this is too long; the rest "
				      "went to \"Notes\""));
	strbuf_release(&line);
	strbuf_release(&out);
}

static void a_line_too_long_for_all_fields_is_refused(void **state)
{
	struct strbuf line = STRBUF_INIT, out = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 120000; i++)
		strbuf_addch(&line, 'x');
	strbuf_addstr(&line, ": 4: Me\n");
	read_many(line.s, 1, &out);
	assert_non_null(strstr(out.s, "refused: in:4: Notes is too "
				      "long"));
	strbuf_release(&line);
	strbuf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_trait_is_read_as_its_fixture_says),
		cmocka_unit_test(tasks_are_read_however_they_are_written),
		cmocka_unit_test(other_texts_do_not_look_like_a_journey),
		cmocka_unit_test(a_hundred_thousand_lines_are_read),
		cmocka_unit_test(a_name_too_long_goes_on_in_the_notes),
		cmocka_unit_test(a_line_too_long_for_all_fields_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
