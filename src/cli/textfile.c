#include "cli/textfile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/utf8.h"

enum { LARGEST = 256 * 1024 * 1024, PART = 65536 };

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
		if (out->len > LARGEST)
			return too_large(name, err);
	} while (len > 0 || (len < 0 && errno == EINTR));
	return !len || cannot_read(name, err);
}

/* Where the first byte is that is not UTF-8; false when there is none. */
static bool find_broken(const char *s, long *line, long *column)
{
	size_t len;

	*line = *column = 1;
	for (; *s; s += len) {
		if (utf8_decode(s, &len) == 0xFFFD && len == 1)
			return true;
		*line += *s == '\n';
		*column = *s == '\n' ? 1 : *column + 1;
	}
	return false;
}

static bool check_text(const struct strbuf *text, const char *name,
		       struct err *err)
{
	static const char database[] = "SQLite format 3";
	long line, column;

	if (!strncmp(text->s, database, strlen(database)))
		return err_set(err, _("%s is a database, not a text; if it is "
				      "a map's file, `cjm export` makes a text "
				      "of it"), name);
	if (!strncmp(text->s, "\xFF\xFE", 2) ||
	    !strncmp(text->s, "\xFE\xFF", 2) || strlen(text->s) != text->len)
		return err_set(err, _("%s is not UTF-8 text (it may be "
				      "UTF-16); save it as UTF-8"), name);
	if (find_broken(text->s, &line, &column)) {
		err_set(err, _("this is not UTF-8 text; save the file as "
			       "UTF-8"));
		return err_at(err, name, line, column);
	}
	if (!text->s[strspn(text->s, " \t\r\n")])
		return err_set(err, _("%s is empty"), name);
	return true;
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
		     check_text(out, name, err);
	if (given)
		close(fd);
	return ok;
}
