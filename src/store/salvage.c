#include <stdlib.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "store/base.h"
#include "store/inner.h"
#include "store/share.h"
#include "store/sniff.h"

struct salvaging {
	struct db *db;
	struct project *found, *kept;
	bool told;              /* wrong rows of this pass are reported */
	void (*lost)(const char *what, void *arg);
	void *arg;
};

static void take(struct row *r, const char *why, void *arg)
{
	struct salvaging *s = arg;

	if (!why) {
		project_put(s->found, r);
		return;
	}
	if (s->told)
		s->lost(why, s->arg);
	free(r);
}

/* Where the way is broken, come from the other end. */
static void find_rows(struct salvaging *s, enum entity e)
{
	struct strbuf what = STRBUF_INIT;
	struct err err;

	s->told = true;
	if (!load_each(s->db, e, " ORDER BY t.id", take, s, &err)) {
		s->told = false;
		load_each(s->db, e, " ORDER BY t.id DESC", take, s, NULL);
		strbuf_addf(&what, _("table %s: %s; it may have had more rows "
				     "than the %zu that were found"),
			    entities[e].key, err.msg,
			    project_count(s->found, e));
		s->lost(what.s, s->arg);
	}
	strbuf_release(&what);
}

static void tell(struct salvaging *s, const struct row *r,
		 const struct field *f, bool dropped)
{
	struct strbuf what = STRBUF_INIT;
	const char *label = _(entities[r->entity].label);
	const char *target = _(entities[f->target].label);

	if (dropped)
		strbuf_addf(&what, _("%s \"%.*s\": its %s is lost, so it "
				     "is, too"), label,
			    UTF8_CUT(200, row_title(r)), target);
	else
		strbuf_addf(&what, _("%s \"%.*s\": its %s is lost"), label,
			    UTF8_CUT(200, row_title(r)), target);
	s->lost(what.s, s->arg);
	strbuf_release(&what);
}

/* Keep a row if what it must refer to was kept; a touchpoint whose stage is
 * lost is parked. */
static void keep(const struct row *r, void *arg)
{
	struct salvaging *s = arg;
	const struct entity_info *info = &entities[r->entity];
	struct values v;

	row_values(r, &v);
	for (int f = 0; f < info->count; f++) {
		const struct field *field = &info->fields[f];

		if (field->type != FIELD_REF || !*row_text(r, f) ||
		    project_row(s->kept, field->target, row_ref(r, f)))
			continue;
		tell(s, r, field, field->required);
		if (field->required)
			return;
		v.text[f] = NULL;
	}
	project_put(s->kept, row_new((enum entity)r->entity, r->id, &v));
}

/* A file is always of a project, called something. */
static void name_project(struct project *p)
{
	const struct row *map = list_at(project_maps(p), 0);
	struct values v = { { NULL } };
	char uid[ID_TEXT];

	if (project_self(p))
		return;
	v.text[PROJECT_TITLE] = map ? row_title(map) : "";
	v.text[PROJECT_UID] = id_text(id_new(), uid);
	project_put(p, row_new(PROJECT, 1, &v));
}

/* Rows refer only to entities that come earlier in the table of them. */
static bool find_all(struct salvaging *s, struct err *err)
{
	size_t count = 0;

	for (int e = 0; e < ENTITIES; e++) {
		if (e == SNAPSHOT || e == CONFLICT)
			continue;
		find_rows(s, (enum entity)e);
		project_each(s->found, (enum entity)e, keep, s);
		count += project_count(s->kept, (enum entity)e);
	}
	name_project(s->kept);
	return count || err_set(err, _("nothing in it can be read"));
}

static bool salvage_into(struct salvaging *s, const char *path,
			 const char *copy, struct err *err)
{
	bool read_only;

	if (!sniff_damaged(path, &read_only, err))
		return false;
	s->db = db_open(path, DB_SALVAGE, err);
	if (!s->db || !find_all(s, err))
		return err_prefix(err, "%s", path);
	return base_create(copy, s->kept, err);
}

bool salvage(const char *path, const char *copy,
	     void (*lost)(const char *what, void *arg), void *arg,
	     struct err *err)
{
	struct salvaging s = { .found = project_new(),
			       .kept = project_new(), .lost = lost,
			       .arg = arg };
	char *full = store_real_path(path, err);
	bool ok = full && salvage_into(&s, full, copy, err);

	db_close(s.db);
	project_free(s.found);
	project_free(s.kept);
	free(full);
	return ok;
}
