/*
 * A row as one JSON object: keys from the fields table, empty fields left
 * out, references and emotions as numbers.  The history keeps inserted and
 * deleted rows so.
 */
#ifndef MODEL_ROWJSON_H
#define MODEL_ROWJSON_H

#include <jansson.h>

#include "model/row.h"

json_t *row_json(const struct row *r);  /* without the id; caller decrefs */
char *row_json_text(const struct row *r);       /* caller frees */

/* The row that row_json() came from; NULL for what is no such object. */
struct row *row_from_json_text(enum entity e, int64_t id, const char *text);

/* One field's value as JSON: a number or a text. */
json_t *field_json(const struct field *f, const char *text);

#endif
