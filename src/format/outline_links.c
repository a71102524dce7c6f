#include "format/outline_links.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/rank.h"
#include "base/utf8.h"

void outline_links_name(struct outline_links *l, enum entity e, int64_t id)
{
	l->named = xgrow(l->named, l->named_count, &l->named_cap,
			 sizeof *l->named);
	l->named[l->named_count++] = (struct outline_named){ e, id };
}

void outline_links_add(struct outline_links *l, struct outline_link link,
		       const char *to)
{
	link.to = xstrdup(to);
	l->links = xgrow(l->links, l->count, &l->cap, sizeof *l->links);
	l->links[l->count++] = link;
}

void outline_links_place(struct outline_links *l, size_t map,
			 int64_t improvement)
{
	const struct outline_place *last = l->place_count ?
		&l->places[l->place_count - 1] : NULL;
	struct outline_place place = { map, 1, l->place_count, improvement };

	if (last && last->map == map)
		place.order = last->order + 1;
	l->places = xgrow(l->places, l->place_count, &l->place_cap,
			  sizeof *l->places);
	l->places[l->place_count++] = place;
}

void outline_links_order(struct outline_links *l, long order)
{
	l->places[l->place_count - 1].order = order;
}

/* The row of the `number`th of this title, of `len` bytes; 0: none. */
static int64_t find_titled(const struct outline_links *l,
			   const struct project *p, enum entity e,
			   const char *title, size_t len, long number)
{
	for (size_t i = 0; i < l->named_count; i++) {
		const char *its;

		if (l->named[i].entity != e)
			continue;
		its = row_title(project_row(p, e, l->named[i].id));
		if (strlen(its) == len && !memcmp(its, title, len) &&
		    !--number)
			return l->named[i].id;
	}
	return 0;
}

static int64_t find_named(const struct outline_links *l,
			  const struct project *p, enum entity e,
			  const char *text)
{
	const char *mark = strrchr(text, '#');
	int64_t id = 0;

	if (mark && mark > text && mark[-1] == ' ')
		id = find_titled(l, p, e, text, (size_t)(mark - 1 - text),
				 atol(mark + 1));
	return id ? id : find_titled(l, p, e, text, strlen(text), 1);
}

/* "2.3": the third touchpoint of the second stage of the map that the
 * referring touchpoint's map is derived from. */
static int64_t find_origin(const struct project *p, int64_t touchpoint,
			   const char *text)
{
	const struct row *t = project_row(p, TOUCHPOINT, touchpoint);
	const struct row *map = project_row(p, MAP,
					    row_ref(t, TOUCHPOINT_MAP));
	int64_t above = row_ref(map, MAP_DERIVED);
	char *end;
	size_t number = strtoul(text, &end, 10);
	const struct row *r;

	if (number) {
		r = list_at(project_stages(p, above), number - 1);
		above = r ? r->id : 0;
	}
	if (!above || *end != '.')
		return 0;
	number = strtoul(end + 1, &end, 10);
	r = number ? list_at(project_list(p, TOUCHPOINT, above), number - 1) :
		     NULL;
	return r && !*end ? r->id : 0;
}

static bool settle(const struct outline_links *l, struct project *p,
		   const struct outline_link *link, struct err *err)
{
	const struct field *f = field_of(link->entity, link->field);
	char text[ID_TEXT];
	int64_t id;

	if (f->target == TOUCHPOINT)
		id = find_origin(p, link->id, link->to);
	else
		id = find_named(l, p, f->target, link->to);
	if (!id)
		return err_set(err, _("there is no %s \"%.*s\""),
			       _(entities[f->target].label),
			       UTF8_CUT(200, link->to));
	return project_set(p, link->entity, link->id, link->field,
			   id_text(id, text));
}

static int compare_places(const void *x, const void *y)
{
	const struct outline_place *a = x, *b = y;

	if (a->map != b->map)
		return a->map < b->map ? -1 : 1;
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	return (a->sequence > b->sequence) - (a->sequence < b->sequence);
}

static bool in_order(const struct outline_links *l)
{
	for (size_t i = 1; i < l->place_count; i++)
		if (compare_places(&l->places[i - 1], &l->places[i]) > 0)
			return false;
	return true;
}

static void settle_places(struct outline_links *l, struct project *p)
{
	struct strbuf rank = STRBUF_INIT, next = STRBUF_INIT;

	if (in_order(l))
		return;
	qsort(l->places, l->place_count, sizeof *l->places, compare_places);
	for (size_t i = 0; i < l->place_count; i++) {
		strbuf_clear(&next);
		rank_between(rank.s, "", &next);
		project_set(p, IMPROVEMENT, l->places[i].improvement,
			    IMPROVEMENT_RANK, next.s);
		strbuf_clear(&rank);
		strbuf_addstr(&rank, next.s);
	}
	strbuf_release(&rank);
	strbuf_release(&next);
}

bool outline_links_settle(struct outline_links *l, struct project *p,
			  long *line, struct err *err)
{
	for (size_t i = 0; i < l->count; i++) {
		*line = l->links[i].line;
		if (!settle(l, p, &l->links[i], err))
			return false;
	}
	settle_places(l, p);
	return true;
}

void outline_links_release(struct outline_links *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->links[i].to);
	free(l->links);
	free(l->named);
	free(l->places);
	*l = (struct outline_links)OUTLINE_LINKS_INIT;
}
