#include "store/store.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "store/inner.h"
#include "store/schema.h"
#include "store/sniff.h"

enum { TRIES = 3 };

static const char *login_name(void)
{
	const struct passwd *who = getpwuid(getuid());

	return who ? who->pw_name : "?";
}

/* What the environment says, on one line and without control characters. */
static char *author_name(void)
{
	const char *given = getenv("CJM_AUTHOR");
	struct strbuf name = STRBUF_INIT;

	if (given)
		utf8_clean(given, strlen(given), &name, NULL);
	for (char *s = name.s; *s; s++)
		if (*s == '\n' || *s == '\t')
			*s = ' ';
	strbuf_trim(&name);
	if (!name.len)
		strbuf_addstr(&name, login_name());
	return strbuf_detach(&name);
}

static struct store *store_new(char *path)
{
	struct store *s = xcalloc(1, sizeof *s);

	s->path = path;
	s->author = author_name();
	s->last_label = xstrdup("");
	s->project = project_new();
	return s;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	db_close(s->db);
	project_free(s->project);
	free(s->visited);
	free(s->path);
	free(s->author);
	free(s->last_label);
	free(s);
}

static bool load(struct store *s, struct err *err)
{
	bool ok;

	if (!db_begin_read(s->db, err))
		return false;
	s->data_version = db_data_version(s->db);
	ok = schema_check(s->db, err) &&
	     last_edit(s->db, &s->last_seq, &s->last_uid, err) &&
	     load_top(s, err);
	db_rollback(s->db);
	return ok;
}

char *store_real_path(const char *path, struct err *err)
{
	char *full = realpath(path, NULL);

	if (!full && errno == ENOENT)
		err_set(err, _("%s: there is no such file; `cjm new` makes "
			       "one"), path);
	else if (!full)
		err_set(err, _("%s cannot be opened: %s"), path,
			strerror(errno));
	return full;
}

struct store *store_open(const char *path, struct err *err)
{
	char *full = store_real_path(path, err);
	struct store *s;

	if (!full)
		return NULL;
	s = store_new(full);
	if (!sniff(full, &s->read_only, err))
		goto fail;
	s->db = db_open(full, s->read_only ? DB_READ : DB_WRITE, err);
	if (s->db && load(s, err))
		return s;
	err_prefix(err, "%s", path);
fail:
	store_close(s);
	return NULL;
}

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

bool store_visit(struct store *s, int64_t map, struct err *err)
{
	bool ok;

	if (!db_begin_read(s->db, err))
		return false;
	ok = store_refresh(s, NULL, err) && visit(s, map, err);
	db_rollback(s->db);
	return ok;
}

bool store_refresh(struct store *s, bool *changed, struct err *err)
{
	bool any = false;
	int64_t version;

	if (!db_in_place(s->db, err))
		return false;
	version = db_data_version(s->db);
	if (version != s->data_version && !follow(s, &any, err))
		return false;
	s->data_version = version;
	if (changed)
		*changed = any;
	return true;
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

/* Write the edit unless somebody else was quicker; *stale then tells. */
static bool try_write(struct store *s, const struct edit *e, bool *stale,
		      struct err *err)
{
	int64_t seq, uid;

	*stale = false;
	if (!db_begin(s->db, err))
		return err_prefix(err, _("not saved"));
	if (!last_edit(s->db, &seq, &uid, err))
		goto fail;
	if (seq != s->last_seq || uid != s->last_uid) {
		*stale = true;
		goto fail;
	}
	if (!write_edit(s, e, &seq, &uid, err))
		goto fail;
	if (!commit(s, seq, uid, err))
		return false;
	s->last_seq = seq;
	s->last_uid = uid;
	return true;
fail:
	db_rollback(s->db);
	return *stale ? false : err_prefix(err, _("not saved"));
}

static bool attempt(struct store *s, const struct intent *intent, bool *stale,
		    struct err *err)
{
	struct edit e = EDIT_INIT;
	bool ok = intent->build(intent, s->project, &e, err);

	*stale = false;
	if (ok && e.count) {
		ok = try_write(s, &e, stale, err);
		if (ok) {
			follow_changes(s, &e);
			str_set(&s->last_label, e.label);
			s->last_thing = (struct thing){
				e.changes[0].entity, e.changes[0].id };
		}
	}
	edit_release(&e);
	return ok;
}

bool store_do(struct store *s, const struct intent *intent, struct err *err)
{
	bool stale, changed;

	if (s->read_only)
		return err_set(err, _("%s can only be read; nothing was "
				      "changed"), s->path);
	if (!db_in_place(s->db, err))
		return err_prefix(err, _("not saved"));
	for (int i = 0; i < TRIES; i++) {
		if (attempt(s, intent, &stale, err))
			return true;
		if (!stale)
			return false;
		if (!follow(s, &changed, err))
			return false;
	}
	return err_set(err, _("not saved: others are changing the file all "
			      "the time; try again"));
}
