#include "format/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"

void draft_init(struct draft *d, enum entity e, int64_t id)
{
	memset(d, 0, sizeof *d);
	d->entity = e;
	d->id = id;
}

void draft_release(struct draft *d)
{
	for (int i = 0; i < FIELDS_MOST; i++)
		free(d->text[i]);
	memset(d->text, 0, sizeof d->text);
}

bool draft_set(struct draft *d, int field, const char *text, size_t len,
	       struct err *err)
{
	struct strbuf clean = STRBUF_INIT;

	utf8_clean(text, len, &clean, &d->mended);
	if (!field_check(d->entity, field, clean.s, err)) {
		strbuf_release(&clean);
		return false;
	}
	free(d->text[field]);
	d->text[field] = strbuf_detach(&clean);
	return true;
}

void draft_refer(struct draft *d, int field, int64_t id)
{
	char text[ID_TEXT];

	free(d->text[field]);
	d->text[field] = xstrdup(id_text(id, text));
}

bool draft_keep(struct draft *d, const char *key, const char *text)
{
	int notes = field_find(d->entity, "notes", strlen("notes"));
	struct strbuf kept = STRBUF_INIT;

	if (notes < 0)
		return false;
	if (d->text[notes])
		strbuf_addf(&kept, "%s\n", d->text[notes]);
	utf8_clean(key, strlen(key), &kept, NULL);
	strbuf_addstr(&kept, ": ");
	utf8_clean(text, strlen(text), &kept, &d->mended);
	free(d->text[notes]);
	d->text[notes] = strbuf_detach(&kept);
	return true;
}

/* A touchpoint's list is found by its stage's or its map's id alone. */
static bool id_is_taken(const struct project *p, enum entity e, int64_t id)
{
	return project_row(p, e, id) ||
	       (e == MAP && project_row(p, STAGE, id)) ||
	       (e == STAGE && project_row(p, MAP, id));
}

struct row *draft_row(const struct draft *d, struct err *err)
{
	struct values values = { { NULL } };

	for (int i = 0; i < entities[d->entity].count; i++) {
		values.text[i] = d->text[i] ? d->text[i] : "";
		if (!field_check(d->entity, i, values.text[i], err))
			return NULL;
	}
	return row_new(d->entity, d->id, &values);
}

bool draft_put(const struct draft *d, struct project *p, struct err *err)
{
	struct row *r = draft_row(d, err);

	if (!r)
		return false;
	if (!id_is_taken(p, d->entity, d->id))
		return project_put(p, r);
	free(r);
	return err_set(err, _("the id %lld is there twice"),
		       (long long)d->id);
}
