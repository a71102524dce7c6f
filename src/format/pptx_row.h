/*
 * A row of a table on its way to slides: how high it is, and how it goes on
 * from one slide to the next.
 */
#ifndef FORMAT_PPTX_ROW_H
#define FORMAT_PPTX_ROW_H

#include "format/pptx_table.h"

/* What is still to be shown of a row. */
struct row_rest {
	const char *text[TABLE_COLS];
	bool name;              /* some of its name, too */
};

struct row_rest row_whole(const struct table *t, const struct table_row *r);
bool row_is_done(const struct table *t, const struct row_rest *rest);

/* Lines that the highest cell takes, in letters of this size; the height of
 * a row of so many lines. */
int row_lines(const struct table *t, const struct table_row *r,
	      const struct row_rest *rest, int size);
int row_height(int lines, int size);

/* Whether no word in its headings and names has to be divided. */
bool row_words_fit(const struct table *t, const struct table_row *r,
		   int size);

/* Append a row of the next `lines` lines, or a few less where a paragraph
 * would be divided, and take them off.  The row's name is repeated, unless
 * it goes on itself; a heading that does shows an ellipsis. */
void row_add(struct strbuf *out, const struct table *t, const char *lang,
	     const struct table_row *r, struct row_rest *rest, int lines,
	     int size);

#endif
