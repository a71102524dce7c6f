#include "store/past.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "store/history.h"
#include "store/inner.h"

struct past {
	struct store *store;
	struct project *project;
	int64_t seq;
};

struct past *past_open(struct store *s, struct err *err)
{
	struct past *t = xcalloc(1, sizeof *t);
	int64_t uid;
	bool ok;

	t->store = s;
	t->project = project_new();
	ok = store_ready(s, err) && db_begin_read(s->db, err);
	if (ok) {
		ok = last_edit(s->db, &t->seq, &uid, err) &&
		     load_all(s->db, t->project, err);
		db_rollback(s->db);
	}
	if (ok)
		return t;
	past_close(t);
	return NULL;
}

void past_close(struct past *t)
{
	if (!t)
		return;
	project_free(t->project);
	free(t);
}

int64_t past_edit(const struct past *t)
{
	return t->seq;
}

const struct project *past_project(const struct past *t)
{
	return t->project;
}

/* An edit that came with a merge is told of, but was done by the merge. */
static bool is_merged(struct store *s, int64_t seq)
{
	struct stmt st;
	bool merged;

	stmt_open(&st, s->db, "SELECT 1 FROM edit WHERE seq = ?"
			      " AND merged IS NOT NULL");
	stmt_bind_int(&st, seq);
	merged = stmt_next(&st);
	return stmt_close(&st, NULL) && merged;
}

/* Do an edit, or take it back. */
static bool pass(struct past *t, int64_t seq, bool back, struct err *err)
{
	struct edit e = EDIT_INIT, inverse = EDIT_INIT;
	bool ok;

	if (is_merged(t->store, seq))
		return true;
	ok = history_read(t->store, seq, &e, err);
	if (ok && back)
		edit_invert(&inverse, &e);
	if (ok && !edit_apply(back ? &inverse : &e, t->project))
		ok = err_set(err, _("edit %lld of the history does not fit "
				    "those before it"), (long long)seq);
	edit_release(&e);
	edit_release(&inverse);
	return ok;
}

bool past_go(struct past *t, int64_t seq, struct err *err)
{
	bool ok = true;

	if (t->seq == seq)
		return true;
	if (!store_ready(t->store, err) ||
	    !db_begin_read(t->store->db, err))
		return false;
	while (ok && t->seq > seq) {
		ok = pass(t, t->seq, true, err);
		t->seq -= ok;
	}
	while (ok && t->seq < seq) {
		ok = pass(t, t->seq + 1, false, err);
		t->seq += ok;
	}
	db_rollback(t->store->db);
	return ok;
}
