/*
 * An error: one finished sentence for the user.
 *
 * A function that can fail takes a struct err as its last parameter and
 * returns false (or NULL) after err_set().  On success it leaves the struct
 * alone.  The sentence says what is wrong, where, and what to do; it is
 * already translated, and it is shown in one place only: the status line of
 * the screen, or standard error of the command line.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

struct err {
	char msg[1024];
};

/* Format the sentence.  Always returns false, so that a failing function can
 * say `return err_set(err, ...)`.  A sentence that is too long is cut at a
 * character's end. */
bool err_set(struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Put "where: " in front of the sentence that is there.  Always false. */
bool err_prefix(struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Put the place in front of the sentence that is there, the same for all
 * texts we read: "NAME:LINE:COLUMN: ".  Both count from 1, columns in
 * characters; 0: not known.  Always false. */
bool err_at(struct err *err, const char *name, long line, long column);

#endif
