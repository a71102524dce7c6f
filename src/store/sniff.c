#include "store/sniff.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "store/schema.h"
#include "store/sidefiles.h"

enum {
	HEADER = 100,           /* bytes of SQLite's own header */
	LEAST = 512             /* ... and of its smallest page */
};

static uint32_t big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

static bool check_kind(const char *path, const struct stat *st,
		       struct err *err)
{
	if (S_ISDIR(st->st_mode))
		return err_set(err, _("%s is a folder, not a map's file"),
			       path);
	if (!S_ISREG(st->st_mode))
		return err_set(err, _("%s is not an ordinary file"), path);
	if (st->st_size == 0)
		return err_set(err, _("%s is empty: it is no journey map"),
			       path);
	if (st->st_nlink > 1)
		return err_set(err, _("%s has several names on this disk (hard "
				      "links); copy it and open the copy"),
			       path);
	return true;
}

/* The header counts the pages; a file cut short has fewer bytes. */
static bool check_length(const char *path, const unsigned char *head,
			 off_t size, struct err *err)
{
	uint32_t page = (uint32_t)head[16] << 8 | head[17];
	uint64_t want = (uint64_t)(page == 1 ? 65536 : page) *
			big_endian(head + 28);

	if (size >= LEAST && (big_endian(head + 24) != big_endian(head + 92) ||
			      (uint64_t)size >= want ||
			      sidefile_there(path, "-journal")))
		return true;
	return err_set(err, _("%s is damaged: it ends after %lld of %llu "
			      "bytes"), path, (long long)size,
		       (unsigned long long)want);
}

static bool check_header(const char *path, const unsigned char *head,
			 size_t len, struct err *err)
{
	if (len < HEADER || memcmp(head, "SQLite format 3", 16))
		return err_set(err, _("%s is not a journey map; `cjm import "
				      "NEW.cjm %s` reads texts"), path, path);
	if (big_endian(head + 68) != SCHEMA_APPLICATION)
		return err_set(err, _("%s belongs to another program: it is a "
				      "database, but no journey map"), path);
	return true;
}

/* Bytes 18 and 19 are 2 where a write-ahead log is kept. */
static bool check_mode(const char *path, const unsigned char *head,
		       struct err *err)
{
	return (head[18] <= 1 && head[19] <= 1) ||
	       err_set(err, _("%s is in use by a program that is not cjm (it "
			      "keeps a write-ahead log); close that one "
			      "first"), path);
}

static ssize_t read_head(const char *path, unsigned char *head,
			 struct err *err)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	ssize_t len;

	if (fd < 0) {
		err_set(err, _("%s cannot be read: %s"), path,
			strerror(errno));
		return -1;
	}
	len = read(fd, head, HEADER);
	if (len < 0)
		err_set(err, _("%s cannot be read: %s"), path,
			strerror(errno));
	close(fd);
	return len;
}

/* Without any write bit a file is meant to stay as it is, even for root. */
static bool may_write(const char *path, mode_t mode)
{
	char *folder = xstrndup(path, (size_t)(strrchr(path, '/') - path) + 1);
	bool ok = (mode & 0222) && !access(path, W_OK) &&
		  !access(folder, W_OK);

	free(folder);
	return ok;
}

static bool look(const char *path, bool whole, bool *read_only,
		 struct err *err)
{
	unsigned char head[HEADER];
	struct stat st;
	ssize_t len;

	if (stat(path, &st))
		return err_set(err, _("%s cannot be opened: %s"), path,
			       strerror(errno));
	if (!check_kind(path, &st, err))
		return false;
	len = read_head(path, head, err);
	if (len < 0 || !check_header(path, head, (size_t)len, err) ||
	    (whole && !check_length(path, head, st.st_size, err)) ||
	    !check_mode(path, head, err) || !sidefiles_check(path, &st, err))
		return false;
	*read_only = !may_write(path, st.st_mode);
	return true;
}

bool sniff(const char *path, bool *read_only, struct err *err)
{
	return look(path, true, read_only, err);
}

bool sniff_damaged(const char *path, bool *read_only, struct err *err)
{
	return look(path, false, read_only, err);
}

const char *sniff_network(const char *path)
{
	static const struct { unsigned long type; const char *name; } kinds[] = {
		{ 0x6969, "NFS" }, { 0x517B, "SMB" }, { 0xFF534D42, "SMB" },
		{ 0xFE534D42, "SMB" }, { 0x65735546, "FUSE" },
		{ 0x01021997, "9P" },
	};
	struct statfs fs;

	if (statfs(path, &fs))
		return NULL;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (kinds[i].type == ((unsigned long)fs.f_type & 0xFFFFFFFF))
			return kinds[i].name;
	return NULL;
}
