/*
 * What other people call our fields in their tables, in the languages that
 * maps were found in: English, Russian, Korean, Chinese, Portuguese, Japanese,
 * Vietnamese; and what other programs write into the first line of theirs.
 * A name may stand for several fields.
 */
#ifndef MODEL_ALIAS_H
#define MODEL_ALIAS_H

#include "model/field.h"

/* The names with `|` between them, in any spelling; NULL: none. */
const char *field_aliases(enum entity e, int field);

#endif
