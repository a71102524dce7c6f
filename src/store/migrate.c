#include "store/migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/outfile.h"
#include "store/fresh.h"
#include "store/schema.h"
#include "store/verify.h"

static bool make_version(const char *path, const struct schema_version *v,
			 struct db *from, struct err *err)
{
	struct db *db = db_open(path, DB_CREATE, err);
	bool ok = db && db_begin(db, err) && schema_create(db, v, err) &&
		  v->copy(from, db, err) && db_commit(db, err);

	db_close(db);
	return ok;
}

/* Fill `f` with version `v` of what is in `from`, then, over a file between,
 * with those that follow. */
static bool build(struct fresh *f, const char *path,
		  const struct schema_version *v, struct db *from,
		  struct err *err)
{
	struct fresh between;
	struct db *db;
	bool ok;

	if (!fresh_beside(f, path, err) ||
	    !make_version(f->temporary, v, from, err))
		return false;
	if (v == schema_current())
		return true;
	between = *f;
	*f = (struct fresh){ NULL, NULL };
	db = db_open(between.temporary, DB_READ, err);
	ok = db && build(f, path, v + 1, db, err);
	db_close(db);
	fresh_end(&between);
	return ok;
}

static void keep_first(const char *what, void *arg)
{
	struct err *first = arg;

	if (!*first->msg)
		err_set(first, "%s", what);
}

static bool is_sound(const char *path, struct err *err)
{
	struct err first = { "" };

	return verify(path, keep_first, &first, err) &&
	       (!*first.msg || err_set(err, "%s", first.msg));
}

/* A sound history leads to the rows; so if none of it is missing, nothing
 * is. */
static bool has_all_edits(const char *path, struct db *old, struct err *err)
{
	static const char count[] = "SELECT count(*) FROM edit";
	struct db *new = db_open(path, DB_READ, err);
	int64_t edits = 0, copied = 0;
	bool ok = new && db_int(old, count, &edits, err) &&
		  db_int(new, count, &copied, err);

	db_close(new);
	return ok && (edits == copied ||
		      err_set(err, _("a part of its history would be lost")));
}

/* Only an administrator can give a file away; its group is enough. */
static bool take_rights(const char *path, const char *of, struct err *err)
{
	struct stat st;

	return (!stat(of, &st) &&
		(!chown(path, st.st_uid, st.st_gid) ||
		 !chown(path, (uid_t)-1, st.st_gid)) &&
		!chmod(path, st.st_mode & 07777)) ||
	       err_set(err, _("a new file cannot have its rights: %s"),
		       strerror(errno));
}

static bool rename_to_backup(const char *from, const char *path,
			     struct strbuf *kept)
{
	int n = 1;

	do {
		strbuf_clear(kept);
		strbuf_addf(kept, "%s.bak", path);
		if (n > 1)
			strbuf_addf(kept, "%d", n);
		if (outfile_publish(from, kept->s))
			return true;
		n++;
	} while (errno == EEXIST);
	strbuf_clear(kept);
	return false;
}

static bool exchange(const char *a, const char *b)
{
	return !renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

/* There is a whole file under the name at every moment, but where two names
 * cannot be exchanged, as on many a stick. */
static bool take_place(const char *new, const char *path, struct strbuf *kept)
{
	if (exchange(new, path)) {
		if (rename_to_backup(new, path, kept))
			return true;
		exchange(new, path);
		return false;
	}
	if (!rename_to_backup(path, path, kept))
		return false;
	if (!rename(new, path))
		return true;
	rename(kept->s, path);
	strbuf_clear(kept);
	return false;
}

static bool replace(struct fresh *f, struct strbuf *kept, struct err *err)
{
	if (!take_place(f->temporary, f->path, kept))
		return err_set(err, _("%s cannot be replaced: %s"), f->path,
			       strerror(errno));
	free(f->temporary);
	f->temporary = NULL;
	outfile_sync_folder(f->path);
	return true;
}

/* Nobody writes to the old file from here on. */
static bool renew(struct db *old, const char *path, struct strbuf *kept,
		  struct err *err)
{
	struct fresh f = { NULL, NULL };
	const struct schema_version *v;
	bool ok;

	ok = schema_find(old, &v, err);
	if (ok && (v == schema_current() || !db_in_place(old)))
		return true;    /* another process was quicker */
	ok = ok && schema_matches(old, v, err) &&
	     build(&f, path, v + 1, old, err) &&
	     is_sound(f.temporary, err) &&
	     has_all_edits(f.temporary, old, err) &&
	     take_rights(f.temporary, path, err) && replace(&f, kept, err);
	fresh_end(&f);
	return ok;
}

bool migrate(const char *path, struct strbuf *kept, struct err *err)
{
	struct db *old = db_open(path, DB_WRITE, err);
	bool ok = old && db_begin(old, err) && renew(old, path, kept, err);

	if (old)
		db_rollback(old);
	db_close(old);
	return ok || err_prefix(err, _("it was written by an older cjm and "
				       "cannot be brought up to date"));
}
