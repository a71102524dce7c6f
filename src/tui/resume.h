/*
 * Where one stood: the map, stage and touchpoint of the last session of this
 * author on this project, and what others have changed since they last
 * touched a key there.
 *
 * It lies in a state file.  A session on a dead line sees nothing, so what
 * counts is the last key, not the end.
 */
#ifndef TUI_RESUME_H
#define TUI_RESUME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

struct app;

struct resume {
	char *name;             /* of the file; NULL: none can be had */
	struct strbuf kept;     /* what this session wrote */
	int64_t edit;           /* the last one that was seen ... */
	int64_t time;           /* ... in this second since 1970 */
	int64_t at;             /* when the last key was, in milliseconds */
	bool due;               /* there was one since it was written */
};

/* Go to where one stood, in this map if it is not 0. */
void resume_start(struct app *a, int64_t map);
void resume_release(struct resume *r);

/* Tell how much others have changed since. */
void resume_tell(struct app *a, struct strbuf *message);

/* Somebody looks at the screen: a key came. */
void resume_key(struct app *a, int64_t now);

/* Write the file after a rest, or at once. */
void resume_look(struct app *a, int64_t now);
void resume_keep(struct app *a);

#endif
