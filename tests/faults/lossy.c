#include "lossy.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../dice.h"
#include "../tmp.h"
#include "base/alloc.h"
#include "base/strbuf.h"

enum { SECTOR = 512, NAMES = 3, SIZE_MOST = 64 * 1024 * 1024 };

static const char *const endings[NAMES] = { "", "-journal", "-wal" };

enum op { OP_CREATE, OP_DELETE, OP_WRITE, OP_TRUNCATE, OP_SYNC };

/* What was done: to a file, which is one from its making to its end, or to a
 * name in the folder. */
struct record {
	enum op op;
	int name, file;
	bool folder;            /* the folder is synced, too */
	size_t at, len;
	unsigned char *data;
};

static struct {
	char *path;             /* NULL: nothing is written down */
	char *first;            /* the file as it was in the beginning */
	size_t first_len;
	struct record *records;
	size_t count, cap;
	int files;              /* how many there were up to now */
	int now[NAMES];         /* the file of each name, -1: none */
} disk;

/* A file of ours; the system's own lies behind it. */
struct file {
	sqlite3_file base;
	int name, file;         /* -1: none of those that are watched */
	bool made;              /* its folder is synced with it */
	sqlite3_file *below;
};

static sqlite3_vfs *below;

static void clear(void)
{
	for (size_t i = 0; i < disk.count; i++)
		free(disk.records[i].data);
	disk.count = 0;
	free(disk.path);
	free(disk.first);
	disk.path = disk.first = NULL;
}

void lossy_start(const char *path)
{
	clear();
	if (!path)
		return;
	disk.path = xstrdup(path);
	disk.first = tmp_read(path, &disk.first_len);
	disk.files = 1;
	for (int i = 0; i < NAMES; i++)
		disk.now[i] = i ? -1 : 0;
}

void lossy_release(void)
{
	clear();
	free(disk.records);
	disk.records = NULL;
	disk.cap = 0;
}

long lossy_length(void)
{
	return (long)disk.count;
}

static struct record *note(enum op op, int name, int file)
{
	disk.records = xgrow(disk.records, disk.count, &disk.cap,
			     sizeof *disk.records);
	disk.records[disk.count] = (struct record){ .op = op, .name = name,
						    .file = file };
	return &disk.records[disk.count++];
}

/* Which of the watched names it is, or -1. */
static int name_of(const char *path)
{
	size_t len = disk.path ? strlen(disk.path) : 0;

	if (!path || !len || strncmp(path, disk.path, len) != 0)
		return -1;
	for (int i = 0; i < NAMES; i++)
		if (!strcmp(path + len, endings[i]))
			return i;
	return -1;
}

static sqlite3_file *behind(sqlite3_file *f)
{
	return ((struct file *)f)->below;
}

static bool watched(const struct file *f)
{
	return disk.path && f->name >= 0;
}

static int file_close(sqlite3_file *f)
{
	return behind(f)->pMethods->xClose(behind(f));
}

static int file_read(sqlite3_file *f, void *to, int len, sqlite3_int64 at)
{
	return behind(f)->pMethods->xRead(behind(f), to, len, at);
}

static int file_write(sqlite3_file *base, const void *from, int len,
		      sqlite3_int64 at)
{
	struct file *f = (struct file *)base;

	if (watched(f)) {
		struct record *r = note(OP_WRITE, f->name, f->file);

		r->at = (size_t)at;
		r->len = (size_t)len;
		r->data = xmalloc((size_t)len);
		memcpy(r->data, from, (size_t)len);
	}
	return behind(base)->pMethods->xWrite(behind(base), from, len, at);
}

static int file_truncate(sqlite3_file *base, sqlite3_int64 size)
{
	struct file *f = (struct file *)base;

	if (watched(f))
		note(OP_TRUNCATE, f->name, f->file)->len = (size_t)size;
	return behind(base)->pMethods->xTruncate(behind(base), size);
}

/* The system's own way syncs the folder with the first sync of a file that
 * was made.  Nothing need really be synced here. */
static int file_sync(sqlite3_file *base, int flags)
{
	struct file *f = (struct file *)base;

	(void)flags;
	if (watched(f))
		note(OP_SYNC, f->name, f->file)->folder = f->made;
	f->made = false;
	return SQLITE_OK;
}

static int file_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return behind(f)->pMethods->xFileSize(behind(f), size);
}

static int file_lock(sqlite3_file *f, int level)
{
	return behind(f)->pMethods->xLock(behind(f), level);
}

static int file_unlock(sqlite3_file *f, int level)
{
	return behind(f)->pMethods->xUnlock(behind(f), level);
}

static int file_check(sqlite3_file *f, int *result)
{
	return behind(f)->pMethods->xCheckReservedLock(behind(f), result);
}

static int file_control(sqlite3_file *f, int op, void *arg)
{
	return behind(f)->pMethods->xFileControl(behind(f), op, arg);
}

static int file_sector(sqlite3_file *f)
{
	return behind(f)->pMethods->xSectorSize(behind(f));
}

static int file_traits(sqlite3_file *f)
{
	return behind(f)->pMethods->xDeviceCharacteristics(behind(f));
}

static const sqlite3_io_methods methods = {
	.iVersion = 1, .xClose = file_close, .xRead = file_read,
	.xWrite = file_write, .xTruncate = file_truncate,
	.xSync = file_sync, .xFileSize = file_size, .xLock = file_lock,
	.xUnlock = file_unlock, .xCheckReservedLock = file_check,
	.xFileControl = file_control, .xSectorSize = file_sector,
	.xDeviceCharacteristics = file_traits,
};

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *base,
		    int flags, int *out)
{
	struct file *f = (struct file *)base;
	int code;

	(void)vfs;
	f->below = (sqlite3_file *)(f + 1);
	f->name = name_of(path);
	f->made = f->name > 0 && flags & SQLITE_OPEN_CREATE;
	code = below->xOpen(below, path, f->below, flags, out);
	base->pMethods = f->below->pMethods ? &methods : NULL;
	if (code || f->name < 0)
		return code;
	if (disk.now[f->name] < 0) {
		disk.now[f->name] = disk.files++;
		note(OP_CREATE, f->name, disk.now[f->name]);
	}
	f->file = disk.now[f->name];
	return SQLITE_OK;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
	int name = name_of(path);

	(void)vfs;
	if (name >= 0 && disk.now[name] >= 0) {
		note(OP_DELETE, name, disk.now[name]);
		disk.now[name] = -1;
		if (sync)
			note(OP_SYNC, name, -1)->folder = true;
	}
	return below->xDelete(below, path, 0);
}

void lossy_install(void)
{
	static sqlite3_vfs lossy;

	below = sqlite3_vfs_find(NULL);
	lossy = *below;
	lossy.zName = "lossy";
	lossy.szOsFile = (int)sizeof(struct file) + below->szOsFile;
	lossy.xOpen = vfs_open;
	lossy.xDelete = vfs_delete;
	sqlite3_vfs_register(&lossy, 1);
}

/* A file in the making, as the disk has it. */
struct remains {
	unsigned char *data;
	size_t len, cap;
};

/* What lies where nothing was written yet: zeros, or what lay there before. */
static void resize(struct remains *f, size_t len)
{
	int filler = dice(2) ? 0 : (int)dice(256);

	assert_true(len < SIZE_MOST);
	if (len > f->cap) {
		f->cap = len * 2;
		f->data = xrealloc(f->data, f->cap);
	}
	if (len > f->len)
		memset(f->data + f->len, filler, len - f->len);
	f->len = len;
}

static void put(struct remains *f, const struct record *r, size_t from,
		size_t to)
{
	if (r->at + to > f->len)
		resize(f, r->at + to);
	memcpy(f->data + r->at + from, r->data + from, to - from);
}

/* Sector by sector, as they lie on the disk. */
static void put_some(struct remains *f, const struct record *r)
{
	size_t from, to;

	if (dice(4) == 0 && r->at + r->len > f->len)
		resize(f, r->at + r->len);
	for (from = 0; from < r->len; from = to) {
		to = from + SECTOR - (r->at + from) % SECTOR;
		if (to > r->len)
			to = r->len;
		if (dice(16) == 0)
			put(f, r, from, from + dice((unsigned)(to - from)));
		else if (dice(2))
			put(f, r, from, to);
	}
}

/* How a file fares that was not synced: everything, nothing or some of it. */
enum fate { ALL, NONE, SOME };

static enum fate draw_fate(void)
{
	unsigned n = dice(4);

	return n == 0 ? ALL : n == 1 ? NONE : SOME;
}

static void replay(struct remains *f, const struct record *r, enum fate fate)
{
	if (fate == NONE || (fate == SOME && r->op == OP_TRUNCATE && dice(2)))
		return;
	if (r->op == OP_TRUNCATE)
		resize(f, r->len);
	else if (r->op == OP_WRITE && fate == ALL)
		put(f, r, 0, r->len);
	else if (r->op == OP_WRITE)
		put_some(f, r);
}

static size_t last_sync(size_t count, int file)
{
	while (count > 0 && (disk.records[count - 1].op != OP_SYNC ||
			     disk.records[count - 1].file != file))
		count--;
	return count;
}

static struct remains build_file(size_t count, int file)
{
	struct remains f = { NULL, 0, 0 };
	size_t synced = last_sync(count, file);
	enum fate fate = draw_fate();

	if (file == 0) {
		resize(&f, disk.first_len);
		memcpy(f.data, disk.first, disk.first_len);
	}
	for (size_t i = 0; i < count; i++)
		if (disk.records[i].file == file)
			replay(&f, &disk.records[i], i < synced ? ALL : fate);
	return f;
}

/* The file of each name, by a folder that may be of some time ago. */
static void build_folder(size_t count, int files[])
{
	size_t known = count, unsure = 0;

	for (int i = 0; i < NAMES; i++)
		files[i] = i ? -1 : 0;
	while (known > 0 && !disk.records[known - 1].folder)
		known--;
	for (size_t i = known; i < count; i++)
		unsure += disk.records[i].op <= OP_DELETE;
	unsure = dice((unsigned)unsure + 1);
	for (size_t i = 0; i < count; i++) {
		const struct record *r = &disk.records[i];

		if (r->op > OP_DELETE)
			continue;
		if (i >= known && unsure-- == 0)
			break;
		files[r->name] = r->op == OP_CREATE ? r->file : -1;
	}
}

void lossy_build(long length, const char *to)
{
	struct strbuf path = STRBUF_INIT;
	int files[NAMES];

	build_folder((size_t)length, files);
	for (int i = 0; i < NAMES; i++) {
		struct remains f;

		strbuf_clear(&path);
		strbuf_addf(&path, "%s%s", to, endings[i]);
		unlink(path.s);
		if (files[i] < 0)
			continue;
		f = build_file((size_t)length, files[i]);
		tmp_write(path.s, (const char *)f.data, f.len);
		free(f.data);
	}
	strbuf_release(&path);
}
