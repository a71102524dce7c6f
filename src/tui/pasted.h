/*
 * Several lines pasted into the capture line: several touchpoints, as one
 * edit, after one question.
 *
 * Until it is answered the line holds all of them, so the draft does, too.
 */
#ifndef TUI_PASTED_H
#define TUI_PASTED_H

#include <stdbool.h>

#include "base/strbuf.h"

struct app;
struct key;

/* Whether there is more than one line with something on it. */
bool pasted_has_lines(const char *text);

/* Whether the capture line holds several lines and the question is open. */
bool pasted_waits(const struct app *a);

/* A key while it is: Enter adds them, Esc puts them on one line, other keys
 * do nothing. */
void pasted_key(struct app *a, const struct key *k);

/* Append the question. */
void pasted_ask(const struct app *a, struct strbuf *out);

#endif
