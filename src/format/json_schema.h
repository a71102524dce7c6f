/*
 * What our JSON may hold, as a JSON Schema (2020-12) made from the fields
 * table, for programs that write or check it.
 *
 * It asks no more than json_read() does: ids and ranks may be left out, and
 * keys nobody knows are allowed.
 */
#ifndef FORMAT_JSON_SCHEMA_H
#define FORMAT_JSON_SCHEMA_H

#include <stdio.h>

void json_schema_write(FILE *out);

#endif
