/*
 * Files that come with the program, such as templates and lists of words,
 * and a person's own beside them.
 *
 * Ours lie in $CJM_DATADIR, else where the program was installed; a person's
 * own in $XDG_CONFIG_HOME/cjm (else ~/.config/cjm).  Names are relative to
 * these folders and may hold slashes.
 */
#ifndef BASE_DATAFILE_H
#define BASE_DATAFILE_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Append the path; false when there is no such folder for a person. */
void datafile_path(struct strbuf *path, const char *name);
bool datafile_own_path(struct strbuf *path, const char *name);

/* Append the whole of a small file; false, with errno, if it cannot be
 * read. */
bool datafile_read(const char *path, struct strbuf *out);

#endif
