#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "store/history.h"
#include "store/inner.h"

struct undo_intent {
	struct intent intent;
	struct store *store;
	enum edit_kind kind;    /* EDIT_UNDO or EDIT_REDO */
	struct strbuf *what;    /* may be NULL */
	size_t before;          /* how much `what` held before */
};

/* The author's latest edit that is not undone. */
static const char undo_query[] =
	"SELECT max(seq) FROM edit AS e WHERE author = ?1"
	" AND kind NOT IN ('undo', 'base') AND merged IS NULL"
	" AND NOT EXISTS (SELECT 1 FROM edit AS u"
	" WHERE u.ref = e.seq AND u.kind = 'undo')";

/* The author's latest undo that is not redone, unless they went on. */
static const char redo_query[] =
	"SELECT max(seq) FROM edit AS e WHERE author = ?1 AND kind = 'undo'"
	" AND NOT EXISTS (SELECT 1 FROM edit AS r"
	" WHERE r.ref = e.seq AND r.kind = 'redo')"
	" AND NOT EXISTS (SELECT 1 FROM edit AS n WHERE n.author = ?1"
	" AND n.seq > e.seq AND n.kind NOT IN ('undo', 'redo')"
	" AND n.merged IS NULL)";

static bool find_edit(const struct undo_intent *i, int64_t *seq,
		      struct err *err)
{
	struct stmt st;

	*seq = 0;
	stmt_open(&st, i->store->db,
		  i->kind == EDIT_UNDO ? undo_query : redo_query);
	stmt_bind_text(&st, i->store->author);
	if (stmt_next(&st))
		*seq = stmt_int(&st, 0);
	if (!stmt_close(&st, err))
		return false;
	if (*seq > 1)
		return true;
	return err_set(err, "%s", i->kind == EDIT_UNDO ?
		       _("nothing of yours is left to undo") :
		       _("nothing of yours is left to redo"));
}

/* The edit after `seq` that touched this row or field: who, when, what. */
static void describe_later(struct store *s, int64_t seq,
			   const struct change *c, struct strbuf *out)
{
	struct stmt st;
	char when[32] = "";

	stmt_open(&st, s->db,
		  "SELECT e.author, e.time, e.label FROM change AS c"
		  " JOIN edit AS e ON e.seq = c.edit WHERE c.edit > ?1"
		  " AND c.entity = ?2 AND c.id = ?3"
		  " AND (?4 IS NULL OR c.field IS ?4 OR c.field IS NULL)"
		  " ORDER BY c.edit DESC LIMIT 1");
	stmt_bind_int(&st, seq);
	stmt_bind_text(&st, entities[c->entity].key);
	stmt_bind_int(&st, c->id);
	if (c->op == CHANGE_SET)
		stmt_bind_text(&st, field_of(c->entity, c->field)->key);
	else
		stmt_bind_null(&st);
	if (stmt_next(&st)) {
		time_t t = (time_t)(stmt_int(&st, 1) / 1000);
		struct tm tm;

		strftime(when, sizeof when, "%Y-%m-%d %H:%M",
			 localtime_r(&t, &tm));
		strbuf_addf(out, "%s, %s, ", stmt_text(&st, 0), when);
		edit_shown(stmt_text(&st, 2), out);
	}
	if (!stmt_close(&st, NULL) || !out->len)
		strbuf_addstr(out, _("not by cjm"));
}

static const char *not_done(const struct undo_intent *i)
{
	return i->kind == EDIT_UNDO ? _("not undone") : _("not done again");
}

static bool refuse(const struct undo_intent *i, int64_t seq,
		   const struct change *c, const char *now, struct err *err)
{
	struct strbuf who = STRBUF_INIT;

	describe_later(i->store, seq, c, &who);
	if (c->op == CHANGE_SET)
		err_set(err, _("%s: %s was changed since (%s); it is now "
			       "\"%.*s\", yours was \"%.*s\""), not_done(i),
			_(entities[c->entity].label), who.s,
			UTF8_CUT(100, now), UTF8_CUT(100, c->old));
	else
		err_set(err, _("%s: this %s was changed since (%s)"),
			not_done(i), _(entities[c->entity].label), who.s);
	strbuf_release(&who);
	return false;
}

static int by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* The rows an edit touches, as sorted ids. */
static int64_t *touched_ids(const struct edit *e)
{
	int64_t *ids = xmalloc(e->count * sizeof *ids);

	for (size_t i = 0; i < e->count; i++)
		ids[i] = e->changes[i].id;
	qsort(ids, e->count, sizeof *ids, by_id);
	return ids;
}

/* Rows of `child` whose `field` points at a row that goes, other than those
 * the edit itself takes away or moves. */
static bool check_referrers(const struct undo_intent *i, enum entity child,
			    int field, int64_t id, const int64_t *ids,
			    size_t count, struct err *err)
{
	const struct entity_info *info = &entities[child];
	struct strbuf sql = STRBUF_INIT;
	struct stmt st;
	bool ok = true;

	strbuf_addf(&sql, "SELECT id, \"%s\" FROM \"%s\" WHERE \"%s\" = ?",
		    info->fields[info->title].key, info->key,
		    info->fields[field].key);
	stmt_open(&st, i->store->db, sql.s);
	strbuf_release(&sql);
	stmt_bind_int(&st, id);
	while (ok && stmt_next(&st)) {
		int64_t found = stmt_int(&st, 0);

		if (!bsearch(&found, ids, count, sizeof *ids, by_id))
			ok = err_set(err, _("%s: %s \"%.*s\" is in it by now; "
					    "move that away first"),
				     not_done(i), _(info->label),
				     UTF8_CUT(200, stmt_text(&st, 1)));
	}
	return stmt_close(&st, err) && ok;
}

/* Nothing may hang on a row that goes. */
static bool check_children(const struct undo_intent *i,
			   const struct change *c, const int64_t *ids,
			   size_t count, struct err *err)
{
	for (int e = 0; e < ENTITIES; e++)
		for (int f = 0; f < entities[e].count; f++) {
			const struct field *field = &entities[e].fields[f];

			if (field->type == FIELD_REF &&
			    field->target == c->entity &&
			    !check_referrers(i, (enum entity)e, f, c->id,
					     ids, count, err))
				return false;
		}
	return true;
}

/* Whether the stored row `r` (may be NULL) is as the change expects it. */
static bool stands(const struct change *c, const struct row *r)
{
	if (!r || c->op == CHANGE_INSERT)
		return !r && c->op == CHANGE_INSERT;
	return c->op == CHANGE_SET ?
	       !strcmp(row_text(r, c->field), c->old) : row_equal(r, c->row);
}

static void forget_refused(struct store *s)
{
	free(s->refused.text);
	s->refused.text = NULL;
}

const struct refused *history_refused(const struct store *s)
{
	return s->refused.text ? &s->refused : NULL;
}

/* A text that differs can be chosen after all; a row that is gone cannot. */
static void keep_refused(struct store *s, const struct change *c,
			 const struct row *r)
{
	if (!r || c->op != CHANGE_SET)
		return;
	s->refused.thing = (struct thing){ c->entity, c->id };
	s->refused.field = c->field;
	s->refused.text = xstrdup(c->new);
}

static bool check_change(const struct undo_intent *i, int64_t seq,
			 const struct change *c, struct err *err)
{
	struct row *r;
	bool ok;

	if (!load_row(i->store->db, c->entity, c->id, &r, err))
		return false;
	ok = stands(c, r);
	if (!ok) {
		keep_refused(i->store, c, r);
		refuse(i, seq, c, r && c->op == CHANGE_SET ?
				  row_text(r, c->field) : "", err);
	}
	free(r);
	return ok;
}

/* No row stands twice in an edit with the same field, so each change can be
 * held against the file by itself. */
static bool check_all(const struct undo_intent *i, int64_t seq,
		      const struct edit *e, struct err *err)
{
	int64_t *ids = touched_ids(e);
	bool ok = true;

	for (size_t k = 0; ok && k < e->count; k++) {
		const struct change *c = &e->changes[k];

		ok = check_change(i, seq, c, err) &&
		     (c->op != CHANGE_DELETE ||
		      check_children(i, c, ids, e->count, err));
	}
	free(ids);
	return ok;
}

/* The label below any number of "Undo: " and "Redo: ". */
static const char *plain_label(const char *label)
{
	while (!strncmp(label, "Undo: ", 6) || !strncmp(label, "Redo: ", 6))
		label += 6;
	return label;
}

static bool build_undo(const struct intent *self, const struct project *p,
		       struct edit *e, struct err *err)
{
	const struct undo_intent *i = (const struct undo_intent *)self;
	struct edit done = EDIT_INIT;
	int64_t seq;
	bool ok;

	(void)p;        /* what is taken back may lie in a map not in memory */
	if (!find_edit(i, &seq, err))
		return false;
	ok = history_read(i->store, seq, &done, err);
	if (ok) {
		edit_invert(e, &done);
		ok = check_all(i, seq, e, err);
	}
	if (ok) {
		const char *label = plain_label(done.label);

		e->kind = i->kind;
		e->ref = seq;
		edit_label(e, i->kind == EDIT_UNDO ? N_("Undo") : N_("Redo"),
			   label);
		if (i->what) {
			strbuf_truncate(i->what, i->before);
			edit_shown(label, i->what);
		}
	}
	edit_release(&done);
	return ok;
}

static bool take_back(struct store *s, enum edit_kind kind,
		      struct strbuf *what, struct err *err)
{
	struct undo_intent i = { { build_undo }, s, kind, what,
				 what ? what->len : 0 };

	forget_refused(s);
	return store_do(s, &i.intent, err);
}

bool history_undo(struct store *s, struct strbuf *what, struct err *err)
{
	return take_back(s, EDIT_UNDO, what, err);
}

bool history_redo(struct store *s, struct strbuf *what, struct err *err)
{
	return take_back(s, EDIT_REDO, what, err);
}
