/*
 * The sections of the manual that are made from the tables, in mdoc.
 *
 * The manual is English, so the tables' texts are taken as they stand.  The
 * page in man/ holds what is printed here; `make manual` brings it up to
 * date, and `make check` tells when it is not.
 */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "cli/call.h"

/* cjm --manual SECTION: commands, options, formats, fields or keys.  It is
 * for those who build the program, and speaks English, too. */
enum status manual_section(struct call *c, struct err *err);

#endif
