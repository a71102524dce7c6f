#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "format/outline.h"
#include "model/intent.h"
#include "readings.h"
#include "state.h"

static struct project *outline(const char *text)
{
	struct reading r = readings_read(outline_read, text);

	assert_string_equal(r.err.msg, "");
	if (!project_self(r.p))
		project_put(r.p, row_new(PROJECT, 1, &(struct values){
			.text[PROJECT_UID] = "1" }));
	report_release(&r.report);
	return r.p;
}

/* Import what carries no ids; `all`: what it leaves empty is empty. */
static size_t import_into(struct project *p, const char *text, int64_t map,
			  bool all)
{
	struct project *from = outline(text);
	struct import_intent i;
	size_t changes;

	intent_import(&i, from, "a.outline");
	memset(&i.origin, 0, sizeof i.origin);
	if (all)
		origin_all(&i.origin, false);
	i.map = map;
	changes = state_do(p, &i.intent, "Import: a.outline");
	project_free(from);
	return changes;
}

static void assert_project(const struct project *p, const char *wanted)
{
	char *text = sample_print(outline_write, p, 0);

	assert_non_null(strstr(text, "# Shop"));
	assert_string_equal(strstr(text, "# Shop"), wanted);
	free(text);
}

static const char shop[] =
	"# Shop\n"
	"## Door\n- knocks\n- waits\n- waits !cold\n"
	"## Till\n- pays @card\n  measure: queue\n    day: 2026-01-01\n"
	"    value: 3\n  measure: queue\n    day: 2026-01-02\n    value: 2\n"
	"lane: Staff\n  1: greets\n  2: smiles\n";

static void rows_without_ids_are_found_by_place_and_title(void **state)
{
	struct project *p = outline(shop);

	(void)state;
	assert_int_equal(import_into(p, shop, 0, true), 0);
	assert_int_equal(import_into(p, shop, 0, false), 0);
	assert_int_equal(project_maps(p)->count, 1);
	project_free(p);
}

static void only_what_is_told_is_emptied(void **state)
{
	static const char less[] = "# Shop\n## Till\n- pays\n";
	struct project *p = outline(shop);

	(void)state;
	assert_int_equal(import_into(p, less, 0, false), 0);
	assert_int_equal(import_into(p, less, 0, true), 1);
	assert_int_equal(import_into(p, less, 0, true), 0);
	project_free(p);
}

static void new_rows_come_where_the_source_has_them(void **state)
{
	struct project *p = outline("# Shop\n## A\n- a\n- b\n- c\n## B\n");

	(void)state;
	import_into(p, "# Shop\n## N\n## A\n- x\n- a\n- y\n- z\n- c\n- w\n",
		    0, false);
	assert_project(p, "# Shop\n\n## N\n\n## A\n- x\n- a\n- y\n- z\n- b\n"
			  "- c\n- w\n\n## B\n");
	project_free(p);
}

static void rows_the_source_does_not_know_stay_in_front(void **state)
{
	struct project *p = outline("# Shop\n## A\n- a\n- b\n");

	(void)state;
	import_into(p, "# Shop\n## A\n- x\n- y\n", 0, false);
	assert_project(p, "# Shop\n\n## A\n- a\n- b\n- x\n- y\n");
	project_free(p);
}

static void rows_in_another_order_take_the_sources(void **state)
{
	static const char turned[] = "# Shop\n## B\n## A\n- c\n- a\n- b\n";
	struct project *p = outline("# Shop\n## A\n- a\n- b\n- c\n## B\n");

	(void)state;
	assert_true(import_into(p, turned, 0, false) > 0);
	assert_project(p, "# Shop\n\n## B\n\n## A\n- c\n- a\n- b\n");
	assert_int_equal(import_into(p, turned, 0, false), 0);
	project_free(p);
}

/* Ten thousand rows between two others do not run out of ranks. */
static void there_is_room_for_many_between_two(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct project *p = outline("# Shop\n## A\n- first\n- last\n");
	const struct list *l;

	(void)state;
	strbuf_addstr(&text, "# Shop\n## A\n- first\n");
	for (int i = 0; i < 10000; i++)
		strbuf_addf(&text, "- t%d\n", i);
	strbuf_addstr(&text, "- last\n");
	import_into(p, text.s, 0, false);
	l = project_stages(p, project_maps(p)->rows[0]->id);
	l = project_list(p, TOUCHPOINT, l->rows[0]->id);
	assert_int_equal(l->count, 10002);
	assert_string_equal(row_title(l->rows[5000]), "t4999");
	assert_string_equal(row_title(l->rows[10001]), "last");
	for (size_t i = 0; i < l->count; i++)
		assert_true(strlen(row_rank(l->rows[i])) < 10);
	assert_int_equal(import_into(p, text.s, 0, false), 0);
	strbuf_release(&text);
	project_free(p);
}

static void a_map_can_be_chosen_to_take_the_rows(void **state)
{
	struct project *p = outline("# Shop\n## A\n- a\n");
	int64_t map = project_maps(p)->rows[0]->id;

	(void)state;
	import_into(p, "# Other\n## A\n- b\n", map, false);
	assert_int_equal(project_maps(p)->count, 1);
	assert_string_equal(row_title(project_maps(p)->rows[0]), "Shop");
	assert_int_equal(project_count(p, STAGE), 1);
	assert_int_equal(project_count(p, TOUCHPOINT), 2);
	project_free(p);
}

/* A source with ids says which map it means: none of these. */
static void a_map_with_an_id_of_its_own_is_another_one(void **state)
{
	struct project *p = outline(shop), *from = outline(shop);
	struct import_intent i;

	(void)state;
	intent_import(&i, from, "a.json");
	state_do(p, &i.intent, NULL);
	assert_int_equal(project_maps(p)->count, 2);
	project_free(from);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_without_ids_are_found_by_place_and_title),
		cmocka_unit_test(only_what_is_told_is_emptied),
		cmocka_unit_test(new_rows_come_where_the_source_has_them),
		cmocka_unit_test(rows_the_source_does_not_know_stay_in_front),
		cmocka_unit_test(rows_in_another_order_take_the_sources),
		cmocka_unit_test(there_is_room_for_many_between_two),
		cmocka_unit_test(a_map_can_be_chosen_to_take_the_rows),
		cmocka_unit_test(a_map_with_an_id_of_its_own_is_another_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
