/*
 * What was copied, to be put somewhere else.
 */
#ifndef TUI_COPYING_H
#define TUI_COPYING_H

#include "base/strbuf.h"
#include "model/clip.h"

struct copying {
	struct clip clip;
	struct strbuf title;    /* of the copy of a map, while one is made */
};

#define COPYING_INIT { CLIP_INIT, STRBUF_INIT }

void copying_release(struct copying *c);

#endif
