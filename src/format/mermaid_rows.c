#include "format/mermaid_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/rank.h"

struct mermaid_row *mermaid_rows_add(struct mermaid_rows *all,
				     struct draft *d, long line)
{
	struct mermaid_row *r;

	all->rows = xgrow(all->rows, all->count, &all->cap,
			  sizeof *all->rows);
	r = &all->rows[all->count++];
	*r = (struct mermaid_row){ .draft = *d, .line = line,
				   .known = d->id };
	if (!r->draft.id)
		r->draft.id = id_new();
	return r;
}

void mermaid_rows_release(struct mermaid_rows *all)
{
	for (size_t i = 0; i < all->count; i++)
		draft_release(&all->rows[i].draft);
	free(all->rows);
}

static void drop(struct mermaid_row *r, int field)
{
	free(r->draft.text[field]);
	r->draft.text[field] = NULL;
}

static const char *rank_of(const struct mermaid_row *r)
{
	const char *rank = r->draft.text[entities[r->draft.entity].rank];

	return rank ? rank : "";
}

static int by_id(const void *x, const void *y)
{
	const struct mermaid_row *a = *(struct mermaid_row *const *)x;
	const struct mermaid_row *b = *(struct mermaid_row *const *)y;

	if (a->draft.entity != b->draft.entity)
		return a->draft.entity < b->draft.entity ? -1 : 1;
	if (a->draft.id != b->draft.id)
		return a->draft.id < b->draft.id ? -1 : 1;
	return (a > b) - (a < b);
}

/* Lines are copied with their comments; the copy is another row. */
static void make_copy(struct mermaid_row *r, struct report *report)
{
	int rank = entities[r->draft.entity].rank;
	bool visible = r->draft.entity == STAGE ||
		       r->draft.entity == TOUCHPOINT;

	report_add(report, r->line, "%s",
		   _("the id in this comment was used before; this is a "
		     "copy, under an id of its own"));
	r->draft.id = id_new();
	if (visible && rank >= 0)
		drop(r, rank);
}

static void make_unique(struct mermaid_rows *all, struct report *report)
{
	struct mermaid_row **sorted = xmalloc(all->count * sizeof *sorted);
	int64_t last = 0;

	for (size_t i = 0; i < all->count; i++)
		sorted[i] = &all->rows[i];
	qsort(sorted, all->count, sizeof *sorted, by_id);
	for (size_t i = 0; i < all->count; i++) {
		struct draft *d = &sorted[i]->draft;
		int64_t id = d->id;

		if ((i && sorted[i - 1]->draft.entity == d->entity &&
		     id == last) ||
		    (d->entity == STAGE && id == all->rows[0].draft.id))
			make_copy(sorted[i], report);
		last = id;
	}
	free(sorted);
}

static int by_rank(const struct mermaid_row *a, const struct mermaid_row *b)
{
	int order = strcmp(rank_of(a), rank_of(b));

	return order ? order : (a->draft.id > b->draft.id) -
			       (a->draft.id < b->draft.id);
}

/* Mark the longest run of rows, not all side by side, whose ranks ascend. */
static void mark_ascending(struct mermaid_row **list, size_t count,
			   bool *marks)
{
	size_t *ends = xcalloc(count + 1, sizeof *ends);   /* 1 + index */
	size_t *before = xcalloc(count + 1, sizeof *before);
	size_t longest = 0;

	for (size_t i = 0; i < count; i++) {
		size_t low = 1, high = longest + 1;

		if (!*rank_of(list[i]))
			continue;
		while (low < high) {
			size_t middle = low + (high - low) / 2;

			if (by_rank(list[ends[middle] - 1], list[i]) < 0)
				low = middle + 1;
			else
				high = middle;
		}
		ends[low] = i + 1;
		before[i] = ends[low - 1];
		longest = low > longest ? low : longest;
	}
	for (size_t i = ends[longest]; i; i = before[i - 1])
		marks[i - 1] = true;
	free(before);
	free(ends);
}

/* Keep the ranks that fit the order of the lines, drop the others. */
static void drop_ranks(struct mermaid_row **list, size_t count,
		       struct report *report)
{
	bool *fits = xcalloc(count + 1, sizeof *fits);

	mark_ascending(list, count, fits);
	for (size_t i = 0; i < count; i++) {
		if (fits[i] || !*rank_of(list[i]))
			continue;
		report_add(report, list[i]->line, "%s",
			   _("the order of the lines was changed; it counts"));
		drop(list[i], entities[list[i]->draft.entity].rank);
	}
	free(fits);
}

static bool give_ranks(struct mermaid_row **list, size_t count)
{
	struct strbuf rank = STRBUF_INIT;
	const char *before = "";
	size_t next = 0;
	bool ok = true;

	for (size_t i = 0; i < count && ok; i++) {
		if (!*rank_of(list[i])) {
			next = next > i ? next : i;
			while (next < count && !*rank_of(list[next]))
				next++;
			strbuf_clear(&rank);
			ok = rank_between(before, next < count ?
					  rank_of(list[next]) : "", &rank);
			str_set(&list[i]->draft.text[
				entities[list[i]->draft.entity].rank],
				rank.s);
		}
		before = rank_of(list[i]);
	}
	strbuf_release(&rank);
	return ok;
}

/* The list must come out in the order of the lines. */
static void rank_list(struct mermaid_row **list, size_t count,
		      struct report *report)
{
	drop_ranks(list, count, report);
	if (give_ranks(list, count))
		return;
	for (size_t i = 0; i < count; i++)
		drop(list[i], entities[list[i]->draft.entity].rank);
	give_ranks(list, count);
}

static void rank_all(struct mermaid_rows *all, enum entity e,
		     struct report *report)
{
	struct mermaid_row **list = xmalloc(all->count * sizeof *list);
	size_t count = 0;

	for (size_t i = 0; i < all->count; i++) {
		struct mermaid_row *r = &all->rows[i];

		if (r->draft.entity != e)
			continue;
		if (count && list[0]->stage != r->stage) {
			rank_list(list, count, report);
			count = 0;
		}
		list[count++] = r;
	}
	rank_list(list, count, report);
	free(list);
}

/* References to what is not there are cut. */
static void refer(const struct mermaid_rows *all, struct mermaid_row *r,
		  const struct project *into, struct report *report)
{
	struct draft *d = &r->draft;

	for (int i = 0; i < entities[d->entity].count; i++) {
		const struct field *f = field_of(d->entity, i);

		if (f->type != FIELD_REF)
			continue;
		if (f->target == MAP) {
			draft_refer(d, i, all->rows[0].draft.id);
		} else if (d->entity == TOUCHPOINT) {
			draft_refer(d, i, r->stage ?
				    all->rows[r->stage - 1].draft.id : 0);
		} else if (d->text[i] && !project_row(into, f->target,
						     id_parse(d->text[i]))) {
			report_add(report, r->line,
				   _("the %s it belongs to is gone"),
				   _(entities[f->target].label));
			drop(r, i);
		}
	}
}

static bool put(struct mermaid_row *r, struct project *into,
		struct report *report, struct err *err)
{
	enum entity e = r->draft.entity;
	struct err why = { "" };

	if (draft_put(&r->draft, into, &why))
		return true;
	if (e == MAP || e == STAGE || e == TOUCHPOINT)
		return err_set(err, "%s", why.msg);
	report_add(report, r->line, _("%s left out: %s"),
		   _(entities[e].label), why.msg);
	return true;
}

/* Entities stand in the table behind those they refer to. */
bool mermaid_rows_put(struct mermaid_rows *all, struct project *into,
		      struct report *report, struct err *err)
{
	make_unique(all, report);
	rank_all(all, STAGE, report);
	rank_all(all, TOUCHPOINT, report);
	for (int e = 0; e < ENTITIES; e++)
		for (size_t i = 0; i < all->count; i++) {
			struct mermaid_row *r = &all->rows[i];

			if ((int)r->draft.entity != e)
				continue;
			refer(all, r, into, report);
			all->wrong = r->line;
			if (!put(r, into, report, err))
				return false;
		}
	return true;
}
