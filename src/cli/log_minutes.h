/*
 * `cjm log --to markdown`: the minutes of a workshop.
 */
#ifndef CLI_LOG_MINUTES_H
#define CLI_LOG_MINUTES_H

#include "cli/call.h"

/* Print what became of the maps, or of the one that --map means, since the
 * edit `after`; each in its own language. */
bool log_minutes(struct call *c, struct store *s, int64_t after,
		 struct err *err);

#endif
