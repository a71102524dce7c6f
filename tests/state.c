#include "state.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"

struct gathered {
	const struct row **rows;
	size_t count, cap;
};

static void gather(const struct row *r, void *arg)
{
	struct gathered *g = arg;

	g->rows = xgrow(g->rows, g->count, &g->cap, sizeof *g->rows);
	g->rows[g->count++] = r;
}

static int by_id(const void *a, const void *b)
{
	int64_t x = (*(const struct row *const *)a)->id;
	int64_t y = (*(const struct row *const *)b)->id;

	return (x > y) - (x < y);
}

const struct row **state_rows(const struct project *p, enum entity e,
			      size_t *count)
{
	struct gathered g = { NULL, 0, 0 };

	project_each(p, e, gather, &g);
	assert_int_equal(g.count, project_count(p, e));
	if (g.count)
		qsort(g.rows, g.count, sizeof *g.rows, by_id);
	*count = g.count;
	return g.rows;
}

static void print_row(const struct row *r, struct strbuf *out)
{
	strbuf_addf(out, "%s %" PRId64 "\n", entities[r->entity].key, r->id);
	for (int f = 0; f < entities[r->entity].count; f++)
		if (*row_text(r, f))
			strbuf_addf(out, "\t%s=%s\n",
				    field_of(r->entity, f)->key,
				    row_text(r, f));
}

char *state_print(const struct project *p)
{
	struct strbuf out = STRBUF_INIT;

	strbuf_addstr(&out, "rows\n");
	for (int e = 0; e < ENTITIES; e++) {
		size_t count;
		const struct row **rows = state_rows(p, (enum entity)e,
						     &count);

		for (size_t i = 0; i < count; i++)
			print_row(rows[i], &out);
		free(rows);
	}
	return strbuf_detach(&out);
}

void assert_same_state(const struct project *a, const struct project *b)
{
	char *x = state_print(a), *y = state_print(b);

	assert_string_equal(x, y);
	free(x);
	free(y);
}

/* A list in the making: what project_list() should say. */
static void assert_listed(const struct project *p, const struct row *r)
{
	const struct list *l = project_list(p, (enum entity)r->entity,
					    row_parent(r));
	size_t at = list_index(l, r);

	assert_true(project_row(p, (enum entity)r->entity, r->id) == r);
	assert_true(list_at(l, at) == r);
	if (at > 0)
		assert_true(row_compare(l->rows[at - 1], r) < 0);
	if (at + 1 < l->count)
		assert_true(row_compare(r, l->rows[at + 1]) < 0);
}

static void assert_mood(const struct list *l)
{
	size_t number[5] = { 0 };

	for (size_t i = 0; i < l->count; i++)
		if (row_emotion(l->rows[i]) != EMOTION_UNKNOWN)
			number[row_emotion(l->rows[i]) + 2]++;
	assert_memory_equal(number, l->mood.number, sizeof number);
}

static bool is_orphan(const struct project *p, const struct row *r)
{
	for (int i = 0; i < entities[r->entity].count; i++) {
		const struct field *f = field_of(r->entity, i);

		if (f->type == FIELD_REF && row_ref(r, i) &&
		    !project_row(p, f->target, row_ref(r, i)))
			return true;
	}
	return false;
}

bool state_has_orphans(const struct project *p)
{
	bool any = false;

	for (int e = 0; e < ENTITIES; e++) {
		size_t count;
		const struct row **rows = state_rows(p, (enum entity)e,
						     &count);

		for (size_t i = 0; i < count; i++)
			any = any || is_orphan(p, rows[i]);
		free(rows);
	}
	return any;
}

/* The rows in lists, counted by way of each row's own list: the first of a
 * list speaks for all of it. */
static size_t listed(const struct project *p, const struct row *r)
{
	const struct list *l = project_list(p, (enum entity)r->entity,
					    row_parent(r));

	if (l->rows[0] != r)
		return 0;
	if (r->entity == TOUCHPOINT)
		assert_mood(l);
	return l->count;
}

void assert_sound(const struct project *p)
{
	for (int e = 0; e < ENTITIES; e++) {
		size_t count, in_lists = 0;
		const struct row **rows = state_rows(p, (enum entity)e,
						     &count);

		for (size_t i = 0; i < count; i++) {
			assert_listed(p, rows[i]);
			in_lists += listed(p, rows[i]);
		}
		assert_int_equal(in_lists, count);
		free(rows);
	}
	assert_false(state_has_orphans(p));
}

size_t state_do(struct project *p, const struct intent *i, const char *label)
{
	struct edit e = EDIT_INIT;
	struct err err = { "" };
	size_t count;

	if (!i->build(i, p, &e, &err))
		fail_msg("%s", err.msg);
	assert_true(edit_apply(&e, p));
	assert_sound(p);
	if (label && e.count)
		assert_string_equal(e.label, label);
	count = e.count;
	edit_release(&e);
	return count;
}

void assert_refused(const struct project *p, const struct intent *i,
		    const char *word)
{
	struct edit e = EDIT_INIT;
	struct err err = { "" };

	if (i->build(i, p, &e, &err))
		fail_msg("this was not refused: %s", word);
	if (!strstr(err.msg, word))
		fail_msg("no \"%s\" in \"%s\"", word, err.msg);
	edit_release(&e);
}
