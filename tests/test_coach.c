#include "model/coach.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "sample.h"

#define DAY "2026-11-23"

static struct coach_words words;

static int load_words(void **state)
{
	struct err err = { "" };

	(void)state;
	if (!coach_words_load(&words, &err))
		fail_msg("%s", err.msg);
	return 0;
}

static int release_words(void **state)
{
	(void)state;
	coach_words_release(&words);
	return 0;
}

static struct coach coach_of(const struct project *p, const char *rule)
{
	struct coach c = { .p = p, .map = project_maps(p)->rows[0]->id,
			   .day = DAY, .words = &words,
			   .only = rule ? rule_find(rule) : NULL };

	return c;
}

/* The places where a rule finds something: "1.2 i1". */
static void look(const struct project *p, const char *rule,
		 struct strbuf *places)
{
	struct coach c = coach_of(p, rule);
	struct findings found;

	coach_look(&c, &found);
	for (size_t i = 0; i < found.count; i++) {
		if (i)
			strbuf_addch(places, ' ');
		coach_place(p, found.at[i].entity, found.at[i].id, places);
		assert_string_not_equal(found.at[i].text, "");
	}
	findings_release(&found);
}

/* What a rule must find on a map, and where; "": it must find nothing. */
struct example {
	const char *language, *rule, *map, *places;
};

static const struct example examples[] = {
	{ "en", "channel-as-touchpoint",
	  "# M\n- Zalo\n## Discovery\n- social media\n- Facebook & Instagram\n"
	  "- our Website\n- E-Mail newsletter\n- LinkedIn Ads\n- Hotline\n"
	  "- search results page\n- Chat\n",
	  "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 0.1" },
	{ "en", "channel-as-touchpoint",
	  "# M\n## Discovery\n- reacts to a flash-sale post on Twitter\n"
	  "- reads reviews on the website\n- the\n- reminder e-mail\n"
	  "- blog post\n- product page\n- online ad\n- search\n- receipt\n"
	  "- phone call\n- sales person\n- service counter staff smile\n", "" },
	{ "vi", "channel-as-touchpoint",
	  "# M\n## Khám phá\n- mạng xã hội\n- Tổng đài\n- qua Zalo\n"
	  "- fanpage Facebook và TikTok Shop\n- QUẦY\n- truyền miệng\n"
	  "- tong dai\n",
	  "1.1 1.2 1.3 1.4 1.5 1.6 1.7" },
	{ "vi", "channel-as-touchpoint",
	  "# M\n## Khám phá\n- bấm vào bài flash sale trên Facebook\n"
	  "- gọi tổng đài hỏi giá\n- hỏi bạn bè\n- quay lại cửa hàng\n"
	  "- nhận túi giấy và hóa đơn\n", "" },
	{ "en", "channel-as-touchpoint",
	  "# M\n## Need\n- Kettlewick Gazette\n"
	  "- reads an article @Kettlewick Gazette\n", "1.1" },
	{ "en", "missing-need",
	  "# M\n- parked\n## Need\n- asks\n- pays +know the price\n", "1.1" },
	{ "vi", "missing-need",
	  "# M\n## Nhu cầu\n- hỏi giá +tiết kiệm\n- trả tiền\n", "1.2" },
	{ "en", "missing-need",
	  "# M\n- parked\n## Need\n- asks +an answer\n", "" },
	{ "vi", "missing-need",
	  "# M\n- chưa xếp\n## Nhu cầu\n- hỏi +giá tốt\n", "" },
	{ "en", "missing-context",
	  "# M\n- parked\n## Need\n- asks\n- pays ~in a hurry\n", "1.1" },
	{ "vi", "missing-context",
	  "# M\n## Nhu cầu\n- hỏi giá ~đang vội\n- trả tiền\n", "1.2" },
	{ "en", "missing-context", "# M\n## Need\n- asks ~at work\n", "" },
	{ "vi", "missing-context", "# M\n## Nhu cầu\n- hỏi ~đang vội\n", "" },
	{ "en", "business-centred",
	  "# M\n- Upsell accessories\n## Buy\n- Sell more bags\n"
	  "- pays +increase sales\n- Promote the new roast\n"
	  "- CONVERT visitors\n- increase\n",
	  "1.1 1.2 1.3 1.4 1.5 0.1" },
	{ "en", "business-centred",
	  "# M\n## Buy\n- seller answers\n- asks the sales person\n"
	  "- sees a promoted post\n- hears the selling point\n"
	  "- sells her old grinder\n- wants to increase her pension\n"
	  "- increase in price annoys her\n- conversion of her points\n", "" },
	{ "vi", "business-centred",
	  "# M\n## Mua\n- Bán hàng cho khách mới\n- tăng doanh số\n"
	  "- Chốt đơn nhanh\n- QUẢNG BÁ sản phẩm\n- hỏi +tăng doanh số\n",
	  "1.1 1.2 1.3 1.4 1.5" },
	{ "vi", "business-centred",
	  "# M\n## Mua\n- nhân viên bán hàng tư vấn\n- bạn bè rủ mua\n"
	  "- bàn ăn gần cửa sổ\n- sau bán hàng gọi hỏi thăm\n"
	  "- điểm bán gần nhà\n- khuyến mãi cuối tuần\n"
	  "- ban hang cho thue\n- nghe quảng bá trên loa\n"
	  "- tặng quà sinh nhật\n- hỏi người bán hàng\n", "" },
	{ "en", "empty-stage",
	  "# M\n- parked\n## Need\n## Buy\n- pays\n", "1" },
	{ "vi", "empty-stage", "# M\n## Nhu cầu\n- hỏi\n## Mua hàng\n", "2" },
	{ "en", "empty-stage", "# M\n## Need\n- asks\n", "" },
	{ "vi", "empty-stage", "# M\n## Nhu cầu\n- hỏi\n", "" },
	{ "en", "ends-at-purchase",
	  "# M\n## Need\n  phase: before\n- asks\n## Buy\n  phase: during\n"
	  "- pays\n## Stay\n  phase: after\n", "map" },
	{ "vi", "ends-at-purchase",
	  "# M\n## Mua hàng\n  phase: during\n- trả tiền\n", "map" },
	{ "en", "ends-at-purchase",
	  "# M\n## Buy\n  phase: during\n- pays\n## Stay\n  phase: after\n"
	  "- tells a friend\n", "" },
	{ "vi", "ends-at-purchase",
	  "# M\n## Mua hàng\n  phase: during\n- trả tiền\n## Xác nhận\n"
	  "- nhận tin nhắn\n", "" },
	{ "en", "ends-at-purchase",
	  "# M\n## Need\n- asks\n## Buy\n- pays\n", "" },
	{ "en", "few-ways-to-contact",
	  "# M\n## Reach us\n  kind: contact\n- calls @hotline\n"
	  "- calls again @Hotline\n", "1" },
	{ "vi", "few-ways-to-contact",
	  "# M\n## Liên hệ\n  kind: contact\n- gọi @tổng đài\n", "1" },
	{ "en", "few-ways-to-contact",
	  "# M\n## Contact\n  kind: contact\n- calls\n",
	  "1" },
	{ "en", "few-ways-to-contact",
	  "# M\n## Contact\n  kind: contact\n- calls @hotline\n"
	  "- writes @e-mail\n## Buy\n- pays @app\n", "" },
	{ "vi", "few-ways-to-contact",
	  "# M\n## Liên hệ\n  kind: contact\n- nhắn tin @Zalo, Messenger\n",
	  "" },
	{ "en", "few-ways-to-contact",
	  "# M\n## Contact\n  kind: contact\n", "" },
	{ "en", "few-ways-to-contact",
	  "# M\n## Contact\n  kind: contact\n- calls @phone\n- writes\n", "" },
	{ "en", "single-channel",
	  "# M\n## A\n- a @App\n- b @app\n## B\n- c @APP\n", "map" },
	{ "vi", "single-channel",
	  "# M\n## A\n- a @quầy\n- b @quầy\n## B\n- c @Quầy\n", "map" },
	{ "en", "single-channel",
	  "# M\n## A\n- a @app\n- b @app\n- c @shop\n", "" },
	{ "en", "single-channel",
	  "# M\n## A\n- a @Zalo\n- b @Zalo\n- c\n", "" },
	{ "en", "single-channel", "# M\n## A\n- a @app\n", "" },
	{ "vi", "single-channel",
	  "# M\n## Hỏi\n- a @Zalo\n- b @quầy\n- c @Zalo\n", "" },
	{ "en", "no-digital",
	  "# M\n## A\n- a\n  place: offline\n- b\n  place: offline\n- c\n",
	  "map" },
	{ "vi", "no-digital",
	  "# M\n## Mua hàng\n- a\n  place: offline\n- b\n  place: online\n"
	  "- c\n  place: offline\n", "" },
	{ "en", "no-digital",
	  "# M\n## A\n- a\n- b\n- c\n  place: offline\n", "" },
	{ "vi", "no-digital",
	  "# M\n## Hỏi\n- a\n  place: offline\n- b\n  place: offline\n- c\n"
	  "  place: offline\n", "map" },
	{ "vi", "only-digital",
	  "# M\n## Mua hàng\n- a\n  place: online\n- b\n  place: online\n"
	  "- c\n  place: online\n", "map" },
	{ "en", "only-digital",
	  "# M\n## A\n- a\n  place: offline\n- b\n  place: online\n- c\n"
	  "  place: online\n", "" },
	{ "en", "only-digital", "# M\n## A\n- a\n- b\n- c\n", "" },
	{ "en", "only-digital",
	  "# M\n## A\n- a\n  place: online\n- b\n  place: online\n- c\n",
	  "map" },
	{ "vi", "only-digital",
	  "# M\n## Hỏi\n- a\n  place: online\n- b\n  place: offline\n- c\n"
	  "  place: online\n", "" },
	{ "en", "only-created",
	  "# M\n## A\n- a\n  origin: created\n- b\n  origin: created\n"
	  "- c\n  origin: created\n", "map" },
	{ "vi", "only-created",
	  "# M\n## Mua hàng\n- a\n  origin: created\n- b\n"
	  "  origin: unexpected\n- c\n  origin: created\n", "" },
	{ "en", "only-created",
	  "# M\n## A\n- a\n  origin: created\n- b\n  origin: true\n- c\n"
	  "  origin: created\n", "" },
	{ "en", "only-created", "# M\n## A\n- a\n- b\n- c\n", "" },
	{ "vi", "only-created",
	  "# M\n## Hỏi\n- a\n  origin: created\n- b\n  origin: created\n"
	  "- c\n", "map" },
	{ "vi", "assumption-only",
	  "# M\n## A\n- a\n  evidence: assumed\n- b\n## Mua\n- c\n"
	  "  evidence: assumed\n", "1 2" },
	{ "en", "assumption-only",
	  "# M\n## A\n- a\n  evidence: assumed\n- b\n  evidence: reported\n"
	  "## Mua\n- c\n## C\n- d\n  evidence: measured\n## D\n", "" },
	{ "en", "assumption-only",
	  "# M\n## A\n- asks\n  evidence: assumed\n", "1" },
	{ "vi", "assumption-only",
	  "# M\n## Hỏi\n- a\n  evidence: assumed\n- b\n"
	  "  evidence: observed\n", "" },
	{ "en", "pain-without-improvement",
	  "# M\n- parked :-2\n## Buy\n- pays !fee comes last\n- waits :-1\n",
	  "1.1 1.2" },
	{ "vi", "pain-without-improvement",
	  "# M\n## Mua\n- trả tiền !phí hiện ở bước cuối :-2\n", "1.1" },
	{ "en", "pain-without-improvement",
	  "# M\n## Buy\n- pays !fee comes last :-1\n"
	  "  improvement: show it first\n- thanks :+1\n- asks :0\n- leaves\n",
	  "" },
	{ "vi", "pain-without-improvement",
	  "# M\n## Mua\n- chờ :-1\n  improvement: báo trước\n", "" },
	{ "en", "unowned-improvement",
	  "# M\n## Buy\n- pays\n  improvement: one\n  improvement: two\n"
	  "    owner: Tom\nimprovement: three\n", "i1 i3" },
	{ "vi", "unowned-improvement",
	  "# M\n## Mua\n- trả tiền\n  improvement: hiện phí\n    owner: Lan\n",
	  "" },
	{ "vi", "unowned-improvement",
	  "# M\n## Mua\n- trả tiền\n  improvement: hiện phí\n", "i1" },
	{ "en", "unowned-improvement",
	  "# M\n## Buy\n- pays\n  improvement: show it\n    owner: Tom\n", "" },
	{ "vi", "no-measure",
	  "# M\n## Mua\n- pays\n  improvement: a\n    step: 4\n"
	  "  improvement: b\n    step: 5\n    measure: đơn\n    before: 3\n",
	  "i1 i2" },
	{ "en", "no-measure",
	  "# M\n## Buy\n- pays\n  improvement: a\n    step: 3\n"
	  "  improvement: b\n    step: 5\n    after: 7\n  improvement: c\n",
	  "" },
	{ "en", "no-measure",
	  "# M\n## Buy\n- pays\n  improvement: a\n    step: 4\n", "i1" },
	{ "vi", "no-measure",
	  "# M\n## Mua\n- trả tiền\n  improvement: a\n    step: 4\n"
	  "    after: 0\n", "" },
	{ "vi", "no-verdict",
	  "# M\n## Mua\n- pays\n  improvement: a\n    step: 4\n    after: 7\n",
	  "i1" },
	{ "en", "no-verdict",
	  "# M\n## Buy\n- pays\n  improvement: a\n    after: 7\n"
	  "    verdict: plan-b\n  improvement: b\n    step: 5\n", "" },
	{ "en", "no-verdict",
	  "# M\n## Buy\n- pays\n  improvement: a\n    after: 0\n", "i1" },
	{ "vi", "no-verdict",
	  "# M\n## Mua\n- trả tiền\n  improvement: a\n    after: 7\n"
	  "    verdict: success\n", "" },
	{ "vi", "review-overdue",
	  "# M\n## Mua\n- a\n  review: 2026-11-22\n- b\n"
	  "  review: 2025-12-31\n", "1.1 1.2" },
	{ "en", "review-overdue",
	  "# M\n## A\n- a\n  review: 2026-11-23\n- b\n  review: 2027-01-01\n"
	  "- c\n", "" },
	{ "en", "review-overdue",
	  "# M\n## A\n- a\n  review: 2026-11-22\n", "1.1" },
	{ "vi", "review-overdue",
	  "# M\n## Hỏi\n- a\n  review: 2026-12-01\n", "" },
	{ "vi", "no-goal",
	  "# M\n## Mua\n- a +tiết kiệm\n- b +save\n  goal: trust\n- c\n",
	  "1.1" },
	{ "en", "no-goal", "# M\n## A\n- a\n- b +save\n  goal: sales\n", "" },
	{ "en", "no-goal", "# M\n## A\n- a +save money\n", "1.1" },
	{ "vi", "no-goal",
	  "# M\n## Hỏi\n- a +tiết kiệm\n  goal: niềm tin\n", "" },
	{ "vi", "no-content",
	  "# M\n## Mua\n- a +tiết kiệm\n- b +save\n  content: price\n- c\n",
	  "1.1" },
	{ "en", "no-content", "# M\n## A\n- a\n- b +save\n  content: x\n", "" },
	{ "en", "no-content", "# M\n## A\n- a +save money\n", "1.1" },
	{ "vi", "no-content",
	  "# M\n## Hỏi\n- a +tiết kiệm\n  content: giá\n", "" },
	{ "en", "duplicate-touchpoint",
	  "# M\n## A\n- asks a friend\n- pays\n- Asks a friend\n"
	  "- asks a friend\n", "1.3 1.4" },
	{ "vi", "duplicate-touchpoint",
	  "# M\n## Hỏi\n- Hỏi giá @Zalo\n- hỏi giá @ZALO\n", "1.2" },
	{ "en", "duplicate-touchpoint",
	  "# M\n- asks\n- asks\n## A\n- asks @phone\n- asks @e-mail\n"
	  "## B\n- asks @phone\n", "" },
	{ "vi", "duplicate-touchpoint",
	  "# M\n## Hỏi\n- hỏi bạn\n- hỏi bán\n", "" },
	{ "en", "long-journey",
	  "# M\n## A\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7\n- 8\n- 9\n- 10\n"
	  "- 11\n- 12\n- 13\n- 14\n- 15\n- 16\n- 17\n- 18\n- 19\n- 20\n"
	  "- 21\n", "1" },
	{ "vi", "long-journey",
	  "# M\n## Mua\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7\n- 8\n- 9\n- 10\n"
	  "- 11\n- 12\n- 13\n- 14\n- 15\n- 16\n- 17\n- 18\n- 19\n- 20\n", "" },
	{ "vi", "long-journey",
	  "# M\n## Mua\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7\n- 8\n- 9\n- 10\n"
	  "- 11\n- 12\n- 13\n- 14\n- 15\n- 16\n- 17\n- 18\n- 19\n- 20\n"
	  "- hỏi\n", "1" },
	{ "en", "long-journey", "# M\n## A\n- asks\n- pays\n", "" },
	{ "vi", "hidden-characters",
	  "# M\n## Mua hàng\n- gửi 👩‍👩‍👧 ảnh\n- reads العربية‌ها\n", "" },
	{ "en", "hidden-characters", "# M\n## A\n- reads 👩🏽‍💻 a lot\n", "" },
};

static void each_rule_finds_what_it_should_and_no_more(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(examples); i++) {
		const struct example *e = &examples[i];
		struct project *p = sample_outline(e->map);
		struct strbuf places = STRBUF_INIT;

		look(p, e->rule, &places);
		if (strcmp(places.s, e->places) != 0)
			fail_msg("%s finds \"%s\", not \"%s\", on\n%s",
				 e->rule, places.s, e->places, e->map);
		strbuf_release(&places);
		project_free(p);
	}
}

static bool has_example(const char *language, const char *rule, bool good)
{
	for (size_t i = 0; i < ARRAY_LEN(examples); i++)
		if (!strcmp(examples[i].language, language) &&
		    !strcmp(examples[i].rule, rule) &&
		    !*examples[i].places == good)
			return true;
	return false;
}

/* No reader would let hidden characters in; they have a test below. */
static void each_rule_has_maps_it_likes_and_maps_it_does_not(void **state)
{
	static const char *const languages[] = { "en", "vi" };

	(void)state;
	for (const struct rule *r = rules; r->name; r++)
		for (int i = 0; i < 2; i++)
			if (!has_example(languages[i], r->name, true) ||
			    (!has_example(languages[i], r->name, false) &&
			     strcmp(r->name, "hidden-characters") != 0))
				fail_msg("%s: %s", languages[i], r->name);
}

static void set_text(struct project *p, enum entity e, int64_t id, int field,
		     const char *text)
{
	assert_true(project_set(p, e, id, field, text));
}

static void hidden_characters_are_found_in_every_text(void **state)
{
	struct project *p = sample_outline(
		"# M\n- parked\n## Mua hàng\n- trả tiền\n"
		"  improvement: hiện phí\nlane: KPI\n  1: 7\n");
	int64_t map = project_maps(p)->rows[0]->id;
	int64_t stage = project_stages(p, map)->rows[0]->id;
	int64_t lane = project_list(p, LANE, map)->rows[0]->id;
	struct strbuf places = STRBUF_INIT;

	(void)state;
	set_text(p, MAP, map, MAP_GOAL, "a\xE2\x80\xAE" "b");
	set_text(p, STAGE, stage, STAGE_TITLE, "Mua\xE2\x80\x8Bhàng");
	set_text(p, TOUCHPOINT,
		 project_touchpoints(p, map, stage)->rows[0]->id,
		 TOUCHPOINT_NOTES, "\x1B[31m");
	set_text(p, TOUCHPOINT, project_touchpoints(p, map, 0)->rows[0]->id,
		 TOUCHPOINT_QUOTE, "\xEF\xBB\xBFso");
	set_text(p, IMPROVEMENT, project_list(p, IMPROVEMENT, map)->rows[0]->id,
		 IMPROVEMENT_OWNER, "Lan\xE2\x81\xA0");
	set_text(p, CELL, project_list(p, CELL, lane)->rows[0]->id, CELL_TEXT,
		 "7\xE2\x80\xAA");
	look(p, "hidden-characters", &places);
	assert_string_equal(places.s, "map 1 1.1 0.1 i1 map");
	strbuf_release(&places);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_finds_what_it_should_and_no_more),
		cmocka_unit_test(
			each_rule_has_maps_it_likes_and_maps_it_does_not),
		cmocka_unit_test(hidden_characters_are_found_in_every_text),
	};

	return cmocka_run_group_tests(tests, load_words, release_words);
}
