#include "format/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

void report_add(struct report *r, long line, const char *fmt, ...)
{
	struct strbuf clean = STRBUF_INIT;
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	utf8_clean(text, strlen(text), &clean, NULL);   /* cut characters */
	r->remarks = xgrow(r->remarks, r->count, &r->cap, sizeof *r->remarks);
	r->remarks[r->count].line = line;
	r->remarks[r->count++].text = strbuf_detach(&clean);
}

void report_release(struct report *r)
{
	for (size_t i = 0; i < r->count; i++)
		free(r->remarks[i].text);
	free(r->remarks);
	*r = (struct report)REPORT_INIT;
}
