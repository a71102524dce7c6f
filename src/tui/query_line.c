#include "tui/query_line.h"

#include "base/utf8.h"
#include "tui/banner.h"
#include "tui/status.h"

void query_line_set(struct query_line *l, const char *text)
{
	textfield_set(&l->field, text);
	strbuf_clear(&l->said);
}

void query_line_release(struct query_line *l)
{
	textfield_release(&l->field);
	strbuf_release(&l->said);
}

bool query_line_read(struct query_line *l, struct query *q)
{
	struct query anew = QUERY_INIT;
	struct err err;

	strbuf_clear(&l->said);
	if (!query_read(&anew, l->field.text.s, &err)) {
		query_release(&anew);
		banner_sentence(err.msg, &l->said);
		return false;
	}
	query_release(q);
	*q = anew;
	query_explain(q, &l->said);
	return true;
}

void query_line_paint(struct app *a, struct query_line *l, struct grid *g,
		      const char *sign, const char *otherwise)
{
	struct rect r = a->plan.input;
	int used = utf8_columns(sign) + 1;

	grid_fill(g, r, ROLE_INPUT);
	grid_text(g, r.row, r.col, used, sign, ROLE_MARK);
	a->cursor_row = r.row;
	a->cursor_col = textfield_paint(&l->field, g, r.row, r.col + used,
					r.cols - used - 1, ROLE_INPUT);
	status_hint(a, g, l->said.len ? l->said.s : otherwise);
}
