#include "store/vfs.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static const char journal[] = "-journal";

/* The files that are open now; more than one only while one is copied. */
static struct {
	char **paths;
	size_t count, cap;
} allowed;

static sqlite3_vfs *below;      /* the system's own */

static size_t find(const char *path, size_t len)
{
	size_t i = 0;

	while (i < allowed.count && (strlen(allowed.paths[i]) != len ||
				     memcmp(allowed.paths[i], path, len)))
		i++;
	return i;
}

static bool is_ours(const char *path)
{
	return path && find(path, strlen(path)) < allowed.count;
}

static bool is_our_journal(const char *path)
{
	size_t len = path ? strlen(path) : 0, tail = strlen(journal);

	return len > tail && !strcmp(path + len - tail, journal) &&
	       find(path, len - tail) < allowed.count;
}

void vfs_allow(const char *path)
{
	allowed.paths = xgrow(allowed.paths, allowed.count, &allowed.cap,
			      sizeof *allowed.paths);
	allowed.paths[allowed.count++] = xstrdup(path);
}

void vfs_forbid(const char *path)
{
	size_t i = find(path, strlen(path));

	free(allowed.paths[i]);
	allowed.paths[i] = allowed.paths[--allowed.count];
	if (allowed.count)
		return;
	free(allowed.paths);
	allowed.paths = NULL;
	allowed.cap = 0;
}

/* Files without a name, for sorting and the like, are kept in memory by
 * temp_store, so none is ever asked for. */
static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file,
		     int flags, int *out)
{
	bool ok = (flags & SQLITE_OPEN_MAIN_DB && is_ours(path)) ||
		  (flags & SQLITE_OPEN_MAIN_JOURNAL && is_our_journal(path));

	(void)vfs;
	file->pMethods = NULL;
	return ok ? below->xOpen(below, path, file, flags, out) :
		    SQLITE_CANTOPEN;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int sync)
{
	(void)vfs;
	return is_our_journal(path) ? below->xDelete(below, path, sync) :
				      SQLITE_IOERR_DELETE;
}

static int access_file(sqlite3_vfs *vfs, const char *path, int flags,
		       int *result)
{
	(void)vfs;
	return below->xAccess(below, path, flags, result);
}

static int full_path(sqlite3_vfs *vfs, const char *path, int len, char *out)
{
	(void)vfs;
	return below->xFullPathname(below, path, len, out);
}

static int randomness(sqlite3_vfs *vfs, int len, char *out)
{
	(void)vfs;
	return below->xRandomness(below, len, out);
}

static int sleep_for(sqlite3_vfs *vfs, int microseconds)
{
	(void)vfs;
	return below->xSleep(below, microseconds);
}

static int time_now(sqlite3_vfs *vfs, double *days)
{
	(void)vfs;
	return below->xCurrentTime(below, days);
}

static int last_error(sqlite3_vfs *vfs, int len, char *out)
{
	(void)vfs;
	return below->xGetLastError(below, len, out);
}

static sqlite3_vfs thin = {
	.iVersion = 1, .zName = "cjm", .xOpen = open_file,
	.xDelete = delete_file, .xAccess = access_file,
	.xFullPathname = full_path, .xRandomness = randomness,
	.xSleep = sleep_for, .xCurrentTime = time_now,
	.xGetLastError = last_error,
};

const char *vfs_name(void)
{
	if (!below) {
		below = sqlite3_vfs_find(NULL);
		thin.szOsFile = below->szOsFile;
		thin.mxPathname = below->mxPathname;
		sqlite3_vfs_register(&thin, 0);
	}
	return thin.zName;
}
