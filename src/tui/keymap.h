/*
 * Keys of the views: rows of a table that point to commands.
 */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include "tui/command.h"

/* The views that have keys of their own; a mode says which one it is. */
enum { IN_MAP = 1, IN_PAGE = 2, IN_HISTORY = 4, IN_PAST = 8,
       IN_PRESENT = 16, ANYWHERE = 31 };

struct binding {
	unsigned places;        /* where it holds, as bits */
	const char *key;        /* as key_is() spells it */
	const char *command;
};

extern const struct binding bindings[];         /* ends with a NULL key */

/* The command a key runs in the view one is in, or NULL. */
const struct command *keymap_command(const struct app *a, const struct key *k);

/* Run the command of a key, or tell that it does nothing here; this will do
 * for most modes. */
void keymap_key(struct app *a, const struct key *k);

/* Tell that a key does nothing here. */
void keymap_none(struct app *a, const struct key *k);

/* Append all keys that a command has in these places: "l Right". */
void keymap_keys(const struct command *c, unsigned places, struct strbuf *out);

/* Visit all commands that have keys, with their help as an msgid. */
void keymap_each(void (*visit)(const char *keys, const char *help, void *arg),
		 void *arg);

/* Append the hint line, "i type  Enter edit ...", as far as it fits: the keys
 * that work now. */
void keymap_hints(const struct app *a, struct strbuf *out, int columns);

#endif
