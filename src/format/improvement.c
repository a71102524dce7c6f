#include "format/improvement.h"

#include "base/i18n.h"
#include "format/facts.h"

const char *improvement_heading(enum improvement_column column)
{
	switch (column) {
	case IMPROVEMENT_WHAT:
		return _("Improvement");
	case IMPROVEMENT_WHERE:
		return _("Touchpoint");
	case IMPROVEMENT_STATE:
		return _("Step");
	case IMPROVEMENT_WHO:
		return _("Owner");
	default:
		return _("Measure");
	}
}

static void new_line(struct strbuf *out)
{
	if (out->len)
		strbuf_addch(out, '\n');
}

/* The field on a line of its own, if it is there. */
static void add(struct strbuf *out, const struct row *r, int field)
{
	if (!*row_text(r, field))
		return;
	new_line(out);
	strbuf_addstr(out, field_shown(field_of(IMPROVEMENT, field),
				       row_text(r, field)));
}

static void add_named(struct strbuf *out, const struct row *r, int field)
{
	if (!*row_text(r, field))
		return;
	new_line(out);
	strbuf_addf(out, "%s: %s", _(field_of(IMPROVEMENT, field)->label),
		    field_shown(field_of(IMPROVEMENT, field),
				row_text(r, field)));
}

static void add_where(struct strbuf *out, const struct project *p,
		      const struct row *r)
{
	const struct row *t = project_row(p, TOUCHPOINT,
					  row_ref(r, IMPROVEMENT_TOUCHPOINT));

	if (!t)
		return;
	facts_number(p, t, out);
	strbuf_addf(out, " %s", row_title(t));
}

/* "orders (%)" and the figures below it. */
static void add_figures(struct strbuf *out, const struct row *r)
{
	add(out, r, IMPROVEMENT_MEASURE);
	if (*row_text(r, IMPROVEMENT_UNIT))
		strbuf_addf(out, out->len ? " (%s)" : "%s",
			    row_text(r, IMPROVEMENT_UNIT));
	add_named(out, r, IMPROVEMENT_BEFORE);
	add_named(out, r, IMPROVEMENT_TARGET);
	add_named(out, r, IMPROVEMENT_AFTER);
}

void improvement_text(const struct project *p, const struct row *r,
		      enum improvement_column column, struct strbuf *out)
{
	switch (column) {
	case IMPROVEMENT_WHAT:
		add(out, r, IMPROVEMENT_TEXT);
		add_named(out, r, IMPROVEMENT_PRACTICE);
		add_named(out, r, IMPROVEMENT_REFERENCE);
		add_named(out, r, IMPROVEMENT_PLAN_B);
		break;
	case IMPROVEMENT_WHERE:
		add_where(out, p, r);
		break;
	case IMPROVEMENT_STATE:
		add(out, r, IMPROVEMENT_STEP);
		add(out, r, IMPROVEMENT_VERDICT);
		add_named(out, r, IMPROVEMENT_KIND);
		break;
	case IMPROVEMENT_WHO:
		add(out, r, IMPROVEMENT_OWNER);
		add_named(out, r, IMPROVEMENT_DUE);
		break;
	default:
		add_figures(out, r);
	}
}
