/*
 * Going on in another file, when the one that was opened cannot be had any
 * more, or by choice.
 */
#ifndef STORE_SAVE_AS_H
#define STORE_SAVE_AS_H

#include "store/store.h"

/* What the new file came to hold. */
struct saved_as {
	bool history;           /* all of it; else it begins anew */
	size_t maps;            /* that are missing but for their titles, since
				 * nobody had looked at them */
};

/* Write all there is into a new file, and let the store be of that one from
 * now on: its project is another one then, of the same ids.  The old file is
 * not written to, whatever lies there by now, and no other is replaced.  If
 * it fails, the store is as it was. */
bool store_save_as(struct store *s, const char *path, struct saved_as *what,
		   struct err *err);

#endif
