/*
 * What is done to all touchpoints chosen, or to the one the selection is on:
 * each is one edit, and false when it could not be done.
 */
#ifndef TUI_MAP_MANY_H
#define TUI_MAP_MANY_H

#include "tui/app.h"

bool many_delete(struct app *a);

/* Each within its stage, by one place; to the end of a stage (0: the parking
 * lot). */
bool many_move_by(struct app *a, int step);
bool many_move_to(struct app *a, int64_t stage);

bool many_set(struct app *a, int field, const char *text);

/* One up or down each; from unknown to the first of that side. */
bool many_shift(struct app *a, int step);
int emotion_shifted(const struct row *touchpoint, int step);

#endif
