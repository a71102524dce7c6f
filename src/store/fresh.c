#include "store/fresh.h"

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

/* An empty file under a name nobody has. */
static char *make_temporary(const char *full, mode_t mode, struct err *err)
{
	struct strbuf name = STRBUF_INIT;
	char id[ID_TEXT];
	int fd;

	strbuf_addf(&name, "%s.new-%s", full, id_text(id_new(), id));
	fd = open(name.s, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
		  mode);
	if (fd < 0) {
		err_set(err, _("%s cannot be made: %s"), full,
			strerror(errno));
		strbuf_release(&name);
		return NULL;
	}
	close(fd);
	return strbuf_detach(&name);
}

static bool already_there(const char *path, struct err *err)
{
	return err_set(err, _("%s is there already; nothing was changed"),
		       path);
}

bool fresh_begin(struct fresh *f, const char *path, struct err *err)
{
	struct stat st;

	*f = (struct fresh){ absolute(path, err), NULL };
	if (!f->path)
		return false;
	if (!lstat(f->path, &st))
		already_there(path, err);
	else
		f->temporary = make_temporary(f->path, 0666, err);
	return f->temporary;
}

bool fresh_beside(struct fresh *f, const char *path, struct err *err)
{
	*f = (struct fresh){ xstrdup(path), make_temporary(path, 0600, err) };
	return f->temporary;
}

static bool sync_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && !fsync(fd);

	if (fd >= 0)
		close(fd);
	return ok;
}

bool fresh_publish(struct fresh *f, struct err *err)
{
	if (!sync_file(f->temporary))
		return err_set(err, _("%s cannot be written: %s"), f->path,
			       strerror(errno));
	if (!outfile_publish(f->temporary, f->path))
		return errno == EEXIST ? already_there(f->path, err) :
		       err_set(err, _("%s cannot be made: %s"), f->path,
			       strerror(errno));
	free(f->temporary);
	f->temporary = NULL;
	outfile_sync_folder(f->path);
	return true;
}

/* Where the disk fails its journal may be left, too. */
static void remove_temporary(const char *path)
{
	struct strbuf journal = STRBUF_INIT;

	strbuf_addf(&journal, "%s-journal", path);
	unlink(path);
	unlink(journal.s);
	strbuf_release(&journal);
}

void fresh_end(struct fresh *f)
{
	if (f->temporary)
		remove_temporary(f->temporary);
	free(f->temporary);
	free(f->path);
	*f = (struct fresh){ NULL, NULL };
}
