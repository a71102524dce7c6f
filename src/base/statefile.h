/*
 * Small files that one person's sessions leave for the next one, in
 * $XDG_STATE_HOME/cjm (else ~/.local/state/cjm).
 *
 * Nobody else may read them: the folder has mode 0700 and the files 0600.
 * The program works without them, so what fails here fails in silence.
 * Names have no slash in them.
 */
#ifndef BASE_STATEFILE_H
#define BASE_STATEFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

/* Append `text`, whatever it is, in a form that fits into a name: it has
 * neither slash nor dot, and another text gives another one. */
void statefile_name(struct strbuf *name, const char *text);

/* The file holds all of the text, or what it held before, also when the power
 * fails. */
bool statefile_write(const char *name, const char *text);
bool statefile_read(const char *name, struct strbuf *out);
bool statefile_rename(const char *from, const char *to);
void statefile_remove(const char *name);

/* Every file whose name begins with `start`, and the second since 1970 in
 * which it was written. */
void statefile_each(const char *start,
		    void (*visit)(const char *name, int64_t written,
				  void *arg), void *arg);

#endif
