/*
 * The terminal: started, drawn on, given back.
 */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include "base/err.h"
#include "layout/grid.h"

/* Take the terminal over.  An unknown $TERM is tried as xterm-256color. */
bool screen_start(struct err *err);
void screen_stop(void);         /* give it back as it was */
void screen_abandon(void);      /* it is gone: write nothing more */

/* The window's size now; after a resize event this also takes it over. */
void screen_size(int *rows, int *cols);

/* Show the grid, sending only what changed, with the cursor at (row, col);
 * a negative row hides it. */
void screen_show(const struct grid *g, int row, int col);

/* Send everything anew. */
void screen_redraw(void);

/* Lend the terminal to another program, and take it back. */
void screen_leave(void);
void screen_return(void);

/* Stop as a job (Ctrl-Z), and come back. */
void screen_suspend(void);

#endif
