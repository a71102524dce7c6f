/*
 * The history on the screen: the list of moments, and the map as it was then
 * beside or below it.  Enter looks at that moment in full; nothing there can
 * be changed, but all of it can be brought back.
 */
#ifndef TUI_HISTORY_H
#define TUI_HISTORY_H

#include "layout/plan.h"
#include "store/past.h"
#include "tui/moments.h"

struct app;

struct history {
	struct past *past;      /* NULL: nobody looks at it */
	struct moments moments;
	size_t here;            /* the moment selected */
	int top;                /* first row of the list in sight */
	struct edit edit;       /* what led to that moment */
	struct view view;       /* onto what was there then ... */
	struct view present;    /* ... and what is there now, meanwhile */
	struct thing asked;     /* touchpoint one came from, to filter by */
};

#define HISTORY_INIT { .edit = EDIT_INIT }

extern const struct mode mode_history;          /* list and map */
extern const struct mode mode_past;             /* the map alone */

/* Begin with the latest moment, or with the one after the edit `seq`. */
void history_open_at(struct app *a, int64_t seq);

/* Back to the map, or from the map as it was to the list. */
void history_leave(struct app *a);
void past_leave(struct app *a);

/* history_paint.c: mark what the edit changed on a map that was painted at
 * this corner of the grid; tell the first of its changes on a line. */
void history_mark(const struct history *h, const struct plan *plan,
		  struct grid *g, int row, int col);
void history_tell(const struct app *a, struct grid *g, struct rect line);
void history_paint(struct app *a, struct grid *g);

void history_release(struct history *h);

#endif
