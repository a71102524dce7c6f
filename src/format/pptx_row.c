#include "format/pptx_row.h"

#include <stdlib.h>
#include <string.h>

#include "format/pptx_cell.h"

struct row_rest row_whole(const struct table *t, const struct table_row *r)
{
	struct row_rest rest = { .name = false };

	for (int i = 0; i < t->cols; i++)
		rest.text[i] = r->cell[i].text ? r->cell[i].text : "";
	return rest;
}

bool row_is_done(const struct table *t, const struct row_rest *rest)
{
	for (int i = t->named; i < t->cols; i++)
		if (*rest->text[i])
			return false;
	return !rest->name;
}

static struct pptx_style style_of(const char *lang, int size, enum tint tint)
{
	return (struct pptx_style){
		.lang = lang, .size = size,
		.bold = tint == TINT_HEAD || tint == TINT_NAME,
		.colour = tint == TINT_HEAD ? "bg1" : NULL };
}

static int inside(const struct table *t, int col)
{
	return t->width[col] - 2 * CELL_SIDE;
}

int row_lines(const struct table *t, const struct table_row *r,
	      const struct row_rest *rest, int size)
{
	int most = 1;

	for (int i = 0; i < t->cols; i++) {
		struct pptx_style style = style_of(NULL, size,
						   r->cell[i].tint);
		int lines = pptx_lines(rest->text[i], inside(t, i), &style);

		most = lines > most ? lines : most;
	}
	return most;
}

int row_height(int lines, int size)
{
	struct pptx_style style = { .size = size };

	return lines * pptx_line_height(&style) + 2 * CELL_ABOVE;
}

bool row_words_fit(const struct table *t, const struct table_row *r, int size)
{
	for (int i = 0; i < t->cols; i++) {
		struct pptx_style style = style_of(NULL, size,
						   r->cell[i].tint);

		if (style.bold && r->cell[i].text &&
		    !pptx_words_fit(r->cell[i].text, inside(t, i), &style))
			return false;
	}
	return true;
}

/* Rather the end of a paragraph in the second half than `end`. */
static const char *good_end(const char *text, const char *end)
{
	const char *s = end;

	if (!*end)
		return end;
	while (s > text + (end - text) / 2)
		if (*--s == '\n')
			return s + 1;
	return end;
}

static char *piece_of(const char *text, const char *end, enum tint tint)
{
	struct strbuf piece = STRBUF_INIT;

	strbuf_add(&piece, text, (size_t)(end - text));
	strbuf_trim(&piece);
	if (*end && tint == TINT_HEAD)
		strbuf_addstr(&piece, "…");
	return strbuf_detach(&piece);
}

static void add_cell(struct strbuf *out, const struct table *t,
		     const struct pptx_style *style, enum tint tint, int col,
		     struct row_rest *rest, int lines)
{
	const char *text = rest->text[col];
	const char *end = pptx_behind(text, inside(t, col), style, lines);
	char *piece;

	end = good_end(text, end);
	piece = piece_of(text, end, tint);
	cell_add(out, style, piece, tint);
	free(piece);
	if (col || !t->named || *end)
		rest->text[col] = end;
	if (!col)
		rest->name = *end;
}

void row_add(struct strbuf *out, const struct table *t, const char *lang,
	     const struct table_row *r, struct row_rest *rest, int lines,
	     int size)
{
	strbuf_addf(out, "<a:tr h='%d'>", row_height(lines, size));
	for (int i = 0; i < t->cols; i++) {
		enum tint tint = r->cell[i].tint;
		struct pptx_style style = style_of(lang, size, tint);

		add_cell(out, t, &style, tint, i, rest, lines);
	}
	strbuf_addstr(out, "</a:tr>");
}
