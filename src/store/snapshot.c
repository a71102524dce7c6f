#include "store/snapshot.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "model/diff.h"
#include "store/history.h"
#include "store/inner.h"

struct snapshot_intent {
	struct intent intent;
	struct store *store;
	const char *word;
	int64_t seq;            /* of the edit meant; 0: the last one */
};

static const struct row *find_name(const struct project *p, const char *name)
{
	const struct list *l = project_list(p, SNAPSHOT, 0);

	for (size_t i = 0; i < l->count; i++)
		if (!strcmp(row_title(l->rows[i]), name))
			return l->rows[i];
	return NULL;
}

static bool build_take(const struct intent *self, const struct project *p,
		       struct edit *e, struct err *err)
{
	const struct snapshot_intent *i = (const struct snapshot_intent *)self;
	struct values v = { { NULL } };
	char seq[ID_TEXT];

	if (find_name(p, i->word))
		return err_set(err, _("there is a snapshot \"%.*s\" "
				      "already; choose another name"),
			       UTF8_CUT(200, i->word));
	if (!field_check(SNAPSHOT, SNAPSHOT_NAME, i->word, err))
		return false;
	v.text[SNAPSHOT_NAME] = i->word;
	v.text[SNAPSHOT_EDIT] = id_text(i->seq ? i->seq :
					store_last_edit(i->store), seq);
	edit_insert(e, row_new(SNAPSHOT, id_new(), &v));
	edit_label(e, N_("Snapshot"), i->word);
	return true;
}

bool snapshot_take(struct store *s, const char *name, struct err *err)
{
	return snapshot_take_at(s, name, 0, err);
}

bool snapshot_take_at(struct store *s, const char *name, int64_t seq,
		      struct err *err)
{
	struct snapshot_intent i = { { build_take }, s, name, seq };

	return store_do(s, &i.intent, err);
}

int64_t snapshot_find(const struct store *s, const char *word,
		      struct err *err)
{
	const struct row *r = find_name(store_project(s), word);
	int64_t seq = r ? row_ref(r, SNAPSHOT_EDIT) : id_parse(word);

	if (seq > 0 && seq <= store_last_edit(s))
		return seq;
	err_set(err, _("there is no snapshot and no change \"%.*s\"; "
		       "`cjm log` lists them"), UTF8_CUT(200, word));
	return 0;
}

/* A snapshot stays when one goes back behind it. */
static void keep_snapshots(struct project *then, const struct project *now)
{
	const struct list *l = project_list(now, SNAPSHOT, 0);
	const struct row *r;

	while ((r = list_at(project_list(then, SNAPSHOT, 0), 0)))
		project_remove(then, SNAPSHOT, r->id);
	for (size_t i = 0; i < l->count; i++)
		project_put(then, row_copy(l->rows[i]));
}

static bool build_restore(const struct intent *self, const struct project *p,
			  struct edit *e, struct err *err)
{
	const struct snapshot_intent *i = (const struct snapshot_intent *)self;
	struct project *then = history_at(i->store, i->seq, err);
	struct project *now = project_new();
	bool ok = then && load_all(i->store->db, now, err);

	(void)p;        /* not every map need be in memory */
	if (ok) {
		keep_snapshots(then, now);
		project_diff(now, then, e);
		e->kind = EDIT_RESTORE;
		e->ref = i->seq;
		edit_label(e, N_("Restore"), i->word);
	}
	project_free(then);
	project_free(now);
	return ok;
}

bool snapshot_restore(struct store *s, const char *word, struct err *err)
{
	int64_t seq = snapshot_find(s, word, err);
	struct snapshot_intent i = { { build_restore }, s, word, seq };

	return seq && store_do(s, &i.intent, err);
}

bool snapshot_restore_edit(struct store *s, int64_t seq, struct err *err)
{
	char number[ID_TEXT];
	struct snapshot_intent i = { { build_restore }, s,
				     id_text(seq, number), seq };

	return store_do(s, &i.intent, err);
}
