#include "layout/zoom.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "layout/card.h"
#include "layout/detail.h"
#include "layout/listing.h"
#include "layout/wrap.h"

enum { INDENT = 6, ENDLESS = 1 << 20 };

struct zoom {
	struct page *page;
	const struct project *p;
	const struct view *v;
};

static struct rect rest(const struct zoom *z, int indent)
{
	return rect_make(z->page->rows, indent, ENDLESS,
			 z->page->cols - indent - 1);
}

static void paint_text(struct zoom *z, const char *text, int indent,
		       enum role role)
{
	struct rect r = rest(z, indent);

	r.rows = wrap_lines(text, r.cols);
	grid_wrap(z->page->grid, r, text, role);
	z->page->rows += r.rows;
}

/* All its fields besides the title. */
static void paint_fields(struct zoom *z, const struct row *r, int indent)
{
	const struct entity_info *info = &entities[r->entity];
	struct rect area = rest(z, indent);

	for (int f = 0; f < info->count; f++)
		if (f != info->title)
			detail_field(z->page->grid, &area, z->p, z->v, r, f);
	z->page->rows = area.row;
}

/* "Improvement: show the fee first", and its fields. */
static void paint_part(struct zoom *z, const struct row *r)
{
	const struct entity_info *info = &entities[r->entity];
	struct rect area = rest(z, INDENT);
	int top;

	detail_field(z->page->grid, &area, z->p, z->v, r, info->title);
	z->page->rows = area.row;
	paint_fields(z, r, INDENT + 2);
	top = rest(z, 0).row;
	page_spot(z->page, (struct thing){ (enum entity)r->entity, r->id },
		  rect_make(top - 1, INDENT, 1, 1));
}

static void paint_list(struct zoom *z, const struct list *l, int field,
		       int64_t touchpoint)
{
	for (size_t i = 0; i < l->count; i++)
		if (row_ref(l->rows[i], field) == touchpoint)
			paint_part(z, l->rows[i]);
}

/* "5.3 pays at the till", with a bar where it is selected. */
static void paint_touchpoint(struct zoom *z, const struct row *r, int stage)
{
	struct grid *g = z->page->grid;
	struct strbuf number = STRBUF_INIT;
	struct thing thing = { TOUCHPOINT, r->id };
	int top = z->page->rows;

	strbuf_addf(&number, "%d.%d", stage, view_number(z->p, r));
	grid_text(g, top, 1, INDENT - 1, number.s, ROLE_DIM);
	strbuf_release(&number);
	paint_text(z, row_title(r), INDENT, ROLE_TITLE);
	paint_fields(z, r, INDENT);
	if (page_spot(z->page, thing, rect_make(top, 1, z->page->rows - top,
						z->page->cols - 1)))
		for (int row = top; row < z->page->rows; row++)
			grid_text(g, row, 0, 1, grid_sign(g, SIGN_BAR),
				  ROLE_MARK);
}

static void paint_title(struct zoom *z, const struct row *stage, int number)
{
	struct strbuf title = STRBUF_INIT;

	if (stage)
		strbuf_addf(&title, "%d %s", number, row_title(stage));
	else
		strbuf_addstr(&title, _("Parking lot"));
	listing_title(z->page, title.s);
	strbuf_release(&title);
}

/* Phase and want, and what the method asks. */
static void paint_about(struct zoom *z, const struct row *stage)
{
	int top = z->page->rows;

	if (!stage)
		return;
	paint_fields(z, stage, 1);
	if (*stage_prompt(stage))
		paint_text(z, stage_prompt(stage), 1, ROLE_HINT);
	z->page->rows += z->page->rows > top;
}

static void paint_stage(struct zoom *z, int64_t id, int number)
{
	const struct row *stage = project_row(z->p, STAGE, id);
	const struct list *l = view_touchpoints(z->v, z->p, id);

	paint_title(z, stage, number);
	paint_about(z, stage);
	if (!l->count)
		paint_text(z, _("No touchpoints here yet."), 1, ROLE_DIM);
	for (size_t i = 0; i < l->count; i++) {
		paint_touchpoint(z, l->rows[i], number);
		z->page->rows++;
	}
	z->page->rows += !l->count;
}

/* Each stage of the map and then the parking lot, if the view has none of
 * its own. */
static void each_stage(struct zoom *z,
		       void (*paint)(struct zoom *z, int64_t id, int number))
{
	const struct list *stages = project_stages(z->p, z->v->map);

	if (z->v->stage || z->v->touchpoint) {
		paint(z, z->v->stage, view_stage_number(z->v, z->p));
		return;
	}
	for (size_t i = 0; i < stages->count; i++)
		paint(z, stages->rows[i]->id, (int)i + 1);
	if (view_touchpoints(z->v, z->p, 0)->count || !stages->count)
		paint(z, 0, 0);
}

void zoom_stage(struct page *page, const struct project *p,
		const struct view *v)
{
	struct zoom z = { page, p, v };

	each_stage(&z, paint_stage);
}

static void paint_whole(struct zoom *z, const struct row *r, int number)
{
	paint_touchpoint(z, r, number);
	paint_list(z, project_list(z->p, MEASURE, r->id), MEASURE_TOUCHPOINT,
		   r->id);
	paint_list(z, project_list(z->p, VOTE, r->id), VOTE_TOUCHPOINT,
		   r->id);
	paint_list(z, project_list(z->p, IMPROVEMENT, z->v->map),
		   IMPROVEMENT_TOUCHPOINT, r->id);
	z->page->rows++;
}

static void paint_wholes(struct zoom *z, int64_t stage, int number)
{
	const struct list *l = view_touchpoints(z->v, z->p, stage);

	paint_title(z, project_row(z->p, STAGE, stage), number);
	for (size_t i = 0; i < l->count; i++)
		if (!z->v->touchpoint || z->v->touchpoint == l->rows[i]->id)
			paint_whole(z, l->rows[i], number);
	if (!l->count)
		paint_text(z, _("No touchpoints here yet."), 1, ROLE_DIM);
	z->page->rows += !l->count;
}

void zoom_touchpoint(struct page *page, const struct project *p,
		     const struct view *v)
{
	struct zoom z = { page, p, v };

	each_stage(&z, paint_wholes);
}
