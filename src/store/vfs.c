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

static sqlite3_vfs thin;

const char *vfs_name(void)
{
	if (!below) {
		below = sqlite3_vfs_find(NULL);
		thin = *below;
		thin.zName = "cjm";
		thin.xOpen = open_file;
		thin.xDelete = delete_file;
		sqlite3_vfs_register(&thin, 0);
	}
	return thin.zName;
}
