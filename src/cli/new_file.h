/*
 * Making a file from a template.
 */
#ifndef CLI_NEW_FILE_H
#define CLI_NEW_FILE_H

#include "cli/call.h"

/* What it begins with.  Borrowed texts. */
struct template {
	const char *name;       /* one of ours, or the path of an outline */
	const char *language;   /* NULL: the template's own, or ours */
	const char *title;      /* NULL: the template's */
};

/* Make the file that the first word names and open it.  `usage` tells that
 * the call was wrong rather than the file. */
struct store *new_file(const struct call *c, const struct template *t,
		       bool *usage, struct err *err);

#endif
