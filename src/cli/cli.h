/*
 * The command line.
 *
 * It knows nothing of the screen: the editor and the list of its keys, which
 * the manual wants, are handed in by main.c.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>

#include "store/store.h"

/* Edit a map on the terminal (0: any) until the user leaves; returns the exit
 * status.  `first`: what to begin with, a name of the commands of keys such
 * as "present", or NULL. */
typedef int cli_editor(struct store *s, int64_t map, const char *first,
		       struct err *err);

/* Visit what the keys do: the keys, and one line of help as an msgid. */
typedef void cli_keys(void (*visit)(const char *keys, const char *help,
				    void *arg), void *arg);

/* The language the words ask for, or NULL.  Borrowed from argv. */
const char *cli_language(int argc, char **argv);

/* Do what the words ask for; returns the exit status. */
int cli_main(int argc, char **argv, cli_editor *edit, cli_keys *keys);

#endif
