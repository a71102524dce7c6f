#include "format/text.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "layout/plan.h"

enum { WIDTH = 80, CURVE_ROWS = 5 };

struct writer {
	const struct project *p;
	struct view view;
	struct grid grid;       /* one band of the page */
	int cols;
	bool ascii;
	FILE *out;
};

static struct rect band(struct writer *w, int rows)
{
	grid_init(&w->grid, rows, w->cols, w->ascii);
	return rect_make(0, 0, rows, w->cols);
}

static void print_band(struct writer *w)
{
	grid_write(&w->grid, w->out);
	grid_release(&w->grid);
}

static void write_header(struct writer *w)
{
	plan_paint_header(w->p, w->view.map, band(w, 1), &w->grid);
	print_band(w);
	putc('\n', w->out);
}

static void list_stage(struct writer *w, int64_t stage, size_t number,
		       const char *title)
{
	struct strbuf mood = STRBUF_INIT, shown = STRBUF_INIT;

	utf8_visible(title, strlen(title), &shown);
	mood_text(view_touchpoints(&w->view, w->p, stage),
		  grid_sign(&w->grid, SIGN_LOW), &mood);
	fprintf(w->out, "%3zu %s  %s\n", number, shown.s, mood.s);
	strbuf_release(&shown);
	strbuf_release(&mood);
}

/* Too many stages for one line: a list of them, and no curve. */
static void list_stages(struct writer *w)
{
	const struct list *stages = project_stages(w->p, w->view.map);

	for (size_t i = 0; i < stages->count; i++)
		list_stage(w, stages->rows[i]->id, i + 1,
			   row_title(stages->rows[i]));
	if (view_shows_parking(&w->view, w->p))
		list_stage(w, 0, 0, _("Parking lot"));
}

/* Whether there is any emotion to draw a curve of. */
static bool has_curve(const struct writer *w)
{
	const struct list *stages = project_stages(w->p, w->view.map);
	double mean;

	for (size_t i = 0; i < stages->count; i++) {
		const struct list *l = view_touchpoints(&w->view, w->p,
							stages->rows[i]->id);

		if (mood_mean(&l->mood, &mean))
			return true;
	}
	return false;
}

static void write_overview(struct writer *w)
{
	bool curve = has_curve(w);
	struct rect area = band(w, 2 + (curve ? CURVE_ROWS : 0));
	struct strip strip;

	w->view.stage = -1;     /* none of them is the current one */
	w->view.no_parking = true;      /* it has no emotions to compare */
	strip_make(&strip, w->p, &w->view, rect_cut_top(&area, 2));
	if (strip.more_left || strip.more_right) {
		list_stages(w);
		grid_release(&w->grid);
	} else {
		strip_paint(&w->grid, &strip, w->p, &w->view);
		if (curve)
			strip_curve(&w->grid, &strip, w->p, &w->view, area);
		print_band(w);
	}
	strip_release(&strip);
	putc('\n', w->out);
}

static void write_card(struct writer *w, const struct row *r, int stage,
		       int position)
{
	struct card card = { r->id, stage, position,
			     band(w, card_rows(r, w->cols, false)) };

	card.rect.rows--;       /* the blank line below */
	card_paint(&w->grid, &card, r, false, false, NULL);
	print_band(w);
}

static void write_stage(struct writer *w, int64_t stage, int number)
{
	const struct list *l = view_touchpoints(&w->view, w->p, stage);
	struct column column = { .stage = stage, .number = number };

	column.title = band(w, 1);
	plan_paint_title(w->p, &w->view, &column, &w->grid);
	print_band(w);
	for (size_t i = 0; i < l->count; i++)
		write_card(w, l->rows[i], number,
			   view_number(w->p, l->rows[i]));
	if (!l->count)
		putc('\n', w->out);
}

static void write_map(struct writer *w)
{
	const struct list *stages = project_stages(w->p, w->view.map);

	write_header(w);
	if (stages->count)
		write_overview(w);
	for (size_t i = 0; i < stages->count; i++)
		write_stage(w, stages->rows[i]->id, (int)i + 1);
	if (view_touchpoints(&w->view, w->p, 0)->count)
		write_stage(w, 0, 0);
}

bool text_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err)
{
	struct writer w = { .p = p, .ascii = o->ascii,
			    .view = { .map = o->map, .filter = o->filter },
			    .cols = o->width ? o->width : WIDTH, .out = out };

	(void)err;
	if (o->map) {
		write_map(&w);
		return true;
	}
	for (size_t i = 0; i < project_maps(p)->count; i++) {
		if (i)
			putc('\n', out);
		w.view.map = project_maps(p)->rows[i]->id;
		write_map(&w);
	}
	return true;
}
