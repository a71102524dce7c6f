/*
 * What can be done with the things that views show: adding, renaming, moving
 * and deleting lanes, cells, personas and the like.
 */
#ifndef TUI_THINGS_H
#define TUI_THINGS_H

#include "tui/app.h"

/* Ask for a lane's title, or for what it says of a stage.  False: it is
 * gone. */
bool lane_open(struct app *a, struct thing thing);

#endif
