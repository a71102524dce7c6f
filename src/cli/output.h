/*
 * The ways out: data on standard output, talk on standard error.
 *
 * What goes to a terminal is made harmless on the way: a control character
 * in a title or a file name becomes a visible mark.  Files and pipes get the
 * bytes as they are.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"

struct output {
	FILE *file;             /* print the data here */
	char *text;
	size_t len, sent;
	int failed;             /* errno of the first failure, or 0 */
};

void output_open(struct output *o);

/* Bring what was printed so far, whole lines, to where it belongs. */
void output_flush(struct output *o);

/* The same for the last time.  False when some of it could not be written;
 * there is no sentence then if the reader just went away. */
bool output_close(struct output *o, struct err *err);

/* One line of talk. */
void say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
