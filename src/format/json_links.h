/*
 * References among the rows of a JSON text, checked when all have come.
 */
#ifndef FORMAT_JSON_LINKS_H
#define FORMAT_JSON_LINKS_H

#include "model/project.h"

struct json_link {
	enum entity entity;     /* the row that refers */
	int64_t id;
	int field;
	char *path;             /* where it stands in the text; owned */
};

struct json_links {
	struct json_link *links;
	size_t count, cap;
};

void json_links_add(struct json_links *l, enum entity e, int64_t id,
		    int field, const char *path);

/* Whether all refer to a row that is there, in the same map.  The error
 * begins with the path. */
bool json_links_check(const struct json_links *l, const struct project *p,
		      struct err *err);
void json_links_release(struct json_links *l);

#endif
