#include "tui/many.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "tui/app.h"

union part *many_part(struct many *m)
{
	m->parts = xgrow(m->parts, m->count, &m->cap, sizeof *m->parts);
	return &m->parts[m->count++];
}

bool many_do(struct app *a, const struct many *m, const char *verb,
	     const char *subject)
{
	const struct intent **parts = xcalloc(m->count + 1, sizeof *parts);
	struct many_intent i;
	bool ok;

	for (size_t k = 0; k < m->count; k++)
		parts[k] = &m->parts[k].intent;
	intent_many(&i, verb, subject, parts, m->count);
	ok = app_do(a, &i.intent);
	free(parts);
	return ok;
}

void many_release(struct many *m)
{
	free(m->parts);
	*m = (struct many)MANY_INIT;
}
