#include "model/coverage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/channels.h"
#include "model/kind.h"
#include "model/tip.h"
#include "model/wheel.h"
#include "sample.h"

static const char shop[] =
	"# M\n"
	"- parked @fax :-2\n  evidence: measured\n"
	"## Need\n  phase: before\n"
	"- asks @Zalo ~curious +advice :+2\n  evidence: assumed\n"
	"  place: online\n  media: owned\n  origin: true\n"
	"- looks @website, zalo !too slow :+1\n  evidence: reported\n"
	"  place: online\n  media: paid\n"
	"- waits :-1\n  place: offline\n  improvement: hurry\n"
	"## Buy\n  phase: during\n"
	"- pays @ZALO / quầy !fee\n  evidence: assumed\n  media: earned\n"
	"## Later\n"
	"- thanks @website :0\n";

static int64_t map_of(const struct project *p)
{
	return project_maps(p)->rows[0]->id;
}

static void a_stage_tells_how_much_of_it_is_known(void **state)
{
	struct project *p = sample_outline(shop);
	int64_t map = map_of(p);
	struct coverage c = { .touchpoints = 0 };

	(void)state;
	coverage_add(&c, p, map, project_stages(p, map)->rows[0]->id);
	assert_int_equal(c.touchpoints, 3);
	assert_int_equal(c.no_need, 2);
	assert_int_equal(c.no_context, 2);
	assert_int_equal(c.evidence[EVIDENCE_ASSUMED], 1);
	assert_int_equal(c.evidence[EVIDENCE_REPORTED], 1);
	assert_int_equal(c.evidence[EVIDENCE_MEASURED], 0);
	assert_int_equal(c.evidence[EVIDENCE_UNKNOWN], 1);
	assert_int_equal(c.pains, 2);
	assert_int_equal(c.unmended, 1);
	project_free(p);
}

static void a_map_tells_it_of_all_its_stages(void **state)
{
	struct project *p = sample_outline(shop);
	struct coverage c = { .touchpoints = 0 };
	struct strbuf text = STRBUF_INIT;

	(void)state;
	coverage_of_map(&c, p, map_of(p));
	assert_int_equal(c.touchpoints, 5);
	assert_int_equal(c.unmended, 2);
	coverage_text(&c, &text);
	assert_string_equal(text.s, "2 of 5 assumed, 2 without evidence");
	strbuf_clear(&text);
	c = (struct coverage){ .touchpoints = 2, .evidence = {
		[EVIDENCE_OBSERVED] = 2 } };
	coverage_text(&c, &text);
	assert_string_equal(text.s, "0 of 2 assumed");
	strbuf_clear(&text);
	c = (struct coverage){ .touchpoints = 2, .evidence = {
		[EVIDENCE_UNKNOWN] = 2 } };
	coverage_text(&c, &text);
	assert_string_equal(text.s, "");
	strbuf_release(&text);
	project_free(p);
}

static void the_wheel_counts_by_phase(void **state)
{
	struct project *p = sample_outline(shop);
	const struct spoke *s;
	struct wheel w;
	double mean;

	(void)state;
	wheel_make(&w, p, map_of(p));
	s = &w.phase[PHASE_BEFORE];
	assert_int_equal(s->stages, 1);
	assert_int_equal(s->touchpoints, 3);
	assert_true(mood_mean(&s->mood, &mean));
	assert_true(mean > 0.66 && mean < 0.67);
	assert_int_equal(mood_lowest(&s->mood), -1);
	assert_int_equal(s->place.number[PLACE_ONLINE], 2);
	assert_int_equal(s->place.number[PLACE_OFFLINE], 1);
	assert_int_equal(s->media.number[MEDIA_OWNED], 1);
	assert_int_equal(s->media.number[MEDIA_PAID], 1);
	assert_int_equal(s->media.unknown, 1);
	assert_int_equal(s->origin.number[ORIGIN_TRUE], 1);
	assert_int_equal(s->origin.unknown, 2);
	s = &w.phase[PHASE_DURING];
	assert_int_equal(s->touchpoints, 1);
	assert_false(mood_mean(&s->mood, &mean));
	assert_int_equal(s->place.unknown, 1);
	assert_int_equal(s->media.number[MEDIA_EARNED], 1);
	assert_int_equal(w.phase[PHASE_AFTER].stages, 0);
	assert_int_equal(w.phase[PHASE_UNKNOWN].touchpoints, 1);
	assert_int_equal(w.all.touchpoints, 5);
	assert_int_equal(w.all.stages, 3);
	assert_int_equal(mood_lowest(&w.all.mood), -1);
	project_free(p);
}

static void phases_have_labels(void **state)
{
	(void)state;
	assert_string_equal(phase_label(PHASE_BEFORE), "before the purchase");
	assert_string_equal(phase_label(PHASE_AFTER), "after the purchase");
	assert_string_equal(phase_label(PHASE_UNKNOWN), "phase unknown");
}

static void channels_are_counted_whatever_their_case(void **state)
{
	struct project *p = sample_outline(shop);
	struct channels c = CHANNELS_INIT;
	double mean;

	(void)state;
	channels_of_map(&c, p, map_of(p));
	channels_sort(&c);
	assert_int_equal(c.count, 3);
	assert_int_equal(c.unknown, 1);
	assert_string_equal(c.at[0].name, "Zalo");
	assert_int_equal(c.at[0].touchpoints, 3);
	assert_int_equal(c.at[0].stages, 2);
	assert_true(mood_mean(&c.at[0].mood, &mean));
	assert_true(mean > 1.49 && mean < 1.51);
	assert_string_equal(c.at[1].name, "website");
	assert_int_equal(c.at[1].touchpoints, 2);
	assert_int_equal(mood_lowest(&c.at[1].mood), 0);
	assert_string_equal(c.at[2].name, "quầy");
	assert_false(mood_mean(&c.at[2].mood, &mean));
	channels_release(&c);
	project_free(p);
}

static void a_channel_named_of_signs_alone_is_unknown(void **state)
{
	struct project *p = sample_outline("# M\n## S\n- a @ / ,\n- b\n");
	struct channels c = CHANNELS_INIT;

	(void)state;
	channels_of_map(&c, p, map_of(p));
	channels_sort(&c);
	assert_int_equal(c.count, 0);
	assert_int_equal(c.unknown, 2);
	channels_release(&c);
	project_free(p);
}

static void tips_come_round_again(void **state)
{
	const struct tip *first = tip_of("research", 0);

	(void)state;
	assert_ptr_not_equal(tip_of("research", 1), first);
	assert_ptr_equal(tip_of("research", 3), first);
	assert_null(tip_of("", 0));
	assert_null(tip_of("need", 2));
}

static void every_tip_is_for_a_kind_of_stage_there_is(void **state)
{
	(void)state;
	for (const struct tip *t = tips; t->kind; t++)
		assert_non_null(kind_find(t->kind));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stage_tells_how_much_of_it_is_known),
		cmocka_unit_test(a_map_tells_it_of_all_its_stages),
		cmocka_unit_test(the_wheel_counts_by_phase),
		cmocka_unit_test(phases_have_labels),
		cmocka_unit_test(channels_are_counted_whatever_their_case),
		cmocka_unit_test(a_channel_named_of_signs_alone_is_unknown),
		cmocka_unit_test(tips_come_round_again),
		cmocka_unit_test(every_tip_is_for_a_kind_of_stage_there_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
