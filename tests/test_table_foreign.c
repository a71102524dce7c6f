#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "format/table.h"
#include "format/table_read.h"
#include "readings.h"

static const char *field(const struct reading *r, const char *title, int f)
{
	return row_text(readings_touchpoint(r, title), f);
}

static void known_columns_go_to_fields_others_to_the_notes(void **state)
{
	struct reading r = readings_read(table_read,
		"Stage;Customer Actions;Touchpoints;Pain Points;Weather;"
		"Teams Involved\n"
		"Aware;sees an ad;LinkedIn;too many;\"rain; wind\";"
		"Sales, Marketing\n");

	(void)state;
	assert_titles(&r, "Aware: sees an ad");
	assert_string_equal(field(&r, "sees an ad", TOUCHPOINT_CHANNEL),
			    "LinkedIn");
	assert_string_equal(field(&r, "sees an ad", TOUCHPOINT_PAIN),
			    "too many");
	assert_string_equal(field(&r, "sees an ad", TOUCHPOINT_NOTES),
			    "Weather: rain; wind");
	assert_string_equal(field(&r, "sees an ad", TOUCHPOINT_ACTORS),
			    "Sales; Marketing");
	assert_int_equal(r.report.origin.told[TOUCHPOINT], 0);
	readings_release(&r);
}

static void numbers_before_stages_are_taken_off_and_told(void **state)
{
	struct reading r = readings_read(table_read,
		"\xEF\xBB\xBFЭтап,Точки контакта\r\n"
		"Этап 1: Осознание,Реклама\r\nЭтап 2: Покупка,Оплата\r\n"
		"Этап 1: Осознание,Блог\r\n");

	(void)state;
	assert_titles(&r, "Осознание: Реклама, Блог | Покупка: Оплата");
	assert_int_equal(r.report.count, 2);
	assert_remark(&r, 2, "\"Этап 1: Осознание\"");
	assert_remark(&r, 3, "\"Покупка\"");
	readings_release(&r);
}

static void assert_stage(const char *title, const char *wanted)
{
	assert_string_equal(stage_without_number(title), wanted);
}

static void only_numbers_of_stages_are_taken_off(void **state)
{
	(void)state;
	assert_stage("Stage 2: Buy", "Buy");
	assert_stage("Phase 1 - Aware", "Aware");
	assert_stage("3. Buy", "Buy");
	assert_stage("1단계: 인지", "인지");
	assert_stage("第一階段：認知", "認知");
	assert_stage("ステージ1：認知", "認知");
	assert_stage("Giai đoạn 3 – Mua", "Mua");
	assert_stage("Etapa 4: Compra", "Compra");
	assert_stage("Stage 2", "Stage 2");
	assert_stage("Stage 2:", "Stage 2:");
	assert_stage("24-7 care", "24-7 care");
	assert_stage("5.3 pays", "5.3 pays");
	assert_stage("Buy: pay", "Buy: pay");
	assert_stage("", "");
}

static void an_empty_stage_is_the_one_above(void **state)
{
	struct reading r = readings_read(table_read,
		"Stage,Action\nNeed,one\n,two\nUse,three\n");

	(void)state;
	assert_titles(&r, "Need: one, two | Use: three");
	readings_release(&r);
}

static void lines_without_a_touchpoint_are_called_by_their_text(void **state)
{
	struct reading r = readings_read(table_read,
		"Stage,Stakeholder,Goal,Barriers\n"
		"Aware,Buyer,find a shop,none near\nAware,Seller,,\n");

	(void)state;
	assert_titles(&r, "Aware: find a shop, Seller");
	assert_remark(&r, 2, "2 lines have no touchpoint");
	readings_release(&r);
}

static struct reading read_emotions(const char *cells, bool guess)
{
	struct strbuf text = STRBUF_INIT;
	struct source in;
	struct reading r;
	int n = 0;

	strbuf_addstr(&text, "Stage,Action,Emotions\n");
	for (; *cells; cells += *cells == '|') {
		size_t len = strcspn(cells, "|");

		strbuf_addf(&text, "A,t%d,\"%.*s\"\n", ++n, (int)len, cells);
		cells += len;
	}
	in = sample_source(text.s);
	in.guess_emotion = guess;
	r = readings_source(table_read, &in);
	strbuf_release(&text);
	return r;
}

static int emotion(const struct reading *r, const char *title)
{
	return row_emotion(readings_touchpoint(r, title));
}

static void emotions_in_words_are_kept_as_words(void **state)
{
	struct reading r = read_emotions("happy|😡|1|-2", false);

	(void)state;
	assert_int_equal(emotion(&r, "t1"), EMOTION_UNKNOWN);
	assert_int_equal(emotion(&r, "t2"), EMOTION_UNKNOWN);
	assert_int_equal(emotion(&r, "t3"), 1);
	assert_int_equal(emotion(&r, "t4"), -2);
	assert_string_equal(field(&r, "t1", TOUCHPOINT_NOTES),
			    "Emotions: happy");
	assert_int_equal(r.report.count, 1);
	assert_remark(&r, 2, "2 emotions are in words");
	assert_remark(&r, 2, "--guess-emotion");
	readings_release(&r);
}

static void words_become_emotions_when_asked_to(void **state)
{
	struct reading r = read_emotions("happy|😡|grue|-2", true);

	(void)state;
	assert_int_equal(emotion(&r, "t1"), 1);
	assert_int_equal(emotion(&r, "t2"), -2);
	assert_int_equal(emotion(&r, "t3"), EMOTION_UNKNOWN);
	assert_string_equal(field(&r, "t1", TOUCHPOINT_NOTES),
			    "Emotions: happy");
	assert_remark(&r, 2, "2 emotions in words became values");
	assert_remark(&r, 2, "1 emotion is in words that are not known");
	readings_release(&r);
}

static void a_scale_from_one_to_five_is_known_and_told(void **state)
{
	struct reading r = read_emotions("1|3|5|happy", false);

	(void)state;
	assert_int_equal(emotion(&r, "t1"), -2);
	assert_int_equal(emotion(&r, "t2"), 0);
	assert_int_equal(emotion(&r, "t3"), 2);
	assert_remark(&r, 0, "from 1 to 5");
	readings_release(&r);
}

static void a_scale_that_may_be_either_gives_no_values(void **state)
{
	struct reading r = read_emotions("1|2", false);

	(void)state;
	assert_int_equal(emotion(&r, "t1"), EMOTION_UNKNOWN);
	assert_string_equal(field(&r, "t2", TOUCHPOINT_NOTES), "Emotions: 2");
	assert_remark(&r, 0, "is not clear");
	readings_release(&r);
	r = read_emotions("+1|+2", false);
	assert_int_equal(emotion(&r, "t2"), 2);
	readings_release(&r);
	r = read_emotions("10|7|nan", false);
	assert_int_equal(emotion(&r, "t1"), EMOTION_UNKNOWN);
	assert_remark(&r, 2, "off the scale");
	readings_release(&r);
}

static void the_map_is_called_as_the_file(void **state)
{
	struct source in = sample_source("Stage,Action\nNeed,one\n");
	struct reading r;

	(void)state;
	in.name = "/home/lan/Mua cà phê.csv";
	r = readings_source(table_read, &in);
	assert_string_equal(row_title(project_maps(r.p)->rows[0]),
			    "Mua cà phê");
	readings_release(&r);
	r = readings_read(table_read, "Journey,Stage,Action\nA,x,1\nB,x,2\n");
	assert_int_equal(project_maps(r.p)->count, 2);
	readings_release(&r);
}

static void cells_too_many_are_kept_and_told(void **state)
{
	struct reading r = readings_read(table_read,
		"Stage,Action\nNeed,one,more,\nNeed,two\n");

	(void)state;
	assert_string_equal(field(&r, "one", TOUCHPOINT_NOTES),
			    "Further: more");
	assert_remark(&r, 2, "more cells");
	readings_release(&r);
}

static void titles_too_long_are_cut_and_kept(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct reading r;
	const struct row *t;

	(void)state;
	strbuf_addstr(&text, "Stage,Action\n");
	for (int i = 0; i < 700; i++)
		strbuf_addstr(&text, "đ");
	strbuf_addstr(&text, ",");
	for (int i = 0; i < 3000; i++)
		strbuf_addstr(&text, "đ");
	r = readings_read(table_read, text.s);
	assert_string_equal(r.err.msg, "");
	assert_int_equal(strlen(row_title(project_stages(r.p,
		project_maps(r.p)->rows[0]->id)->rows[0])), 1000);
	t = project_list(r.p, TOUCHPOINT, project_stages(r.p,
		project_maps(r.p)->rows[0]->id)->rows[0]->id)->rows[0];
	assert_int_equal(strlen(row_title(t)), 200);
	assert_int_equal(strlen(row_text(t, TOUCHPOINT_NOTES)), 6008);
	readings_release(&r);
	strbuf_release(&text);
}

static void assert_refused_text(const char *text, const char *part)
{
	struct reading r = readings_read(table_read, text);

	if (!strstr(r.err.msg, part))
		fail_msg("\"%s\" is not in: %s", part, r.err.msg);
	readings_release(&r);
}

static void what_is_no_map_is_refused_kindly(void **state)
{
	(void)state;
	assert_refused_text("user_id,timestamp,event,page\n1,2,3,4\n",
			    "a log of what visitors did");
	assert_refused_text("CustomerID,Timestamp,touchpoint,channel\n1,2,3,4",
			    "Stage, Touchpoint, Channel");
	assert_refused_text("Id,Name,Shape Library,Status\n1,a,b,c\n",
			    "no column tells stages or touchpoints");
	assert_refused_text("Timestamp,How did you feel?\n1,bad\n",
			    "--column");
	assert_refused_text("one\ntwo\n", "no column tells");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			known_columns_go_to_fields_others_to_the_notes),
		cmocka_unit_test(numbers_before_stages_are_taken_off_and_told),
		cmocka_unit_test(only_numbers_of_stages_are_taken_off),
		cmocka_unit_test(an_empty_stage_is_the_one_above),
		cmocka_unit_test(
			lines_without_a_touchpoint_are_called_by_their_text),
		cmocka_unit_test(emotions_in_words_are_kept_as_words),
		cmocka_unit_test(words_become_emotions_when_asked_to),
		cmocka_unit_test(a_scale_from_one_to_five_is_known_and_told),
		cmocka_unit_test(a_scale_that_may_be_either_gives_no_values),
		cmocka_unit_test(the_map_is_called_as_the_file),
		cmocka_unit_test(cells_too_many_are_kept_and_told),
		cmocka_unit_test(titles_too_long_are_cut_and_kept),
		cmocka_unit_test(what_is_no_map_is_refused_kindly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
