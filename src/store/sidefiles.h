/*
 * The files that may lie beside a map's file.
 *
 * SQLite believes them: what a journal says is written into the file when it
 * is opened next.  So they are looked at first.
 */
#ifndef STORE_SIDEFILES_H
#define STORE_SIDEFILES_H

#include <stdbool.h>
#include <sys/stat.h>

#include "base/err.h"

/* Whether a file of this name, FILE and the ending, is there. */
bool sidefile_there(const char *path, const char *ending);

/* Whether nothing beside the file can do harm; `st` is the file's.  The
 * journal of another user is waited for, up to 5 seconds: it is there for a
 * moment whenever a colleague saves. */
bool sidefiles_check(const char *path, const struct stat *st,
		     struct err *err);

#endif
