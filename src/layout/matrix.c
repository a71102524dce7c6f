#include "layout/matrix.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "layout/card.h"
#include "layout/frame.h"
#include "layout/listing.h"
#include "layout/wrap.h"
#include "model/lanes.h"

enum {
	LEAST = 17, MOST = 40,  /* columns of a stage */
	GAP = 2
};

/* Stages side by side. */
struct band {
	const struct row *const *stages;
	size_t first, count;    /* `first`: the number of the first, from 0 */
	int cols;               /* of each, without the gap */
};

struct matrix {
	struct page *page;
	const struct project *p;
	const struct view *v;
	struct lanes lanes;
};

static int band_col(const struct band *b, size_t i)
{
	return 1 + (int)i * (b->cols + GAP);
}

static void paint_mark(struct matrix *m, struct rect r)
{
	struct grid *g = m->page->grid;

	for (int row = r.row; row < r.row + r.rows; row++)
		grid_text(g, row, r.col - 1, 1, grid_sign(g, SIGN_BAR),
			  ROLE_MARK);
}

/* A thing in its place, with a bar before it if it is selected. */
static bool spot(struct matrix *m, enum entity e, int64_t id, struct rect r)
{
	bool selected = page_spot(m->page, (struct thing){ e, id }, r);

	if (selected)
		paint_mark(m, r);
	return selected;
}

/* A cell on its way down; with `paint` unset it is only measured. */
struct cell_at {
	struct matrix *m;
	const struct lane *lane;
	struct rect rect;       /* rows grow */
	int stage;              /* number */
	bool numbered;          /* several touchpoints: each has its number */
	bool paint;
};

static enum role text_role(const struct cell_at *c, const struct row *r)
{
	switch (c->lane->field) {
	case TOUCHPOINT_EMOTION:
		return emotion_role(row_emotion(r));
	case TOUCHPOINT_CHANNEL:
		return ROLE_CHANNEL;
	case TOUCHPOINT_PAIN:
		return ROLE_BAD;
	default:
		return ROLE_PLAIN;
	}
}

/* "5.3 " */
static void put_number(const struct cell_at *c, const struct row *r,
		       struct strbuf *out)
{
	const struct list *l = project_list(c->m->p, TOUCHPOINT,
					    row_parent(r));

	if (c->numbered && r)
		strbuf_addf(out, "%d.%zu ", c->stage, list_index(l, r) + 1);
}

static void paint_entry(const struct cell_at *c, const struct row *r,
			const char *number, const char *text, struct rect at)
{
	struct grid *g = c->m->page->grid;
	int indent = utf8_columns(number);

	grid_text(g, at.row, at.col, indent, number, ROLE_DIM);
	rect_cut_left(&at, indent);
	grid_wrap(g, at, text, r ? text_role(c, r) : ROLE_PLAIN);
}

static void visit_entry(const struct row *r, const char *text, void *arg)
{
	struct cell_at *c = arg;
	struct strbuf number = STRBUF_INIT;
	struct rect at = c->rect;

	if (r && !view_shows(c->m->v, c->m->p, r))
		return;
	if (r)
		put_number(c, r, &number);
	at.row += c->rect.rows;
	at.rows = wrap_lines(text, at.cols - utf8_columns(number.s));
	if (c->paint && r && c->lane->field == TOUCHPOINT_TITLE)
		spot(c->m, TOUCHPOINT, r->id, at);
	if (c->paint)
		paint_entry(c, r, number.s, text, at);
	c->rect.rows += at.rows;
	strbuf_release(&number);
}

/* Paint or measure a cell; returns its rows. */
static int do_cell(struct matrix *m, const struct lane *lane,
		   const struct band *b, size_t i, bool paint)
{
	const struct row *stage = b->stages[i];
	struct cell_at c = {
		.m = m, .lane = lane, .paint = paint,
		.rect = rect_make(m->page->rows, band_col(b, i), 0, b->cols),
		.stage = (int)(b->first + i) + 1,
		.numbered = project_touchpoints(m->p, m->v->map,
						stage->id)->count > 1,
	};

	lane_each(lane, m->p, m->v->map, stage->id, visit_entry, &c);
	if (lane->field < 0 && !c.rect.rows)
		c.rect.rows = 1;
	if (lane->field < 0 && paint)
		spot(m, CELL, id_of_pair(lane->id, stage->id), c.rect);
	return c.rect.rows;
}

static void paint_lane_title(struct matrix *m, const struct lane *lane,
			     const struct band *b)
{
	struct grid *g = m->page->grid;
	const char *title = lane_title(lane, m->p);
	struct rect r = rect_make(m->page->rows, 1, 1, m->page->cols - 2);

	if (lane->field < 0)
		spot(m, LANE, lane->id, r);
	grid_text(g, r.row, r.col, band_col(b, b->count) - 2, title,
		  ROLE_LABEL);
	m->page->rows++;
}

static bool is_empty(struct matrix *m, const struct lane *lane,
		     const struct band *b)
{
	for (size_t i = 0; i < b->count; i++)
		if (do_cell(m, lane, b, i, false))
			return false;
	return true;
}

static void paint_lane(struct matrix *m, const struct lane *lane,
		       const struct band *b)
{
	int most = 0;

	if (is_empty(m, lane, b))
		return;
	paint_lane_title(m, lane, b);
	for (size_t i = 0; i < b->count; i++) {
		int rows = do_cell(m, lane, b, i, true);

		most = rows > most ? rows : most;
	}
	m->page->rows += most + 1;
}

/* "── 1 Need ──" over each of the band's columns. */
static void paint_stages(struct matrix *m, const struct band *b)
{
	struct grid *g = m->page->grid;
	struct strbuf title = STRBUF_INIT;

	for (size_t i = 0; i < b->count; i++) {
		const struct row *stage = b->stages[i];
		struct rect r = rect_make(m->page->rows, band_col(b, i), 1,
					  b->cols);
		enum role role = stage->id == m->v->stage ? ROLE_STAGE_HERE :
							    ROLE_STAGE;

		frame_across(g, r.row, r.col, r.cols, ROLE_FRAME);
		strbuf_clear(&title);
		strbuf_addf(&title, "%zu %s ", b->first + i + 1,
			    row_title(stage));
		grid_text(g, r.row, r.col, r.cols, title.s, role);
		spot(m, STAGE, stage->id, r);
	}
	strbuf_release(&title);
	m->page->rows++;
}

static void paint_bands(struct matrix *m, const struct list *stages)
{
	size_t fit = (size_t)((m->page->cols - 1 + GAP) / (LEAST + GAP));
	size_t bands = fit ? (stages->count + fit - 1) / fit : stages->count;
	size_t each = (stages->count + bands - 1) / bands;
	struct band b = { .cols = (m->page->cols - 1 + GAP) / (int)each -
				  GAP };

	b.cols = b.cols > MOST ? MOST : b.cols;
	for (; b.first < stages->count; b.first += b.count) {
		b.count = stages->count - b.first;
		b.count = b.count > each ? each : b.count;
		b.stages = (const struct row *const *)stages->rows + b.first;
		paint_stages(m, &b);
		for (size_t i = 0; i < m->lanes.count; i++)
			paint_lane(m, &m->lanes.at[i], &b);
	}
}

static void paint_title(struct matrix *m)
{
	const struct row *map = project_row(m->p, MAP, m->v->map);
	struct strbuf title = STRBUF_INIT;

	strbuf_addstr(&title, _("Matrix"));
	if (map)
		strbuf_addf(&title, " %s %s",
			    grid_sign(m->page->grid, SIGN_DOT),
			    row_title(map));
	listing_title(m->page, title.s);
	m->page->head = m->page->rows;
	strbuf_release(&title);
}

void matrix_paint(struct page *page, const struct project *p,
		  const struct view *v)
{
	const struct list *stages = project_stages(p, v->map);
	struct matrix m = { page, p, v, LANES_INIT };
	struct err err;

	paint_title(&m);
	if (!stages->count) {
		page->rows += 1 + grid_wrap(page->grid,
			rect_make(page->rows + 1, 2, 6, page->cols - 4),
			_("This map has no stages yet. Press Esc, then A to "
			  "add the first."), ROLE_DIM);
		return;
	}
	/* a lane that was chosen may be gone by now */
	if (!lanes_choose(&m.lanes, p, v->map, v->lanes, &err)) {
		lanes_release(&m.lanes);
		lanes_choose(&m.lanes, p, v->map, NULL, &err);
	}
	paint_bands(&m, stages);
	lanes_release(&m.lanes);
}

bool matrix_cell(const struct project *p, int64_t map, int64_t cell,
		 int64_t *lane, int64_t *stage)
{
	const struct list *lanes = project_list(p, LANE, map);
	const struct list *stages = project_stages(p, map);

	for (size_t i = 0; i < lanes->count; i++)
		for (size_t k = 0; k < stages->count; k++) {
			*lane = lanes->rows[i]->id;
			*stage = stages->rows[k]->id;
			if (id_of_pair(*lane, *stage) == cell)
				return true;
		}
	return false;
}
