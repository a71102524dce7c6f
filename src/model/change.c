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

	if (strcmp(old, text))
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
	for (size_t i = 0; i < e->count; i++) {
		free(e->changes[i].old);
		free(e->changes[i].new);
		free(e->changes[i].row);
	}
	free(e->changes);
	free(e->label);
	*e = (struct edit)EDIT_INIT;
}
