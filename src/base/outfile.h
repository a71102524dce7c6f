/*
 * Writing a file whole or not at all.
 *
 * The data goes to a temporary file beside the target, which takes the
 * target's name only in outfile_commit(), after fsync: a full disk or a kill
 * never leaves half a file.
 */
#ifndef BASE_OUTFILE_H
#define BASE_OUTFILE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"

struct outfile {
	FILE *file;             /* write here */
	char *path;
	char *temporary;
	bool force;             /* an existing target may be replaced */
};

/* Begin.  Fails when the target exists and `force` is not set, or is a
 * symbolic link, or the folder cannot be written. */
bool outfile_open(struct outfile *o, const char *path, bool force,
		  struct err *err);

/* Finish: true when the whole of it is on disk under its name.  Either way
 * everything is released. */
bool outfile_commit(struct outfile *o, struct err *err);
void outfile_abandon(struct outfile *o);

/* For those who write their temporary file themselves: give it its name,
 * never over another file (EEXIST); make the name last.  False: see errno. */
bool outfile_publish(const char *temporary, const char *path);
bool outfile_sync_folder(const char *path);

#endif
