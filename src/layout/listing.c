#include "layout/listing.h"

#include "base/i18n.h"
#include "layout/frame.h"

enum {
	COLUMNS_MOST = 8,
	GAP = 2,
	LOOKED_AT = 200,        /* rows, to see how wide a column is */
	LEAST = 20              /* of the column that takes what is left */
};

void listing_title(struct page *page, const char *title)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, " %s ", title);
	frame_across(page->grid, page->rows, 0, page->cols, ROLE_FRAME);
	grid_text(page->grid, page->rows, 2, page->cols - 4, text.s,
		  ROLE_STAGE_HERE);
	strbuf_release(&text);
	page->rows++;
}

static const char *heading(const struct listing *l, int column)
{
	return *l->columns[column].label ? _(l->columns[column].label) : "";
}

static int widest(const struct listing *l, int column)
{
	int most = utf8_columns(heading(l, column));
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < l->count && i < LOOKED_AT; i++) {
		int cols;

		strbuf_clear(&text);
		l->cell(l, i, column, &text);
		cols = utf8_columns(text.s);
		most = cols > most ? cols : most;
	}
	strbuf_release(&text);
	return most < l->columns[column].most ? most :
						l->columns[column].most;
}

/* How wide each column is; where there is no room the last ones go. */
static void widths(const struct listing *l, int cols, int width[COLUMNS_MOST])
{
	int left = cols - 1, wide = -1;

	for (int c = 0; c < l->column_count; c++) {
		width[c] = 0;
		if (!l->columns[c].most)
			wide = c;
		else
			width[c] = widest(l, c);
		left -= width[c] ? width[c] + GAP : 0;
	}
	for (int c = l->column_count - 1; c > 0 && left < LEAST; c--) {
		left += width[c] ? width[c] + GAP : 0;
		width[c] = 0;
	}
	if (wide >= 0)
		width[wide] = left;
}

static void paint_headings(struct page *page, const struct listing *l,
			   const int *width)
{
	int col = 1;

	for (int c = 0; c < l->column_count; c++) {
		grid_text(page->grid, page->rows, col, width[c],
			  heading(l, c), ROLE_LABEL);
		col += width[c] ? width[c] + GAP : 0;
	}
	page->rows++;
}

static void paint_row(struct page *page, const struct listing *l, size_t i,
		      const int *width, bool selected)
{
	struct strbuf text = STRBUF_INIT;
	int col = 1;

	if (selected)
		grid_text(page->grid, page->rows, 0, 1,
			  grid_sign(page->grid, SIGN_BAR), ROLE_MARK);
	for (int c = 0; c < l->column_count; c++) {
		strbuf_clear(&text);
		l->cell(l, i, c, &text);
		grid_text(page->grid, page->rows, col, width[c], text.s,
			  l->columns[c].most ? ROLE_DIM : ROLE_PLAIN);
		col += width[c] ? width[c] + GAP : 0;
	}
	strbuf_release(&text);
}

static bool in_sight(const struct page *page)
{
	return grid_at(page->grid, page->rows, 0);
}

static void paint_empty(struct page *page, const struct listing *l)
{
	struct rect area = rect_make(page->rows + 1, 2, 6, page->cols - 4);

	page->rows += 1 + grid_wrap(page->grid, area, l->empty, ROLE_DIM);
}

void listing_paint(struct page *page, const struct listing *l)
{
	int width[COLUMNS_MOST];

	listing_title(page, l->title);
	if (!l->count) {
		page->head = page->rows;
		paint_empty(page, l);
		return;
	}
	widths(l, page->cols, width);
	paint_headings(page, l, width);
	page->head = page->rows;
	for (size_t i = 0; i < l->count; i++) {
		struct rect r = rect_make(page->rows, 0, 1, page->cols);
		bool selected = page_spot(page, l->thing(l, i), r);

		if (in_sight(page))
			paint_row(page, l, i, width, selected);
		page->rows++;
	}
}
