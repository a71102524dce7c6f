/*
 * Improvements as a table: the same columns on pages and slides.
 */
#ifndef FORMAT_IMPROVEMENT_H
#define FORMAT_IMPROVEMENT_H

#include "base/strbuf.h"
#include "model/project.h"

enum improvement_column {
	IMPROVEMENT_WHAT,       /* and how others do it, and plan B */
	IMPROVEMENT_WHERE,
	IMPROVEMENT_STATE,      /* its kind, its step, the verdict */
	IMPROVEMENT_WHO,        /* and by when */
	IMPROVEMENT_FIGURES,
	IMPROVEMENT_COLUMNS
};

/* What stands above the column, translated; the text of a row in it. */
const char *improvement_heading(enum improvement_column column);
void improvement_text(const struct project *p, const struct row *improvement,
		      enum improvement_column column, struct strbuf *out);

#endif
