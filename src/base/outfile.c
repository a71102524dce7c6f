#include "base/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/strbuf.h"

static bool already_there(const char *path, struct err *err)
{
	return err_set(err, _("%s exists already; it is replaced only with "
			      "--force"), path);
}

static bool cannot_write(const char *path, struct err *err)
{
	return err_set(err, _("%s cannot be written: %s"), path,
		       strerror(errno ? errno : EIO));
}

/* Whether the name is free or may be replaced; *mode is the new file's. */
static bool look_at_target(const char *path, bool force, mode_t *mode,
			   struct err *err)
{
	struct stat st;

	*mode = 0;
	if (lstat(path, &st))
		return (errno == ENOENT && *path) || cannot_write(path, err);
	if (S_ISLNK(st.st_mode))
		return err_set(err, _("%s is a symbolic link; name the file "
				      "it points to"), path);
	if (!S_ISREG(st.st_mode))
		return err_set(err, _("%s is not an ordinary file"), path);
	if (!force)
		return already_there(path, err);
	*mode = st.st_mode & 0777;
	return true;
}

static size_t folder_len(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

static char *name_beside(const char *path)
{
	struct strbuf name = STRBUF_INIT;
	char id[ID_TEXT];

	strbuf_add(&name, path, folder_len(path));
	strbuf_addf(&name, ".cjm-%s", id_text(id_new(), id));
	return strbuf_detach(&name);
}

/* Open the temporary file; an existing target's mode goes to the new one. */
static FILE *create(const char *path, mode_t mode)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		      mode ? mode : 0666);
	FILE *file;

	if (fd < 0)
		return NULL;
	file = fdopen(fd, "w");
	if (file && (!mode || !fchmod(fd, mode)))
		return file;
	if (file)
		fclose(file);
	else
		close(fd);
	unlink(path);
	return NULL;
}

bool outfile_open(struct outfile *o, const char *path, bool force,
		  struct err *err)
{
	mode_t mode;

	*o = (struct outfile){ .force = force };
	if (!look_at_target(path, force, &mode, err))
		return false;
	o->path = xstrdup(path);
	o->temporary = name_beside(path);
	o->file = create(o->temporary, mode);
	if (o->file)
		return true;
	cannot_write(path, err);
	free(o->temporary);
	o->temporary = NULL;    /* nothing to remove */
	outfile_abandon(o);
	return false;
}

bool outfile_publish(const char *temporary, const char *path)
{
#ifdef RENAME_NOREPLACE
	if (!renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE))
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
#endif
	return !link(temporary, path) && !unlink(temporary);
}

/* Some file systems cannot be asked for this; what they do must be enough. */
bool outfile_sync_folder(const char *path)
{
	char *folder = xstrndup(path, folder_len(path));
	int fd = open(*folder ? folder : ".",
		      O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd < 0 || !fsync(fd) || errno == EINVAL;

	if (fd >= 0)
		close(fd);
	free(folder);
	return ok;
}

static bool finish_data(struct outfile *o)
{
	FILE *file = o->file;
	bool ok;

	errno = 0;
	ok = !fflush(file) && !ferror(file) && !fsync(fileno(file));
	if (!ok) {
		int why = errno;

		fclose(file);
		errno = why;
	} else {
		ok = !fclose(file);
	}
	o->file = NULL;
	return ok;
}

static bool publish(struct outfile *o)
{
	if (o->force ? rename(o->temporary, o->path) :
		       !outfile_publish(o->temporary, o->path))
		return false;
	free(o->temporary);
	o->temporary = NULL;
	return true;
}

bool outfile_commit(struct outfile *o, struct err *err)
{
	bool ok = true;

	if (!finish_data(o) || !publish(o))
		ok = errno == EEXIST ? already_there(o->path, err) :
				       cannot_write(o->path, err);
	else if (!outfile_sync_folder(o->path))
		ok = cannot_write(o->path, err);
	outfile_abandon(o);
	return ok;
}

void outfile_abandon(struct outfile *o)
{
	if (o->file)
		fclose(o->file);
	if (o->temporary)
		unlink(o->temporary);
	free(o->temporary);
	free(o->path);
	*o = (struct outfile){ .force = o->force };
}
