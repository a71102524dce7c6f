#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "layout/detail.h"
#include "layout/frame.h"
#include "layout/plan.h"

static void add_part(struct strbuf *out, const char *dot, const char *text)
{
	if (*text)
		strbuf_addf(out, "%s%s%s%s", out->len ? " " : "",
			    out->len ? dot : "", out->len ? " " : "", text);
}

void plan_paint_header(const struct project *p, int64_t map_id,
		       struct rect r, struct grid *g)
{
	const struct row *map = project_row(p, MAP, map_id);
	const struct row *who = map ? project_row(p, PERSONA,
						  row_ref(map, MAP_PERSONA)) :
				      NULL;
	const char *dot = grid_sign(g, SIGN_DOT);
	struct strbuf text = STRBUF_INIT;

	add_part(&text, dot, map ? row_title(map) : _("no map yet"));
	add_part(&text, dot, who ? row_title(who) : "");
	if (map)
		add_part(&text, dot, field_shown(field_of(MAP, MAP_STATE),
						 row_text(map, MAP_STATE)));
	grid_text(g, r.row, r.col, r.cols, text.s, ROLE_HEADER);
	strbuf_release(&text);
}

/* At the right: "[only channel "zalo"]", as long as a filter holds. */
static void paint_filter(const struct view *v, struct grid *g, struct rect *r)
{
	struct strbuf text = STRBUF_INIT, words = STRBUF_INIT;
	int used;

	if (!v->filter)
		return;
	query_explain(&v->filter->query, &words);
	strbuf_addf(&text, _("[only %s]"), words.s);
	used = grid_text_right(g, r->row, r->col + r->cols, r->cols / 2,
			       text.s, ROLE_HEADER);
	rect_cut_right(r, used + 1);
	strbuf_release(&words);
	strbuf_release(&text);
}

/* The header, and which map of how many this is. */
static void paint_header(const struct plan *plan, const struct project *p,
			 const struct view *v, struct grid *g)
{
	const struct row *map = project_row(p, MAP, v->map);
	size_t maps = project_maps(p)->count;
	struct strbuf text = STRBUF_INIT;
	struct rect r = plan->header;

	grid_fill(g, r, ROLE_HEADER);
	if (maps > 1) {
		strbuf_addf(&text, _("map %zu of %zu "),
			    map ? list_index(project_maps(p), map) + 1 : 0,
			    maps);
		r.cols -= grid_text_right(g, r.row, r.col + r.cols, 20,
					  text.s, ROLE_HEADER) + 1;
	}
	strbuf_release(&text);
	rect_cut_left(&r, 1);
	paint_filter(v, g, &r);
	plan_paint_header(p, v->map, r, g);
}

static void paint_axis(struct grid *g, struct rect curve)
{
	int left = curve.col - 1;

	grid_text(g, curve.row, left, 1, "+", ROLE_DIM);
	grid_text(g, curve.row + curve.rows / 2, left, 1, "0", ROLE_DIM);
	grid_text(g, curve.row + curve.rows - 1, left, 1, "-", ROLE_DIM);
}

/* What lies outside: how many cards above and below. */
static void outside(const struct column *c, const struct grid *g,
		    struct strbuf *out)
{
	if (c->above)
		strbuf_addf(out, " %s%zu", grid_sign(g, SIGN_MORE_UP),
			    c->above);
	if (c->below)
		strbuf_addf(out, " %s%zu", grid_sign(g, SIGN_MORE_DOWN),
			    c->below);
	if (out->len)
		strbuf_addch(out, ' ');
}

/* "5 Purchase · during the purchase · 9 touchpoints", as much as fits. */
static void column_title(const struct project *p, const struct view *v,
			 const struct column *c, const char *dot, int cols,
			 struct strbuf *out)
{
	const struct row *stage = project_row(p, STAGE, c->stage);
	size_t n = project_touchpoints(p, v->map, c->stage)->count;
	size_t left = view_touchpoints(v, p, c->stage)->count;
	const char *phase = stage ? row_text(stage, STAGE_PHASE) : "";
	struct strbuf facts = STRBUF_INIT;

	strbuf_addf(out, " %d %s", c->number,
		    stage ? row_title(stage) : _("Parking lot"));
	if (v->filter)
		strbuf_addf(&facts, _("%zu of %zu"), left, n);
	else
		strbuf_addf(&facts, ngettext("%zu touchpoint",
					     "%zu touchpoints", n), n);
	phase = field_shown(field_of(STAGE, STAGE_PHASE), phase);
	if (utf8_columns(out->s) + utf8_columns(phase) +
	    utf8_columns(facts.s) + 7 <= cols)
		add_part(out, dot, phase);
	if (utf8_columns(out->s) + utf8_columns(facts.s) + 4 <= cols)
		add_part(out, dot, facts.s);
	strbuf_addch(out, ' ');
	strbuf_release(&facts);
}

void plan_paint_title(const struct project *p, const struct view *v,
		      const struct column *c, struct grid *g)
{
	struct strbuf text = STRBUF_INIT;
	struct rect r = c->title;
	int cols = r.cols - 4;

	frame_across(g, r.row, r.col, r.cols, ROLE_FRAME);
	outside(c, g, &text);
	if (text.len)
		cols -= grid_text_right(g, r.row, r.col + r.cols - 1, 13,
					text.s, ROLE_HINT) + 1;
	strbuf_clear(&text);
	column_title(p, v, c, grid_sign(g, SIGN_DOT), cols, &text);
	grid_text(g, r.row, r.col + 2, cols, text.s,
		  c->stage == v->stage ? ROLE_STAGE_HERE : ROLE_STAGE);
	strbuf_release(&text);
}

/* An empty stage tells what to ask, and which key to press. */
static void paint_empty(const struct project *p, const struct view *v,
			const struct column *c, struct grid *g)
{
	const struct row *stage = project_row(p, STAGE, c->stage);
	struct rect area = rect_inset(c->area, 0, 1);

	rect_cut_top(&area, 1);
	if (project_touchpoints(p, v->map, c->stage)->count) {
		grid_wrap(g, area, _("The filter leaves nothing here."),
			  ROLE_DIM);
		return;
	}
	if (stage && *stage_prompt(stage)) {
		rect_cut_top(&area, grid_wrap(g, area, stage_prompt(stage),
					      ROLE_HINT));
		rect_cut_top(&area, 1);
	}
	if (c->stage == v->stage)
		grid_wrap(g, area, _("No touchpoints here yet. Press i and "
				     "type what the customer does."),
			  ROLE_DIM);
}

static void paint_columns(const struct plan *plan, const struct project *p,
			  const struct view *v, struct grid *g)
{
	for (size_t i = 0; i < plan->column_count; i++) {
		const struct column *c = &plan->columns[i];

		plan_paint_title(p, v, c, g);
		if (!view_touchpoints(v, p, c->stage)->count)
			paint_empty(p, v, c, g);
	}
	for (size_t i = 0; i < plan->card_count; i++) {
		const struct card *c = &plan->cards[i];

		card_paint(g, c, project_row(p, TOUCHPOINT, c->touchpoint),
			   plan->boxed, c->touchpoint == v->touchpoint,
			   v->found);
	}
}

static void paint_no_stages(const struct plan *plan, const struct project *p,
			    const struct view *v, struct grid *g)
{
	struct rect area = rect_inset(plan->body, 1, 2);

	grid_wrap(g, area, project_row(p, MAP, v->map) ?
		  _("This map has no stages yet. Press A to add the first.") :
		  _("This file has no map yet. Press A to begin one."),
		  ROLE_DIM);
}

void plan_paint(const struct plan *plan, const struct project *p,
		const struct view *v, struct grid *g)
{
	grid_clear(g);
	if (plan->too_small) {
		grid_wrap(g, rect_make(0, 0, g->rows, g->cols),
			  _("This window is too small: cjm needs 40 columns "
			    "and 10 rows."), ROLE_ALARM);
		return;
	}
	paint_header(plan, p, v, g);
	if (!plan->column_count) {
		paint_no_stages(plan, p, v, g);
		return;
	}
	strip_paint(g, &plan->strip, p, v);
	if (!rect_empty(plan->curve)) {
		paint_axis(g, plan->curve);
		strip_curve(g, &plan->strip, p, v, plan->curve);
	}
	paint_columns(plan, p, v, g);
	if (!rect_empty(plan->detail)) {
		frame_down(g, plan->divider.row, plan->divider.col,
			   plan->divider.rows, ROLE_FRAME);
		detail_paint(g, plan->detail, p, v, plan_selected(plan, v),
			     plan->boxed);
	}
}
