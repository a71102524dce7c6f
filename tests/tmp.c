#include "tmp.h"

#include <errno.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"

static char **paths;
static size_t path_count, path_cap;
static char *folder;
static pid_t owner;

static const char *keep(char *path)
{
	paths = xgrow(paths, path_count, &path_cap, sizeof *paths);
	return paths[path_count++] = path;
}

/* A test may have made a folder read-only. */
static int make_writable(const char *path, const struct stat *st, int type,
			 struct FTW *where)
{
	(void)st;
	(void)where;
	if (type == FTW_D || type == FTW_DNR)
		chmod(path, 0700);
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int type,
		      struct FTW *where)
{
	(void)st;
	(void)type;
	(void)where;
	remove(path);
	return 0;
}

static void remove_all(void)
{
	if (getpid() != owner)
		return;
	nftw(folder, make_writable, 16, FTW_PHYS);
	nftw(folder, remove_one, 16, FTW_PHYS | FTW_DEPTH);
	while (path_count)
		free(paths[--path_count]);
	free(paths);
	free(folder);
}

const char *tmp_folder(void)
{
	const char *base = getenv("TMPDIR");
	struct strbuf name = STRBUF_INIT;

	if (folder)
		return folder;
	strbuf_addf(&name, "%s/cjm-test.XXXXXX", base && *base ? base : "/tmp");
	folder = strbuf_detach(&name);
	if (!mkdtemp(folder))
		fail_msg("%s: %s", folder, strerror(errno));
	owner = getpid();
	atexit(remove_all);
	return folder;
}

const char *tmp_new_folder(void)
{
	static int number;
	struct strbuf path = STRBUF_INIT;

	strbuf_addf(&path, "%s/%d", tmp_folder(), ++number);
	if (mkdir(path.s, 0700) < 0)
		fail_msg("%s: %s", path.s, strerror(errno));
	return keep(strbuf_detach(&path));
}

const char *tmp_path(const char *name)
{
	struct strbuf path = STRBUF_INIT;

	strbuf_addf(&path, "%s/%s", tmp_new_folder(), name);
	return keep(strbuf_detach(&path));
}

const char *tmp_file(const char *name, const char *text)
{
	const char *path = tmp_path(name);

	tmp_write(path, text, strlen(text));
	return path;
}

void tmp_write(const char *path, const char *data, size_t len)
{
	FILE *f = fopen(path, "wb");

	if (!f || fwrite(data, 1, len, f) != len || fclose(f) != 0)
		fail_msg("%s: %s", path, strerror(errno));
}

char *tmp_read(const char *path, size_t *len)
{
	struct strbuf text = STRBUF_INIT;
	char part[8192];
	FILE *f = fopen(path, "rb");
	size_t n;

	if (!f)
		fail_msg("%s: %s", path, strerror(errno));
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		strbuf_add(&text, part, n);
	fclose(f);
	if (len)
		*len = text.len;
	return text.cap ? strbuf_detach(&text) : xstrdup("");
}
