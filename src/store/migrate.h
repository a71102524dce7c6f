/*
 * A file of an older version, made anew in the current one.
 *
 * Nothing is altered in place.  A new file is filled step by step, from each
 * version into the next, and looked at as `cjm verify` does; then it takes
 * the old one's name, rights and group, and the old one stays beside it.
 * Nobody else can write meanwhile.  Whatever fails, the old file stays as it
 * was, under its name.
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/strbuf.h"

/* `path` is absolute and nobody has opened it in this process.  `kept` is
 * appended the old file's new name: FILE.bak, or FILE.bak2 ... if that is
 * taken; nothing if another process was quicker. */
bool migrate(const char *path, struct strbuf *kept, struct err *err);

#endif
