#include "base/statefile.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/id.h"

enum { NAME_LONGEST = 64, FILE_LONGEST = 16 * 1024 * 1024 };

static bool fits(const char *text)
{
	size_t n = 0;

	while (isalnum((unsigned char)text[n]) || text[n] == '-')
		n++;
	return n && n <= NAME_LONGEST && !text[n];
}

void statefile_name(struct strbuf *name, const char *text)
{
	int64_t number = 1;
	char id[ID_TEXT];

	if (fits(text)) {
		strbuf_addstr(name, text);
		return;
	}
	for (; *text; text++)
		number = id_of_pair(number, (unsigned char)*text);
	strbuf_addf(name, "_%s", id_text(number, id));
}

/* A relative path would lead anywhere, so it does not count. */
static bool folder_path(struct strbuf *path)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	if (state && *state == '/')
		strbuf_addf(path, "%s/cjm", state);
	else if (home && *home == '/')
		strbuf_addf(path, "%s/.local/state/cjm", home);
	return path->len;
}

static void make_folders(char *path)
{
	for (char *s = path + 1; *s; s++)
		if (*s == '/') {
			*s = '\0';
			mkdir(path, 0700);
			*s = '/';
		}
	mkdir(path, 0700);
}

/* Ours alone, or it is not used. */
static bool is_private(int fd)
{
	struct stat st;

	return !fstat(fd, &st) && st.st_uid == geteuid() &&
	       ((st.st_mode & 0777) == 0700 || !fchmod(fd, 0700));
}

/* The folder, -1 where there is none; `make`: then it is made. */
static int open_folder(bool make)
{
	struct strbuf path = STRBUF_INIT;
	int fd = -1;

	if (folder_path(&path)) {
		if (make)
			make_folders(path.s);
		fd = open(path.s, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	}
	strbuf_release(&path);
	if (fd >= 0 && !is_private(fd)) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static bool write_all(int fd, const char *s, size_t len)
{
	while (len) {
		ssize_t n = write(fd, s, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		s += n;
		len -= (size_t)n;
	}
	return true;
}

static bool fill(int folder, const char *name, const char *text)
{
	int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL |
			O_NOFOLLOW | O_CLOEXEC, 0600);
	bool ok;

	if (fd < 0)
		return false;
	ok = write_all(fd, text, strlen(text)) && !fsync(fd);
	return !close(fd) && ok;
}

bool statefile_write(const char *name, const char *text)
{
	struct strbuf new = STRBUF_INIT;
	int folder = open_folder(true);
	bool ok;

	if (folder < 0)
		return false;
	strbuf_addf(&new, "%s.new-%ld", name, (long)getpid());
	unlinkat(folder, new.s, 0);
	ok = fill(folder, new.s, text) &&
	     !renameat(folder, new.s, folder, name);
	if (!ok)
		unlinkat(folder, new.s, 0);
	close(folder);
	strbuf_release(&new);
	return ok;
}

static bool read_all(int fd, struct strbuf *out)
{
	char part[4096];
	struct stat st;
	ssize_t n = 0;

	if (fstat(fd, &st) || !S_ISREG(st.st_mode))
		return false;
	while (out->len < FILE_LONGEST &&
	       (n = read(fd, part, sizeof part)) > 0)
		strbuf_add(out, part, (size_t)n);
	return n == 0;
}

bool statefile_read(const char *name, struct strbuf *out)
{
	int folder = open_folder(false), fd;
	bool ok = false;

	if (folder < 0)
		return false;
	fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
		    O_CLOEXEC);
	if (fd >= 0) {
		ok = read_all(fd, out);
		close(fd);
	}
	close(folder);
	return ok;
}

bool statefile_rename(const char *from, const char *to)
{
	int folder = open_folder(false);
	bool ok = folder >= 0 && !renameat(folder, from, folder, to);

	if (folder >= 0)
		close(folder);
	return ok;
}

void statefile_remove(const char *name)
{
	int folder = open_folder(false);

	if (folder < 0)
		return;
	unlinkat(folder, name, 0);
	close(folder);
}

void statefile_each(const char *start,
		    void (*visit)(const char *name, int64_t written,
				  void *arg), void *arg)
{
	int folder = open_folder(false);
	DIR *dir = folder >= 0 ? fdopendir(folder) : NULL;
	const struct dirent *entry;
	struct stat st;

	while (dir && (entry = readdir(dir)))
		if (!strncmp(entry->d_name, start, strlen(start)) &&
		    !fstatat(folder, entry->d_name, &st, AT_SYMLINK_NOFOLLOW))
			visit(entry->d_name, st.st_mtim.tv_sec, arg);
	if (dir)
		closedir(dir);
	else if (folder >= 0)
		close(folder);
}
