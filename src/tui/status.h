/*
 * The two lowest lines: hints for the keys that work now, and the status -
 * what was done, what went wrong, when it was saved.
 */
#ifndef TUI_STATUS_H
#define TUI_STATUS_H

#include "tui/app.h"

void status_paint(struct app *a, struct grid *g);

/* Replace the hint line by a mode's own text. */
void status_hint(struct app *a, struct grid *g, const char *text);

#endif
