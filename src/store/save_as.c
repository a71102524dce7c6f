#include "store/save_as.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "store/base.h"
#include "store/fresh.h"
#include "store/inner.h"
#include "store/verify.h"

static bool take_bytes(const void *bytes, size_t len, void *out)
{
	return fwrite(bytes, 1, len, out) == len;
}

/* The file by its bytes: it may have another name by now, or none, and what
 * lies beside its old name is not for SQLite to see. */
static bool copy_bytes(struct db *lost, const char *to)
{
	FILE *out = fopen(to, "r+b");
	bool ok = out && db_bytes(lost, take_bytes, out);

	return (!out || !fclose(out)) && ok;
}

static bool copy_file(struct store *s, const char *to)
{
	struct err ignored;

	if (store_ready(s, &ignored))
		return db_copy(s->db, to, &ignored);
	return s->lost && copy_bytes(s->lost, to);
}

static void count_damage(const char *what, void *arg)
{
	size_t *count = arg;

	(void)what;
	++*count;
}

/* Whether a copy is sound and holds the last edit we know: the file may have
 * been another one, or half written. */
static bool is_ours(const struct store *s, const char *copy)
{
	struct err ignored;
	struct store *t = store_open(copy, &ignored);
	size_t damages = 0;
	int64_t uid = 0;
	bool ours = t && edit_uid(t->db, s->last_seq, &uid, &ignored) &&
		    uid == s->last_uid;

	store_close(t);
	return ours && verify(copy, count_damage, &damages, &ignored) &&
	       !damages;
}

static bool save_file(struct store *s, const char *path, bool *whole,
		      struct err *err)
{
	struct fresh f;
	bool ok = fresh_begin(&f, path, err);

	*whole = ok && copy_file(s, f.temporary) && is_ours(s, f.temporary) &&
		 fresh_publish(&f, err);
	fresh_end(&f);
	return ok;
}

static void copy_row(const struct row *r, void *to)
{
	project_put(to, row_copy(r));
}

/* What is in memory; snapshots are of a history that is not there then. */
static bool save_rows(struct store *s, const char *path, struct saved_as *what,
		      struct err *err)
{
	const struct list *maps = project_maps(s->project);
	struct project *rows = project_new();
	bool ok;

	for (int e = 0; e < ENTITIES; e++)
		if (e != SNAPSHOT && e != CONFLICT)
			project_each(s->project, (enum entity)e, copy_row,
				     rows);
	for (size_t i = 0; i < maps->count; i++)
		what->maps += !visited(s, maps->rows[i]->id);
	ok = base_create(path, rows, err);
	project_free(rows);
	return ok;
}

/* The store takes over all of the new one, and what it was is closed. */
static bool go_on(struct store *s, const char *path, struct err *err)
{
	struct store *new = store_open(path, err), old = *s;
	bool ok = new;

	if (!new)
		return false;
	store_set_author(new, s->author);
	for (size_t i = 0; ok && i < s->visited_count; i++)
		ok = !project_row(new->project, MAP, s->visited[i]) ||
		     store_visit(new, s->visited[i], err);
	if (ok) {
		*s = *new;
		*new = old;
	}
	store_close(new);
	return ok;
}

bool store_save_as(struct store *s, const char *path, struct saved_as *what,
		   struct err *err)
{
	*what = (struct saved_as){ false, 0 };
	if (!save_file(s, path, &what->history, err))
		return false;
	if (!what->history && !save_rows(s, path, what, err))
		return false;
	return go_on(s, path, err);
}
