#include "base/i18n.h"
#include "store/history.h"
#include "store/inner.h"

bool last_edit(struct db *db, int64_t *seq, int64_t *uid, struct err *err)
{
	struct stmt st;

	*seq = *uid = 0;
	stmt_open(&st, db, "SELECT seq, uid FROM edit"
			   " ORDER BY seq DESC LIMIT 1");
	if (stmt_next(&st)) {
		*seq = stmt_int(&st, 0);
		*uid = stmt_int(&st, 1);
	}
	return stmt_close(&st, err);
}

/* Whether the row's map is in memory, so that the row should be, too. */
static bool wanted(const struct store *s, const struct row *r)
{
	return entities[r->entity].parent < 0 ||
	       visited(s, row_map(s->project, r));
}

/* Rows of maps that nobody visited are not in memory, and need not be. */
static void follow_change(struct store *s, const struct change *c)
{
	switch (c->op) {
	case CHANGE_SET:
		project_set(s->project, c->entity, c->id, c->field, c->new);
		break;
	case CHANGE_INSERT:
		if (wanted(s, c->row))
			project_put(s->project, row_copy(c->row));
		break;
	case CHANGE_DELETE:
		project_remove(s->project, c->entity, c->id);
		break;
	}
}

void follow_changes(struct store *s, const struct edit *e)
{
	for (size_t i = 0; i < e->count; i++)
		follow_change(s, &e->changes[i]);
}

bool edit_uid(struct db *db, int64_t seq, int64_t *uid, struct err *err)
{
	struct stmt st;

	*uid = 0;
	stmt_open(&st, db, "SELECT uid FROM edit WHERE seq = ?");
	stmt_bind_int(&st, seq);
	if (stmt_next(&st))
		*uid = stmt_int(&st, 0);
	return stmt_close(&st, err);
}

static bool follow_edit(struct store *s, int64_t seq, struct err *err)
{
	struct edit e = EDIT_INIT;
	int64_t uid;
	bool ok = edit_uid(s->db, seq, &uid, err) &&
		  history_read(s, seq, &e, err);

	if (ok) {
		follow_changes(s, &e);
		s->last_seq = seq;
		s->last_uid = uid;
	}
	edit_release(&e);
	return ok;
}

bool check_known(struct store *s, struct err *err)
{
	int64_t uid;

	if (!edit_uid(s->db, s->last_seq, &uid, err))
		return false;
	return uid == s->last_uid ||
	       err_set(err, _("the file was replaced by an older or another "
			      "one; open it again"));
}

bool follow(struct store *s, bool *changed, struct err *err)
{
	int64_t seq, uid;

	if (!last_edit(s->db, &seq, &uid, err))
		return false;
	*changed = seq != s->last_seq || uid != s->last_uid;
	if (!*changed)
		return true;
	if (!check_known(s, err))
		return false;
	for (int64_t next = s->last_seq + 1; next <= seq; next++)
		if (!follow_edit(s, next, err))
			return false;
	return true;
}
