/*
 * The shape of our JSON: which lists hang where.  Both directions read it.
 */
#ifndef FORMAT_JSON_SHAPE_H
#define FORMAT_JSON_SHAPE_H

#include "model/field.h"

enum { JSON_VERSION = 1, JSON_TOP = -1 };

struct json_list {
	int above;              /* the entity it hangs on, or JSON_TOP */
	const char *key;
	enum entity entity;
};

extern const struct json_list json_lists[];     /* ends with a NULL key */

/* Whether the place of a row says already what the field would. */
bool json_implied(enum entity e, int field);

#endif
