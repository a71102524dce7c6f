/* The channels of a map, the most used first. */
#include "base/alloc.h"
#include "base/i18n.h"
#include "layout/listing.h"
#include "layout/lists.h"
#include "model/channels.h"

static void channel_cell(const struct listing *l, size_t i, int column,
			 struct strbuf *out)
{
	const struct channels *all = l->what;
	const struct channel *c = &all->at[i];

	switch (column) {
	case 0:
		strbuf_addf(out, "%zu", c->touchpoints);
		break;
	case 1:
		strbuf_addstr(out, emotion_shown(mood_lowest(&c->mood)));
		break;
	default:
		strbuf_addf(out, "@%s", c->name);
	}
}

static struct thing channel_thing(const struct listing *l, size_t i)
{
	const struct channels *all = l->what;

	return (struct thing){ TOUCHPOINT, all->at[i].first };
}

void list_channels(struct page *page, const struct project *p,
		   const struct view *v)
{
	static const struct listing_column columns[] = {
		{ N_("Touchpoints"), 12 }, { N_("Lowest emotion"), 16 },
		{ N_("Channel"), 0 },
	};
	const struct list *stages = project_stages(p, v->map);
	struct channels all = CHANNELS_INIT;
	struct listing l = { .columns = columns, .what = &all,
			     .column_count = ARRAY_LEN(columns),
			     .cell = channel_cell, .thing = channel_thing };
	struct strbuf title = STRBUF_INIT;

	for (size_t i = 0; i < stages->count; i++)
		channels_add(&all, view_touchpoints(v, p,
						    stages->rows[i]->id));
	channels_add(&all, view_touchpoints(v, p, 0));
	channels_sort(&all);
	strbuf_addf(&title, "%s %s %zu", _("Channels"),
		    grid_sign(page->grid, SIGN_DOT), all.count);
	l.title = title.s;
	l.count = all.count;
	l.empty = _("No touchpoint of this map has a channel yet; type it "
		    "with an @: pays @card.");
	listing_paint(page, &l);
	strbuf_release(&title);
	channels_release(&all);
}
