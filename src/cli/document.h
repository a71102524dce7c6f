/*
 * The file a command works on, and the map in it that is meant.
 */
#ifndef CLI_DOCUMENT_H
#define CLI_DOCUMENT_H

#include "cli/call.h"

/* Open the file that the first word names, for the author the call names. */
struct store *document_open(const struct call *c, struct err *err);

/* The same, refused when it can only be read. */
struct store *document_open_to_write(const struct call *c, struct err *err);

/* A file to print from: the project as it is, or as it was at the moment that
 * --at means. */
struct document {
	struct store *store;
	struct project *past;           /* NULL: as it is */
	const struct project *project;  /* the one or the other */
};

/* Close it in any case. */
bool document_look(const struct call *c, struct document *d,
		   struct err *err);
void document_close(struct document *d);

/* The map in it that --map means, as below; all its rows are there. */
int64_t document_look_map(const struct call *c, struct document *d,
			  struct err *err);

/* The map that --map means, its rows in memory; 0 with a sentence.  Without
 * --map it is the first; if there are more, that is said. */
int64_t document_map(const struct call *c, struct store *s, struct err *err);

#endif
