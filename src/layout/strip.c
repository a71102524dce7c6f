#include "layout/strip.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "layout/card.h"
#include "layout/curve.h"

enum { TITLE_MOST = 24, GAP = 1, CURVE_MOST = 200 };

/* How generous the cells are: with air, as wide as their content, or only as
 * wide as their titles, the mood then being cut with a mark. */
enum room { ROOM_AIRY, ROOM_CONTENT, ROOM_TITLE, ROOMS };
enum { AIRY_COLS = 11 };

void mood_text(const struct list *l, const char *low, struct strbuf *out)
{
	double mean;

	strbuf_addf(out, "%zu", l->count);
	if (mood_mean(&l->mood, &mean)) {
		bool zero = mean > -0.05 && mean < 0.05;

		strbuf_addf(out, zero ? " %.1f%s%s" : " %+.1f%s%s",
			    zero ? 0.0 : mean, low,
			    emotion_shown(mood_lowest(&l->mood)));
	} else if (l->count) {
		strbuf_addstr(out, " ?");
	}
}

static const char *stage_title(const struct project *p, int64_t stage)
{
	const struct row *r = project_row(p, STAGE, stage);

	return r ? row_title(r) : _("Parking lot");
}

static void cell_title(const struct project *p, const struct strip_cell *c,
		       struct strbuf *out)
{
	strbuf_addf(out, "%d %s", c->number, stage_title(p, c->stage));
}

/* "3 +0.7v-1"; "3/9 ..." while a filter holds. */
static void cell_mood(const struct project *p, const struct view *v,
		      const struct strip_cell *c, const char *low,
		      struct strbuf *out)
{
	const struct list *all = project_touchpoints(p, v->map, c->stage);
	const struct list *left = view_touchpoints(v, p, c->stage);
	char total[24];
	size_t len;

	mood_text(left, low, out);
	if (!v->filter)
		return;
	len = strspn(out->s, "0123456789");
	snprintf(total, sizeof total, "/%zu", all->count);
	strbuf_splice(out, len, 0, total, strlen(total));
}

/* Columns a cell would like, with the gap behind it. */
static int wanted_cols(const struct project *p, const struct view *v,
		       const struct strip_cell *c, enum room room)
{
	struct strbuf text = STRBUF_INIT;
	int cols, mood;

	cell_title(p, c, &text);
	cols = utf8_columns(text.s);
	if (cols > TITLE_MOST)
		cols = TITLE_MOST;
	strbuf_clear(&text);
	cell_mood(p, v, c, "v", &text);
	mood = utf8_columns(text.s);
	strbuf_release(&text);
	if (room != ROOM_TITLE && cols < mood)
		cols = mood;
	if (room == ROOM_AIRY && cols < AIRY_COLS)
		cols = AIRY_COLS;
	return cols + GAP;
}

static void list_cells(struct strip *s, const struct project *p,
		       const struct view *v)
{
	const struct list *stages = project_stages(p, v->map);

	s->cells = xcalloc(stages->count + 1, sizeof *s->cells);
	for (size_t i = 0; i < stages->count; i++)
		s->cells[s->count++] = (struct strip_cell){
			.stage = stages->rows[i]->id, .number = (int)i + 1 };
	if (view_shows_parking(v, p))
		s->count++;     /* stage 0, number 0 */
}

static size_t current(const struct strip *s, const struct view *v)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->cells[i].stage == v->stage)
			return i;
	return 0;
}

/* Keep the cells around the current one that fit into `cols`. */
static void keep_around(struct strip *s, size_t here, int cols)
{
	size_t first = here, last = here + 1;
	int used = s->count ? s->cells[here].rect.cols : 0;
	bool grew = s->count > 0;

	while (grew) {
		grew = false;
		if (last < s->count &&
		    used + s->cells[last].rect.cols <= cols) {
			used += s->cells[last++].rect.cols;
			grew = true;
		}
		if (first > 0 && used + s->cells[first - 1].rect.cols <= cols) {
			used += s->cells[--first].rect.cols;
			grew = true;
		}
	}
	s->more_left = first > 0;
	s->more_right = last < s->count;
	s->count = s->count ? last - first : 0;
	memmove(s->cells, s->cells + first, s->count * sizeof *s->cells);
}

/* Stages get their columns, and what is left over in equal parts. */
static void place_cells(struct strip *s, struct rect area)
{
	int used = 0, col = area.col;

	for (size_t i = 0; i < s->count; i++)
		used += s->cells[i].rect.cols;
	for (size_t i = 0; i < s->count; i++) {
		int spare = (area.cols - used) / (int)s->count;
		int cols = s->cells[i].rect.cols + (spare > 8 ? 8 : spare);

		if (cols > area.col + area.cols - col + GAP)
			cols = area.col + area.cols - col + GAP;
		s->cells[i].rect = rect_make(area.row, col, area.rows,
					     cols - GAP);
		col += cols;
	}
}

static int total_cols(const struct strip *s)
{
	int total = 0;

	for (size_t i = 0; i < s->count; i++)
		total += s->cells[i].rect.cols;
	return total - GAP;
}

static void size_cells(struct strip *s, const struct project *p,
		       const struct view *v, enum room room)
{
	for (size_t i = 0; i < s->count; i++)
		s->cells[i].rect.cols = wanted_cols(p, v, &s->cells[i], room);
}

/* When some stages must go out of sight, those that stay are not cut. */
void strip_make(struct strip *s, const struct project *p,
		const struct view *v, struct rect area)
{
	*s = (struct strip){ NULL, 0, false, false };
	list_cells(s, p, v);
	for (int room = ROOM_AIRY; room < ROOMS; room++) {
		size_cells(s, p, v, (enum room)room);
		if (total_cols(s) <= area.cols)
			break;
	}
	if (total_cols(s) > area.cols) {
		size_cells(s, p, v, ROOM_CONTENT);
		keep_around(s, current(s, v), area.cols);
	}
	place_cells(s, area);
}

void strip_release(struct strip *s)
{
	free(s->cells);
	*s = (struct strip){ NULL, 0, false, false };
}

static void paint_mood(struct grid *g, const struct strip_cell *c,
		       const struct project *p, const struct view *v)
{
	const struct list *l = view_touchpoints(v, p, c->stage);
	struct strbuf text = STRBUF_INIT;
	int lowest = mood_lowest(&l->mood);

	cell_mood(p, v, c, grid_sign(g, SIGN_LOW), &text);
	grid_text(g, c->rect.row + 1, c->rect.col, c->rect.cols, text.s,
		  ROLE_DIM);
	if (lowest != EMOTION_UNKNOWN && lowest < 0) {
		const char *low = strstr(text.s, grid_sign(g, SIGN_LOW));
		char *before = xstrndup(text.s, (size_t)(low - text.s));

		grid_text(g, c->rect.row + 1,
			  c->rect.col + utf8_columns(before),
			  c->rect.cols - utf8_columns(before), low, ROLE_BAD);
		free(before);
	}
	strbuf_release(&text);
}

void strip_paint(struct grid *g, const struct strip *s,
		 const struct project *p, const struct view *v)
{
	struct strbuf title = STRBUF_INIT;

	for (size_t i = 0; i < s->count; i++) {
		const struct strip_cell *c = &s->cells[i];

		strbuf_clear(&title);
		cell_title(p, c, &title);
		grid_text(g, c->rect.row, c->rect.col, c->rect.cols, title.s,
			  c->stage == v->stage ? ROLE_STAGE_HERE : ROLE_STAGE);
		paint_mood(g, c, p, v);
	}
	strbuf_release(&title);
	if (s->more_left)
		grid_text(g, s->cells[0].rect.row + 1, s->cells[0].rect.col - 1,
			  1, grid_sign(g, SIGN_LEFT), ROLE_KEY);
	if (s->more_right) {
		struct rect last = s->cells[s->count - 1].rect;

		grid_text(g, last.row + 1, last.col + last.cols, 1,
			  grid_sign(g, SIGN_RIGHT), ROLE_KEY);
	}
}

/* As many points as a stage has columns for.  A stage too long to look
 * through at each key shows its mean, which is kept up to date. */
static int add_points(struct curve_point *points, int n, const struct list *l,
		      struct rect cell, int left)
{
	int most = cell.cols / 2 > 0 ? cell.cols / 2 : 1;

	if (l->count > CURVE_MOST) {
		struct curve_point *point = &points[n++];

		point->col = cell.col - left + cell.cols / 2;
		point->known = mood_mean(&l->mood, &point->value);
		return n;
	}
	return curve_points(points, n, l, cell.col - left, cell.cols, most);
}

void strip_curve(struct grid *g, const struct strip *s,
		 const struct project *p, const struct view *v,
		 struct rect area)
{
	struct curve_point *points = xcalloc((size_t)area.cols + 1,
					     sizeof *points);
	int n = 0;

	for (size_t i = 0; i < s->count; i++)
		if (s->cells[i].stage)
			n = add_points(points, n,
				       view_touchpoints(v, p,
							s->cells[i].stage),
				       s->cells[i].rect, area.col);
	curve_draw(g, area, points, n);
	free(points);
}
