/* Undo and redo at random, held against two stacks for each author. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "dice.h"
#include "state.h"
#include "store/history.h"
#include "stores.h"

enum { STEPS = 10000, AUTHORS = 2, COMPARE = 20, REOPEN = 250, CHECK = 2500 };

struct stack {
	int64_t *seqs;
	size_t count, cap;
};

struct author {
	const char *name;
	struct store *store;
	struct stack undo, redo;
};

struct game {
	const char *path;
	struct author authors[AUTHORS];
	struct project *project;        /* as it should be */
	size_t undone, redone, refused;
};

static void push(struct stack *s, int64_t seq)
{
	s->seqs = xgrow(s->seqs, s->count, &s->cap, sizeof *s->seqs);
	s->seqs[s->count++] = seq;
}

static void read_edit(struct author *a, int64_t seq, struct edit *e)
{
	struct err err = { "" };

	*e = (struct edit)EDIT_INIT;
	if (!history_read(a->store, seq, e, &err))
		fail_msg("%s", err.msg);
}

/* Do it to the project as it should be; false, and nothing done, when it
 * does not fit or would leave orphans. */
static bool fits(struct game *g, const struct edit *e)
{
	struct edit back = EDIT_INIT;
	bool ok = edit_apply(e, g->project);

	if (ok && state_has_orphans(g->project)) {
		edit_invert(&back, e);
		assert_true(edit_apply(&back, g->project));
		edit_release(&back);
		ok = false;
	}
	return ok;
}

static void play_edit(struct game *g, struct author *a)
{
	int64_t before = store_last_edit(a->store);
	struct edit e;
	struct wish w;

	dice_wish(&w, store_project(a->store));
	stores_do(a->store, &w.is.intent);
	if (store_last_edit(a->store) == before)
		return;
	read_edit(a, before + 1, &e);
	assert_true(fits(g, &e));
	edit_release(&e);
	push(&a->undo, before + 1);
	a->redo.count = 0;
	stores_refresh(a->store);
}

/* Take the top of one stack back, and its inverse to the other. */
static bool play_back(struct game *g, struct author *a, struct stack *from,
		      struct stack *to, bool did)
{
	struct edit e, back = EDIT_INIT;
	bool ok = from->count > 0;

	if (!ok) {
		assert_false(did);
		return false;
	}
	read_edit(a, from->seqs[from->count - 1], &e);
	edit_invert(&back, &e);
	ok = fits(g, &back);
	assert_int_equal(ok, did);
	edit_release(&e);
	edit_release(&back);
	if (ok) {
		from->count--;
		push(to, store_last_edit(a->store));
	} else {
		g->refused++;
	}
	return ok;
}

static void play(struct game *g, struct author *a)
{
	struct err err = { "" };
	unsigned n = dice(10);

	stores_refresh(a->store);
	if (n < 5)
		play_edit(g, a);
	else if (n < 8)
		g->undone += play_back(g, a, &a->undo, &a->redo,
				       history_undo(a->store, NULL, &err));
	else
		g->redone += play_back(g, a, &a->redo, &a->undo,
				       history_redo(a->store, NULL, &err));
}

static void reopen(struct game *g)
{
	for (int i = 0; i < AUTHORS; i++) {
		struct author *a = &g->authors[i];

		store_close(a->store);
		a->store = stores_open(g->path, a->name);
	}
}

static void undo_and_redo_are_what_two_stacks_would_do(void **state)
{
	struct game g = { .authors = { { .name = "Ann" },
				       { .name = "Bob" } } };
	struct edit first;

	(void)state;
	dice_start(41);
	store_close(stores_sample(&g.path));
	reopen(&g);
	g.project = project_new();
	read_edit(&g.authors[0], 1, &first);
	assert_true(edit_apply(&first, g.project));
	edit_release(&first);
	for (int i = 1; i <= STEPS; i++) {
		struct author *a = &g.authors[dice(AUTHORS)];

		play(&g, a);
		if (i % COMPARE == 0)
			assert_same_state(store_project(a->store), g.project);
		if (i % REOPEN == 0)
			reopen(&g);
		if (i % CHECK == 0)
			assert_stored(stores_refresh(a->store));
	}
	assert_true(g.undone > STEPS / 20 && g.redone > STEPS / 50);
	assert_true(g.refused > 0);
	for (int i = 0; i < AUTHORS; i++) {
		store_close(g.authors[i].store);
		free(g.authors[i].undo.seqs);
		free(g.authors[i].redo.seqs);
	}
	project_free(g.project);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(undo_and_redo_are_what_two_stacks_would_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
