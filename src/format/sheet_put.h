/*
 * Putting what a sheet has gathered into the project.
 */
#ifndef FORMAT_SHEET_PUT_H
#define FORMAT_SHEET_PUT_H

#include "base/strbuf.h"
#include "format/draft.h"
#include "format/sheet_parts.h"

/* What of the map is in the project already. */
struct putting {
	struct sheet *s;
	int64_t map;
	struct strbuf stage_rank, lane_rank;
	int64_t *lanes;         /* by label; 0: none yet */
	json_t *told;           /* labels that were reported */
	struct strbuf parked_rank;
	struct draft rest;      /* parked, for what fits nowhere */
	long rest_line;
};

/* Put a stage with its touchpoints and cells, or the parked touchpoints. */
void sheet_put_section(struct putting *p, const struct sheet_section *section);

/* Put the row, which is released; nothing that a draft of ours holds can be
 * refused.  A rank behind the last one. */
void sheet_put_row(struct putting *p, struct draft *d);
void sheet_rank(struct draft *d, struct strbuf *last);

/* Keep what has no place in the notes of a parked touchpoint. */
void sheet_rest(struct putting *p, const char *label, const char *text,
		long line);

#endif
