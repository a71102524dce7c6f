#include "model/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "sample.h"

static struct project *p;

static int make(void **state)
{
	(void)state;
	p = sample_project();
	return 0;
}

static int drop(void **state)
{
	(void)state;
	project_free(p);
	return 0;
}

/* "41 42": the touchpoints of the first map that the line finds. */
static void assert_finds(const char *line, const char *ids)
{
	struct query q = QUERY_INIT;
	struct strbuf found = STRBUF_INIT;
	struct err err = { "" };

	if (!query_read(&q, line, &err))
		fail_msg("%s: %s", line, err.msg);
	for (int64_t id = 41; id <= 43; id++)
		if (query_matches(&q, p, project_row(p, TOUCHPOINT, id)))
			strbuf_addf(&found, "%s%d", found.len ? " " : "",
				    (int)id);
	if (strcmp(found.s, ids))
		fail_msg("\"%s\" finds %s, not %s", line, found.s, ids);
	strbuf_release(&found);
	query_release(&q);
}

static void words_are_found_wherever_they_stand(void **state)
{
	(void)state;
	assert_finds("", "41 42 43");
	assert_finds("FLASH", "41");
	assert_finds("thanh TOAN", "42");
	assert_finds("dat the", "42");          /* Sao đắt thế? */
	assert_finds("third", "41");            /* in the notes */
	assert_finds("observed", "");           /* a choice is no text */
	assert_finds("flash fees", "");
	assert_finds("\"flash-sale post\"", "41");
	assert_finds("\"post flash\"", "");
	assert_finds("  hears   of ", "43");
}

static void sigils_and_keys_ask_one_field(void **state)
{
	(void)state;
	assert_finds("@twit", "41");
	assert_finds("@flash", "");
	assert_finds("#fee", "42");
	assert_finds("@\"web site\"", "");
	assert_finds("channel:website thanh", "42");
	assert_finds("need:? @*", "42");
	assert_finds("need:*", "41");
	assert_finds("evidence:obs", "41");
	assert_finds("business_goal:?", "41 42 43");
	assert_finds("phase:during", "42");
	assert_finds("http://x", "");
	assert_finds("10:30", "");
}

static void emotions_are_values_and_ranges(void **state)
{
	(void)state;
	assert_finds(":-2", "42");
	assert_finds(":(", "");
	assert_finds(":<0", "42");
	assert_finds(":>=1", "41");
	assert_finds(":>0", "41");
	assert_finds(":?", "43");
	assert_finds("emotion:+1", "41");
}

static void a_value_the_field_cannot_have_is_refused(void **state)
{
	static const struct { const char *line, *says; } wrong[] = {
		{ "evidence:rumour", "assumed, reported by customers" },
		{ "phase:never", "not \"never\"" },
		{ ":7", "not \"7\"" },
		{ ":<x", "not \"<x\"" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct query q = QUERY_INIT;
		struct err err = { "" };

		assert_false(query_read(&q, wrong[i].line, &err));
		if (!strstr(err.msg, wrong[i].says))
			fail_msg("%s: %s", wrong[i].line, err.msg);
		query_release(&q);
	}
}

static void it_is_explained_in_words(void **state)
{
	struct query q = QUERY_INIT;
	struct strbuf s = STRBUF_INIT;
	struct err err = { "" };

	(void)state;
	assert_true(query_read(&q, "Fee @zalo :<0 need:? phase:a", &err));
	query_explain(&q, &s);
	assert_string_equal(s.s, "\"Fee\", Channel \"zalo\", "
				 "Emotion -1 or worse, Need: nothing, "
				 "Phase: after the purchase");
	strbuf_release(&s);
	query_release(&q);
}

static void what_was_found_can_be_marked(void **state)
{
	static const char text[] = "Sao đắt thế? Đắt quá";
	struct query q = QUERY_INIT;
	struct span span;
	struct err err = { "" };

	(void)state;
	assert_true(query_read(&q, "dat @qua", &err));
	assert_true(query_span(&q, TOUCHPOINT_QUOTE, text, 0, &span));
	assert_int_equal(span.start, 4);
	assert_memory_equal(text + span.start, "đắt",
			    span.end - span.start);
	assert_true(query_span(&q, TOUCHPOINT_QUOTE, text, span.end, &span));
	assert_memory_equal(text + span.start, "Đắt",
			    span.end - span.start);
	assert_false(query_span(&q, TOUCHPOINT_QUOTE, text, span.end, &span));
	assert_true(query_span(&q, TOUCHPOINT_CHANNEL, text, span.end,
			       &span));
	assert_string_equal(text + span.start, "quá");
	query_release(&q);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, make, drop)
	const struct CMUnitTest tests[] = {
		TEST(words_are_found_wherever_they_stand),
		TEST(sigils_and_keys_ask_one_field),
		TEST(emotions_are_values_and_ranges),
		TEST(a_value_the_field_cannot_have_is_refused),
		TEST(it_is_explained_in_words),
		TEST(what_was_found_can_be_marked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
