/*
 * Themes: how roles look on the terminal.
 *
 * The terminal's own foreground and background are kept, so that it reads on
 * light and dark ones.  NO_COLOR leaves bold and reverse only.
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include "layout/grid.h"

/* After curses has started. */
void theme_start(void);

/* The role's curses attributes and colour pair. */
struct look {
	unsigned long attributes;
	short pair;
};
struct look theme_look(enum role role);

#endif
