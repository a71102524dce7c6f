#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "format/mermaid.h"
#include "sample.h"

/* As we wrote it; the tests below edit its lines as people do. */
#define ONE \
	"      One: 4: Lan\n" \
	"      %% cjm {\"touchpoint\":{\"id\":41,\"stage\":31,\"title\":" \
	"\"One\",\"channel\":\"Zalo\",\"emotion\":1,\"actors\":\"Lan\"," \
	"\"rank\":\"a0\"}}\n" \
	"      %% cjm {\"vote\":{\"id\":81,\"touchpoint\":41," \
	"\"voter\":\"Minh\",\"number\":3}}\n"
#define TWO \
	"      Two: 3\n" \
	"      %% cjm {\"touchpoint\":{\"id\":42,\"stage\":31,\"title\":" \
	"\"Two\",\"channel\":\"shop\",\"rank\":\"a1\"}}\n"
#define THREE \
	"      Three: 5\n" \
	"      %% cjm {\"touchpoint\":{\"id\":43,\"stage\":31,\"title\":" \
	"\"Three\",\"emotion\":2,\"rank\":\"a2\"}}\n"
#define FIRST \
	"    section First\n" \
	"    %% cjm {\"stage\":{\"id\":31,\"title\":\"First\"," \
	"\"want\":\"to know\",\"rank\":\"a0\"}}\n"
#define SECOND \
	"    section Second\n" \
	"    %% cjm {\"stage\":{\"id\":32,\"title\":\"Second\"," \
	"\"rank\":\"a1\"}}\n"
#define HEAD \
	"journey\n" \
	"    title Map\n" \
	"    accDescr: Why\n" \
	"    %% cjm {\"map\":{\"id\":21,\"title\":\"Map\"," \
	"\"state\":\"as-is\",\"goal\":\"Why\",\"rank\":\"a0\"}}\n"
#define WHOLE HEAD FIRST ONE TWO THREE SECOND

struct reading {
	struct project *p;
	struct report report;
};

static void read_text(struct reading *r, const char *text)
{
	struct source in = sample_source(text);
	struct err err = { "" };

	r->p = project_new();
	r->report = (struct report)REPORT_INIT;
	if (!mermaid_read(&in, r->p, &r->report, &err))
		fail_msg("%s in:\n%s", err.msg, text);
}

static void release(struct reading *r)
{
	project_free(r->p);
	report_release(&r->report);
}

/* Read WHOLE with one part of it changed. */
static void read_edited(struct reading *r, const char *from, const char *to)
{
	struct strbuf text = STRBUF_INIT;
	const char *at;

	strbuf_addstr(&text, WHOLE);
	at = strstr(text.s, from);
	assert_non_null(at);
	strbuf_splice(&text, (size_t)(at - text.s), strlen(from), to,
		      strlen(to));
	read_text(r, text.s);
	strbuf_release(&text);
}

/* The one remark there is. */
static void remarked(const struct reading *r, long line, const char *text)
{
	assert_int_equal(r->report.count, 1);
	assert_int_equal(r->report.remarks[0].line, line);
	assert_non_null(strstr(r->report.remarks[0].text, text));
}

static const char *said(const struct reading *r, enum entity e, int64_t id,
			int field)
{
	const struct row *row = project_row(r->p, e, id);

	assert_non_null(row);
	return row_text(row, field);
}

/* The titles of a stage's touchpoints, in order. */
static void order_is(const struct reading *r, int64_t stage, const char *order)
{
	const struct list *l = project_touchpoints(r->p, 21, stage);
	struct strbuf titles = STRBUF_INIT;

	for (size_t i = 0; i < l->count; i++)
		strbuf_addf(&titles, "%s%s", i ? " " : "",
			    row_title(l->rows[i]));
	assert_string_equal(titles.s, order);
	strbuf_release(&titles);
}

static void nothing_edited_is_nothing_to_remark(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r, WHOLE);
	assert_int_equal(r.report.count, 0);
	order_is(&r, 31, "One Two Three");
	assert_string_equal(said(&r, TOUCHPOINT, 42, TOUCHPOINT_EMOTION), "");
	release(&r);
}

static const struct {
	const char *from, *to;
	long line;
	const char *remark;
	enum entity entity;
	int64_t id;
	int field;
	const char *value;
} edits[] = {
	{ "title Map", "title Other", 2, "Title was changed", MAP, 21,
	  MAP_TITLE, "Other" },
	{ "Descr: Why", "Descr: How", 2, "Goal and scope was changed",
	  MAP, 21, MAP_GOAL, "How" },
	{ "section First", "section A: B", 5, "colon in a section", STAGE, 31,
	  STAGE_WANT, "to know" },
	{ "section First", "section Start", 5, "Title was changed", STAGE,
	  31, STAGE_TITLE, "Start" },
	{ "One: 4", "Once: 4", 7, "Touchpoint was changed", TOUCHPOINT, 41,
	  TOUCHPOINT_TITLE, "Once" },
	{ "One: 4", "One: 2", 7, "Emotion was changed", TOUCHPOINT, 41,
	  TOUCHPOINT_EMOTION, "-1" },
	{ "Two: 3", "Two: 1", 10, "Emotion was changed", TOUCHPOINT, 42,
	  TOUCHPOINT_EMOTION, "-2" },
	{ "4: Lan", "4: Lan, Tú", 7, "Actors was changed", TOUCHPOINT, 41,
	  TOUCHPOINT_ACTORS, "Lan; Tú" },
	{ "4: Lan", "4", 7, "Actors was changed", TOUCHPOINT, 41,
	  TOUCHPOINT_ACTORS, "" },
};

static void an_edited_line_wins_over_its_comment(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(edits); i++) {
		struct reading r;

		read_edited(&r, edits[i].from, edits[i].to);
		assert_true(r.report.count >= 1);
		assert_int_equal(r.report.remarks[0].line, edits[i].line);
		assert_non_null(strstr(r.report.remarks[0].text,
				       edits[i].remark));
		assert_string_equal(said(&r, edits[i].entity, edits[i].id,
					 edits[i].field), edits[i].value);
		assert_string_equal(said(&r, TOUCHPOINT, 41,
					 TOUCHPOINT_CHANNEL), "Zalo");
		assert_string_equal(said(&r, MAP, 21, MAP_STATE), "as-is");
		release(&r);
	}
}

static void a_line_without_a_comment_is_a_new_touchpoint(void **state)
{
	struct reading r;

	(void)state;
	read_edited(&r, TWO, "New: 5: Lan\n" TWO "Newer: 1\n");
	assert_int_equal(r.report.count, 0);
	order_is(&r, 31, "One New Two Newer Three");
	assert_string_equal(said(&r, TOUCHPOINT, 42, TOUCHPOINT_RANK), "a1");
	release(&r);
}

static void a_deleted_line_takes_its_comments_with_it(void **state)
{
	struct reading r;

	(void)state;
	read_edited(&r, "      One: 4: Lan\n", "");
	order_is(&r, 31, "Two Three");
	assert_int_equal(project_count(r.p, VOTE), 0);
	assert_int_equal(r.report.remarks[0].line, 7);
	assert_non_null(strstr(r.report.remarks[0].text, "is gone"));
	release(&r);
}

static void lines_in_another_order_are_in_another_order(void **state)
{
	struct reading r;

	(void)state;
	read_edited(&r, ONE TWO, TWO ONE);
	order_is(&r, 31, "Two One Three");
	remarked(&r, 7, "order of the lines");
	assert_string_equal(said(&r, VOTE, 81, VOTE_VOTER), "Minh");
	release(&r);
	read_edited(&r, ONE TWO THREE, TWO THREE ONE);
	order_is(&r, 31, "Two Three One");
	remarked(&r, 11, "order of the lines");
	release(&r);
	read_edited(&r, ONE TWO THREE, THREE TWO ONE);
	order_is(&r, 31, "Three Two One");
	release(&r);
}

static void a_line_in_another_section_is_in_that_stage(void **state)
{
	struct reading r;

	(void)state;
	read_edited(&r, TWO THREE SECOND, THREE SECOND TWO);
	order_is(&r, 31, "One Three");
	order_is(&r, 32, "Two");
	remarked(&r, 14, "moved to another stage");
	assert_string_equal(said(&r, TOUCHPOINT, 42, TOUCHPOINT_CHANNEL),
			    "shop");
	release(&r);
	read_edited(&r, FIRST ONE TWO, ONE FIRST TWO);
	order_is(&r, 0, "One");
	remarked(&r, 5, "moved to another stage");
	release(&r);
}

static void sections_in_another_order_take_their_tasks_along(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r, HEAD SECOND FIRST ONE TWO THREE);
	assert_int_equal(project_stages(r.p, 21)->rows[0]->id, 32);
	order_is(&r, 31, "One Two Three");
	remarked(&r, 5, "order of the lines");
	release(&r);
}

static void a_copy_gets_an_id_of_its_own(void **state)
{
	struct reading r;

	(void)state;
	read_edited(&r, TWO, TWO TWO);
	order_is(&r, 31, "One Two Two Three");
	remarked(&r, 12, "copy");
	assert_string_equal(said(&r, TOUCHPOINT, 42, TOUCHPOINT_RANK), "a1");
	release(&r);
	read_text(&r, HEAD FIRST TWO FIRST TWO);
	assert_int_equal(project_stages(r.p, 21)->count, 2);
	assert_int_equal(project_count(r.p, TOUCHPOINT), 2);
	order_is(&r, 31, "Two");
	release(&r);
}

static void a_section_without_its_comment_keeps_the_tasks(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r, HEAD "section First\n" ONE TWO);
	assert_int_equal(r.report.count, 0);
	order_is(&r, project_stages(r.p, 21)->rows[0]->id, "One Two");
	release(&r);
}

/* More rows between two ranks than ranks can be put there. */
static void many_new_lines_between_two_old_ones_find_room(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct reading r;
	const struct list *l;

	(void)state;
	strbuf_addstr(&text, HEAD FIRST ONE);
	for (int i = 0; i < 20000; i++)
		strbuf_addf(&text, "n%05d: 3\n", i);
	strbuf_addstr(&text, TWO);
	read_text(&r, text.s);
	l = project_touchpoints(r.p, 21, 31);
	assert_int_equal(l->count, 20002);
	assert_string_equal(row_title(l->rows[0]), "One");
	assert_string_equal(row_title(l->rows[1]), "n00000");
	assert_string_equal(row_title(l->rows[20000]), "n19999");
	assert_string_equal(row_title(l->rows[20001]), "Two");
	release(&r);
	strbuf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_edited_is_nothing_to_remark),
		cmocka_unit_test(an_edited_line_wins_over_its_comment),
		cmocka_unit_test(a_line_without_a_comment_is_a_new_touchpoint),
		cmocka_unit_test(a_deleted_line_takes_its_comments_with_it),
		cmocka_unit_test(lines_in_another_order_are_in_another_order),
		cmocka_unit_test(a_line_in_another_section_is_in_that_stage),
		cmocka_unit_test(
			sections_in_another_order_take_their_tasks_along),
		cmocka_unit_test(a_copy_gets_an_id_of_its_own),
		cmocka_unit_test(
			a_section_without_its_comment_keeps_the_tasks),
		cmocka_unit_test(
			many_new_lines_between_two_old_ones_find_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
