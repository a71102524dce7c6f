/*
 * What an importer had to repair or could not place, line by line.
 */
#ifndef FORMAT_REPORT_H
#define FORMAT_REPORT_H

#include <stddef.h>

struct remark {
	long line;              /* in the source, from 1; 0: the text
				 * says where, or it is the whole */
	char *text;             /* a translated sentence */
};

struct report {
	struct remark *remarks;
	size_t count, cap;
};

#define REPORT_INIT { NULL, 0, 0 }

void report_add(struct report *r, long line, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void report_release(struct report *r);

#endif
