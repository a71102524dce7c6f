#include "store/verify.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "model/diff.h"
#include "store/fresh.h"
#include "store/history.h"
#include "store/inner.h"
#include "store/schema.h"
#include "store/sniff.h"

enum { TOLD = 100 };            /* a file can be damaged all over */

struct look {
	struct store store;     /* only its db is used */
	void (*found)(const char *what, void *arg);
	void *arg;
	size_t count;
	struct project *project;        /* the sound rows */
};

static void found(const char *what, void *arg)
{
	struct look *l = arg;

	if (l->count++ <= TOLD)
		l->found(l->count > TOLD ? _("and more") : what, l->arg);
}

static void inspect_row(struct row *r, const char *why, void *arg)
{
	struct look *l = arg;

	if (!why) {
		project_load(l->project, r);
		return;
	}
	found(why, l);
	free(r);
}

static void check_rows(struct look *l)
{
	struct err err;

	for (int e = 0; e < ENTITIES; e++)
		if (!load_each(l->store.db, (enum entity)e, "", inspect_row,
			       l, &err))
			found(err.msg, l);
	project_sort(l->project);
}

static bool sound_edit(struct stmt *st, int64_t seq)
{
	const char *author = stmt_text(st, 1), *label = stmt_text(st, 4);

	return stmt_int(st, 0) == seq && *author && stmt_int(st, 3) >= 0 &&
	       utf8_valid(author, strlen(author)) &&
	       utf8_valid(label, strlen(label)) &&
	       history_kind_known(stmt_text(st, 5)) &&
	       stmt_int(st, 2) > 0 && stmt_int(st, 2) <= ID_LAST;
}

/* Edits are numbered from 1 without a gap. */
static void check_edits(struct look *l)
{
	struct strbuf what = STRBUF_INIT;
	struct err err;
	struct stmt st;
	int64_t seq = 0;

	stmt_open(&st, l->store.db, "SELECT seq, author, uid, time, label,"
				    " kind FROM edit ORDER BY seq");
	while (stmt_next(&st)) {
		if (sound_edit(&st, ++seq))
			continue;
		strbuf_clear(&what);
		strbuf_addf(&what, _("the history is damaged at edit %lld"),
			    (long long)seq);
		found(what.s, l);
		seq = stmt_int(&st, 0);
	}
	strbuf_release(&what);
	if (!stmt_close(&st, &err))
		found(err.msg, l);
}

static void tell_difference(struct look *l, const struct change *c)
{
	struct strbuf what = STRBUF_INIT;
	const char *label = _(entities[c->entity].label);
	long long id = (long long)c->id;

	switch (c->op) {
	case CHANGE_SET:
		strbuf_addf(&what, _("%s %lld, %s: it is \"%.*s\", but "
				     "\"%.*s\" by the history"), label, id,
			    field_of(c->entity, c->field)->key,
			    UTF8_CUT(100, c->new), UTF8_CUT(100, c->old));
		break;
	case CHANGE_INSERT:
		strbuf_addf(&what, _("%s %lld is not in the history"), label,
			    id);
		break;
	case CHANGE_DELETE:
		strbuf_addf(&what, _("%s %lld is missing; the history has "
				     "it"), label, id);
		break;
	}
	found(what.s, l);
	strbuf_release(&what);
}

/* What was written must be what the history leads to. */
static void check_replay(struct look *l)
{
	struct edit difference = EDIT_INIT;
	struct err err;
	struct project *p = history_at(&l->store, INT64_MAX, &err);

	if (!p) {
		found(err.msg, l);
		return;
	}
	project_diff(p, l->project, &difference);
	for (size_t i = 0; i < difference.count; i++)
		tell_difference(l, &difference.changes[i]);
	edit_release(&difference);
	project_free(p);
}

static void check_all(struct look *l)
{
	struct err err;

	sound_pages(l->store.db, "PRAGMA integrity_check(100)", found, l);
	if (!schema_check(l->store.db, &err)) {
		found(err.msg, l);
		return;
	}
	sound_references(l->store.db, found, l);
	check_rows(l);
	check_edits(l);
	check_replay(l);
}

/* All is read as it is at one moment, whoever writes meanwhile. */
static bool look_inside(struct look *l, const char *path, bool read_only,
			struct err *err)
{
	bool ok;

	l->store.db = db_open(path, read_only ? DB_READ : DB_WRITE, err);
	ok = l->store.db && db_exec(l->store.db, "BEGIN; SELECT count(*)"
						 " FROM sqlite_schema", err);
	l->project = project_new();
	if (ok) {
		check_all(l);
		db_rollback(l->store.db);
	}
	project_free(l->project);
	db_close(l->store.db);
	return ok || err_prefix(err, "%s", path);
}

bool verify(const char *path, void (*visit)(const char *what, void *arg),
	    void *arg, struct err *err)
{
	struct look l = { .found = visit, .arg = arg };
	char *full = store_real_path(path, err);
	struct err early;
	bool read_only, ok;

	ok = full && sniff_damaged(full, &read_only, err);
	if (ok && !sniff(full, &read_only, &early))
		found(early.msg, &l);
	else if (ok)
		ok = look_inside(&l, full, read_only, err);
	free(full);
	return ok;
}

bool backup(const char *path, const char *copy, struct err *err)
{
	struct store *s = store_open(path, err);
	struct fresh f = { NULL, NULL };
	bool ok = s && fresh_begin(&f, copy, err) &&
		  db_copy(s->db, f.temporary, err) && fresh_publish(&f, err);

	fresh_end(&f);
	store_close(s);
	return ok;
}
