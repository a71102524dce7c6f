/*
 * A line in which one says what to look for (model/query.h), on the input
 * line; the hint line tells how it is read.
 */
#ifndef TUI_QUERY_LINE_H
#define TUI_QUERY_LINE_H

#include "model/query.h"
#include "tui/textfield.h"

struct app;

struct query_line {
	struct textfield field;
	struct strbuf said;     /* how it is read, or what is wrong */
};

#define QUERY_LINE_INIT { TEXTFIELD_INIT, STRBUF_INIT }

void query_line_set(struct query_line *l, const char *text);
void query_line_release(struct query_line *l);

/* Read the line into `q`, which is given up; with something wrong in it `q`
 * stays as it is and false is returned.  Either way `said` tells. */
bool query_line_read(struct query_line *l, struct query *q);

/* `sign` stands before the line. */
void query_line_paint(struct app *a, struct query_line *l, struct grid *g,
		      const char *sign, const char *otherwise);

#endif
