/*
 * The help pages, made from the tables.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/subcommand.h"

void help_page(FILE *out);                              /* cjm --help */
void help_command(FILE *out, const struct subcommand *c);  /* cjm NAME --help */

#endif
