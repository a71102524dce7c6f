/*
 * The past: all of a project, taken to any moment of its history.
 *
 * It begins as the file is now, and goes from edit to edit, back by what
 * takes each back; so the moment before or after is always near.  Nothing of
 * it reaches the file.  Close it before the store.
 */
#ifndef STORE_PAST_H
#define STORE_PAST_H

#include "store/store.h"

struct past;

struct past *past_open(struct store *s, struct err *err);
void past_close(struct past *t);        /* NULL is allowed */

/* Go to what was there after an edit.  If it fails, it stands at the edit
 * where it came to a halt. */
bool past_go(struct past *t, int64_t seq, struct err *err);

/* Where it stands, and what was there.  The project lives until the past is
 * closed; its rows until it goes elsewhere. */
int64_t past_edit(const struct past *t);
const struct project *past_project(const struct past *t);

#endif
