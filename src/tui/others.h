/*
 * The others: who else has edited the file, and when.
 */
#ifndef TUI_OTHERS_H
#define TUI_OTHERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

struct app;

/* Who edited in the last ten minutes. */
struct others {
	char *author;           /* the latest of them; NULL: nobody */
	int64_t time;           /* seconds since 1970 */
	int more;               /* how many besides */
	int64_t edit;           /* the last one that was looked at */
};

/* Look into the history if it has grown or somebody's ten minutes are over;
 * true when there is something else to show. */
bool others_look(struct app *a);
void others_release(struct others *o);

/* Append "Lan 14:02", or nothing. */
void others_text(const struct others *o, struct strbuf *out);

/* Append "3 changes by Lan since 14:02." of the edits numbered above `edit`,
 * or nothing. */
void others_since(struct app *a, int64_t edit, int64_t since,
		  struct strbuf *out);

#endif
