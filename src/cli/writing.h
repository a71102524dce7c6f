/*
 * A map on its way out, in one of the formats.
 */
#ifndef CLI_WRITING_H
#define CLI_WRITING_H

#include "cli/document.h"
#include "format/format.h"
#include "layout/filter.h"

enum { WIDTH_LEAST = 40, WIDTH_MOST = 1000 };

/* The language of a map: its own, else the project's. */
const char *writing_language(const struct project *p, int64_t map);

/* Make the filter that --filter means, which is none without it; false with a
 * sentence.  Release it in any case.  Print the line that tells of it. */
bool writing_filter(const struct call *c, const struct project *p,
		    int64_t map, struct filter *filter, struct err *err);
void writing_filter_words(const struct filter *filter, FILE *out);

/* Write a map, whose rows are in memory, or all for 0.  Its labels are in
 * the map's language. */
bool writing_do(const struct call *c, const struct document *d,
		const struct format *f, int64_t map, int width, FILE *out,
		struct err *err);

#endif
