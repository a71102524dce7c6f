#include "store/store.h"

#include "base/alloc.h"
#include "base/i18n.h"
#include "store/inner.h"

const struct project *store_project(const struct store *s)
{
	return s->project;
}

const char *store_path(const struct store *s)
{
	return s->path;
}

bool store_read_only(const struct store *s)
{
	return s->read_only;
}

const char *store_warning(const struct store *s)
{
	return s->warning.s;
}

void store_set_author(struct store *s, const char *author)
{
	if (author)
		str_set(&s->author, author);
}

const char *store_author(const struct store *s)
{
	return s->author;
}

int64_t store_last_edit(const struct store *s)
{
	return s->last_seq;
}

const char *store_last_label(const struct store *s)
{
	return s->last_label;
}

struct thing store_last_thing(const struct store *s)
{
	return s->last_thing;
}

bool visited(const struct store *s, int64_t map)
{
	for (size_t i = 0; i < s->visited_count; i++)
		if (s->visited[i] == map)
			return true;
	return false;
}

static bool visit_one(struct store *s, int64_t map, struct err *err)
{
	if (visited(s, map))
		return true;
	if (!load_map(s, map, err))
		return false;
	s->visited = xgrow(s->visited, s->visited_count, &s->visited_cap,
			   sizeof *s->visited);
	s->visited[s->visited_count++] = map;
	return true;
}

static bool visit(struct store *s, int64_t map, struct err *err)
{
	const struct list *maps = project_maps(s->project);

	if (map)
		return visit_one(s, map, err);
	for (size_t i = 0; i < maps->count; i++)
		if (!visit_one(s, maps->rows[i]->id, err))
			return false;
	return true;
}

/* There must be a new one, by all steps, instead of one that is in doubt or
 * whose file is gone from under its name. */
bool store_ready(struct store *s, struct err *err)
{
	return (s->db && !db_doubtful(s->db) && db_in_place(s->db)) ||
	       store_reopen(s, err);
}

static bool read_on(struct store *s, bool *changed, struct err *err)
{
	int64_t version = db_data_version(s->db);

	*changed = false;
	if (version != s->data_version && !follow(s, changed, err))
		return false;
	s->data_version = version;
	return true;
}

bool store_refresh(struct store *s, bool *changed, struct err *err)
{
	bool any;

	if (!store_ready(s, err) || !read_on(s, &any, err))
		return false;
	if (changed)
		*changed = any;
	return true;
}

bool store_visit(struct store *s, int64_t map, struct err *err)
{
	bool ok, changed;

	if (!store_ready(s, err) || !db_begin_read(s->db, err))
		return false;
	ok = read_on(s, &changed, err) && visit(s, map, err);
	db_rollback(s->db);
	return ok;
}

bool store_check(struct store *s, struct err *err)
{
	struct err why;

	if (s->checked || s->read_only)
		return true;
	if (!store_ready(s, err) || !db_begin_read(s->db, err))
		return false;
	s->checked = sound_all(s->db, &why);
	db_rollback(s->db);
	return s->checked ||
	       err_set(err, _("the file cannot be trusted: %s.  Nothing is "
			      "written to it; `cjm salvage` copies what can "
			      "be read into a new one"), why.msg);
}

/* A commit can fail in its very last step, when all of it is in the file:
 * then it is saved.  If the disk does not even tell that, say so. */
static bool commit(struct store *s, int64_t seq, int64_t uid, struct err *err)
{
	struct err why, unknown;
	int64_t last_seq, last_uid;

	if (db_commit(s->db, &why))
		return true;
	if (!last_edit(s->db, &last_seq, &last_uid, &unknown))
		return err_set(err, _("%s; open the file again to see whether "
				      "this was saved"), why.msg);
	return (last_seq == seq && last_uid == uid) ||
	       err_set(err, "%s: %s", _("not saved"), why.msg);
}

/* Begin, with the model at the file's last edit: if others were quicker, read
 * on and ask again.  From here on nobody can get in between. */
static bool begin_write(struct store *s, const struct intent *intent,
			struct edit *e, struct err *err)
{
	bool changed;

	if (!db_begin(s->db, err) || !follow(s, &changed, err))
		return err_prefix(err, _("not saved"));
	if (!changed)
		return true;
	edit_release(e);
	return intent->build(intent, s->project, e, err);
}

static bool write_built(struct store *s, const struct edit *e,
			struct err *err)
{
	int64_t seq, uid;

	if (!write_edit(s, e, &seq, &uid, err))
		return err_prefix(err, _("not saved"));
	if (!commit(s, seq, uid, err))
		return false;
	s->last_seq = seq;
	s->last_uid = uid;
	return true;
}

/* The edit is in the file. */
static void take_over(struct store *s, const struct edit *e)
{
	follow_changes(s, e);
	str_set(&s->last_label, e->label);
	s->last_thing = (struct thing){ e->changes[0].entity,
					e->changes[0].id };
}

bool store_do(struct store *s, const struct intent *intent, struct err *err)
{
	struct edit e = EDIT_INIT;
	bool ok;

	if (!store_ready(s, err))
		return err_prefix(err, _("not saved"));
	if (s->read_only)
		return err_set(err, _("%s can only be read; nothing was "
				      "changed"), s->path);
	if (!store_check(s, err))
		return err_prefix(err, _("not saved"));
	ok = intent->build(intent, s->project, &e, err);
	if (ok && e.count) {
		ok = begin_write(s, intent, &e, err) &&
		     (!e.count || write_built(s, &e, err));
		db_rollback(s->db);     /* of what was not committed */
	}
	if (ok && e.count)
		take_over(s, &e);
	edit_release(&e);
	return ok;
}
