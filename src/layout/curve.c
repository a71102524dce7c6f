#include "layout/curve.h"

#include <stdlib.h>

#include "layout/frame.h"

/* A row half-way between two counts as the one farther from the middle, so
 * that even on three rows +1 is above 0 and -1 below. */
static int row_of(struct rect area, double value)
{
	double size = value < 0 ? -value : value;
	int last = area.rows - 1, away;

	if (size > 2)
		size = 2;
	away = (int)((2 + size) * last / 4 + 0.5);
	return area.row + (value > 0 ? last - away : away);
}

static enum role role_of(double value)
{
	if (value > 0)
		return ROLE_GOOD;
	return value < 0 ? ROLE_BAD : ROLE_NEUTRAL;
}

/* The part of a line across that lies in the area's columns. */
static void across(struct grid *g, struct rect area, int row, int from, int to)
{
	int last = area.cols - 1;

	if (from < 0)
		from = 0;
	if (to > last)
		to = last;
	frame_across(g, row, area.col + from, to - from + 1, ROLE_CURVE);
}

/* Across to the column half-way, down or up there, and on. */
static void join(struct grid *g, struct rect area,
		 const struct curve_point *a, const struct curve_point *b)
{
	int from = row_of(area, a->value), to = row_of(area, b->value);
	int middle = a->col + (b->col - a->col + 1) / 2;

	across(g, area, from, a->col, middle);
	if (middle >= 0 && middle < area.cols)
		frame_down(g, from < to ? from : to, area.col + middle,
			   abs(to - from) + 1, ROLE_CURVE);
	across(g, area, to, middle, b->col);
}

void curve_draw(struct grid *g, struct rect area,
		const struct curve_point *points, int count)
{
	if (rect_empty(area))
		return;
	for (int i = 0; i + 1 < count; i++) {
		if (points[i].known && points[i + 1].known)
			join(g, area, &points[i], &points[i + 1]);
	}
	for (int i = 0; i < count; i++) {
		const struct curve_point *p = &points[i];

		if (p->known && p->col >= 0 && p->col < area.cols)
			grid_text(g, row_of(area, p->value),
				  area.col + p->col, 1,
				  grid_sign(g, SIGN_POINT), role_of(p->value));
	}
}

static int group_lowest(const struct list *l, size_t from, size_t to)
{
	int lowest = EMOTION_UNKNOWN;

	for (size_t i = from; i < to; i++) {
		int value = row_emotion(l->rows[i]);

		if (value != EMOTION_UNKNOWN &&
		    (lowest == EMOTION_UNKNOWN || value < lowest))
			lowest = value;
	}
	return lowest;
}

int curve_points(struct curve_point *points, int n,
		 const struct list *touchpoints, int col, int cols, int most)
{
	size_t count = touchpoints->count;
	size_t groups = count < (size_t)most ? count : (size_t)most;

	for (size_t i = 0; i < groups; i++) {
		int value = group_lowest(touchpoints, count * i / groups,
					 count * (i + 1) / groups);

		points[n++] = (struct curve_point){
			.col = col + (int)((2 * i + 1) * (size_t)cols /
					   (2 * groups)),
			.value = value, .known = value != EMOTION_UNKNOWN };
	}
	return n;
}
