#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "format/table.h"
#include "readings.h"

static const char answers[] =
	"Timestamp,Where?,How was it?,What annoyed you?,E-mail\n"
	"1,Facebook,4,ads,a@x\n"
	"2,shop,5,,b@x\n"
	"3,facebook,2,ads,c@x\n"
	"4,Facebook,1,slow,d@x\n"
	"5,,3,nothing,e@x\n";

static const char meaning[] =
	"Where?=title\nHow was it?=emotion\nWhat annoyed you?=pain\n";

static struct reading read_answers(readings_reader *read, const char *text,
				   const char *columns)
{
	struct source in = sample_source(text);

	in.columns = columns;
	return readings_source(read, &in);
}

static void touchpoints_that_many_name_are_one_with_evidence(void **state)
{
	struct reading r = read_answers(table_read, answers, meaning);
	const struct row *t;

	(void)state;
	assert_titles(&r, "-: Facebook, shop");
	t = readings_touchpoint(&r, "Facebook");
	assert_string_equal(row_text(t, TOUCHPOINT_EVIDENCE), "reported");
	assert_string_equal(row_text(t, TOUCHPOINT_SOURCE), "3 answers");
	assert_string_equal(row_text(t, TOUCHPOINT_PAIN), "ads (2)\nslow");
	assert_int_equal(row_emotion(t), -1);
	t = readings_touchpoint(&r, "shop");
	assert_string_equal(row_text(t, TOUCHPOINT_SOURCE), "1 answer");
	assert_int_equal(row_emotion(t), 2);
	readings_release(&r);
}

static void what_was_not_used_is_told(void **state)
{
	struct reading r = read_answers(table_read, answers, meaning);

	(void)state;
	assert_remark(&r, 0, "\"Timestamp\", \"E-mail\"");
	assert_remark(&r, 0, "from 1 to 5");
	assert_remark(&r, 6, "1 answer names no touchpoint");
	assert_int_equal(r.report.count, 3);
	readings_release(&r);
}

static void words_for_emotions_are_counted_in_the_notes(void **state)
{
	static const char text[] = "T,F\nshop,happy\nshop,happy\nshop,-1\n";
	struct source in = sample_source(text);
	struct reading r;

	(void)state;
	in.columns = "T=title\nF=emotion\n";
	r = readings_source(survey_read, &in);
	assert_int_equal(row_emotion(readings_touchpoint(&r, "shop")), -1);
	assert_string_equal(row_text(readings_touchpoint(&r, "shop"),
				     TOUCHPOINT_NOTES), "F: happy (2)");
	readings_release(&r);
	in.guess_emotion = true;
	r = readings_source(survey_read, &in);
	assert_int_equal(row_emotion(readings_touchpoint(&r, "shop")), 0);
	readings_release(&r);
}

static void stages_and_channels_of_answers_are_kept(void **state)
{
	struct reading r = read_answers(table_read,
		"S,T,C,P\nUse,opens,app,online\nUse,opens,web,online\n"
		"Use,opens,app,Offline\nBuy,opens,,\n",
		"S=stage\nT=title\nC=channel\nP=place\n");
	const struct list *l;

	(void)state;
	assert_titles(&r, "Use: opens | Buy: opens");
	l = project_stages(r.p, project_maps(r.p)->rows[0]->id);
	l = project_list(r.p, TOUCHPOINT, l->rows[0]->id);
	assert_string_equal(row_text(l->rows[0], TOUCHPOINT_CHANNEL),
			    "app, web");
	assert_string_equal(row_text(l->rows[0], TOUCHPOINT_PLACE), "online");
	readings_release(&r);
}

static void a_survey_must_name_touchpoints(void **state)
{
	struct reading r = read_answers(survey_read, answers,
					"How was it?=emotion\n");

	(void)state;
	assert_non_null(strstr(r.err.msg, "--column NAME=title"));
	readings_release(&r);
	r = read_answers(survey_read, answers, "Whither?=title\n");
	assert_non_null(strstr(r.err.msg, "there is no column \"Whither?\""));
	readings_release(&r);
}

/* A table of a map stays one when a column more is told. */
static void a_told_column_does_not_make_a_survey_of_a_map(void **state)
{
	struct reading r = read_answers(table_read,
		"Stage,Action,Ouch\nUse,opens,slow\nUse,opens,dear\n",
		"Ouch=pain\n");

	(void)state;
	assert_titles(&r, "Use: opens, opens");
	readings_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			touchpoints_that_many_name_are_one_with_evidence),
		cmocka_unit_test(what_was_not_used_is_told),
		cmocka_unit_test(words_for_emotions_are_counted_in_the_notes),
		cmocka_unit_test(stages_and_channels_of_answers_are_kept),
		cmocka_unit_test(a_survey_must_name_touchpoints),
		cmocka_unit_test(
			a_told_column_does_not_make_a_survey_of_a_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
