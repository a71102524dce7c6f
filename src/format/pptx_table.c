#include "format/pptx_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "format/pptx_cell.h"
#include "format/pptx_row.h"

enum { LINES = 5 };

void table_init(struct table *t, int cols, int name)
{
	*t = (struct table){ .cols = cols, .named = true };
	t->width[0] = SLIDE_INSIDE / 100 * name;
	for (int i = 1; i < cols; i++)
		t->width[i] = (SLIDE_INSIDE - t->width[0]) / (cols - 1);
}

void table_widths(struct table *t, const int *percent)
{
	for (int i = 0; i < t->cols; i++)
		t->width[i] = SLIDE_INSIDE / 100 * percent[i];
}

static void release_row(struct table_row *r)
{
	for (int i = 0; i < TABLE_COLS; i++)
		free(r->cell[i].text);
}

void table_release(struct table *t)
{
	release_row(&t->head);
	for (size_t i = 0; i < t->count; i++)
		release_row(&t->rows[i]);
	free(t->rows);
}

static void set(struct table_cell *c, const char *text, enum tint tint)
{
	free(c->text);
	c->text = xstrdup(text);
	c->tint = tint;
}

void table_head(struct table *t, int col, const char *text)
{
	set(&t->head.cell[col], text, TINT_HEAD);
	t->headed = true;
}

void table_row(struct table *t)
{
	t->rows = xgrow(t->rows, t->count, &t->cap, sizeof *t->rows);
	memset(&t->rows[t->count++], 0, sizeof *t->rows);
}

void table_cell(struct table *t, int col, const char *text, enum tint tint)
{
	set(&t->rows[t->count - 1].cell[col], text, tint);
}

static int lines_of(const struct table *t, const struct table_row *r,
		    int size)
{
	struct row_rest rest = row_whole(t, r);
	int lines = row_lines(t, r, &rest, size);

	return lines > LINES ? LINES : lines;
}

int table_height(const struct table *t, int size)
{
	int height = 0;

	for (size_t i = 0; i < t->count; i++)
		height += row_height(lines_of(t, &t->rows[i], size), size);
	return height;
}

int table_place(const struct table *t, struct slide *s, int y, int size)
{
	cell_table_begin(s, t, y);
	for (size_t i = 0; i < t->count; i++) {
		const struct table_row *r = &t->rows[i];
		struct row_rest rest = row_whole(t, r);

		row_add(&s->shapes, t, s->lang, r, &rest,
			lines_of(t, r, size), size);
	}
	cell_table_end(s);
	return table_height(t, size);
}
