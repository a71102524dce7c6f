#include "tui/theme.h"

#include <curses.h>
#include <stdlib.h>

struct style {
	short colour;           /* foreground, -1: the terminal's own */
	attr_t attributes;
};

/* Attributes cost more bytes than colours, so what changes with every key is
 * plain or coloured. */
static const struct style styles[ROLES] = {
	[ROLE_PLAIN] = { -1, 0 },
	[ROLE_HEADER] = { -1, A_REVERSE },
	[ROLE_TITLE] = { -1, A_BOLD },
	[ROLE_DIM] = { -1, A_DIM },
	[ROLE_FRAME] = { -1, A_DIM },
	[ROLE_STAGE] = { -1, 0 },
	[ROLE_STAGE_HERE] = { COLOR_BLUE, A_BOLD | A_UNDERLINE },
	[ROLE_MARK] = { COLOR_MAGENTA, 0 },
	[ROLE_CHANNEL] = { COLOR_CYAN, 0 },
	[ROLE_GOOD] = { COLOR_GREEN, 0 },
	[ROLE_BAD] = { COLOR_RED, 0 },
	[ROLE_NEUTRAL] = { -1, 0 },
	[ROLE_LABEL] = { COLOR_CYAN, 0 },
	[ROLE_KEY] = { -1, A_BOLD },
	[ROLE_HINT] = { -1, A_DIM },
	[ROLE_STATUS] = { -1, A_DIM },
	[ROLE_ALARM] = { COLOR_RED, A_BOLD | A_REVERSE },
	[ROLE_INPUT] = { -1, 0 },
	[ROLE_CURVE] = { COLOR_BLUE, 0 },
	[ROLE_FOUND] = { COLOR_YELLOW, A_REVERSE },
};

static bool colour;

void theme_start(void)
{
	const char *no = getenv("NO_COLOR");

	if ((no && *no) || !has_colors())
		return;
	start_color();
	if (use_default_colors() != OK)
		return;
	for (short c = 0; c < 8; c++)
		init_pair((short)(c + 1), c, -1);
	colour = true;
}

struct look theme_look(enum role role)
{
	const struct style *s = &styles[role];

	return (struct look){ s->attributes,
			      (short)(colour ? s->colour + 1 : 0) };
}
