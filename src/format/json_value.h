/*
 * JSON values as they come in: parsed, and as the model's texts.
 */
#ifndef FORMAT_JSON_VALUE_H
#define FORMAT_JSON_VALUE_H

#include <jansson.h>

#include "base/strbuf.h"
#include "format/format.h"

/* The text as JSON; the caller decrefs.  NULL, and a sentence with line and
 * column, if it is none. */
json_t *json_parse(const struct source *in, struct err *err);

/* Append a text, number, null or list of texts as the model has it.  False
 * for anything else. */
bool json_add_text(const json_t *value, struct strbuf *out);

#endif
