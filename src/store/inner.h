/*
 * What the files of the store share, and nobody else sees.
 */
#ifndef STORE_INNER_H
#define STORE_INNER_H

#include "base/strbuf.h"
#include "store/db.h"
#include "store/history.h"
#include "store/store.h"

struct store {
	struct db *db;                  /* NULL after trouble: open it anew */
	struct db *lost;                /* to the file that is not under its
					 * name any more; it has the bytes */
	struct project *project;
	char *path;
	char *author;
	struct strbuf warning;          /* sentences */
	bool read_only;
	bool checked;                   /* the deep checks found nothing */
	int64_t last_seq, last_uid;     /* of the last edit we know */
	char *last_label;               /* of the last one made here ... */
	struct thing last_thing;        /* ... and what it changed first */
	struct refused refused;         /* of undo.c */
	int64_t data_version;
	int64_t *visited;               /* maps whose rows are in memory */
	size_t visited_count, visited_cap;
};

/* store.c: whether the map's rows are in memory. */
bool visited(const struct store *s, int64_t map);
/* store.c: have a connection that can be asked. */
bool store_ready(struct store *s, struct err *err);

/* open.c: the absolute path of a file that is there; caller frees. */
char *store_real_path(const char *path, struct err *err);
/* open.c: close the file and open it again by all steps.  It must be the same
 * one, however others have changed it. */
bool store_reopen(struct store *s, struct err *err);

/* load.c: rows from the file into the model. */
bool load_top(struct store *s, struct err *err);
bool load_map(struct store *s, int64_t map, struct err *err);
/* A row as the file has it now, the caller's to free; *row is NULL when it is
 * not there. */
bool load_row(struct db *db, enum entity e, int64_t id, struct row **row,
	      struct err *err);

/* check.c: whether what stands in the file may stand there; other programs
 * can write to it, too. */
bool check_value(enum entity e, int field, const char *text, struct err *err);
bool check_row(const struct row *r, struct err *err);

/* Every row of a table "AS t", which the visitor then owns; `why` is the
 * sentence that tells what is wrong with it, or NULL.  `order` ends the
 * statement. */
bool load_each(struct db *db, enum entity e, const char *order,
	       void (*visit)(struct row *r, const char *why, void *arg),
	       void *arg, struct err *err);
/* Every row of the file into an empty project, whatever is in memory. */
bool load_all(struct db *db, struct project *p, struct err *err);

/* sound.c: what SQLite finds in pages and indexes by this pragma, and what
 * refers to a row that is not there; a sentence each. */
void sound_pages(struct db *db, const char *pragma,
		 void (*found)(const char *what, void *arg), void *arg);
void sound_references(struct db *db,
		      void (*found)(const char *what, void *arg), void *arg);
/* Both, and each row: the deep checks.  The first finding is the error. */
bool sound_all(struct db *db, struct err *err);

/* write.c: an edit's changes into tables and history, in the caller's
 * transaction.  `seq` and `uid` of the new edit come back. */
bool write_edit(struct store *s, const struct edit *e, int64_t *seq,
		int64_t *uid, struct err *err);

/* follow.c: the edits behind last_seq into the model.  When it fails, those
 * before the failure are in it, and last_seq says so. */
bool follow(struct store *s, bool *changed, struct err *err);
/* Whether the last edit we know is still there; else it is another file. */
bool check_known(struct store *s, struct err *err);
/* One edit's changes; rows of maps nobody visited are passed over. */
void follow_changes(struct store *s, const struct edit *e);
/* The uid of an edit, 0 when it is not there. */
bool edit_uid(struct db *db, int64_t seq, int64_t *uid, struct err *err);
bool last_edit(struct db *db, int64_t *seq, int64_t *uid, struct err *err);

#endif
