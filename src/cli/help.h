/*
 * The help pages and the manual's sections, made from the tables.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/subcommand.h"

void help_page(FILE *out);                              /* cjm --help */
void help_command(FILE *out, const struct subcommand *c);  /* cjm NAME --help */

/* The sections COMMANDS, OPTIONS and FORMATS of cjm(1), in troff. */
void help_manual(FILE *out);

#endif
