/*
 * The form: all fields of one row, to see and to edit.
 *
 * Leaving it saves what was changed as one edit.  The app owns the form
 * while it is open.
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "tui/app.h"

/* Open it over the map; a row that is gone opens nothing. */
void form_open(struct app *a, enum entity e, int64_t id);

/* Free it without saving; nothing to do when none is open. */
void form_close(struct app *a);

#endif
