#include "layout/found.h"

void found_mark(const struct query *q, struct grid *g, struct rect area,
		const char *text, size_t at, int field, const char *value)
{
	size_t from = 0;
	struct span span;

	while (q && query_span(q, field, value, from, &span)) {
		grid_wrap_role(g, area, text, at + span.start, at + span.end,
			       ROLE_FOUND);
		from = span.end > from ? span.end : from + 1;
	}
}
