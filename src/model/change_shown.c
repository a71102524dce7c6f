#include <stdlib.h>

#include "base/i18n.h"
#include "model/change.h"

/* A value in words; a reference by the title of its row, if that is there. */
static const char *value(const struct project *p, const struct field *f,
			 const char *text)
{
	const struct row *to;

	if (!*text)
		return f->type == FIELD_REF && f->target == STAGE ?
		       _("Parking lot") : "";
	if (f->type != FIELD_REF && f->type != FIELD_LINK)
		return field_shown(f, text);
	to = project_row(p, f->target, strtoll(text, NULL, 10));
	return to ? row_title(to) : "?";
}

static void set_shown(const struct change *c, const struct project *p,
		      const char *arrow, struct strbuf *out)
{
	const struct field *f = field_of(c->entity, c->field);
	const char *old = value(p, f, c->old), *new = value(p, f, c->new);

	if (f->type == FIELD_RANK) {
		strbuf_addstr(out, _("moved"));
		return;
	}
	strbuf_addstr(out, f->label ? _(f->label) :
				      _(entities[f->target].label));
	strbuf_addf(out, ": %s%s%s %s", old, *old ? " " : "", arrow,
		    *new ? new : "\"\"");
}

void change_shown(const struct change *c, const struct project *after,
		  const char *arrow, struct strbuf *out)
{
	const struct row *r = c->row ? c->row :
			      project_row(after, c->entity, c->id);

	switch (c->op) {
	case CHANGE_SET:
		set_shown(c, after, arrow, out);
		break;
	case CHANGE_INSERT:
		strbuf_addstr(out, _("new"));
		break;
	case CHANGE_DELETE:
		strbuf_addstr(out, _("deleted"));
		break;
	}
	strbuf_addf(out, " (%s \"%s\")", _(entities[c->entity].label),
		    r ? row_title(r) : "?");
}
