/*
 * The form: all fields of one row, to see and to edit.
 *
 * Leaving it saves what was changed as one edit.  Where nothing can be
 * changed, in a file that can only be read or in the past, it only shows them.
 * The app owns the form while it is open.
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "tui/app.h"

extern const struct mode mode_form;

/* Open it over the map; a row that is gone opens nothing. */
void form_open(struct app *a, enum entity e, int64_t id);

/* The same with another text at hand for one of its fields, which one key
 * takes.  False: nothing was opened, since the form does not show that. */
bool form_offer(struct app *a, struct thing thing, int field,
		const char *text);

/* Give its long texts to the person's own editor and save what comes back;
 * the form stays open if that cannot be done. */
void form_open_outside(struct app *a, enum entity e, int64_t id);

/* Free it without saving; nothing to do when none is open. */
void form_close(struct app *a);

/* Append the records of a draft: the fields that differ, if any. */
void form_write(const struct form *f, struct strbuf *out);

/* Put what waits for the form that was just opened into its fields. */
void form_recall(struct app *a);

#endif
