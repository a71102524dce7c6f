#include "faults.h"

#include <signal.h>
#include <sqlite3.h>
#include <stddef.h>

/* A file of ours; the system's own lies behind it. */
struct file {
	sqlite3_file base;
	sqlite3_file *below;
};

static sqlite3_vfs *below;

static struct {
	enum fault fault;
	long n, calls;
	bool for_ever;
} now;

void faults_set(enum fault fault, long n, bool for_ever)
{
	now.fault = fault;
	now.n = n;
	now.calls = 0;
	now.for_ever = for_ever;
}

long faults_calls(void)
{
	return now.calls;
}

static bool strikes(bool writes)
{
	if (now.fault == FAULT_FULL && !writes)
		return false;
	now.calls++;
	if (now.fault == FAULT_KILL && now.calls == now.n)
		raise(SIGKILL);
	return now.fault != FAULT_NONE &&
	       (now.for_ever ? now.calls >= now.n : now.calls == now.n);
}

static int failed(int code, int done)
{
	(void)done;
	return now.fault == FAULT_FULL ? SQLITE_FULL : code;
}

/* What a call answers: `code` when it fails, else what the disk says. */
#define ANSWER(writes, code, call) \
	return strikes(writes) ? \
	       failed(code, now.fault == FAULT_LATE ? (call) : SQLITE_OK) : \
	       (call)

static sqlite3_file *disk(sqlite3_file *f)
{
	return ((struct file *)f)->below;
}

/* Closing always works. */
static int file_close(sqlite3_file *f)
{
	return disk(f)->pMethods->xClose(disk(f));
}

static int file_read(sqlite3_file *f, void *to, int len, sqlite3_int64 at)
{
	ANSWER(false, SQLITE_IOERR_READ,
	       disk(f)->pMethods->xRead(disk(f), to, len, at));
}

static int file_write(sqlite3_file *f, const void *from, int len,
		      sqlite3_int64 at)
{
	ANSWER(true, SQLITE_IOERR_WRITE,
	       disk(f)->pMethods->xWrite(disk(f), from, len, at));
}

static int file_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	ANSWER(false, SQLITE_IOERR_TRUNCATE,
	       disk(f)->pMethods->xTruncate(disk(f), size));
}

/* No power fails here, so nothing need really be synced. */
static int file_sync(sqlite3_file *f, int flags)
{
	(void)f;
	(void)flags;
	ANSWER(false, SQLITE_IOERR_FSYNC, SQLITE_OK);
}

static int file_size(sqlite3_file *f, sqlite3_int64 *size)
{
	ANSWER(false, SQLITE_IOERR_FSTAT,
	       disk(f)->pMethods->xFileSize(disk(f), size));
}

static int file_lock(sqlite3_file *f, int level)
{
	ANSWER(false, SQLITE_IOERR_LOCK,
	       disk(f)->pMethods->xLock(disk(f), level));
}

/* A lock is always given back. */
static int file_unlock(sqlite3_file *f, int level)
{
	int said = disk(f)->pMethods->xUnlock(disk(f), level);

	ANSWER(false, SQLITE_IOERR_UNLOCK, said);
}

static int file_check(sqlite3_file *f, int *result)
{
	ANSWER(false, SQLITE_IOERR_CHECKRESERVEDLOCK,
	       disk(f)->pMethods->xCheckReservedLock(disk(f), result));
}

static int file_control(sqlite3_file *f, int op, void *arg)
{
	return disk(f)->pMethods->xFileControl(disk(f), op, arg);
}

static int file_sector(sqlite3_file *f)
{
	return disk(f)->pMethods->xSectorSize(disk(f));
}

static int file_traits(sqlite3_file *f)
{
	return disk(f)->pMethods->xDeviceCharacteristics(disk(f));
}

static const sqlite3_io_methods methods = {
	.iVersion = 1, .xClose = file_close, .xRead = file_read,
	.xWrite = file_write, .xTruncate = file_truncate,
	.xSync = file_sync, .xFileSize = file_size, .xLock = file_lock,
	.xUnlock = file_unlock, .xCheckReservedLock = file_check,
	.xFileControl = file_control, .xSectorSize = file_sector,
	.xDeviceCharacteristics = file_traits,
};

static int open_below(const char *path, struct file *f, int flags, int *out)
{
	int code;

	f->below = (sqlite3_file *)(f + 1);
	code = below->xOpen(below, path, f->below, flags, out);
	f->base.pMethods = f->below->pMethods ? &methods : NULL;
	return code;
}

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *f,
		    int flags, int *out)
{
	(void)vfs;
	f->pMethods = NULL;
	ANSWER(false, SQLITE_CANTOPEN,
	       open_below(path, (struct file *)f, flags, out));
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
	(void)vfs;
	(void)sync;
	ANSWER(false, SQLITE_IOERR_DELETE, below->xDelete(below, path, 0));
}

static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags,
		      int *result)
{
	(void)vfs;
	ANSWER(false, SQLITE_IOERR_ACCESS,
	       below->xAccess(below, path, flags, result));
}

void faults_install(void)
{
	static sqlite3_vfs failing;

	below = sqlite3_vfs_find(NULL);
	failing = *below;
	failing.zName = "failing";
	failing.szOsFile = (int)sizeof(struct file) + below->szOsFile;
	failing.xOpen = vfs_open;
	failing.xDelete = vfs_delete;
	failing.xAccess = vfs_access;
	sqlite3_vfs_register(&failing, 1);
}
