#include "model/coach_find.h"

#include "base/i18n.h"
#include "base/strbuf.h"

enum { STEP_MEASURE = '4' };

static void each_improvement(struct finder *f,
			     void (*visit)(struct finder *f,
					   const struct row *r))
{
	const struct list *l = project_list(f->coach->p, IMPROVEMENT,
					    f->coach->map);

	for (size_t i = 0; i < l->count; i++)
		visit(f, l->rows[i]);
}

static void check_owner(struct finder *f, const struct row *r)
{
	if (!*row_text(r, IMPROVEMENT_OWNER))
		found(f, r, _("nobody is in charge"));
}

void find_unowned(struct finder *f)
{
	each_improvement(f, check_owner);
}

/* What stands on this step or behind it has been implemented. */
static void check_measure(struct finder *f, const struct row *r)
{
	if (*row_text(r, IMPROVEMENT_STEP) >= STEP_MEASURE &&
	    !*row_text(r, IMPROVEMENT_AFTER))
		found(f, r, _("implemented, but no figure from afterwards"));
}

void find_unmeasured(struct finder *f)
{
	each_improvement(f, check_measure);
}

static void check_verdict(struct finder *f, const struct row *r)
{
	if (*row_text(r, IMPROVEMENT_AFTER) &&
	    !*row_text(r, IMPROVEMENT_VERDICT))
		found(f, r, _("measured, but neither success nor plan B"));
}

void find_undecided(struct finder *f)
{
	each_improvement(f, check_verdict);
}
