#include "layout/present_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "layout/card.h"
#include "layout/curve.h"
#include "layout/wrap.h"

enum {
	AXIS = 5,
	CURVE_ROWS = 9, CURVE_MOST = 13
};

static const struct row *lowest_of_map(const struct slide_page *s,
				       const struct list *stages)
{
	const struct row *lowest = NULL;

	for (size_t i = 0; i < stages->count; i++) {
		const struct row *r = touchpoints_lowest(
			project_touchpoints(s->project, s->view->map,
					    stages->rows[i]->id));

		if (r && (!lowest || row_emotion(r) < row_emotion(lowest)))
			lowest = r;
	}
	return lowest;
}

/* Where a stage's columns begin; the one behind the last, too. */
static int column_of(const struct page *page, size_t i, size_t count)
{
	int cols = page->cols - AXIS - 2;

	return AXIS + (cols > 0 ? (int)((size_t)cols * i / count) : 0);
}

static void paint_curve(struct page *page, const struct slide_page *s,
			const struct list *stages, int rows)
{
	struct rect area = rect_make(page->rows, AXIS, rows,
				     page->cols - AXIS - 2);
	size_t most = stages->count + (size_t)page->cols;
	struct curve_point *points = xcalloc(most, sizeof *points);
	int n = 0;

	for (size_t i = 0; i < stages->count; i++) {
		int from = column_of(page, i, stages->count);
		int cols = column_of(page, i + 1, stages->count) - from;

		n = curve_points(points, n,
				 project_touchpoints(s->project, s->view->map,
						     stages->rows[i]->id),
				 from - AXIS, cols, cols > 3 ? cols / 2 : 1);
	}
	grid_text(page->grid, area.row, 1, 2, "+2", ROLE_DIM);
	grid_text(page->grid, area.row + rows / 2, 2, 1, "0", ROLE_DIM);
	grid_text(page->grid, area.row + rows - 1, 1, 2, "-2", ROLE_DIM);
	curve_draw(page->grid, area, points, n);
	free(points);
	page->rows += rows;
}

/* Whether no word of a text is wider than that. */
static bool words_fit(const char *text, int cols)
{
	char *copy = xstrdup(text), *rest = copy, *word;
	bool fit = true;

	while ((word = strsep(&rest, " ")))
		fit = fit && utf8_columns(word) <= cols;
	free(copy);
	return fit;
}

static bool titles_fit(const struct page *page, const struct list *stages)
{
	int cols = column_of(page, 1, stages->count) - AXIS - 1;
	bool fit = true;

	for (size_t i = 0; i < stages->count; i++)
		fit = fit && words_fit(row_title(stages->rows[i]), cols);
	return fit;
}

/* The stages below their parts of the curve. */
static void paint_columns(struct page *page, const struct slide_page *s,
			  const struct list *stages)
{
	struct strbuf name = STRBUF_INIT;
	int most = 0;

	for (size_t i = 0; i < stages->count; i++) {
		int col = column_of(page, i, stages->count);
		int cols = column_of(page, i + 1, stages->count) - col - 1;
		int lines;

		slide_name(s, stages->rows[i], &name);
		lines = wrap_lines(name.s, cols);
		most = lines > most ? lines : most;
		grid_wrap(page->grid, rect_make(page->rows, col, lines, cols),
			  name.s, ROLE_STAGE);
	}
	page->rows += most;
	strbuf_release(&name);
}

/* Only their numbers there, and their names in a row. */
static void paint_legend(struct page *page, const struct slide_page *s,
			 const struct list *stages)
{
	struct strbuf all = STRBUF_INIT, name = STRBUF_INIT;

	for (size_t i = 0; i < stages->count; i++) {
		int col = column_of(page, i, stages->count);
		int cols = column_of(page, i + 1, stages->count) - col;

		strbuf_clear(&name);
		slide_number(s, stages->rows[i], &name);
		if (utf8_columns(name.s) < cols)
			grid_text(page->grid, page->rows, col, cols, name.s,
				  ROLE_STAGE);
		slide_name(s, stages->rows[i], &name);
		if (i)
			strbuf_addf(&all, " %s ",
				    grid_sign(page->grid, SIGN_DOT));
		strbuf_addstr(&all, name.s);
	}
	page->rows++;
	slide_text(page, 1, all.s, ROLE_STAGE);
	strbuf_release(&all);
	strbuf_release(&name);
}

/* A mean hides a slip, so the lowest is named. */
static void paint_lowest(struct page *page, const struct slide_page *s,
			 const struct row *r)
{
	struct strbuf text = STRBUF_INIT;

	if (!r)
		return;
	strbuf_addf(&text, "%s %s  ", grid_sign(page->grid, SIGN_LOW),
		    emotion_shown(row_emotion(r)));
	slide_number(s, r, &text);
	strbuf_addf(&text, " %s", row_title(r));
	grid_text(page->grid, page->rows++, 1, page->cols - 2, text.s,
		  emotion_role(row_emotion(r)));
	strbuf_release(&text);
}

/* What is below the heading and the curve takes about so many rows. */
static int curve_rows(const struct slide_page *s)
{
	int rows = s->rows ? s->rows - (slide_is_roomy(s) ? 9 : 8) :
			     CURVE_ROWS;

	if (rows > CURVE_MOST)
		return CURVE_MOST;
	return rows < 3 ? 3 : rows;
}

void slide_map(struct page *page, const struct slide_page *s)
{
	const struct list *stages = project_stages(s->project, s->view->map);
	const struct row *map = project_row(s->project, MAP, s->view->map);

	slide_heading(page, map ? row_title(map) : "");
	if (!stages->count) {
		slide_text(page, 2, _("This map has no stages yet."),
			   ROLE_PLAIN);
		return;
	}
	page->rows += slide_is_roomy(s);
	paint_curve(page, s, stages, curve_rows(s));
	if (titles_fit(page, stages))
		paint_columns(page, s, stages);
	else
		paint_legend(page, s, stages);
	page->rows += slide_is_roomy(s);
	paint_lowest(page, s, lowest_of_map(s, stages));
}
