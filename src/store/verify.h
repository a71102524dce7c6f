/*
 * Whether a file is sound, and a copy of one that is.
 */
#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H

#include <stdbool.h>

#include "base/err.h"

/* Look at all of the file: its pages and indexes, whether what the rows refer
 * to is there, each text of it, and whether the history, replayed from
 * nothing, leads to what is there now.  Each damage is a sentence for
 * `found`.  False when the file could not be looked at. */
bool verify(const char *path, void (*found)(const char *what, void *arg),
	    void *arg, struct err *err);

/* Write a copy of a file, history and all, that holds no free space.  It
 * appears whole or not at all, and never over another file. */
bool backup(const char *path, const char *copy, struct err *err);

#endif
