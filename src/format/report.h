/*
 * What an importer had to repair or could not place, line by line; and what
 * the source tells of its rows.
 */
#ifndef FORMAT_REPORT_H
#define FORMAT_REPORT_H

#include <stddef.h>

#include "model/intent.h"

struct remark {
	long line;              /* in the source, from 1; 0: the text
				 * says where, or it is the whole */
	char *text;             /* a translated sentence */
};

struct report {
	struct remark *remarks;
	size_t count, cap;
	struct origin origin;
};

#define REPORT_INIT { .remarks = NULL }

void report_add(struct report *r, long line, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void report_release(struct report *r);

#endif
