/*
 * A look at a file before SQLite is let near it.
 *
 * Nothing here opens a file that SQLite has open: closing it again would drop
 * SQLite's locks.
 */
#ifndef STORE_SNIFF_H
#define STORE_SNIFF_H

#include <stdbool.h>

#include "base/err.h"

/* Whether the file is an ordinary one that looks like ours.  The sentence
 * names the path.  `path` is absolute; `read_only` tells whether the file or
 * its folder does not let us write. */
bool sniff(const char *path, bool *read_only, struct err *err);

/* The same for who looks for damage: the file may end too early. */
bool sniff_damaged(const char *path, bool *read_only, struct err *err);

/* The kind of network folder in which the file lies, NULL for a disk of this
 * machine.  Over a network the locks that keep two writers apart may not
 * hold. */
const char *sniff_network(const char *path);

#endif
