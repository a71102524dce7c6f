/*
 * Copies that begin anew: their history is one edit that holds all rows.
 */
#ifndef STORE_SHARE_H
#define STORE_SHARE_H

#include <stdbool.h>

#include "base/err.h"

/* Write a copy to give away: without the history, snapshots, conflicts and
 * the names of who worked on it or voted, and without the fields that
 * `redact` names (see model/redact.h).  It is a new file, so that no old text
 * lies between its pages either; never over another one. */
bool share(const char *path, const char *copy, unsigned redact,
	   struct err *err);

/* Write what can be read of a damaged file into a new one, without the
 * history.  Each thing that is lost is a sentence for `lost`. */
bool salvage(const char *path, const char *copy,
	     void (*lost)(const char *what, void *arg), void *arg,
	     struct err *err);

#endif
