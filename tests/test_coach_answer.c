#include "model/coach_answer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "model/coach.h"
#include "sample.h"
#include "state.h"
#include "tmp.h"

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
			   .day = "2026-11-23", .words = &words,
			   .only = rule ? rule_find(rule) : NULL };

	return c;
}

static void set_settings(struct project *p, const char *text)
{
	assert_true(project_set(p, PROJECT, project_self(p)->id,
				PROJECT_SETTINGS, text));
}

static void rules_have_names_of_their_own_and_say_what_to_do(void **state)
{
	(void)state;
	for (const struct rule *r = rules; r->name; r++) {
		assert_ptr_equal(rule_find(r->name), r);
		assert_true(strlen(r->why) > 20 && strlen(r->advice) > 20);
	}
	assert_null(rule_find("missing"));
}

static void places_read_back(void **state)
{
	static const char *const places[] = { "map", "1", "2", "1.1", "1.2",
					      "0.1", "i1", "i2" };
	static const char *const wrong[] = { "", "3", "0", "1.3", "2.1", "i3",
					     "i0", "i", "1.1x", "x", "Map" };
	struct project *p = sample_outline("# M\n- parked\n## A\n- a\n- b\n"
				   "  improvement: x\n## B\n"
				   "improvement: y\n");
	int64_t map = project_maps(p)->rows[0]->id, id;
	struct strbuf text = STRBUF_INIT;
	enum entity e;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		struct err err = { "" };

		assert_true(coach_place_read(p, map, places[i], &e, &id,
					     &err));
		strbuf_clear(&text);
		coach_place(p, e, id, &text);
		assert_string_equal(text.s, places[i]);
	}
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct err err = { "" };

		assert_false(coach_place_read(p, map, wrong[i], &e, &id,
					      &err));
		assert_string_not_equal(err.msg, "");
	}
	strbuf_release(&text);
	project_free(p);
}

static void an_answered_finding_is_counted_and_not_told(void **state)
{
	struct project *p = sample_outline("project: P\n# M\n## A\n- a\n- b\n");
	struct coach c = coach_of(p, "missing-need");
	const struct row *a = project_touchpoints(
		p, c.map, project_stages(p, c.map)->rows[0]->id)->rows[0];
	int64_t id = a->id;
	struct answer_intent i;
	struct findings found;

	(void)state;
	intent_answer(&i, "missing-need", id, "");
	assert_refused(p, &i.intent, "why");
	intent_answer(&i, "missing-need", id, "they said so");
	assert_int_equal(state_do(p, &i.intent, NULL), 1);
	intent_answer(&i, "missing-need", id, "two of them");
	assert_int_equal(state_do(p, &i.intent, NULL), 1);
	assert_string_equal(row_text(coach_answered(p, "missing-need", id),
				     ANSWER_NOTE), "two of them");
	assert_null(coach_answered(p, "missing-context", id));
	coach_look(&c, &found);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.answered, 1);
	assert_true(found.at[0].id != id);
	findings_release(&found);
	project_free(p);
}

static void a_rule_can_be_switched_off_and_on(void **state)
{
	struct project *p = sample_outline(
		"project: P\n  settings: {\"x\": [1]}\n# M\n## A\n- a\n");
	struct coach c = coach_of(p, NULL);
	struct switch_intent i;
	struct findings found;
	size_t all;

	(void)state;
	coach_look(&c, &found);
	all = found.count;
	findings_release(&found);
	intent_switch(&i, "missing-need", true);
	assert_int_equal(state_do(p, &i.intent,
				  "Switch rule off: missing-need"), 1);
	assert_int_equal(state_do(p, &i.intent, NULL), 0);
	assert_true(coach_is_off(p, "missing-need"));
	assert_string_equal(row_text(project_self(p), PROJECT_SETTINGS),
			    "{\"coach\":{\"off\":[\"missing-need\"]},"
			    "\"x\":[1]}");
	coach_look(&c, &found);
	assert_int_equal(found.count, all - 1);
	assert_int_equal(found.off, 1);
	findings_release(&found);
	c.only = rule_find("missing-need");
	coach_look(&c, &found);
	assert_int_equal(found.count, 1);
	findings_release(&found);
	intent_switch(&i, "missing-need", false);
	assert_int_equal(state_do(p, &i.intent,
				  "Switch rule on: missing-need"), 1);
	assert_false(coach_is_off(p, "missing-need"));
	project_free(p);
}

static void odd_settings_are_kept_as_they_are(void **state)
{
	static const char *const odd[] = {
		"not JSON", "[1, 2]", "{\"coach\": 7}",
		"{\"coach\": {\"off\": \"missing-need\"}}", "{\"a\":1,\"a\":2}",
	};
	struct project *p = sample_outline("project: P\n# M\n");
	struct switch_intent i;

	(void)state;
	intent_switch(&i, "missing-need", true);
	for (size_t k = 0; k < ARRAY_LEN(odd); k++) {
		set_settings(p, odd[k]);
		assert_false(coach_is_off(p, "missing-need"));
		assert_refused(p, &i.intent, "damaged");
	}
	set_settings(p, "{\"coach\": {\"off\": [7, \"no-goal\"]}}");
	assert_true(coach_is_off(p, "no-goal"));
	assert_int_equal(state_do(p, &i.intent, NULL), 1);
	assert_true(coach_is_off(p, "no-goal"));
	project_free(p);
}

static void the_words_can_be_ones_own(void **state)
{
	const char *home = tmp_new_folder();
	struct strbuf path = STRBUF_INIT, file = STRBUF_INIT;
	struct coach_words own;
	struct err err = { "" };

	(void)state;
	strbuf_addf(&path, "mkdir -p %s/cjm/coach", home);
	assert_int_equal(system(path.s), 0);
	strbuf_addf(&file, "%s/cjm/coach/channels.words", home);
	tmp_write(file.s, "# ours\n  Hẻm Radio\n-Zalo\n", 26);
	setenv("XDG_CONFIG_HOME", home, 1);
	assert_true(coach_words_load(&own, &err));
	unsetenv("XDG_CONFIG_HOME");
	assert_true(coach_words_only_channels(&own, "hem radio"));
	assert_true(coach_words_only_channels(&own, "Facebook"));
	assert_false(coach_words_only_channels(&own, "Zalo"));
	assert_true(coach_words_only_channels(&words, "Zalo"));
	coach_words_release(&own);
	strbuf_release(&path);
	strbuf_release(&file);
}

static void the_coach_says_so_when_its_words_are_not_there(void **state)
{
	const char *before = getenv("CJM_DATADIR");
	char *kept = xstrdup(before ? before : "");
	struct coach_words none;
	struct err err = { "" };

	(void)state;
	setenv("CJM_DATADIR", tmp_new_folder(), 1);
	assert_false(coach_words_load(&none, &err));
	assert_non_null(strstr(err.msg, "channels.en.words"));
	coach_words_release(&none);
	setenv("CJM_DATADIR", kept, 1);
	free(kept);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			rules_have_names_of_their_own_and_say_what_to_do),
		cmocka_unit_test(places_read_back),
		cmocka_unit_test(an_answered_finding_is_counted_and_not_told),
		cmocka_unit_test(a_rule_can_be_switched_off_and_on),
		cmocka_unit_test(odd_settings_are_kept_as_they_are),
		cmocka_unit_test(the_words_can_be_ones_own),
		cmocka_unit_test(
			the_coach_says_so_when_its_words_are_not_there),
	};

	return cmocka_run_group_tests(tests, load_words, release_words);
}
