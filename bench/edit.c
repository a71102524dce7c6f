/*
 * What an edit costs besides the disk's syncs, which are left out here.
 *
 *	edit FILE.cjm [EDITS]
 *
 * The same rows are written in turns by the store and by SQLite alone, with
 * the same settings, each into a copy of its own.  FILE is not touched.
 * Prints medians (and 95th percentiles) in milliseconds, and how many times
 * the bare transaction the edit needs.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "store/store.h"
#include "store/verify.h"

enum { EDITS = 2000 };

/* A disk that never waits: the system's own, but for the syncs. */
static sqlite3_vfs still, *below;
static sqlite3_io_methods of_file, of_journal;

static int no_sync(sqlite3_file *file, int flags)
{
	(void)file;
	(void)flags;
	return SQLITE_OK;
}

static int open_still(sqlite3_vfs *vfs, const char *path, sqlite3_file *file,
		      int flags, int *out)
{
	int code = below->xOpen(below, path, file, flags, out);
	sqlite3_io_methods *m = flags & SQLITE_OPEN_MAIN_DB ? &of_file :
							      &of_journal;

	(void)vfs;
	if (file->pMethods) {
		*m = *file->pMethods;
		m->xSync = no_sync;
		file->pMethods = m;
	}
	return code;
}

static int delete_still(sqlite3_vfs *vfs, const char *path, int sync)
{
	(void)vfs;
	(void)sync;
	return below->xDelete(below, path, 0);
}

static void install(void)
{
	sqlite3_config(SQLITE_CONFIG_URI, 0);
	below = sqlite3_vfs_find(NULL);
	still = *below;
	still.zName = "still";
	still.xOpen = open_still;
	still.xDelete = delete_still;
	sqlite3_vfs_register(&still, 1);
}

static void die(const char *what)
{
	fprintf(stderr, "edit: %s\n", what);
	exit(3);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

struct ids {
	int64_t *id;
	size_t count, cap;
};

static void take_id(const struct row *r, void *arg)
{
	struct ids *ids = arg;

	ids->id = xgrow(ids->id, ids->count, &ids->cap, sizeof *ids->id);
	ids->id[ids->count++] = r->id;
}

/* What both write: another need of one touchpoint after the other. */
static void new_text(int n, char text[64])
{
	snprintf(text, 64, "wants to know when it arrives, %d", n);
}

static double by_store(struct store *s, int64_t id, int n)
{
	struct set_intent i;
	struct err err;
	double start = now();
	char text[64];

	new_text(n, text);
	intent_set(&i, TOUCHPOINT, id);
	intent_set_field(&i, TOUCHPOINT_NEED, text);
	if (!store_do(s, &i.intent, &err))
		die(err.msg);
	return now() - start;
}

static const char *const bare_sql[] = {
	"BEGIN IMMEDIATE",
	"UPDATE touchpoint SET need = ?2 WHERE id = ?1",
	"INSERT INTO edit (uid, time, author, kind, label)"
	" VALUES (?1, 1700000000000, 'root', 'plain', ?2)",
	"INSERT INTO change (edit, op, entity, id, field, old, new) VALUES"
	" ((SELECT max(seq) FROM edit), 'set', 'touchpoint', ?1, 'need',"
	"  ?2, ?2)",
	"COMMIT",
};

struct bare {
	sqlite3 *db;
	sqlite3_stmt *st[ARRAY_LEN(bare_sql)];
};

static void bare_open(struct bare *b, const char *path)
{
	if (sqlite3_open(path, &b->db) ||
	    sqlite3_exec(b->db, "PRAGMA journal_mode = DELETE;"
			 "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = 1;"
			 "PRAGMA secure_delete = 1; PRAGMA temp_store = 2;"
			 "PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0",
			 NULL, NULL, NULL))
		die(sqlite3_errmsg(b->db));
	for (size_t i = 0; i < ARRAY_LEN(bare_sql); i++)
		if (sqlite3_prepare_v2(b->db, bare_sql[i], -1, &b->st[i],
				       NULL))
			die(sqlite3_errmsg(b->db));
}

static double by_sqlite(struct bare *b, int64_t id, int n)
{
	double start = now();
	char text[64];

	new_text(n, text);
	for (size_t i = 0; i < ARRAY_LEN(bare_sql); i++) {
		if (sqlite3_bind_parameter_count(b->st[i])) {
			sqlite3_bind_int64(b->st[i], 1, id);
			sqlite3_bind_text(b->st[i], 2, text, -1,
					  SQLITE_TRANSIENT);
		}
		if (sqlite3_step(b->st[i]) != SQLITE_DONE)
			die(sqlite3_errmsg(b->db));
		sqlite3_reset(b->st[i]);
	}
	return now() - start;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double print(const char *name, double *ms, int count)
{
	qsort(ms, (size_t)count, sizeof *ms, by_size);
	printf("%-10s %.3f (%.3f) ms\n", name, ms[count / 2],
	       ms[count * 95 / 100]);
	return ms[count / 2];
}

/* A copy beside the file; the caller frees its name. */
static char *copy_of(const char *path, const char *ending)
{
	struct strbuf name = STRBUF_INIT;
	struct err err;

	strbuf_addf(&name, "%s.%s", path, ending);
	remove(name.s);
	if (!backup(path, name.s, &err))
		die(err.msg);
	return strbuf_detach(&name);
}

static struct store *open_store(const char *path, struct ids *ids)
{
	struct err err;
	struct store *s = store_open(path, &err);
	double start = now();

	if (!s || !store_visit(s, 0, &err))
		die(err.msg);
	printf("%-10s %.3f ms\n", "visit", now() - start);
	start = now();
	if (!store_check(s, &err))
		die(err.msg);
	printf("%-10s %.3f ms\n", "check", now() - start);
	project_each(store_project(s), TOUCHPOINT, take_id, ids);
	return s;
}

static void measure(struct store *s, struct bare *b, const struct ids *ids,
		    int count)
{
	double *ours = xcalloc((size_t)count, sizeof *ours);
	double *theirs = xcalloc((size_t)count, sizeof *theirs);
	double edit, bare;

	for (int i = 0; i < count; i++) {
		int64_t id = ids->id[(size_t)i * 7 % ids->count];

		ours[i] = by_store(s, id, i);
		theirs[i] = by_sqlite(b, id, i);
	}
	edit = print("edit", ours, count);
	bare = print("bare", theirs, count);
	printf("%-10s %.3f ms, %.2f times the bare transaction\n", "own",
	       edit - bare, edit / bare);
	free(ours);
	free(theirs);
}

int main(int argc, char **argv)
{
	struct ids ids = { NULL, 0, 0 };
	char *first, *second;
	struct store *s;
	struct bare b;

	if (argc < 2)
		die("name a map's file");
	install();
	first = copy_of(argv[1], "edit");
	second = copy_of(argv[1], "bare");
	s = open_store(first, &ids);
	bare_open(&b, second);
	measure(s, &b, &ids, argc > 2 ? atoi(argv[2]) : EDITS);
	store_close(s);
	for (size_t i = 0; i < ARRAY_LEN(bare_sql); i++)
		sqlite3_finalize(b.st[i]);
	sqlite3_close(b.db);
	remove(first);
	remove(second);
	free(first);
	free(second);
	free(ids.id);
	return 0;
}
