/*
 * What shells need to complete a line that begins with cjm, made from the
 * tables of commands, options, formats and views.
 *
 * The files lie in share/completions; `make manual` brings them up to date,
 * and `make check` tells when they are not.
 */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "cli/call.h"

void completion_bash(const struct call *c);
void completion_zsh(const struct call *c);
void completion_fish(const struct call *c);

#endif
