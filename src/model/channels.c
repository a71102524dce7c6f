#include "model/channels.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "base/utf8.h"

static const char partings[] = ",;/";

static struct channel *channel_of(struct channels *c, const char *name,
				  const struct row *touchpoint)
{
	for (size_t i = 0; i < c->count; i++)
		if (utf8_same(c->at[i].name, name))
			return &c->at[i];
	c->at = xgrow(c->at, c->count, &c->cap, sizeof *c->at);
	c->at[c->count] = (struct channel){ .name = xstrdup(name),
					    .first = touchpoint->id };
	return &c->at[c->count++];
}

static void count_in(struct channels *c, const char *name,
		     const struct row *touchpoint)
{
	struct channel *channel = channel_of(c, name, touchpoint);
	int emotion = row_emotion(touchpoint);

	channel->touchpoints++;
	channel->stages += channel->last != c->lists;
	channel->last = c->lists;
	if (emotion != EMOTION_UNKNOWN)
		channel->mood.number[emotion + 2]++;
}

static void add_touchpoint(struct channels *c, const struct row *r)
{
	const char *s = row_text(r, TOUCHPOINT_CHANNEL);
	struct strbuf name = STRBUF_INIT;
	bool any = false;

	while (*s) {
		size_t len = strcspn(s, partings);

		strbuf_clear(&name);
		strbuf_add(&name, s, len);
		strbuf_trim(&name);
		if (name.len)
			count_in(c, name.s, r);
		any |= name.len > 0;
		s += len + (s[len] != '\0');
	}
	c->unknown += !any;
	strbuf_release(&name);
}

void channels_add(struct channels *c, const struct list *touchpoints)
{
	c->lists++;
	for (size_t i = 0; i < touchpoints->count; i++)
		add_touchpoint(c, touchpoints->rows[i]);
}

void channels_of_map(struct channels *c, const struct project *p, int64_t map)
{
	const struct list *stages = project_stages(p, map);

	for (size_t i = 0; i < stages->count; i++)
		channels_add(c, project_touchpoints(p, map,
						    stages->rows[i]->id));
}

static int compare(const void *x, const void *y)
{
	const struct channel *a = x, *b = y;

	if (a->touchpoints != b->touchpoints)
		return a->touchpoints > b->touchpoints ? -1 : 1;
	return utf8_compare(a->name, b->name);
}

void channels_sort(struct channels *c)
{
	if (c->count)
		qsort(c->at, c->count, sizeof *c->at, compare);
}

void channels_release(struct channels *c)
{
	for (size_t i = 0; i < c->count; i++)
		free(c->at[i].name);
	free(c->at);
	*c = (struct channels)CHANNELS_INIT;
}
