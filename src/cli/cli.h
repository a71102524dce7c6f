/*
 * The command line.
 *
 * It knows nothing of the screen: the editor is handed in by main.c.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>

#include "store/store.h"

/* Edit a map on the terminal until the user leaves; returns the exit status.
 * `capture`: begin in the capture line. */
typedef int cli_editor(struct store *s, int64_t map, bool capture,
		       struct err *err);

/* The language the words ask for, or NULL.  Borrowed from argv. */
const char *cli_language(int argc, char **argv);

/* Do what the words ask for; returns the exit status. */
int cli_main(int argc, char **argv, cli_editor *edit);

#endif
