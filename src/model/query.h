/*
 * What to look for among touchpoints: words and conditions on one line.
 *
 *   fee                words, each somewhere in the touchpoint
 *   "hidden fee"       words in a row
 *   @zalo #urgent      the sigils of the capture line: it is in that field
 *   :-2  :<0  :?       an emotion, a range of them, unknown
 *   need:?  owner:lan  any field by its key or label ("_" for a blank);
 *                      ? is empty, * is filled
 *   phase:after        of the stage it is in
 *
 * Case and marks do not count.  All conditions must hold.
 */
#ifndef MODEL_QUERY_H
#define MODEL_QUERY_H

#include "base/strbuf.h"
#include "model/project.h"

struct condition;

struct query {
	struct condition *at;
	size_t count, cap;
};

#define QUERY_INIT { NULL, 0, 0 }

/* Read a line; one without words finds everything.  Fails with a sentence at
 * a value that its field cannot have.  Release with query_release() either
 * way. */
bool query_read(struct query *q, const char *line, struct err *err);
void query_release(struct query *q);

bool query_matches(const struct query *q, const struct project *p,
		   const struct row *touchpoint);

/* Append it in words: `channel "zalo", emotion below 0`. */
void query_explain(const struct query *q, struct strbuf *out);

/* The first part of `text`, which stands in this field of touchpoints, from
 * `from` on that the query looks for.  False: there is none. */
struct span {
	size_t start, end;      /* bytes */
};
bool query_span(const struct query *q, int field, const char *text,
		size_t from, struct span *span);

#endif
