#include "model/change.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"

void edit_label(struct edit *e, const char *verb, const char *subject)
{
	struct strbuf label = STRBUF_INIT;

	strbuf_addstr(&label, verb);
	if (*subject)
		strbuf_addf(&label, ": %.*s", (int)strcspn(subject, "\n"),
			    subject);
	free(e->label);
	e->label = strbuf_detach(&label);
}

void edit_shown(const char *label, struct strbuf *out)
{
	const char *colon = strstr(label, ": ");
	char *verb = xstrndup(label, colon ? (size_t)(colon - label) :
					     strlen(label));

	strbuf_addstr(out, *verb ? _(verb) : "");
	if (colon && (!strcmp(verb, "Undo") || !strcmp(verb, "Redo"))) {
		strbuf_addstr(out, ": ");
		edit_shown(colon + 2, out);
	} else if (colon) {
		strbuf_addstr(out, colon);
	}
	free(verb);
}

static struct change *add(struct edit *e, enum change_op op,
			  enum entity entity, int64_t id)
{
	struct change *c;

	e->changes = xgrow(e->changes, e->count, &e->cap, sizeof *c);
	c = &e->changes[e->count++];
	*c = (struct change){ .op = op, .entity = entity, .id = id };
	return c;
}

void edit_add(struct edit *e, const struct change *c)
{
	*add(e, c->op, c->entity, c->id) = *c;
}

static void add_set(struct edit *e, enum entity entity, int64_t id, int field,
		    const char *old, const char *new)
{
	struct change *c = add(e, CHANGE_SET, entity, id);

	c->field = field;
	c->old = xstrdup(old);
	c->new = xstrdup(new);
}

void edit_set(struct edit *e, const struct row *r, int field,
	      const char *text)
{
	const char *old = row_text(r, field);

	if (e->parts || strcmp(old, text))
		add_set(e, r->entity, r->id, field, old, text);
}

void edit_insert(struct edit *e, struct row *r)
{
	add(e, CHANGE_INSERT, r->entity, r->id)->row = r;
}

void edit_delete(struct edit *e, const struct row *r)
{
	add(e, CHANGE_DELETE, r->entity, r->id)->row = row_copy(r);
}

static void release(struct change *c)
{
	free(c->old);
	free(c->new);
	free(c->row);
}

static bool same_field(const struct change *a, const struct change *b)
{
	return a->op == CHANGE_SET && b->op == CHANGE_SET &&
	       a->entity == b->entity && a->id == b->id &&
	       a->field == b->field;
}

/* Sets of one field stand together, in their order. */
static int compare_fields(const void *a, const void *b)
{
	const struct change *x = *(struct change *const *)a;
	const struct change *y = *(struct change *const *)b;

	if (x->op != y->op)
		return (x->op > y->op) - (x->op < y->op);
	if (x->entity != y->entity)
		return (x->entity > y->entity) - (x->entity < y->entity);
	if (x->id != y->id)
		return (x->id > y->id) - (x->id < y->id);
	if (x->field != y->field)
		return (x->field > y->field) - (x->field < y->field);
	return (x > y) - (x < y);
}

/* Leave out what sets a field to what it was. */
static void drop_idle(struct edit *e)
{
	size_t kept = 0;

	for (size_t i = 0; i < e->count; i++) {
		struct change *c = &e->changes[i];

		if (c->op == CHANGE_SET && !strcmp(c->old, c->new))
			release(c);
		else
			e->changes[kept++] = *c;
	}
	e->count = kept;
}

void edit_parts(struct edit *e)
{
	e->parts = true;
}

void edit_settle(struct edit *e)
{
	struct change **order = xcalloc(e->count + 1, sizeof *order);

	for (size_t i = 0; i < e->count; i++)
		order[i] = &e->changes[i];
	qsort(order, e->count, sizeof(struct change *), compare_fields);
	for (size_t i = e->count; i > 1; i--)
		if (same_field(order[i - 2], order[i - 1])) {
			str_set(&order[i - 2]->new, order[i - 1]->new);
			str_set(&order[i - 1]->new, order[i - 1]->old);
		}
	drop_idle(e);
	e->parts = false;
	free(order);
}

static void add_inverse(struct edit *e, const struct change *c)
{
	switch (c->op) {
	case CHANGE_SET:
		add_set(e, c->entity, c->id, c->field, c->new, c->old);
		break;
	case CHANGE_INSERT:
		edit_delete(e, c->row);
		break;
	case CHANGE_DELETE:
		edit_insert(e, row_copy(c->row));
		break;
	}
}

void edit_invert(struct edit *out, const struct edit *e)
{
	for (size_t i = e->count; i > 0; i--)
		add_inverse(out, &e->changes[i - 1]);
}

static bool apply(const struct change *c, struct project *p)
{
	const struct row *r = project_row(p, c->entity, c->id);

	switch (c->op) {
	case CHANGE_SET:
		return r && !strcmp(row_text(r, c->field), c->old) &&
		       project_set(p, c->entity, c->id, c->field, c->new);
	case CHANGE_INSERT:
		return !r && project_put(p, row_copy(c->row));
	case CHANGE_DELETE:
		return r && row_equal(r, c->row) &&
		       project_remove(p, c->entity, c->id);
	}
	return false;
}

bool edit_apply(const struct edit *e, struct project *p)
{
	struct edit back = EDIT_INIT;

	for (size_t i = 0; i < e->count; i++) {
		if (apply(&e->changes[i], p))
			continue;
		while (i > 0)
			add_inverse(&back, &e->changes[--i]);
		for (size_t k = 0; k < back.count; k++)
			apply(&back.changes[k], p);
		edit_release(&back);
		return false;
	}
	return true;
}

void edit_release(struct edit *e)
{
	for (size_t i = 0; i < e->count; i++)
		release(&e->changes[i]);
	free(e->changes);
	free(e->label);
	*e = (struct edit)EDIT_INIT;
}
