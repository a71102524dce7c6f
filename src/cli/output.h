/*
 * The ways out: data on standard output, talk on standard error.
 *
 * Data goes on its way while it is printed.  What goes to a terminal is made
 * harmless: a control character in a title or a file name becomes a visible
 * mark.  Files and pipes get the bytes as they are.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"
#include "base/strbuf.h"

struct output {
	FILE *file;             /* print the data here */
	bool terminal;
	struct strbuf held;     /* a terminal's line that is not whole yet */
	int failed;             /* errno of the first failure, or 0 */
};

/* It may not move until output_close(). */
void output_open(struct output *o);

/* Bring what was printed so far, whole lines, to where it belongs.  While a
 * reader is slow this waits: never print with a transaction open. */
void output_flush(struct output *o);

/* The same for the last time.  False when some of it could not be written;
 * there is no sentence then if the reader just went away: EPIPE. */
bool output_close(struct output *o, struct err *err);

/* A line that tells what takes so long, until busy_end() or the next line of
 * talk; only on a terminal. */
void busy(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void busy_end(void);

/* One line of talk: on a terminal also when what it tells of has several. */
void say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
