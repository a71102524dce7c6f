/*
 * The store: one open file, its project in memory, and the door.
 *
 * Whoever wants something altered hands an intent to store_do().  The store
 * asks it for an edit, writes rows and history in one transaction, and only
 * after COMMIT lets the model follow.  If another process was quicker, it
 * reads on first and asks again.  Nothing else alters file or model.
 *
 * After trouble with the disk or the file the next call opens it again, by
 * all steps; the model stays and reads on.
 *
 * The store owns the project; it lives until store_close(), or until the
 * store goes on in another file (save_as.h).
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "model/intent.h"

struct store;

/* Open a file.  One that cannot be written is opened for reading only. */
struct store *store_open(const char *path, struct err *err);

/* Make a new file by one intent, and open it.  The file appears whole or not
 * at all, and never over another one. */
struct store *store_create(const char *path, const char *author,
			   const struct intent *first, struct err *err);
void store_close(struct store *s);      /* NULL is allowed */

const struct project *store_project(const struct store *s);
const char *store_path(const struct store *s);          /* absolute */
bool store_read_only(const struct store *s);

/* What should be known of the file before one works on it (it lies on a
 * network, it was brought up to date), as sentences; mostly "". */
const char *store_warning(const struct store *s);

/* Who the edits are by; NULL, here and above: the login name. */
void store_set_author(struct store *s, const char *author);
const char *store_author(const struct store *s);

/* Have a map's rows in memory; all maps for 0. */
bool store_visit(struct store *s, int64_t map, struct err *err);

/* Look at all of the file: its pages, its references, each row.  The first
 * edit waits for this, so do it while nobody waits; once it found nothing it
 * costs nothing.  False with a sentence: nothing will be written. */
bool store_check(struct store *s, struct err *err);

/* The door.  False with a sentence, file and model unchanged, when the edit
 * makes no sense any more or cannot be written.  An intent that changes
 * nothing succeeds and leaves no trace. */
bool store_do(struct store *s, const struct intent *intent, struct err *err);

/* Take over what other processes wrote; `changed` (may be NULL) says whether
 * there was anything.  False with a sentence, too, when the file is no longer
 * under its name; it may come back. */
bool store_refresh(struct store *s, bool *changed, struct err *err);

/* The number of the last edit the model knows, and the label of the last one
 * made here ("" before the first), for edit_shown(). */
int64_t store_last_edit(const struct store *s);
const char *store_last_label(const struct store *s);

/* What this edit changed first, for showing it; none before the first edit.
 * It may be gone. */
struct thing store_last_thing(const struct store *s);

#endif
