#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/outfile.h"
#include "base/strbuf.h"
#include "store/inner.h"
#include "store/schema.h"

/* The absolute path of a file that is not there yet; caller frees. */
static char *absolute(const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	struct strbuf full = STRBUF_INIT;
	char *folder, *real;

	folder = slash ? xstrndup(path, (size_t)(slash - path) + 1) :
			 xstrdup(".");
	real = realpath(folder, NULL);
	free(folder);
	if (!real) {
		err_set(err, _("%s: the folder is not there"), path);
		return NULL;
	}
	strbuf_addf(&full, "%s/%s", strcmp(real, "/") ? real : "",
		    slash ? slash + 1 : path);
	free(real);
	return strbuf_detach(&full);
}

static bool cannot_make(const char *path, struct err *err)
{
	return err_set(err, _("%s cannot be made: %s"), path, strerror(errno));
}

/* An empty file under a name nobody has. */
static char *make_temporary(const char *full, struct err *err)
{
	struct strbuf name = STRBUF_INIT;
	char id[ID_TEXT];
	int fd;

	strbuf_addf(&name, "%s.new-%s", full, id_text(id_new(), id));
	fd = open(name.s, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
		  0666);
	if (fd < 0) {
		cannot_make(full, err);
		strbuf_release(&name);
		return NULL;
	}
	close(fd);
	return strbuf_detach(&name);
}

static bool make_tables(const char *path, struct err *err)
{
	struct db *db = db_open(path, DB_CREATE, err);
	bool ok = db && db_begin(db, err) && schema_create(db, err) &&
		  db_commit(db, err);

	db_close(db);
	return ok;
}

/* Fill the temporary file through the door, as any other file. */
static bool fill(const char *temporary, const char *author,
		 const struct intent *first, struct err *err)
{
	struct store *s;
	bool ok;

	if (!make_tables(temporary, err))
		return false;
	s = store_open(temporary, err);
	if (!s)
		return false;
	store_set_author(s, author);
	ok = store_do(s, first, err);
	store_close(s);
	return ok;
}

static bool there_already(const char *path, struct err *err)
{
	return err_set(err, _("%s is there already; nothing was changed"),
		       path);
}

static bool publish(const char *temporary, const char *full, struct err *err)
{
	if (outfile_publish(temporary, full) && outfile_sync_folder(full))
		return true;
	return errno == EEXIST ? there_already(full, err) :
				 cannot_make(full, err);
}

struct store *store_create(const char *path, const char *author,
			   const struct intent *first, struct err *err)
{
	char *full = absolute(path, err), *temporary = NULL;
	struct store *s = NULL;
	struct stat st;

	if (!full)
		return NULL;
	if (!lstat(full, &st)) {
		there_already(path, err);
		goto out;
	}
	temporary = make_temporary(full, err);
	if (!temporary)
		goto out;
	if (fill(temporary, author, first, err) &&
	    publish(temporary, full, err))
		s = store_open(full, err);
	else
		unlink(temporary);
	if (s)
		store_set_author(s, author);
out:
	free(temporary);
	free(full);
	return s;
}
