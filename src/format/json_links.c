#include "format/json_links.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"

void json_links_add(struct json_links *l, enum entity e, int64_t id,
		    int field, const char *path)
{
	l->links = xgrow(l->links, l->count, &l->cap, sizeof *l->links);
	l->links[l->count++] = (struct json_link){ e, id, field,
						   xstrdup(path) };
}

static bool check_link(const struct project *p, const struct json_link *link,
		       struct err *err)
{
	const struct row *r = project_row(p, link->entity, link->id);
	enum entity target = field_of(link->entity, link->field)->target;
	const struct row *to = project_row(p, target,
					   row_ref(r, link->field));

	if (!to)
		return err_set(err, _("there is no %s %s"),
			       _(entities[target].label),
			       row_text(r, link->field));
	return target == PERSONA || row_map(p, r) == row_map(p, to) ||
	       err_set(err, _("the %s is in another map"),
		       _(entities[target].label));
}

bool json_links_check(const struct json_links *l, const struct project *p,
		      struct err *err)
{
	for (size_t i = 0; i < l->count; i++)
		if (!check_link(p, &l->links[i], err))
			return err_prefix(err, "%s", l->links[i].path);
	return true;
}

void json_links_release(struct json_links *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->links[i].path);
	free(l->links);
	*l = (struct json_links){ NULL, 0, 0 };
}
