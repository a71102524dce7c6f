#include "layout/view.h"

#include <string.h>

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

bool view_same(const struct view *a, const struct view *b)
{
	return a->map == b->map && a->stage == b->stage &&
	       a->touchpoint == b->touchpoint && a->top == b->top &&
	       a->no_detail == b->no_detail && a->no_parking == b->no_parking &&
	       a->found == b->found && a->filter == b->filter &&
	       a->asked == b->asked && same_text(a->lanes, b->lanes);
}

const struct list *view_touchpoints(const struct view *v,
				    const struct project *p, int64_t stage)
{
	return v->filter ? filter_list(v->filter, stage) :
			   project_touchpoints(p, v->map, stage);
}

bool view_shows(const struct view *v, const struct project *p,
		const struct row *r)
{
	return !v->filter || query_matches(&v->filter->query, p, r);
}

int view_number(const struct project *p, const struct row *r)
{
	const struct list *l =
		project_touchpoints(p, row_ref(r, TOUCHPOINT_MAP),
				    row_ref(r, TOUCHPOINT_STAGE));

	return (int)list_index(l, r) + 1;
}

const struct list *view_list(const struct view *v, const struct project *p)
{
	return view_touchpoints(v, p, v->stage);
}

size_t view_index(const struct view *v, const struct project *p)
{
	const struct row *r = project_row(p, TOUCHPOINT, v->touchpoint);
	const struct list *l = view_list(v, p);
	size_t index = r ? list_index(l, r) : 0;

	return list_at(l, index) == r ? index : 0;
}

int view_stage_number(const struct view *v, const struct project *p)
{
	const struct row *r = project_row(p, STAGE, v->stage);

	return r ? (int)list_index(project_stages(p, v->map), r) + 1 : 0;
}

void view_go_index(struct view *v, const struct project *p, size_t index)
{
	const struct list *l = view_list(v, p);

	if (index >= l->count)
		index = l->count ? l->count - 1 : 0;
	v->touchpoint = l->count ? l->rows[index]->id : 0;
}

void view_go_stage(struct view *v, const struct project *p, int64_t stage)
{
	v->stage = stage;
	v->top = 0;
	view_go_index(v, p, 0);
}

void view_map(struct view *v, const struct project *p, int64_t map)
{
	const struct row *first = list_at(project_stages(p, map), 0);

	v->map = map;
	view_go_stage(v, p, first ? first->id : 0);
}

void view_settle(struct view *v, const struct project *p, size_t index)
{
	const struct row *r;

	if (!project_row(p, MAP, v->map)) {
		const struct row *map = list_at(project_maps(p), 0);

		view_map(v, p, map ? map->id : 0);
		return;
	}
	r = project_row(p, TOUCHPOINT, v->touchpoint);
	if (r && row_ref(r, TOUCHPOINT_MAP) == v->map) {
		v->stage = row_ref(r, TOUCHPOINT_STAGE);
		if (!view_shows(v, p, r))
			view_go_index(v, p, index);
		return;
	}
	if (v->stage && !project_row(p, STAGE, v->stage)) {
		const struct row *first = list_at(project_stages(p, v->map), 0);

		view_go_stage(v, p, first ? first->id : 0);
		return;
	}
	view_go_index(v, p, index);
}

bool view_shows_parking(const struct view *v, const struct project *p)
{
	if (v->no_parking)
		return false;
	return project_touchpoints(p, v->map, 0)->count ||
	       (!v->stage && project_stages(p, v->map)->count);
}
