#include "model/coach_find.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "model/channels.h"

enum { STAGE_MOST = 20 };

static void check_empty(struct finder *f, const struct row *stage,
			const struct list *l)
{
	if (!l->count)
		found(f, stage, _("no touchpoint"));
}

void find_empty_stage(struct finder *f)
{
	each_stage(f, check_empty);
}

/* A touchpoint whose channel is not known may be on any. */
static void check_ways(struct finder *f, const struct row *stage,
		       const struct list *l)
{
	struct channels ways = CHANNELS_INIT;

	if (strcmp(row_text(stage, STAGE_KIND), "contact") != 0)
		return;
	channels_add(&ways, l);
	if (ways.count == 1 && !ways.unknown)
		found(f, stage, _("\"%.*s\" is the only way"),
		      UTF8_CUT(SHOWN, ways.at[0].name));
	else if (!ways.count && ways.unknown == 1)
		found(f, stage, _("there is only one way"));
	channels_release(&ways);
}

void find_few_ways(struct finder *f)
{
	each_stage(f, check_ways);
}

/* Touchpoints whose evidence is not known tell nothing. */
static void check_evidence(struct finder *f, const struct row *stage,
			   const struct list *l)
{
	size_t assumed = 0;

	for (size_t i = 0; i < l->count; i++) {
		const char *evidence = row_text(l->rows[i],
						TOUCHPOINT_EVIDENCE);

		if (!strcmp(evidence, "assumed"))
			assumed++;
		else if (*evidence)
			return;
	}
	if (assumed)
		found(f, stage, ngettext("%zu touchpoint, and all its "
					 "evidence is assumed",
					 "%zu touchpoints, and all their "
					 "evidence is assumed", l->count),
		      l->count);
}

void find_assumptions(struct finder *f)
{
	each_stage(f, check_evidence);
}

/* A touchpoint by its wording, in small letters. */
struct worded {
	char *text;
	const struct row *row;
	size_t number;          /* in its stage, from 1 */
};

static int compare_worded(const void *x, const void *y)
{
	const struct worded *a = x, *b = y;
	int order = strcmp(a->text, b->text);

	return order ? order : a->number < b->number ? -1 : 1;
}

/* On another channel it is another touchpoint. */
static char *wording(const struct row *r)
{
	struct strbuf text = STRBUF_INIT;

	utf8_lower(row_title(r), &text);
	strbuf_trim(&text);
	strbuf_addch(&text, '\n');
	utf8_lower(row_text(r, TOUCHPOINT_CHANNEL), &text);
	return strbuf_detach(&text);
}

static void check_duplicates(struct finder *f, const struct row *stage,
			     const struct list *l)
{
	struct worded *all = xcalloc(l->count + 1, sizeof *all);

	(void)stage;
	for (size_t i = 0; i < l->count; i++)
		all[i] = (struct worded){ wording(l->rows[i]), l->rows[i],
					  i + 1 };
	qsort(all, l->count, sizeof *all, compare_worded);
	for (size_t i = 1; i < l->count; i++)
		if (!strcmp(all[i - 1].text, all[i].text))
			found(f, all[i].row,
			      _("the same as number %zu of this stage"),
			      all[i - 1].number);
	for (size_t i = 0; i < l->count; i++)
		free(all[i].text);
	free(all);
}

void find_duplicates(struct finder *f)
{
	each_stage(f, check_duplicates);
}

static void check_length(struct finder *f, const struct row *stage,
			 const struct list *l)
{
	if (l->count > STAGE_MOST)
		found(f, stage, ngettext("%zu touchpoint", "%zu touchpoints",
					 l->count), l->count);
}

void find_long_stage(struct finder *f)
{
	each_stage(f, check_length);
}
