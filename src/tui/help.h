/*
 * Help: the commands that have keys here.
 */
#ifndef TUI_HELP_H
#define TUI_HELP_H

#include <stddef.h>

struct help {
	size_t top;             /* the first line in sight */
};

extern const struct mode mode_help;

#endif
