#include "format/places.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/id.h"
#include "base/rank.h"

void places_begin(struct places *p, struct project *into)
{
	*p = (struct places){ .into = into, .numbers = json_object() };
	p->at = xgrow(p->at, 0, &p->cap, sizeof *p->at);
	p->at[p->count++] = (struct place){ .rank = STRBUF_INIT };
}

void places_end(struct places *p)
{
	for (size_t i = 0; i < p->count; i++)
		strbuf_release(&p->at[i].rank);
	for (size_t i = 0; i < p->rank_count; i++)
		free(p->ranks[i]);
	free(p->ranks);
	free(p->at);
	json_decref(p->numbers);
	project_sort(p->into);
}

static const char *rank_of_position(struct places *p, long position)
{
	while (p->rank_count < (size_t)position) {
		struct strbuf next = STRBUF_INIT;
		size_t n = p->rank_count;

		rank_between(n ? p->ranks[n - 1] : "", "", &next);
		p->ranks = xgrow(p->ranks, n, &p->rank_cap,
				 sizeof *p->ranks);
		p->ranks[p->rank_count++] = strbuf_detach(&next);
	}
	return p->ranks[position - 1];
}

const char *places_rank(struct places *p, size_t place, long position)
{
	struct place *here = &p->at[place];
	struct strbuf rank = STRBUF_INIT;
	long next = here->position + 1;

	if (position == POSITION_NEXT)
		position = next;
	if (next > POSITION_MOST) {
		rank_between(here->rank.s, "", &rank);
	} else if (position > 0 && position != here->position) {
		strbuf_addstr(&rank, rank_of_position(p, position));
		here->position = position;
	} else if (!rank_between(here->rank.s, rank_of_position(p, next),
				 &rank)) {
		strbuf_addstr(&rank, here->rank.s);
	}
	strbuf_release(&here->rank);
	here->rank = rank;
	return rank.s;
}

static void add_row(struct places *p, enum entity e, size_t above,
		    const char *title, int64_t id)
{
	const struct entity_info *info = &entities[e];
	struct values v = { { NULL } };
	char parent[ID_TEXT];

	v.text[info->title] = title;
	v.text[info->rank] = places_rank(p, above, 0);
	if (info->parent >= 0)
		v.text[info->parent] = id_text(p->at[above].id, parent);
	project_load(p->into, row_new(e, id, &v));
}

/* Find the place, or add it.  A parking lot has no title and no row. */
static size_t place(struct places *p, enum entity e, size_t above,
		    const char *name, const char *title)
{
	struct strbuf key = STRBUF_INIT;
	json_t *number;
	size_t n;

	strbuf_addf(&key, "%d %zu %s", e, above, name);
	number = json_object_get(p->numbers, key.s);
	n = (size_t)json_integer_value(number);
	if (!number) {
		int64_t id = *title ? id_new() : 0;

		if (id)
			add_row(p, e, above, title, id);
		n = p->count;
		p->at = xgrow(p->at, n, &p->cap, sizeof *p->at);
		p->at[p->count++] = (struct place){ id, above, 0,
						    STRBUF_INIT };
		json_object_set_new(p->numbers, key.s,
				    json_integer((json_int_t)n));
	}
	strbuf_release(&key);
	return n;
}

size_t places_map(struct places *p, const char *name, const char *title)
{
	return place(p, MAP, 0, name, title);
}

size_t places_stage(struct places *p, size_t map, const char *name,
		    const char *title)
{
	return place(p, STAGE, map, name, title);
}
