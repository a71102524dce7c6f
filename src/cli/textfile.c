#include "cli/textfile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/output.h"
#include "format/format.h"

enum { LARGEST = 256 * 1024 * 1024, PART = 65536, MEGABYTE = 1024 * 1024 };

static bool cannot_read(const char *name, struct err *err)
{
	return err_set(err, _("%s cannot be read: %s"), name, strerror(errno));
}

/* A pipe without anybody at its other end must not hold us up. */
static int open_source(const char *path, const char *name, struct err *err)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		cannot_read(name, err);
	else
		fcntl(fd, F_SETFL, 0);
	return fd;
}

static bool too_large(const char *name, struct err *err)
{
	return err_set(err, _("%s is too large: more than 256 MB"), name);
}

static bool read_all(int fd, const char *name, struct strbuf *out,
		     struct err *err)
{
	char part[PART];
	ssize_t len;

	do {
		len = read(fd, part, sizeof part);
		if (len > 0)
			strbuf_add(out, part, (size_t)len);
		if (len > 0 && out->len % MEGABYTE < (size_t)len)
			busy(_("reading %s: %zu MB"), name,
			     out->len / MEGABYTE);
		if (out->len > LARGEST)
			return too_large(name, err);
	} while (len > 0 || (len < 0 && errno == EINTR));
	return !len || cannot_read(name, err);
}

/* A named pipe without a writer is at its end at once. */
static bool check_pipe(const struct stat *st, bool given, const char *name,
		       const struct strbuf *text, struct err *err)
{
	return !given || !S_ISFIFO(st->st_mode) || text->len ||
	       err_set(err, _("%s is a pipe, and nothing was written to it; "
			      "name a file, or - for standard input"), name);
}

bool textfile_read(const char *path, const char *name, struct strbuf *out,
		   struct err *err)
{
	bool given = strcmp(path, "-") != 0, ok;
	int fd = given ? open_source(path, name, err) : STDIN_FILENO;
	struct stat st;

	if (fd < 0)
		return false;
	if (fstat(fd, &st))
		ok = cannot_read(name, err);
	else if (S_ISDIR(st.st_mode))
		ok = err_set(err, _("%s is a folder, not a file"), name);
	else if (st.st_size > LARGEST)
		ok = too_large(name, err);
	else
		ok = read_all(fd, name, out, err) &&
		     check_pipe(&st, given, name, out, err) &&
		     source_check(&(struct source){ .name = name,
						    .text = out->s,
						    .len = out->len }, err);
	if (given)
		close(fd);
	return ok;
}
