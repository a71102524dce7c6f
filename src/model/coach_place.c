#include "model/coach.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "model/capture.h"
#include "model/sigil.h"

static const char map_word[] = "map";
enum { IMPROVEMENT_SIGN = 'i' };

static size_t number_of(const struct list *l, const struct row *r)
{
	return list_index(l, r) + 1;
}

static void add_card(const struct project *p, const struct row *r,
		     struct strbuf *out)
{
	int64_t map = row_ref(r, TOUCHPOINT_MAP);
	int64_t id = row_ref(r, TOUCHPOINT_STAGE);
	const struct row *stage = project_row(p, STAGE, id);

	strbuf_addf(out, "%zu.%zu",
		    stage ? number_of(project_stages(p, map), stage) : 0,
		    number_of(project_touchpoints(p, map, id), r));
}

void coach_place(const struct project *p, enum entity e, int64_t id,
		 struct strbuf *out)
{
	const struct row *r = project_row(p, e, id);

	if (!r)
		return;
	if (e == TOUCHPOINT)
		add_card(p, r, out);
	else if (e == MAP)
		strbuf_addstr(out, map_word);
	else if (e == IMPROVEMENT)
		strbuf_addf(out, "%c%zu", IMPROVEMENT_SIGN,
			    number_of(project_list(p, e, row_parent(r)), r));
	else
		strbuf_addf(out, "%zu",
			    number_of(project_list(p, e, row_parent(r)), r));
}

/* The row of the list that has this number, written in digits alone. */
static const struct row *numbered(const struct list *l, const char *text)
{
	size_t len = strspn(text, "0123456789");

	if (!len || len > 6 || text[len])
		return NULL;
	return list_at(l, strtoul(text, NULL, 10) - 1);
}

static const struct row *row_at(const struct project *p, int64_t map,
				const char *text)
{
	int stage, card;

	if (!strcmp(text, map_word))
		return project_row(p, MAP, map);
	if (*text == IMPROVEMENT_SIGN)
		return numbered(project_list(p, IMPROVEMENT, map), text + 1);
	if (sigil_card(text, &stage, &card) == strlen(text))
		return capture_card(p, map, stage, card);
	return numbered(project_stages(p, map), text);
}

bool coach_place_read(const struct project *p, int64_t map, const char *text,
		      enum entity *e, int64_t *id, struct err *err)
{
	const struct row *r = *text ? row_at(p, map, text) : NULL;

	if (!r)
		return err_set(err, _("there is no place \"%.*s\" on this "
				      "map; name it as `cjm check` does: 5.3 "
				      "a touchpoint, 5 a stage, i2 an "
				      "improvement, map"), UTF8_CUT(100, text));
	*e = (enum entity)r->entity;
	*id = r->id;
	return true;
}
