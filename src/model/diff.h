/*
 * The difference between two projects, as changes.
 */
#ifndef MODEL_DIFF_H
#define MODEL_DIFF_H

#include "model/change.h"

/* Append to `out` what leads from one project to the other: first what is
 * new, parents ahead of what hangs on them, then what differs, then what is
 * gone.  The rows of one entity come by their ids. */
void project_diff(const struct project *from, const struct project *to,
		  struct edit *out);

#endif
