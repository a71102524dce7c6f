#include "model/lanes.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"

static const int usual[] = {
	TOUCHPOINT_TITLE, TOUCHPOINT_CHANNEL, TOUCHPOINT_CONTEXT,
	TOUCHPOINT_NEED, TOUCHPOINT_EMOTION, TOUCHPOINT_PAIN,
	TOUCHPOINT_OPPORTUNITY, TOUCHPOINT_QUOTE,
};

static void add(struct lanes *l, int field, int64_t id)
{
	l->at = xgrow(l->at, l->count, &l->cap, sizeof *l->at);
	l->at[l->count++] = (struct lane){ field, id };
}

void lanes_release(struct lanes *l)
{
	free(l->at);
	*l = (struct lanes)LANES_INIT;
}

static bool list_has(const struct list *l, int field)
{
	for (size_t i = 0; i < l->count; i++)
		if (*row_text(l->rows[i], field))
			return true;
	return false;
}

static bool map_has(const struct project *p, int64_t map, int field)
{
	const struct list *stages = project_stages(p, map);

	for (size_t i = 0; i < stages->count; i++)
		if (list_has(project_touchpoints(p, map, stages->rows[i]->id),
			     field))
			return true;
	return false;
}

static void choose_usual(struct lanes *l, const struct project *p,
			 int64_t map)
{
	const struct list *own = project_list(p, LANE, map);

	for (size_t i = 0; i < ARRAY_LEN(usual); i++)
		if (usual[i] == TOUCHPOINT_TITLE || map_has(p, map, usual[i]))
			add(l, usual[i], 0);
	for (size_t i = 0; i < own->count; i++)
		add(l, -1, own->rows[i]->id);
}

static int64_t own_named(const struct project *p, int64_t map,
			 const char *name)
{
	const struct list *own = project_list(p, LANE, map);

	for (size_t i = 0; i < own->count; i++)
		if (utf8_same(row_title(own->rows[i]), name))
			return own->rows[i]->id;
	return 0;
}

/* "title, channel, need, ..., KPI" */
static void list_names(const struct project *p, int64_t map,
		       struct strbuf *out)
{
	const struct list *own = project_list(p, LANE, map);

	for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
		if (field_of(TOUCHPOINT, f)->label)
			strbuf_addf(out, "%s%s", out->len ? ", " : "",
				    field_of(TOUCHPOINT, f)->key);
	for (size_t i = 0; i < own->count; i++)
		strbuf_addf(out, ", %s", row_title(own->rows[i]));
}

static bool unknown(const struct project *p, int64_t map, const char *name,
		    struct err *err)
{
	struct strbuf names = STRBUF_INIT;

	list_names(p, map, &names);
	err_set(err, _("there is no lane \"%s\"; there are: %s"), name,
		names.s);
	strbuf_release(&names);
	return false;
}

static bool choose(struct lanes *l, const struct project *p, int64_t map,
		   const char *name, struct err *err)
{
	int64_t id = own_named(p, map, name);
	int field = id ? -1 : field_named(TOUCHPOINT, name);

	if (!id && (field < 0 || !field_of(TOUCHPOINT, field)->label))
		return unknown(p, map, name, err);
	add(l, field, id);
	return true;
}

bool lanes_choose(struct lanes *l, const struct project *p, int64_t map,
		  const char *wanted, struct err *err)
{
	struct strbuf name = STRBUF_INIT;
	bool ok = true;

	if (!wanted)
		choose_usual(l, p, map);
	while (ok && wanted && *wanted) {
		size_t len = strcspn(wanted, ",");

		strbuf_clear(&name);
		strbuf_add(&name, wanted, len);
		strbuf_trim(&name);
		ok = !name.len || choose(l, p, map, name.s, err);
		wanted += len + (wanted[len] == ',');
	}
	strbuf_release(&name);
	return ok;
}

const char *lane_title(const struct lane *l, const struct project *p)
{
	const struct row *own = project_row(p, LANE, l->id);

	if (l->field >= 0)
		return _(field_of(TOUCHPOINT, l->field)->label);
	return own ? row_title(own) : "";
}

const struct row *lane_cell(const struct project *p, int64_t lane,
			    int64_t stage)
{
	const struct list *cells = project_list(p, CELL, lane);

	for (size_t i = 0; i < cells->count; i++)
		if (row_ref(cells->rows[i], CELL_STAGE) == stage)
			return cells->rows[i];
	return NULL;
}

void lane_each(const struct lane *l, const struct project *p, int64_t map,
	       int64_t stage, lane_visit *visit, void *arg)
{
	const struct list *list = project_touchpoints(p, map, stage);
	const struct row *cell;

	if (l->field < 0) {
		cell = lane_cell(p, l->id, stage);
		if (cell && *row_text(cell, CELL_TEXT))
			visit(NULL, row_text(cell, CELL_TEXT), arg);
		return;
	}
	for (size_t i = 0; i < list->count; i++) {
		const struct row *r = list->rows[i];
		const struct field *f = field_of(TOUCHPOINT, l->field);
		const char *text = row_text(r, l->field);

		if (*text)
			visit(r, l->field == TOUCHPOINT_EMOTION ?
				 emotion_shown(row_emotion(r)) :
				 field_shown(f, text), arg);
	}
}

struct joining {
	const struct lane *lane;
	const char *between;
	struct strbuf *out;
	char *last;
};

static void join(const struct row *touchpoint, const char *text, void *arg)
{
	struct joining *j = arg;

	(void)touchpoint;
	if (j->last && j->lane->field != TOUCHPOINT_EMOTION &&
	    !strcmp(j->last, text))
		return;
	if (j->last)
		strbuf_addstr(j->out, j->between);
	strbuf_addstr(j->out, text);
	str_set(&j->last, text);
}

void lane_text(const struct lane *l, const struct project *p, int64_t map,
	       int64_t stage, const char *between, struct strbuf *out)
{
	struct joining j = { l, between, out, NULL };

	lane_each(l, p, map, stage, join, &j);
	free(j.last);
}
