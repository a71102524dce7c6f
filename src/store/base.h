/*
 * The first edit of a copy that begins anew.
 */
#ifndef STORE_BASE_H
#define STORE_BASE_H

#include "store/store.h"

/* Make a new file of these rows by one edit, by nobody in particular. */
bool base_create(const char *path, const struct project *rows,
		 struct err *err);

#endif
