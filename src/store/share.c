#include "store/share.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/redact.h"
#include "store/base.h"
#include "store/inner.h"

struct copying {
	struct project *to;
	unsigned redact;
	char **voters;
	size_t count, cap;
};

/* Voters become numbers, the same person the same one. */
static size_t voter_number(struct copying *c, const char *name)
{
	for (size_t i = 0; i < c->count; i++)
		if (!strcmp(c->voters[i], name))
			return i + 1;
	c->voters = xgrow(c->voters, c->count, &c->cap, sizeof *c->voters);
	c->voters[c->count++] = xstrdup(name);
	return c->count;
}

static void copy_row(const struct row *r, void *arg)
{
	struct copying *c = arg;
	struct values v;
	char number[24];

	row_values(r, &v);
	redact_values(c->redact, (enum entity)r->entity, &v);
	if (r->entity == VOTE) {
		snprintf(number, sizeof number, "%zu",
			 voter_number(c, row_text(r, VOTE_VOTER)));
		v.text[VOTE_VOTER] = number;
	}
	project_put(c->to, row_new((enum entity)r->entity, r->id, &v));
}

/* A snapshot is an edit's number, and a conflict old text. */
static bool is_shared(int entity)
{
	return entity != SNAPSHOT && entity != CONFLICT;
}

bool share(const char *path, const char *copy, unsigned redact,
	   struct err *err)
{
	struct store *s = store_open(path, err);
	struct copying c = { .to = project_new(), .redact = redact };
	bool ok = s && store_visit(s, 0, err);

	for (int e = 0; ok && e < ENTITIES; e++)
		if (is_shared(e))
			project_each(store_project(s), (enum entity)e,
				     copy_row, &c);
	ok = ok && base_create(copy, c.to, err);
	while (c.count)
		free(c.voters[--c.count]);
	free(c.voters);
	project_free(c.to);
	store_close(s);
	return ok;
}
