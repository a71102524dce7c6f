#include "store/sidefiles.h"

#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/strbuf.h"

enum { WAIT_MS = 5000, LOOK_MS = 50 };

/* Where SQLite keeps its locks, and how many bytes of them. */
enum { LOCKS_AT = 0x40000000, LOCKS = 512 };

static bool look_beside(const char *path, const char *ending, struct stat *st)
{
	struct strbuf name = STRBUF_INIT;
	bool there;

	strbuf_addf(&name, "%s%s", path, ending);
	there = lstat(name.s, st) == 0;
	strbuf_release(&name);
	return there;
}

bool sidefile_there(const char *path, const char *ending)
{
	struct stat st;

	return look_beside(path, ending, &st);
}

/* A journal may end in the name of another file, which SQLite would then
 * delete; and for one that is a pipe it would wait without end.  Ours is
 * neither. */
static bool ends_in_magic(int fd)
{
	static const unsigned char magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20,
					       0xa1, 0x63, 0xd7 };
	unsigned char tail[sizeof magic];

	return lseek(fd, -(off_t)sizeof tail, SEEK_END) >= 0 &&
	       read(fd, tail, sizeof tail) == (ssize_t)sizeof tail &&
	       !memcmp(tail, magic, sizeof magic);
}

static bool check_journal(const char *path, struct err *err)
{
	struct strbuf name = STRBUF_INIT;
	struct stat st;
	bool harmful = look_beside(path, "-journal", &st) &&
		       !S_ISREG(st.st_mode);
	int fd;

	strbuf_addf(&name, "%s-journal", path);
	fd = open(name.s, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
	strbuf_release(&name);
	if (fd >= 0) {
		harmful |= ends_in_magic(fd);
		close(fd);
	}
	return !harmful || err_set(err, _("%s-journal is not of cjm's making "
					  "and could harm other files; delete "
					  "it"), path);
}

static bool journal_is_foreign(const char *path, const struct stat *file)
{
	struct stat journal;

	return look_beside(path, "-journal", &journal) &&
	       journal.st_uid != file->st_uid && journal.st_uid != geteuid();
}

static bool somebody_writes(const char *path)
{
	struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET,
			      .l_start = LOCKS_AT, .l_len = LOCKS };
	int fd = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
	bool locked;

	locked = !fcntl(fd, F_GETLK, &lock) && lock.l_type == F_WRLCK;
	close(fd);
	return locked;
}

static bool check_journal_owner(const char *path, const struct stat *file,
				struct err *err)
{
	const struct timespec moment = { 0, LOOK_MS * 1000000L };

	for (int ms = 0; journal_is_foreign(path, file); ms += LOOK_MS) {
		if (ms >= WAIT_MS)
			return somebody_writes(path) ||
			       err_set(err, _("%s-journal was left by "
					      "another user, who was cut off "
					      "while saving; have them open "
					      "the file first"), path);
		nanosleep(&moment, NULL);
	}
	return true;
}

/* We never keep a write-ahead log: what is in it would stay behind when the
 * file is copied. */
static bool check_log(const char *path, struct err *err)
{
	return !sidefile_there(path, "-wal") ||
	       err_set(err, _("%s is in use by a program that is not cjm (it "
			      "keeps a write-ahead log); close that one "
			      "first"), path);
}

bool sidefiles_check(const char *path, const struct stat *st,
		     struct err *err)
{
	return check_journal(path, err) && check_log(path, err) &&
	       check_journal_owner(path, st, err);
}
