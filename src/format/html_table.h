/*
 * The tables of a page: stages and lanes, improvements.
 */
#ifndef FORMAT_HTML_TABLE_H
#define FORMAT_HTML_TABLE_H

#include "model/lanes.h"

/* Stages [first, first + count) of the map beside each other. */
void html_matrix(struct strbuf *out, const struct project *p, int64_t map,
		 const struct lanes *lanes, size_t first, size_t count);

void html_improvements(struct strbuf *out, const struct project *p,
		       int64_t map);

#endif
