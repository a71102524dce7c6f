/*
 * A view: what somebody is looking at.  Ids, not rows, so that it stays true
 * while the model moves on beneath it.
 */
#ifndef LAYOUT_VIEW_H
#define LAYOUT_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/filter.h"
#include "model/project.h"

struct view {
	int64_t map;
	int64_t stage;          /* 0: the parking lot */
	int64_t touchpoint;     /* 0: none, the stage is empty */
	size_t top;             /* first card shown of this stage */
	bool no_detail;         /* the detail pane is put away */
	bool no_parking;        /* of an overview: stages only */
	/* Borrowed; both may be NULL.  Whoever changes what is behind them
	 * counts `asked` on. */
	const struct query *found;      /* to be marked where it shows */
	const struct filter *filter;    /* nothing else shows */
	unsigned asked;
	const char *lanes;      /* of the matrix, see model/lanes.h; borrowed,
				 * NULL: the usual ones */
};

bool view_same(const struct view *a, const struct view *b);

/* Start at the beginning of a map. */
void view_map(struct view *v, const struct project *p, int64_t map);

/* After the model changed: what was deleted is left for its neighbour.
 * `index` is where the touchpoint stood before, or any number. */
void view_settle(struct view *v, const struct project *p, size_t index);

/* The touchpoints of a stage of this map (0: the parking lot) that the filter
 * leaves, and whether it leaves this one. */
const struct list *view_touchpoints(const struct view *v,
				    const struct project *p, int64_t stage);
bool view_shows(const struct view *v, const struct project *p,
		const struct row *touchpoint);

/* The number that a touchpoint has in its stage, from 1 on: a filter does not
 * change it. */
int view_number(const struct project *p, const struct row *touchpoint);

/* The touchpoints of the stage looked at, and the place among them. */
const struct list *view_list(const struct view *v, const struct project *p);
size_t view_index(const struct view *v, const struct project *p);

/* Stages are numbered from 1; the parking lot is 0 and stands last. */
int view_stage_number(const struct view *v, const struct project *p);
void view_go_stage(struct view *v, const struct project *p, int64_t stage);
void view_go_index(struct view *v, const struct project *p, size_t index);

/* Whether the parking lot is to be shown: something is in it, or we are. */
bool view_shows_parking(const struct view *v, const struct project *p);

#endif
