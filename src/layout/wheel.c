#include "layout/wheel.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "layout/card.h"
#include "layout/frame.h"
#include "layout/listing.h"
#include "model/wheel.h"

enum {
	NARROW = 22,            /* columns of a phase, at least, side by side */
	MOST = 44,
	GAP = 2
};

struct painting {
	struct page *page;
	const struct project *p;
	const struct view *v;
	struct wheel wheel;
};

static int put(struct painting *w, struct rect *r, const char *text,
	       enum role role)
{
	struct rect line = rect_cut_top(r, 1);

	return grid_text(w->page->grid, line.row, line.col, line.cols, text,
			 role);
}

/* "Place: online 3, offline 1, unknown 5": what there is none of is not said. */
static void put_tally(struct painting *w, struct rect *r, int field,
		      const struct tally *t)
{
	const struct field *f = field_of(TOUCHPOINT, field);
	struct strbuf text = STRBUF_INIT;
	struct rect line;
	int label;

	strbuf_addf(&text, "%s:", _(f->label));
	label = utf8_columns(text.s);
	for (int i = 0; f->choices[i].key; i++)
		if (t->number[i])
			strbuf_addf(&text, " %s %zu,", _(f->choices[i].label),
				    t->number[i]);
	if (t->unknown)
		strbuf_addf(&text, " %s %zu,", _("unknown"), t->unknown);
	strbuf_truncate(&text, text.len - 1);
	line = *r;
	rect_cut_top(r, grid_wrap(w->page->grid, line, text.s, ROLE_PLAIN));
	grid_role(w->page->grid, rect_make(line.row, line.col, 1, label),
		  ROLE_LABEL);
	strbuf_release(&text);
}

static void put_mood(struct painting *w, struct rect *r,
		     const struct spoke *s)
{
	struct strbuf text = STRBUF_INIT;
	double mean = 0;

	strbuf_addf(&text, ngettext("%zu touchpoint", "%zu touchpoints",
				    s->touchpoints), s->touchpoints);
	put(w, r, text.s, ROLE_TITLE);
	strbuf_clear(&text);
	if (mood_mean(&s->mood, &mean))
		strbuf_addf(&text, _("emotion %+.1f on average, %s at worst"),
			    mean, emotion_shown(mood_lowest(&s->mood)));
	else
		strbuf_addstr(&text, _("emotion unknown"));
	rect_cut_top(r, grid_wrap(w->page->grid, *r, text.s,
				  emotion_role(mood_lowest(&s->mood))));
	strbuf_release(&text);
}

/* The stages of a phase, each a way there. */
static void put_stages(struct painting *w, struct rect *r, int phase)
{
	const struct list *l = project_stages(w->p, w->v->map);
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < l->count; i++) {
		struct thing thing = { STAGE, l->rows[i]->id };
		struct rect line;

		if ((int)stage_phase(l->rows[i]) != phase)
			continue;
		strbuf_clear(&text);
		strbuf_addf(&text, "%zu %s", i + 1, row_title(l->rows[i]));
		line = *r;
		line.rows = 1;
		put(w, r, text.s, ROLE_STAGE);
		if (page_spot(w->page, thing, line))
			grid_text(w->page->grid, line.row, line.col - 1, 1,
				  grid_sign(w->page->grid, SIGN_BAR),
				  ROLE_MARK);
	}
	strbuf_release(&text);
}

/* Returns the row below it. */
static int paint_phase(struct painting *w, int phase, struct rect r)
{
	const struct spoke *s = &w->wheel.phase[phase];
	struct strbuf title = STRBUF_INIT;

	strbuf_addf(&title, "%s ", phase_label((enum phase)phase));
	frame_across(w->page->grid, r.row, r.col, r.cols, ROLE_FRAME);
	put(w, &r, title.s, ROLE_STAGE_HERE);
	strbuf_release(&title);
	put_stages(w, &r, phase);
	put_mood(w, &r, s);
	if (s->touchpoints) {
		put_tally(w, &r, TOUCHPOINT_PLACE, &s->place);
		put_tally(w, &r, TOUCHPOINT_MEDIA, &s->media);
		put_tally(w, &r, TOUCHPOINT_ORIGIN, &s->origin);
	}
	return r.row;
}

static bool is_shown(const struct wheel *w, int phase)
{
	return phase != PHASE_UNKNOWN || w->phase[phase].stages;
}

static void paint_phases(struct painting *w)
{
	int count = 0, n = 0, cols, end, below = w->page->rows;
	bool beside;

	for (int i = 0; i < PHASES; i++)
		count += is_shown(&w->wheel, i);
	cols = (w->page->cols - 1 + GAP) / count - GAP;
	beside = cols >= NARROW;
	cols = !beside ? w->page->cols - 2 : cols > MOST ? MOST : cols;
	for (int i = 0; i < PHASES; i++) {
		if (!is_shown(&w->wheel, i))
			continue;
		end = paint_phase(w, i, rect_make(w->page->rows,
			1 + (beside ? n * (cols + GAP) : 0), 1 << 20, cols));
		below = end > below ? end : below;
		if (!beside)
			w->page->rows = end + 1;
		n++;
	}
	w->page->rows = beside ? below + 1 : w->page->rows;
}

void wheel_paint(struct page *page, const struct project *p,
		 const struct view *v)
{
	struct painting w = { .page = page, .p = p, .v = v };
	struct strbuf title = STRBUF_INIT;
	struct rect all;

	wheel_make(&w.wheel, p, v->map);
	strbuf_addf(&title, "%s %s ", _("Touchpoint wheel"),
		    grid_sign(page->grid, SIGN_DOT));
	strbuf_addf(&title, ngettext("%zu touchpoint", "%zu touchpoints",
				     w.wheel.all.touchpoints),
		    w.wheel.all.touchpoints);
	listing_title(page, title.s);
	page->head = page->rows;
	strbuf_release(&title);
	if (!project_stages(p, v->map)->count) {
		all = rect_make(page->rows + 1, 2, 6, page->cols - 4);
		page->rows += 1 + grid_wrap(page->grid, all,
			_("This map has no stages yet. Press Esc, then A to "
			  "add the first."), ROLE_DIM);
		return;
	}
	paint_phases(&w);
}
