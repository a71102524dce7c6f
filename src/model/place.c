#include "model/place.h"

#include <string.h>

#include "base/i18n.h"
#include "base/rank.h"
#include "model/intent.h"

/* A list without one of its rows. */
struct others {
	const struct list *list;
	size_t hole;            /* index of the row that does not count */
	size_t count;
};

static struct others without(const struct list *l, const struct row *skip)
{
	struct others o = { l, l->count, l->count };

	if (skip && l->count) {
		size_t i = list_index(l, skip);

		if (i < l->count && l->rows[i]->id == skip->id) {
			o.hole = i;
			o.count--;
		}
	}
	return o;
}

static const struct row *other(const struct others *o, size_t i)
{
	return o->list->rows[i < o->hole ? i : i + 1];
}

/* The rank the edit itself last appended to this list, or NULL. */
static const char *pending(const struct edit *e, enum entity entity,
			   int64_t parent)
{
	for (size_t i = e->count; i > 0; i--) {
		const struct change *c = &e->changes[i - 1];

		if (c->op == CHANGE_INSERT && c->entity == entity &&
		    row_parent(c->row) == parent)
			return row_rank(c->row);
	}
	return NULL;
}

static bool no_room(struct err *err)
{
	return err_set(err, _("there is no room left between these two; "
			      "put it somewhere else"));
}

/* Give the rows at `at` that share the rank `low` new ones behind `first`. */
static bool spread(struct edit *e, const struct others *o, size_t at,
		   size_t end, const char *first, const char *high)
{
	struct strbuf rank = STRBUF_INIT, next = STRBUF_INIT;
	bool ok = true;

	strbuf_addstr(&rank, first);
	for (size_t i = at; ok && i < end; i++) {
		const struct row *r = other(o, i);

		strbuf_clear(&next);
		ok = rank_between(rank.s, high, &next);
		if (ok)
			edit_set(e, r, entities[r->entity].rank, next.s);
		strbuf_clear(&rank);
		strbuf_addstr(&rank, next.s);
	}
	strbuf_release(&rank);
	strbuf_release(&next);
	return ok;
}

bool place_rank(struct edit *e, const struct project *p, enum entity entity,
		int64_t parent, const struct row *skip, long at,
		struct strbuf *out, struct err *err)
{
	struct others o = without(project_list(p, entity, parent), skip);
	size_t i = at < 0 || (size_t)at > o.count ? o.count : (size_t)at;
	size_t equal = i, start = out->len;
	const char *low = i ? row_rank(other(&o, i - 1)) : "";
	const char *high = "";

	if (i == o.count) {
		const char *last = pending(e, entity, parent);

		if (last && strcmp(last, low) > 0)
			low = last;
	}
	while (i && equal < o.count &&
	       !strcmp(row_rank(other(&o, equal)), low))
		equal++;
	if (equal < o.count)
		high = row_rank(other(&o, equal));
	if (!rank_between(low, high, out) ||
	    !spread(e, &o, i, equal, out->s + start, high))
		return no_room(err);
	return true;
}
