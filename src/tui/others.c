#include "tui/others.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "store/history.h"
#include "tui/app.h"
#include "tui/clock.h"

enum {
	RECENT_S = 600,
	EDITS_MOST = 1000,      /* that the search for recent ones goes back */
	NAMES_MOST = 3
};

/* The latest comes first.  A clock that goes wrong must not keep somebody
 * here for ever. */
static void meet(const char *author, int64_t edits, int64_t last, void *arg)
{
	struct others *o = arg;

	(void)edits;
	if (last / 1000 > time(NULL) + RECENT_S)
		return;
	if (o->author) {
		o->more++;
		return;
	}
	o->author = xstrdup(author);
	o->time = last / 1000;
}

void others_release(struct others *o)
{
	free(o->author);
}

static bool is_over(const struct others *o)
{
	return o->author && time(NULL) - o->time > RECENT_S;
}

static bool same(const struct others *a, const struct others *b)
{
	return a->time == b->time && a->more == b->more &&
	       (!a->author || !b->author ? a->author == b->author :
					   !strcmp(a->author, b->author));
}

bool others_look(struct app *a)
{
	int64_t since = (int64_t)(time(NULL) - RECENT_S) * 1000;
	struct others now = { NULL, 0, 0, store_last_edit(a->store) };
	struct err err;
	bool changed;

	if (a->others.edit == now.edit && !is_over(&a->others))
		return false;
	history_others(a->store, now.edit - EDITS_MOST, since, meet, &now,
		       &err);
	changed = !same(&now, &a->others);
	others_release(&a->others);
	a->others = now;
	return changed;
}

void others_text(const struct others *o, struct strbuf *out)
{
	if (!o->author)
		return;
	strbuf_addf(out, "%s ", o->author);
	clock_text(o->time, out);
	if (o->more)
		strbuf_addf(out, " +%d", o->more);
}

struct sum {
	struct strbuf names;
	int authors;
	int64_t edits;
};

static void add_up(const char *author, int64_t edits, int64_t last, void *arg)
{
	struct sum *sum = arg;

	(void)last;
	sum->edits += edits;
	if (++sum->authors <= NAMES_MOST)
		strbuf_addf(&sum->names, "%s%s",
			    sum->authors > 1 ? ", " : "", author);
}

void others_since(struct app *a, int64_t edit, int64_t since,
		  struct strbuf *out)
{
	struct sum sum = { STRBUF_INIT, 0, 0 };
	struct strbuf when = STRBUF_INIT;
	struct err err;

	if (!history_others(a->store, edit, 0, add_up, &sum, &err))
		sum.edits = 0;
	if (sum.authors > NAMES_MOST)
		strbuf_addstr(&sum.names, ", ...");
	clock_text(since, &when);
	if (sum.edits)
		strbuf_addf(out, ngettext("%lld change by %s since %s.",
					  "%lld changes by %s since %s.",
					  (unsigned long)sum.edits),
			    (long long)sum.edits, sum.names.s, when.s);
	strbuf_release(&sum.names);
	strbuf_release(&when);
}
