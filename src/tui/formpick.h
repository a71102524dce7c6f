/*
 * What can be picked in a form instead of typing it: the values of a choice,
 * words that are in use elsewhere, days typed loosely.
 */
#ifndef TUI_FORMPICK_H
#define TUI_FORMPICK_H

#include "tui/app.h"

/* Append what is shown below the field one is in; nothing: no list. */
void pick_list(struct app *a, struct strbuf *out);

/* Take a key that turns a choice; false when it is none. */
bool pick_key(struct app *a, const struct key *k);

/* Complete the word being typed with one in use, or go to the next one of
 * those that fit.  False: there is none to take. */
bool pick_complete(struct app *a);
bool pick_next(struct app *a, int step);

/* Append the day that a loosely typed one means ("31/12", "+14"); false when
 * it means none. */
bool pick_day(const char *typed, struct strbuf *out);

#endif
