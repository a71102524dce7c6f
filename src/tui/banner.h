/*
 * The banner: what is wrong with the file, in the status line for as long as
 * it is.
 */
#ifndef TUI_BANNER_H
#define TUI_BANNER_H

#include <stdbool.h>

#include "base/strbuf.h"

struct app;

/* Append an error as a sentence of its own.  Errors begin small, since the
 * command line puts its name before them. */
void banner_sentence(const char *msg, struct strbuf *out);

/* There is trouble; there is none, but what banner_check() found.  True when
 * that is news. */
bool banner_set(struct app *a, const char *msg);
bool banner_clear(struct app *a);

/* Nothing is being typed: look at all of the file, once.  True when there is
 * something new to paint. */
bool banner_check(struct app *a);

#endif
