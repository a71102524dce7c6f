/*
 * Several intents that become one edit.
 *
 * Add the parts, each into the room handed out, then hand them all in.
 */
#ifndef TUI_MANY_H
#define TUI_MANY_H

#include "model/captured.h"
#include "model/intent.h"

struct app;

union part {
	struct intent intent;           /* each begins with it */
	struct set_intent set;
	struct delete_intent removal;
	struct move_intent move;
	struct capture_intent capture;
};

struct many {
	union part *parts;
	size_t count, cap;
};

#define MANY_INIT { NULL, 0, 0 }

/* Room for the next part, until the one after it is asked for. */
union part *many_part(struct many *m);

/* Do them all, under this label (see edit_label()). */
bool many_do(struct app *a, const struct many *m, const char *verb,
	     const char *subject);
void many_release(struct many *m);

#endif
