/*
 * Edits of the history as JSON, with what the store knows of them.
 */
#ifndef CLI_ENTRY_H
#define CLI_ENTRY_H

#include <stdio.h>

#include "store/history.h"

/* One edit with its changes on one line; the caller frees it.  NULL with a
 * sentence when it cannot be read. */
char *entry_json(struct store *s, const struct entry *entry, struct err *err);

/* Print all edits of the store, oldest first, with commas between them. */
bool entries_print(FILE *out, void *store, struct err *err);

#endif
