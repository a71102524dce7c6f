/*
 * A new file, which gets its name only when it is whole.
 *
 * It is filled under another name beside its own, so that nobody ever meets
 * half of it; and it never takes the place of another file.
 */
#ifndef STORE_FRESH_H
#define STORE_FRESH_H

#include <stdbool.h>

#include "base/err.h"

struct fresh {
	char *path;             /* absolute */
	char *temporary;        /* an empty file: fill this one */
};

/* Begin.  Fails when there is something of that name already. */
bool fresh_begin(struct fresh *f, const char *path, struct err *err);

/* The same for what is to take the place of the file `path`, an absolute one;
 * the caller gives it rights (till then it is ours alone) and its name. */
bool fresh_beside(struct fresh *f, const char *path, struct err *err);

/* Finish: true when all of it is on disk under its name.  Either way close
 * with fresh_end(), which removes what was not finished. */
bool fresh_publish(struct fresh *f, struct err *err);
void fresh_end(struct fresh *f);

#endif
