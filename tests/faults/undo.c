/* Random edits, undos and redos by three authors, beside a simple model of
 * what each of them must do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../dice.h"
#include "../state.h"
#include "../stores.h"
#include "../tmp.h"
#include "base/alloc.h"
#include "figures.h"
#include "hand.h"
#include "store/history.h"
#include "store/verify.h"

enum { AUTHORS = 3, STEPS_A_FILE = 2000 };

/* All rows by entity and id. */
struct table {
	struct row **rows;
	size_t count, cap;
};

/* What an edit did: rows as they were before and after, NULL for none. */
struct record {
	struct table before, after;
};

struct stack {
	struct record *records;
	size_t count, cap;
};

static struct table now;        /* what the file must hold */
static struct stack undos[AUTHORS], redos[AUTHORS];
static struct store *stores[AUTHORS];
static long done, refused;     /* undos and redos */

static void table_add(struct table *t, struct row *r)
{
	t->rows = xgrow(t->rows, t->count, &t->cap, sizeof *t->rows);
	t->rows[t->count++] = r;
}

static void table_release(struct table *t)
{
	for (size_t i = 0; i < t->count; i++)
		free(t->rows[i]);
	free(t->rows);
	*t = (struct table){ NULL, 0, 0 };
}

static struct table table_of(const struct project *p)
{
	struct table t = { NULL, 0, 0 };

	for (int e = 0; e < ENTITIES; e++) {
		size_t count;
		const struct row **rows = state_rows(p, (enum entity)e,
						     &count);

		for (size_t i = 0; i < count; i++)
			table_add(&t, row_copy(rows[i]));
		free(rows);
	}
	return t;
}

static struct table table_copy(const struct table *from)
{
	struct table t = { NULL, 0, 0 };

	for (size_t i = 0; i < from->count; i++)
		table_add(&t, row_copy(from->rows[i]));
	return t;
}

/* Where the row is, or should be. */
static size_t place_of(const struct table *t, int entity, int64_t id)
{
	size_t low = 0, high = t->count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct row *r = t->rows[middle];

		if (r->entity < entity || (r->entity == entity && r->id < id))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct row *table_row(const struct table *t, int entity, int64_t id)
{
	size_t at = place_of(t, entity, id);
	struct row *r = at < t->count ? t->rows[at] : NULL;

	return r && r->entity == entity && r->id == id ? r : NULL;
}

/* Take a row out, put one in its place, or put in a new one. */
static void table_put(struct table *t, int entity, int64_t id, struct row *r)
{
	size_t at = place_of(t, entity, id);

	if (table_row(t, entity, id)) {
		free(t->rows[at]);
		memmove(&t->rows[at], &t->rows[at + 1],
			(--t->count - at) * sizeof *t->rows);
	}
	if (!r)
		return;
	table_add(t, NULL);
	memmove(&t->rows[at + 1], &t->rows[at],
		(t->count - 1 - at) * sizeof *t->rows);
	t->rows[at] = r;
}

static bool table_equal(const struct table *a, const struct table *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->rows[i]->entity != b->rows[i]->entity ||
		    a->rows[i]->id != b->rows[i]->id ||
		    !row_equal(a->rows[i], b->rows[i]))
			return false;
	return true;
}

/* Whether a row refers to one that is not there. */
static bool has_orphans(const struct table *t)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct row *r = t->rows[i];

		for (int f = 0; f < entities[r->entity].count; f++) {
			const struct field *field =
				field_of((enum entity)r->entity, f);

			if (field->type == FIELD_REF && row_ref(r, f) &&
			    !table_row(t, (int)field->target, row_ref(r, f)))
				return true;
		}
	}
	return false;
}

/* The rows of `from` that `to` has not, or not so. */
static struct table missing(const struct table *from, const struct table *to)
{
	struct table t = { NULL, 0, 0 };

	for (size_t i = 0; i < from->count; i++) {
		const struct row *r = from->rows[i];
		const struct row *other = table_row(to, r->entity, r->id);

		if (!other || !row_equal(r, other))
			table_add(&t, row_copy(r));
	}
	return t;
}

static void push(struct stack *s, struct table before, struct table after)
{
	s->records = xgrow(s->records, s->count, &s->cap,
			   sizeof *s->records);
	s->records[s->count++] = (struct record){ before, after };
}

static void pop(struct stack *s)
{
	table_release(&s->records[--s->count].before);
	table_release(&s->records[s->count].after);
}

static void clear(struct stack *s)
{
	while (s->count)
		pop(s);
	free(s->records);
	*s = (struct stack){ NULL, 0, 0 };
}

/* Take back what became of one row; false when it has become something else
 * since. */
static bool take_back_fields(struct table *t, const struct row *was,
			     const struct row *became)
{
	const struct row *r = table_row(t, was->entity, was->id);
	struct row *back;
	bool ok = r;

	if (!r)
		return false;
	back = row_copy(r);
	for (int f = 0; ok && f < entities[was->entity].count; f++) {
		struct row *next;

		if (!strcmp(row_text(was, f), row_text(became, f)))
			continue;
		ok = !strcmp(row_text(r, f), row_text(became, f));
		next = row_with(back, f, row_text(was, f));
		free(back);
		back = next;
	}
	if (ok)
		table_put(t, was->entity, was->id, back);
	else
		free(back);
	return ok;
}

/* What taking a record back must lead to; false: it must be refused. */
static bool predict(const struct record *r, struct table *t)
{
	for (size_t i = 0; i < r->after.count; i++) {
		const struct row *became = r->after.rows[i];
		const struct row *is = table_row(t, became->entity,
						 became->id);

		if (table_row(&r->before, became->entity, became->id))
			continue;
		if (!is || !row_equal(is, became))
			return false;
		table_put(t, became->entity, became->id, NULL);
	}
	for (size_t i = 0; i < r->before.count; i++) {
		const struct row *was = r->before.rows[i];
		const struct row *became = table_row(&r->after, was->entity,
						     was->id);

		if (became && !take_back_fields(t, was, became))
			return false;
		if (!became && table_row(t, was->entity, was->id))
			return false;
		if (!became)
			table_put(t, was->entity, was->id, row_copy(was));
	}
	return !has_orphans(t);
}

/* The file holds something new: what has changed goes onto a stack. */
static void step_to(struct table *next, struct stack *s)
{
	push(s, missing(&now, next), missing(next, &now));
	table_release(&now);
	now = *next;
}

static struct table look(int author)
{
	stores_refresh(stores[author]);
	return table_of(store_project(stores[author]));
}

static void take_back(int author, bool undo, long step)
{
	struct stack *from = undo ? &undos[author] : &redos[author];
	struct stack *to = undo ? &redos[author] : &undos[author];
	struct table want = table_copy(&now), have;
	struct err err = { "" };
	bool must = from->count &&
		    predict(&from->records[from->count - 1], &want);
	bool did = undo ? history_undo(stores[author], NULL, &err) :
			  history_redo(stores[author], NULL, &err);

	if (did != must)
		fail_msg("step %ld: %s %s: %s", step,
			 undo ? "an undo" : "a redo",
			 did ? "must be refused" : "was refused", err.msg);
	have = look(author);
	if (!table_equal(&have, did ? &want : &now))
		fail_msg("step %ld: not what it must lead to", step);
	table_release(&want);
	++*(did ? &done : &refused);
	if (did) {
		pop(from);
		step_to(&have, to);
	} else {
		table_release(&have);
	}
}

static void edit(int author)
{
	struct err err = { "" };
	struct table next;
	struct wish w;

	dice_wish(&w, store_project(stores[author]));
	store_do(stores[author], &w.is.intent, &err);
	next = look(author);
	if (table_equal(&next, &now)) {
		table_release(&next);
		return;
	}
	assert_string_equal(err.msg, "");
	step_to(&next, &undos[author]);
	clear(&redos[author]);
}

static void begin_file(void)
{
	const char *path;

	stores[0] = stores_sample(&path);
	for (int i = 1; i < AUTHORS; i++)
		stores[i] = stores_open(path, hand_name(i));
	now = look(0);
}

static void found(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

static void end_file(void)
{
	struct err err = { "" };

	if (!verify(store_path(stores[0]), found, NULL, &err))
		fail_msg("%s", err.msg);
	for (int i = 0; i < AUTHORS; i++) {
		store_close(stores[i]);
		clear(&undos[i]);
		clear(&redos[i]);
	}
	table_release(&now);
}

static void undo_and_redo_do_as_the_model(void **state)
{
	long steps = figures_count(100000, 10000000), edits = 0;

	(void)state;
	dice_start(figures_seed());
	for (long step = 0; step < steps; step++) {
		int author = (int)dice(AUTHORS);
		unsigned what = dice(10) < 5 ? 0 : 1 + dice(5) / 3;

		if (step % STEPS_A_FILE == 0)
			begin_file();
		edits += what == 0;
		if (what == 0)
			edit(author);
		else
			take_back(author, what == 1, step);
		if (step % STEPS_A_FILE == STEPS_A_FILE - 1 ||
		    step == steps - 1)
			end_file();
	}
	figures_tell("undo: %ld edits by %d authors, %ld undos and redos done, "
		     "%ld refused: 0 otherwise than the model, 0 damaged",
		     edits, (int)AUTHORS, done, refused);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(undo_and_redo_do_as_the_model),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
