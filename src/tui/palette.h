/*
 * The list of commands: help shows those that have keys here, the palette
 * all there are, those run last at its top.  Typing narrows it, by words of
 * a command's help, its name or its key; Enter runs the one selected.
 */
#ifndef TUI_PALETTE_H
#define TUI_PALETTE_H

#include "tui/textfield.h"

struct app;
struct command;

enum { PALETTE_RECENT = 5 };

struct palette {
	bool all;               /* not only those with keys here */
	struct textfield field;
	const struct command **shown;   /* what is left, the best first */
	size_t count;
	size_t here, top;
	const struct command *recent[PALETTE_RECENT];
};

#define PALETTE_INIT { .field = TEXTFIELD_INIT }

extern const struct mode mode_palette;

void palette_release(struct palette *p);

#endif
