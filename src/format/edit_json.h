/*
 * An edit of the history as JSON, for programs.
 */
#ifndef FORMAT_EDIT_JSON_H
#define FORMAT_EDIT_JSON_H

#include "model/change.h"

/* What the history says of it; borrowed texts. */
struct edit_told {
	int64_t seq;
	const char *time;       /* UTC, as 2026-11-23T14:02:00.123Z */
	const char *author, *kind;
	int64_t ref;            /* the edit it takes back, or 0 */
};

/* One object on one line, without a line end; the caller frees it. */
char *edit_json_text(const struct edit_told *told, const struct edit *e);

#endif
