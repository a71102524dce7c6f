#include "store/base.h"

#include "base/i18n.h"
#include "model/diff.h"

struct base_intent {
	struct intent intent;
	const struct project *rows;
};

static bool build(const struct intent *self, const struct project *p,
		  struct edit *e, struct err *err)
{
	const struct base_intent *i = (const struct base_intent *)self;
	const struct row *project = project_self(i->rows);

	(void)err;      /* any rows will do */
	project_diff(p, i->rows, e);
	e->kind = EDIT_BASE;
	edit_label(e, N_("Copy"), project ? row_title(project) : "");
	return true;
}

bool base_create(const char *path, const struct project *rows,
		 struct err *err)
{
	struct base_intent i = { { build }, rows };
	struct store *s = store_create(path, "cjm", &i.intent, err);

	store_close(s);
	return s;
}
