/*
 * The sections of the manuals that are made from the tables, in mdoc.
 *
 * The manual is English, so the tables' texts are taken as they stand.  The
 * page in man/ holds what is printed here; `make manual` brings it up to
 * date, and `make check` tells when it is not.
 */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "cli/call.h"

/* cjm --manual SECTION: commands, options, formats, fields, keys; tables and
 * json of cjm(5); schema, which is no mdoc but share/cjm.schema.json, and
 * completion-SHELL, see completion.h.  It is for those who build the program, and speaks English, too. */
enum status manual_section(struct call *c, struct err *err);

/* The sections of cjm(5), and the schema. */
void manual_tables(const struct call *c);
void manual_json(const struct call *c);
void manual_schema(const struct call *c);

/* Print a text as a sentence: a capital, a full stop, no letter of it a
 * request. */
void manual_sentence(FILE *out, const char *text);

#endif
