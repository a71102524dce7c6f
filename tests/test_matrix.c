#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "format/table.h"
#include "readings.h"

static void stages_go_across_and_lanes_down(void **state)
{
	struct project *p = sample_project();
	char *text = sample_print(matrix_write, p, 21);

	(void)state;
	assert_string_equal(text,
		"Buying coffee beans,Need,Mua hàng,Parking lot\n"
		"Touchpoint,clicks a flash-sale post,thanh toán,hears of us\n"
		"Channel,Twitter,website,\n"
		"Context,curious,,\n"
		"Need,save money,,\n"
		"Emotion,+1,-2,\n"
		"Pain,,phí hiện ở bước cuối,\n"
		"Quote,,Sao đắt thế?,\n"
		"Our staff,,checks the payment,\n");
	free(text);
	project_free(p);
}

static void without_a_choice_it_is_the_first_map(void **state)
{
	struct project *p = sample_project(), *none = project_new();
	char *text = sample_print(matrix_write, p, 0);
	struct write_options o = { .map = 0 };
	struct err err = { "" };

	(void)state;
	assert_memory_equal(text, "Buying coffee beans,", 20);
	assert_false(matrix_write(none, &o, stdout, &err));
	assert_string_not_equal(err.msg, "");
	free(text);
	project_free(p);
	project_free(none);
}

static void lanes_can_be_chosen(void **state)
{
	struct write_options o = { .map = 21, .lanes = "Our staff,emotion",
				   .excel = true };
	struct project *p = sample_project();
	char *text = readings_print(matrix_write, p, &o);

	(void)state;
	assert_string_equal(text, "\xEF\xBB\xBF"
		"Buying coffee beans;Need;Mua hàng;Parking lot\r\n"
		"Our staff;;checks the payment;\r\nEmotion;+1;-2;\r\n");
	free(text);
	project_free(p);
}

static const char three[] =
	"Shop,Need,Use,Parking lot\n"
	"Touchpoint,\"1. asks\n2. pays\",opens,\"1. later\n2. maybe\"\n"
	"Channel,2. card,,1. shop\n"
	"Emotion,\"1. 0\n2. -2\",+1,\n"
	"Pain,\"1. waits\nlong\n2. fee\",,\n";

static void texts_of_several_touchpoints_are_numbered(void **state)
{
	struct reading r = readings_read(matrix_read, three);
	char *text;

	(void)state;
	assert_titles(&r, "Need: asks, pays | Use: opens | -: later, maybe");
	assert_string_equal(row_text(readings_touchpoint(&r, "asks"),
				     TOUCHPOINT_PAIN), "waits\nlong");
	assert_string_equal(row_text(readings_touchpoint(&r, "pays"),
				     TOUCHPOINT_CHANNEL), "card");
	assert_int_equal(row_emotion(readings_touchpoint(&r, "pays")), -2);
	text = sample_print(matrix_write, r.p, project_maps(r.p)->rows[0]->id);
	assert_string_equal(text, three);
	free(text);
	readings_release(&r);
}

static void a_matrix_comes_back_the_same(void **state)
{
	struct project *p = sample_project();
	char *text = sample_print(matrix_write, p, 21), *again;
	struct reading r = readings_read(table_read, text);

	(void)state;
	assert_string_equal(r.err.msg, "");
	assert_int_equal(r.report.count, 0);
	again = sample_print(matrix_write, r.p,
			     project_maps(r.p)->rows[0]->id);
	assert_string_equal(again, text);
	free(again);
	free(text);
	readings_release(&r);
	project_free(p);
}

static void other_peoples_lanes_are_known_the_rest_become_own(void **state)
{
	struct reading r = readings_read(table_read,
		"Stage,1. Aware,Buy\n"
		"User Actions,\"- sees ad\n- reads\",pays\n"
		"Touchpoints,\"LinkedIn, Google\",shop\n"
		"Emotions,curious,happy\n"
		"Backstage,,checks stock\n"
		"Frictions,\"too many ads\",\n"
		"Pain points,,queue\n");
	const struct list *lanes;

	(void)state;
	assert_titles(&r, "Aware: sees ad, reads | Buy: pays");
	assert_string_equal(row_text(readings_touchpoint(&r, "sees ad"),
				     TOUCHPOINT_CHANNEL), "LinkedIn, Google");
	assert_string_equal(row_text(readings_touchpoint(&r, "pays"),
				     TOUCHPOINT_NOTES), "Emotions: happy");
	lanes = project_list(r.p, LANE, project_maps(r.p)->rows[0]->id);
	assert_int_equal(lanes->count, 2);
	assert_string_equal(row_title(lanes->rows[0]), "Backstage");
	assert_string_equal(row_title(lanes->rows[1]), "Pain points");
	assert_int_equal(project_count(r.p, CELL), 2);
	assert_remark(&r, 1, "\"Aware\"");
	assert_remark(&r, 5, "2 emotions are in words");
	readings_release(&r);
}

/* In one of ours only labels are fields, and stages keep their numbers. */
static void our_own_matrix_is_taken_at_its_word(void **state)
{
	struct reading r = readings_read(matrix_read,
		"Shop,Phase 1 - Need,2. Use\nTouchpoint,asks,opens\n"
		"Touchpoints,desk,\nNhu cầu,a chair,\n");

	(void)state;
	assert_titles(&r, "Phase 1 - Need: asks | 2. Use: opens");
	assert_int_equal(project_count(r.p, LANE), 1);
	assert_string_equal(row_text(readings_touchpoint(&r, "asks"),
				     TOUCHPOINT_NEED), "a chair");
	assert_int_equal(r.report.count, 0);
	readings_release(&r);
	r = readings_read(matrix_read, "Shop,1. Need\nUser actions,asks\n"
			  "Pain points,queue\n");
	assert_int_equal(project_count(r.p, LANE), 0);
	assert_string_equal(row_text(readings_touchpoint(&r, "asks"),
				     TOUCHPOINT_PAIN), "queue");
	readings_release(&r);
}

static void a_stage_without_touchpoints_gets_one_of_its_texts(void **state)
{
	struct reading r = readings_read(table_read,
		",Aware,Buy,Empty\nThoughts,which one?,too dear,\n"
		"Pain points,too many,queue,\n");

	(void)state;
	assert_titles(&r, "Aware: too many | Buy: queue | Empty:");
	assert_string_equal(row_text(readings_touchpoint(&r, "queue"),
				     TOUCHPOINT_QUOTE), "too dear");
	readings_release(&r);
}

static void a_quotation_without_an_end_is_refused(void **state)
{
	struct reading r = readings_read(matrix_read,
		",Aware\nPain points,\"x\n");

	(void)state;
	assert_non_null(strstr(r.err.msg, "in:2:13"));
	readings_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stages_go_across_and_lanes_down),
		cmocka_unit_test(without_a_choice_it_is_the_first_map),
		cmocka_unit_test(lanes_can_be_chosen),
		cmocka_unit_test(texts_of_several_touchpoints_are_numbered),
		cmocka_unit_test(a_matrix_comes_back_the_same),
		cmocka_unit_test(
			other_peoples_lanes_are_known_the_rest_become_own),
		cmocka_unit_test(our_own_matrix_is_taken_at_its_word),
		cmocka_unit_test(
			a_stage_without_touchpoints_gets_one_of_its_texts),
		cmocka_unit_test(a_quotation_without_an_end_is_refused),
	};

	i18n_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
