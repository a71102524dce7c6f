/*
 * Printing a map, as `cjm show` does and `cjm FILE` without a terminal.
 */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli/call.h"

/* `format` is a name in the table of formats. */
enum status show_file(struct call *c, const char *format, struct err *err);

/* `key` is that of a view that paints a page. */
enum status show_view(struct call *c, const char *key, struct err *err);

#endif
