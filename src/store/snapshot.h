/*
 * Snapshots: names for what the project was like.
 *
 * A snapshot is a row that holds the number of an edit; what was there then
 * is replayed from the history.  Going back is an edit like any other, so
 * that undo takes it back, and it leaves the snapshots as they are.
 */
#ifndef STORE_SNAPSHOT_H
#define STORE_SNAPSHOT_H

#include "store/store.h"

/* Give what is there now a name.  Refused when the name is taken. */
bool snapshot_take(struct store *s, const char *name, struct err *err);

/* The same for what was there after an edit. */
bool snapshot_take_at(struct store *s, const char *name, int64_t seq,
		      struct err *err);

/* The edit a word means: the snapshot of this name, else the edit of this
 * number; 0 with a sentence when there is neither. */
int64_t snapshot_find(const struct store *s, const char *word,
		      struct err *err);

/* Bring everything back to what it was after the edit that the word means. */
bool snapshot_restore(struct store *s, const char *word, struct err *err);

/* The same for an edit, which the label calls by its number. */
bool snapshot_restore_edit(struct store *s, int64_t seq, struct err *err);

#endif
