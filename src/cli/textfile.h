/*
 * Texts that come from outside.
 */
#ifndef CLI_TEXTFILE_H
#define CLI_TEXTFILE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/strbuf.h"

/* The whole of a file, or of standard input for "-", appended to `out`.
 * Refused with a sentence, which names it as `name`: what cannot be read,
 * is empty, larger than 256 MB, or not UTF-8. */
bool textfile_read(const char *path, const char *name, struct strbuf *out,
		   struct err *err);

#endif
