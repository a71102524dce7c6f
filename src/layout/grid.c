#include "layout/grid.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "layout/wrap.h"

void grid_init(struct grid *g, int rows, int cols, bool ascii)
{
	g->rows = rows > 0 ? rows : 0;
	g->cols = cols > 0 ? cols : 0;
	g->top = 0;
	g->ascii = ascii;
	g->cells = xcalloc((size_t)g->rows * (size_t)g->cols,
			   sizeof *g->cells);
	grid_clear(g);
}

void grid_release(struct grid *g)
{
	free(g->cells);
	*g = (struct grid){ .ascii = g->ascii };
}

static void cell_set(struct cell *c, const char *text, int columns)
{
	memcpy(c->text, text, strlen(text) + 1);
	c->columns = (uint8_t)columns;
	c->lines = 0;
}

void grid_clear(struct grid *g)
{
	size_t count = (size_t)g->rows * (size_t)g->cols;

	for (size_t i = 0; i < count; i++) {
		cell_set(&g->cells[i], " ", 1);
		g->cells[i].role = ROLE_PLAIN;
	}
}

struct cell *grid_at(const struct grid *g, int row, int col)
{
	row -= g->top;
	if (row < 0 || row >= g->rows || col < 0 || col >= g->cols)
		return NULL;
	return &g->cells[(size_t)row * (size_t)g->cols + (size_t)col];
}

void grid_copy(struct grid *g, const struct grid *from)
{
	assert(g->rows == from->rows && g->cols == from->cols);
	memcpy(g->cells, from->cells,
	       (size_t)g->rows * (size_t)g->cols * sizeof *g->cells);
}

/* Cell by cell: a wide one that the edge would cut becomes a blank. */
void grid_place(struct grid *g, struct rect area, const struct grid *from)
{
	for (int row = 0; row < area.rows; row++)
		for (int col = 0; col < area.cols; col++) {
			struct cell *to = grid_at(g, area.row + row,
						  area.col + col);
			const struct cell *c = grid_at(from, from->top + row,
						       col);

			if (!to || !c)
				continue;
			*to = *c;
			if (c->columns == 2 && col == area.cols - 1)
				cell_set(to, " ", 1);
		}
}

bool cell_equal(const struct cell *a, const struct cell *b)
{
	return a->columns == b->columns && a->role == b->role &&
	       !strcmp(a->text, b->text);
}

/* Overwrite one cell; the other half of a wide cluster becomes a blank. */
static void put_cell(struct grid *g, int row, int col, const char *text,
		     int columns, enum role role)
{
	struct cell *c = grid_at(g, row, col);

	if (!c)
		return;
	if (c->columns == 0)
		cell_set(c - 1, " ", 1);
	else if (c->columns == 2)
		cell_set(c + 1, " ", 1);
	cell_set(c, text, columns);
	c->role = (uint8_t)role;
}

/* A wide cluster that the grid's edge would cut shows as a blank. */
static void put(struct grid *g, int row, int col, const char *drawn,
		int columns, enum role role)
{
	if (columns == 1) {
		put_cell(g, row, col, drawn, 1, role);
	} else if (grid_at(g, row, col) && grid_at(g, row, col + 1)) {
		put_cell(g, row, col, drawn, 2, role);
		put_cell(g, row, col + 1, "", 0, role);
	} else {
		put_cell(g, row, col, " ", 1, role);
		put_cell(g, row, col + 1, " ", 1, role);
	}
}

/* Whole clusters, `len` bytes of them; returns their columns. */
static int put_clusters(struct grid *g, int row, int col, const char *s,
			size_t len, enum role role)
{
	const char *end = s + len;
	char drawn[UTF8_DRAWN];
	int used = 0;

	while (s < end) {
		size_t cluster = utf8_cluster(s);
		int columns = utf8_drawn(s, cluster, drawn);

		put(g, row, col + used, drawn, columns, role);
		used += columns;
		s += cluster;
	}
	return used;
}

static void put_ellipsis(struct grid *g, int row, int col, enum role role)
{
	put(g, row, col, grid_sign(g, SIGN_ELLIPSIS), 1, role);
}

int grid_text(struct grid *g, int row, int col, int cols, const char *text,
	      enum role role)
{
	size_t len;
	int used;

	if (cols <= 0)
		return 0;
	len = utf8_fit(text, cols, &used);
	if (!text[len])
		return put_clusters(g, row, col, text, len, role);
	len = utf8_fit(text, cols - 1, &used);
	put_clusters(g, row, col, text, len, role);
	put_ellipsis(g, row, col + used, role);
	return used + 1;
}

int grid_text_right(struct grid *g, int row, int end, int cols,
		    const char *text, enum role role)
{
	int used;

	if (cols <= 0)
		return 0;
	if (text[utf8_fit(text, cols, &used)]) {
		utf8_fit(text, cols - 1, &used);
		used++;
	}
	return grid_text(g, row, end - used, used, text, role);
}

/* One line of wrapped text, with an ellipsis when text follows it. */
static void put_line(struct grid *g, int row, struct rect area,
		     const struct wrap *w, bool more, enum role role)
{
	size_t len = utf8_fit(w->line, area.cols, NULL);
	int used;

	if (len > w->len)
		len = w->len;
	used = put_clusters(g, row, area.col, w->line, len, role);
	if (more && used == area.cols)
		utf8_fit(w->line, area.cols - 1, &used);
	if (more)
		put_ellipsis(g, row, area.col + used, role);
}

int grid_wrap(struct grid *g, struct rect area, const char *text,
	      enum role role)
{
	struct wrap w;
	int lines = 0;

	if (rect_empty(area))
		return 0;
	wrap_start(&w, text, area.cols);
	while (lines < area.rows && wrap_next(&w)) {
		bool more = lines == area.rows - 1 && *w.text;

		put_line(g, area.row + lines, area, &w, more, role);
		lines++;
	}
	return lines;
}

/* The columns that the first `len` bytes take; whole clusters of them. */
static int columns_before(const char *s, size_t len)
{
	int used = 0, columns;

	for (size_t at = 0; at < len; used += columns)
		at += utf8_step(s + at, &columns);
	return used;
}

static size_t clamp(const char *text, const struct wrap *w, size_t at)
{
	size_t line = (size_t)(w->line - text);

	return at < line ? 0 : at - line > w->len ? w->len : at - line;
}

void grid_wrap_role(struct grid *g, struct rect area, const char *text,
		    size_t start, size_t end, enum role role)
{
	struct wrap w;

	if (rect_empty(area))
		return;
	wrap_start(&w, text, area.cols);
	for (int row = 0; row < area.rows && wrap_next(&w); row++) {
		size_t from = clamp(text, &w, start);
		size_t to = clamp(text, &w, end);
		int left = columns_before(w.line, from);
		int right = columns_before(w.line, to);

		right = right > area.cols ? area.cols : right;
		if (to > from && right > left)
			grid_role(g, rect_make(area.row + row,
					       area.col + left, 1,
					       right - left), role);
	}
}

void grid_fill(struct grid *g, struct rect area, enum role role)
{
	for (int row = 0; row < area.rows; row++) {
		for (int col = 0; col < area.cols; col++)
			put(g, area.row + row, area.col + col, " ", 1, role);
	}
}

void grid_role(struct grid *g, struct rect area, enum role role)
{
	for (int row = 0; row < area.rows; row++) {
		for (int col = 0; col < area.cols; col++) {
			struct cell *c = grid_at(g, area.row + row,
						 area.col + col);

			if (c)
				c->role = (uint8_t)role;
		}
	}
}

const char *grid_sign(const struct grid *g, enum sign sign)
{
	static const char *const signs[][2] = {
		[SIGN_ELLIPSIS]  = { "…", "~" },
		[SIGN_BAR]       = { "▌", "#" },
		[SIGN_DOT]       = { "·", "." },
		[SIGN_ARROW]     = { "→", ">" },
		[SIGN_LEFT]      = { "‹", "<" },
		[SIGN_RIGHT]     = { "›", ">" },
		[SIGN_POINT]     = { "●", "*" },
		[SIGN_LOW]       = { "↓", "v" },
		[SIGN_MORE_UP]   = { "▲", "^" },
		[SIGN_MORE_DOWN] = { "▼", "v" },
	};

	return signs[sign][g->ascii];
}

void grid_write(const struct grid *g, FILE *out)
{
	for (int row = g->top; row < g->top + g->rows; row++) {
		int end = g->cols;

		while (end && !strcmp(grid_at(g, row, end - 1)->text, " "))
			end--;
		for (int col = 0; col < end; col++)
			fputs(grid_at(g, row, col)->text, out);
		putc('\n', out);
	}
}
