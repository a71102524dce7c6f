#include "hand.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../dice.h"
#include "../state.h"
#include "../stores.h"
#include "store/history.h"
#include "store/verify.h"

const char *hand_name(int hand)
{
	static const char *const names[] = { "Ann", "Bob", "Eve" };

	return names[hand];
}

static uint64_t state_sum(const struct project *p)
{
	uint64_t sum = UINT64_C(0xcbf29ce484222325);
	char *text = state_print(p);

	for (const char *s = text; *s; s++)
		sum = (sum ^ (unsigned char)*s) * UINT64_C(0x100000001b3);
	free(text);
	return sum ? sum : 1;
}

/* An intent that tells whether it changes anything. */
struct counting {
	struct intent intent;
	const struct intent *of;
	size_t *changes;
};

static bool count_build(const struct intent *self, const struct project *p,
			struct edit *e, struct err *err)
{
	const struct counting *c = (const struct counting *)self;
	bool ok = c->of->build(c->of, p, e, err);

	*c->changes = ok ? e->count : 0;
	return ok;
}

static bool do_wish(struct store *s, struct err *err)
{
	size_t changes = 0;
	struct wish w;
	struct counting c = { { count_build }, &w.is.intent, &changes };

	dice_wish(&w, store_project(s));
	return store_do(s, &c.intent, err) && changes;
}

/* What only a disk, the memory or a damage can be the cause of. */
static void fail_if_serious(const char *sentence)
{
	static const char *const words[] = {
		"damaged", "the disk", "memory", "moved, replaced",
		"cannot be", "too long; try", "all the time", "open the file",
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(sentence, words[i]))
			fail_msg("refused: %s", sentence);
}

bool hand_edit(struct store *s, int hand, struct ack *ack)
{
	struct err err = { "" };
	unsigned n = dice(10);
	bool wrote = n == 0 ? history_redo(s, NULL, &err) :
		     n <= 2 ? history_undo(s, NULL, &err) :
			      do_wish(s, &err);

	fail_if_serious(err.msg);
	if (!wrote)
		return false;
	*ack = (struct ack){ store_last_edit(s), 0, hand };
	stores_refresh(s);      /* a map that is new is in memory now, too */
	if (store_last_edit(s) == ack->seq)
		ack->state = state_sum(store_project(s));
	return true;
}

static void found(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

/* A history that is being read on from nothing, beside the acks. */
struct reading {
	struct store *store;
	struct project *project;
	const struct ack *acks;
	size_t count, met;
};

static void meet(const struct entry *entry, void *arg)
{
	struct reading *r = arg;
	struct edit e = EDIT_INIT;
	struct err err = { "" };

	if (!history_read(r->store, entry->seq, &e, &err))
		fail_msg("%s", err.msg);
	assert_true(edit_apply(&e, r->project));
	edit_release(&e);
	for (size_t i = 0; i < r->count; i++) {
		const struct ack *ack = &r->acks[i];

		if (ack->seq != entry->seq)
			continue;
		r->met++;
		assert_string_equal(entry->author, hand_name(ack->hand));
		if (ack->state && ack->state != state_sum(r->project))
			fail_msg("edit %d is not what was acknowledged",
				 (int)ack->seq);
	}
}

void hand_check(const char *path, const struct ack *acks, size_t count,
		int64_t first, int more)
{
	struct reading r = { .acks = acks, .count = count };
	struct err err = { "" };
	int64_t last;

	if (!verify(path, found, NULL, &err))
		fail_msg("%s", err.msg);
	r.store = stores_open(path, "reader");
	r.project = project_new();
	if (!history_each(r.store, 0, meet, &r, &err))
		fail_msg("%s", err.msg);
	last = store_last_edit(r.store);
	if (r.met != count)
		fail_msg("%zu of %zu acknowledged edits are lost",
			 count - r.met, count);
	if (last < first || last > first + (int64_t)count + more)
		fail_msg("edits there: %d; acknowledged: %d to %d", (int)last,
			 (int)first, (int)(first + (int64_t)count));
	project_free(r.project);
	store_close(r.store);
}
