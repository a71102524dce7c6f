/*
 * Keys of the map: rows of a table that point to commands.
 */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include "tui/command.h"

struct binding {
	const char *key;        /* as key_is() spells it */
	const char *command;
};

extern const struct binding bindings[];         /* ends with a NULL key */

/* The command a key runs, or NULL. */
const struct command *keymap_command(const struct key *k);

/* Append all keys of a command: "l Right". */
void keymap_keys(const struct command *c, struct strbuf *out);

/* Visit all commands that have keys, with their help as an msgid. */
void keymap_each(void (*visit)(const char *keys, const char *help, void *arg),
		 void *arg);

/* Append the hint line, "i type  Enter edit ...", as far as it fits: the keys
 * that work now. */
void keymap_hints(const struct app *a, struct strbuf *out, int columns);

#endif
