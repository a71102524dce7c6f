#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "dice.h"
#include "format/json.h"
#include "format/markdown.h"
#include "format/mermaid.h"
#include "format/outline.h"
#include "sample.h"
#include "state.h"

/*
 * Whatever people do to a project, what is written of it reads back.
 */
enum { ROUNDS = 60, WISHES = 60 };

typedef bool reader(const struct source *in, struct project *into,
		    struct report *report, struct err *err);

static struct project *read_back(reader *read, const char *text,
				 bool remarks)
{
	struct project *p = project_new();
	struct source in = sample_source(text);
	struct report report = REPORT_INIT;
	struct err err = { "" };

	if (!read(&in, p, &report, &err))
		fail_msg("%s in:\n%s", err.msg, text);
	if (report.count && !remarks)
		fail_msg("%s in:\n%s", report.remarks[0].text, text);
	report_release(&report);
	return p;
}

/* A project that was changed at random, another one for each round. */
static struct project *some_project(int round)
{
	struct project *p = sample_project();
	struct wish w;

	dice_start((uint64_t)round * 1000 + 7);
	for (int i = 0; i < WISHES; i++) {
		dice_wish(&w, p);
		state_do(p, &w.is.intent, NULL);
	}
	return p;
}

static void json_gives_back_the_same_project(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct project *p = some_project(round);
		char *text = sample_print(json_write, p, 0);
		struct project *q = read_back(json_read, text, false);

		assert_same_state(p, q);
		assert_sound(q);
		free(text);
		project_free(p);
		project_free(q);
	}
}

static void same_rows(const struct project *p, const struct project *q,
		      enum entity e, int64_t parent)
{
	const struct list *l = project_list(p, e, parent);
	const struct list *m = project_list(q, e, parent);

	assert_int_equal(l->count, m->count);
	for (size_t i = 0; i < l->count; i++) {
		assert_true(l->rows[i]->id == m->rows[i]->id);
		assert_true(row_equal(l->rows[i], m->rows[i]));
		for (int k = 0; k < ENTITIES; k++) {
			int field = entities[k].parent;

			if (field >= 0 && field_of((enum entity)k,
						   field)->target == e)
				same_rows(p, q, (enum entity)k,
					  l->rows[i]->id);
		}
	}
}

static void mermaid_gives_back_the_same_map(void **state)
{
	size_t maps = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct project *p = some_project(round);
		const struct list *l = project_maps(p);

		for (size_t i = 0; i < l->count; i++) {
			int64_t id = l->rows[i]->id;
			char *text = sample_print(mermaid_write, p, id);
			struct project *q = read_back(mermaid_read, text,
						      false);
			char *again = sample_print(mermaid_write, q, id);

			assert_true(row_equal(l->rows[i],
					      project_row(q, MAP, id)));
			same_rows(p, q, STAGE, id);
			same_rows(p, q, LANE, id);
			same_rows(p, q, IMPROVEMENT, id);
			same_rows(p, q, TOUCHPOINT, id);
			if (l->count == 1)
				assert_string_equal(again, text);
			free(text);
			free(again);
			project_free(q);
			maps++;
		}
		project_free(p);
	}
	assert_true(maps > ROUNDS);
}

static void take_out_link(const struct row *r, void *arg)
{
	struct project *p = arg;

	if (*row_text(r, TOUCHPOINT_DERIVED) &&
	    !project_row(p, TOUCHPOINT, row_ref(r, TOUCHPOINT_DERIVED)))
		project_set(p, TOUCHPOINT, r->id, TOUCHPOINT_DERIVED, "");
}

/* Links to what is gone have no name to be written by. */
static void take_out_links(struct project *p)
{
	size_t count;
	const struct row **rows = state_rows(p, TOUCHPOINT, &count);

	for (size_t i = 0; i < count; i++)
		take_out_link(rows[i], p);
	free(rows);
	rows = state_rows(p, MAP, &count);
	for (size_t i = 0; i < count; i++)
		if (!project_row(p, MAP, row_ref(rows[i], MAP_DERIVED)))
			project_set(p, MAP, rows[i]->id, MAP_DERIVED, "");
	free(rows);
}

static void outline_gives_back_all_fields_and_their_order(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct project *p = some_project(round);
		struct project *q;
		char *text, *again;

		take_out_links(p);
		text = sample_print(outline_write, p, 0);
		q = read_back(outline_read, text, false);
		again = sample_print(outline_write, q, 0);
		assert_string_equal(again, text);
		for (int e = 0; e < ANSWER; e++)
			if (e != CELL)  /* an empty one says nothing */
				assert_int_equal(
					project_count(p, (enum entity)e),
					project_count(q, (enum entity)e));
		free(text);
		free(again);
		project_free(p);
		project_free(q);
	}
}

/* Not every field of each, but each stage, touchpoint and improvement. */
static void markdown_loses_no_row(void **state)
{
	static const enum entity rows[] = { STAGE, TOUCHPOINT, IMPROVEMENT };

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct project *p = some_project(round), *q;
		char *text = sample_print(markdown_write, p, 0);

		if (!project_count(p, STAGE)) {
			project_free(p);
			free(text);
			continue;
		}
		q = read_back(markdown_read, text, true);
		for (size_t i = 0; i < ARRAY_LEN(rows); i++)
			if (project_count(p, rows[i]) !=
			    project_count(q, rows[i]))
				fail_msg("%s: %zu, not %zu, in:\n%s",
					 entities[rows[i]].key,
					 project_count(q, rows[i]),
					 project_count(p, rows[i]), text);
		assert_sound(q);
		free(text);
		project_free(p);
		project_free(q);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_gives_back_the_same_project),
		cmocka_unit_test(mermaid_gives_back_the_same_map),
		cmocka_unit_test(
			outline_gives_back_all_fields_and_their_order),
		cmocka_unit_test(markdown_loses_no_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
