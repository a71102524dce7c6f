#include "base/i18n.h"
#include "store/history.h"
#include "store/inner.h"

static bool replay_edit(struct store *s, int64_t seq, struct project *p,
			struct err *err)
{
	struct edit e = EDIT_INIT;
	bool ok = history_read(s, seq, &e, err);

	if (ok && !edit_apply(&e, p))
		ok = err_set(err, _("edit %lld of the history does not fit "
				    "those before it"), (long long)seq);
	edit_release(&e);
	return ok;
}

static bool replay(struct store *s, int64_t last, struct project *p,
		   struct err *err)
{
	struct stmt st;
	bool ok = true;

	stmt_open(&st, s->db, "SELECT seq FROM edit"
			      " WHERE seq <= ? AND merged IS NULL"
			      " ORDER BY seq");
	stmt_bind_int(&st, last);
	while (ok && stmt_next(&st))
		ok = replay_edit(s, stmt_int(&st, 0), p, err);
	return stmt_close(&st, err) && ok;
}

struct project *history_at(struct store *s, int64_t seq, struct err *err)
{
	struct project *p = project_new();

	if (replay(s, seq, p, err))
		return p;
	project_free(p);
	return NULL;
}
