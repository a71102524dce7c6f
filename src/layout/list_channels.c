/* The channels of a map, the most used first. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "layout/listing.h"
#include "layout/lists.h"

struct channel {
	const char *name;       /* borrowed from `first` */
	int64_t first;          /* a touchpoint of it */
	size_t count;
	int lowest;             /* emotion */
};

struct channels {
	struct channel *items;
	size_t count, cap;
};

static struct channel *find(struct channels *all, const struct row *r)
{
	const char *name = row_text(r, TOUCHPOINT_CHANNEL);

	for (size_t i = 0; i < all->count; i++)
		if (!strcmp(all->items[i].name, name))
			return &all->items[i];
	all->items = xgrow(all->items, all->count, &all->cap,
			   sizeof *all->items);
	all->items[all->count] = (struct channel){ name, r->id, 0,
						   EMOTION_UNKNOWN };
	return &all->items[all->count++];
}

static void count_list(struct channels *all, const struct list *l)
{
	for (size_t i = 0; i < l->count; i++) {
		struct channel *c;
		int emotion = row_emotion(l->rows[i]);

		if (!*row_text(l->rows[i], TOUCHPOINT_CHANNEL))
			continue;
		c = find(all, l->rows[i]);
		c->count++;
		if (emotion != EMOTION_UNKNOWN &&
		    (c->lowest == EMOTION_UNKNOWN || emotion < c->lowest))
			c->lowest = emotion;
	}
}

static int by_use(const void *a, const void *b)
{
	const struct channel *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return utf8_compare(x->name, y->name);
}

static void count_all(struct channels *all, const struct project *p,
		      int64_t map)
{
	const struct list *stages = project_stages(p, map);

	for (size_t i = 0; i < stages->count; i++)
		count_list(all, project_touchpoints(p, map,
						    stages->rows[i]->id));
	count_list(all, project_touchpoints(p, map, 0));
	if (all->count)
		qsort(all->items, all->count, sizeof *all->items, by_use);
}

static void channel_cell(const struct listing *l, size_t i, int column,
			 struct strbuf *out)
{
	const struct channels *all = l->what;
	const struct channel *c = &all->items[i];

	switch (column) {
	case 0:
		strbuf_addf(out, "%zu", c->count);
		break;
	case 1:
		strbuf_addstr(out, emotion_shown(c->lowest));
		break;
	default:
		strbuf_addf(out, "@%s", c->name);
	}
}

static struct thing channel_thing(const struct listing *l, size_t i)
{
	const struct channels *all = l->what;

	return (struct thing){ TOUCHPOINT, all->items[i].first };
}

void list_channels(struct page *page, const struct project *p,
		   const struct view *v)
{
	static const struct listing_column columns[] = {
		{ N_("Touchpoints"), 12 }, { N_("Lowest emotion"), 16 },
		{ N_("Channel"), 0 },
	};
	struct channels all = { NULL, 0, 0 };
	struct listing l = { .columns = columns, .what = &all,
			     .column_count = ARRAY_LEN(columns),
			     .cell = channel_cell, .thing = channel_thing };
	struct strbuf title = STRBUF_INIT;

	count_all(&all, p, v->map);
	strbuf_addf(&title, "%s %s %zu", _("Channels"),
		    grid_sign(page->grid, SIGN_DOT), all.count);
	l.title = title.s;
	l.count = all.count;
	l.empty = _("No touchpoint of this map has a channel yet; type it "
		    "with an @: pays @card.");
	listing_paint(page, &l);
	strbuf_release(&title);
	free(all.items);
}
