#include "model/catalogue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "dice.h"
#include "model/project.h"
#include "sample.h"

static void assert_values(const struct project *p, int field,
			  const char *start, const char *want)
{
	struct strbuf s = STRBUF_INIT;
	size_t count;
	const char **list = catalogue_values(project_catalogue(p), field,
					     start, &count);

	for (size_t i = 0; i < count; i++)
		strbuf_addf(&s, "%s|", list[i]);
	assert_string_equal(s.s, want);
	strbuf_release(&s);
	free(list);
}

static void values_come_in_the_order_of_lists(void **state)
{
	struct project *p = sample_project();

	(void)state;
	assert_values(p, TOUCHPOINT_CHANNEL, "", "Twitter|website|");
	assert_values(p, TOUCHPOINT_TAGS, "", "checkout|fees|");
	assert_values(p, TOUCHPOINT_CHANNEL, "TW", "Twitter|");
	assert_values(p, TOUCHPOINT_OWNER, "", "");
	project_free(p);
}

static void a_change_of_the_project_is_followed(void **state)
{
	struct project *p = sample_project();
	const struct catalogue *c = project_catalogue(p);

	(void)state;
	project_set(p, TOUCHPOINT, 41, TOUCHPOINT_CHANNEL, "Đài");
	assert_values(p, TOUCHPOINT_CHANNEL, "", "Đài|website|");
	assert_values(p, TOUCHPOINT_CHANNEL, "dai", "Đài|");
	project_set(p, TOUCHPOINT, 44, TOUCHPOINT_TAGS, "fees; x; y");
	assert_int_equal(catalogue_uses(c, TOUCHPOINT_TAGS, "fees"), 2);
	assert_true(project_remove(p, TOUCHPOINT, 42));
	assert_values(p, TOUCHPOINT_TAGS, "", "fees|x|y|");
	assert_int_equal(catalogue_uses(c, TOUCHPOINT_TAGS, "fees"), 1);
	assert_int_equal(catalogue_uses(c, TOUCHPOINT_TAGS, "fee"), 0);
	assert_int_equal(catalogue_uses(c, TOUCHPOINT_CHANNEL, "x"), 0);
	assert_ptr_equal(project_catalogue(p), c);
	project_free(p);
}

static void add(struct project *p, int64_t id, const char *channel)
{
	struct values v = { { NULL } };

	v.text[TOUCHPOINT_MAP] = "21";
	v.text[TOUCHPOINT_STAGE] = "31";
	v.text[TOUCHPOINT_TITLE] = "t";
	v.text[TOUCHPOINT_RANK] = "a0";
	v.text[TOUCHPOINT_CHANNEL] = channel;
	project_put(p, row_new(TOUCHPOINT, id, &v));
}

/* What is kept is what one counts anew. */
static void many_values_come_and_go(void **state)
{
	struct project *p = project_new();
	size_t uses[200] = { 0 };
	int of[400];
	char name[16];

	(void)state;
	assert_non_null(project_catalogue(p));
	for (int step = 0; step < 5000; step++) {
		int id = (int)dice(400), value = (int)dice(200);

		if (project_row(p, TOUCHPOINT, id + 1)) {
			project_remove(p, TOUCHPOINT, id + 1);
			uses[of[id]]--;
			continue;
		}
		snprintf(name, sizeof name, "c%d", value);
		add(p, id + 1, name);
		of[id] = value;
		uses[value]++;
	}
	for (int i = 0; i < 200; i++) {
		snprintf(name, sizeof name, "c%d", i);
		assert_int_equal(catalogue_uses(project_catalogue(p),
						TOUCHPOINT_CHANNEL, name),
				 uses[i]);
	}
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_come_in_the_order_of_lists),
		cmocka_unit_test(a_change_of_the_project_is_followed),
		cmocka_unit_test(many_values_come_and_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
