#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "format/columns.h"

/* Names with `|` between them; what they mean, in the same form. */
static char *meant(const char *names, const char *told)
{
	static const char *const kinds[] = {
		"?", NULL, "MAP", "STAGE", "POSITION", "ORDER", "ID",
	};
	struct columns c = COLUMNS_INIT;
	struct strbuf out = STRBUF_INIT;
	struct err err = { "" };

	for (const char *s = names; *s; s += *s == '|') {
		char *name = xstrndup(s, strcspn(s, "|"));

		columns_add(&c, name);
		s += strlen(name);
		free(name);
	}
	assert_true(columns_tell(&c, told, &err));
	columns_settle(&c);
	for (size_t i = 0; i < c.count; i++)
		strbuf_addf(&out, "%s%s", i ? "|" : "",
			    c.at[i].kind == COLUMN_FIELD ?
			    field_of(TOUCHPOINT, c.at[i].field)->key :
			    kinds[c.at[i].kind]);
	columns_release(&c);
	return strbuf_detach(&out);
}

static void assert_meant(const char *names, const char *wanted)
{
	char *got = meant(names, NULL);

	assert_string_equal(got, wanted);
	free(got);
}

static void our_own_columns_are_known_by_their_keys(void **state)
{
	(void)state;
	assert_meant("id|map|stage|position|title|goal|need|emotion|Mood",
		     "ID|MAP|STAGE|POSITION|title|goal|need|emotion|?");
	assert_meant("id|map|stage|title|rank|title",
		     "ID|MAP|STAGE|title|?|?");
}

static void other_peoples_names_are_known(void **state)
{
	(void)state;
	assert_meant("Stage|Customer Actions|Touchpoints|Thoughts & Questions|"
		     "Emotions|Pain Points|Improvement Opportunities|KPIs",
		     "STAGE|title|channel|quote|emotion|pain|opportunity|"
		     "goal");
	assert_meant("Journey|journeyStages|painPoints|customerQuote|verbatim|"
		     "Teams Involved",
		     "MAP|STAGE|pain|quote|?|actors");
	assert_meant("Этап|Точки контакта|Эмоции|Возможности для улучшения|"
		     "Длительность",
		     "STAGE|title|emotion|opportunity|when");
	assert_meant("단계|사용자 행동|사용자 감정|접점",
		     "STAGE|title|emotion|channel");
	assert_meant("階段|做什麼|接觸點|遇到問題|感受",
		     "STAGE|title|channel|pain|emotion");
	assert_meant("Etapa|Ações do usuário|Estado emocional|Dores",
		     "STAGE|title|emotion|pain");
	assert_meant("ステージ|行動|接点|思考・課題",
		     "STAGE|title|channel|pain");
	assert_meant("Giai đoạn|Điểm chạm|Kênh|Cảm xúc|Nhu cầu|Nỗi đau|Cơ hội",
		     "STAGE|title|channel|emotion|need|pain|opportunity");
}

static void other_programs_headers_are_known(void **state)
{
	(void)state;
	assert_meant("release_title|goal_title|activity_title|feature_title|"
		     "feature_description|feature_status",
		     "?|STAGE|context|title|notes|?");
	assert_meant("Stage|Stakeholder|Motivation|Goal|Support|Barriers|"
		     "Opportunities|Signals|KPI|Emotions|Quotes|Evidence|"
		     "StageOrder|StakeholderOrder",
		     "STAGE|actors|context|need|content|pain|opportunity|?|"
		     "goal|emotion|quote|evidence|ORDER|ORDER");
}

static void marks_cases_and_brackets_do_not_count(void **state)
{
	(void)state;
	assert_meant("**STAGE**|😀 Emotion (1-5):|pain_points|Cơ-hội",
		     "STAGE|emotion|pain|opportunity");
}

static void of_two_that_mean_the_same_the_first_counts(void **state)
{
	(void)state;
	assert_meant("Stage|Phase|Action|Activity|Notes|Comments",
		     "STAGE|?|title|?|notes|?");
	assert_meant("Goal|Business goal", "need|goal");
	assert_meant("Goal|Need", "goal|need");
}

static void the_user_has_the_last_word(void **state)
{
	char *got = meant("When?|How = was it|Stage|Pain",
			  "when?=title\nHow = was it=emotion\nPain=need\n");

	(void)state;
	assert_string_equal(got, "title|emotion|STAGE|need");
	free(got);
}

static void assert_untold(const char *told, const char *part)
{
	struct columns c = COLUMNS_INIT;
	struct err err = { "" };

	columns_add(&c, "Where");
	columns_add(&c, "Why");
	assert_false(columns_tell(&c, told, &err));
	assert_non_null(strstr(err.msg, part));
	columns_release(&c);
}

static void what_the_user_cannot_mean_is_said(void **state)
{
	(void)state;
	assert_untold("Who=title\n", "there are: \"Where\", \"Why\"");
	assert_untold("Why=rank\n", "stage, map, title, channel");
	assert_untold("Why\n", "NAME=field");
}

/* What our exports say in one language, a user of another one reads. */
static void labels_in_every_language_are_known_in_any(void **state)
{
	if (strcmp(i18n_language(), "en") != 0)
		fail();
	for (int f = TOUCHPOINT_TITLE; f < TOUCHPOINT_FIELDS; f++) {
		const struct field *field = field_of(TOUCHPOINT, f);
		char *label;

		if (!field->label)
			continue;
		i18n_push("vi");
		label = xstrdup(_(field->label));
		i18n_pop();
		if (field_named(TOUCHPOINT, label) != f)
			fail_msg("%s: \"%s\" is not known", field->key,
				 label);
		free(label);
	}
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(our_own_columns_are_known_by_their_keys),
		cmocka_unit_test(other_peoples_names_are_known),
		cmocka_unit_test(other_programs_headers_are_known),
		cmocka_unit_test(marks_cases_and_brackets_do_not_count),
		cmocka_unit_test(of_two_that_mean_the_same_the_first_counts),
		cmocka_unit_test(the_user_has_the_last_word),
		cmocka_unit_test(what_the_user_cannot_mean_is_said),
		cmocka_unit_test(labels_in_every_language_are_known_in_any),
	};

	i18n_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
