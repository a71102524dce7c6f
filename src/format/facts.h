/*
 * What pages, pictures and slides say of a map: labels and texts as people
 * read them, in the language of the moment.
 */
#ifndef FORMAT_FACTS_H
#define FORMAT_FACTS_H

#include "model/lanes.h"

typedef void fact_visit(const char *label, const char *text, void *arg);

/* Each field of the row that has a label and is not empty, without the one
 * it is called by. */
void facts_of_row(const struct project *p, const struct row *r,
		  fact_visit *visit, void *arg);

/* Append the text of a field as facts_of_row() gives it. */
void facts_value(const struct project *p, const struct row *r, int field,
		 struct strbuf *out);

/* What was measured at a touchpoint. */
void facts_of_measures(const struct project *p, const struct row *touchpoint,
		       fact_visit *visit, void *arg);

/* What facts_of_row() gives of a touchpoint, then what was measured there
 * and its votes. */
void facts_of_touchpoint(const struct project *p, const struct row *r,
			 fact_visit *visit, void *arg);

/* ... of a map, then how many stages and touchpoints it has. */
void facts_of_map(const struct project *p, const struct row *map,
		  fact_visit *visit, void *arg);

/* Append "+0.7", or "0.0" without a sign. */
void facts_mean(double mean, struct strbuf *out);

/* Append "3 touchpoints, emotion +0.7 on average, -1 at worst". */
void facts_mood(const struct list *touchpoints, struct strbuf *out);

/* The map to write: the one with this id, for 0 the first.  NULL, with a
 * sentence, if there is none. */
const struct row *facts_map(const struct project *p, int64_t id,
			    struct err *err);

/* "5.3", or "0.3" for a parked one. */
void facts_number(const struct project *p, const struct row *touchpoint,
		  struct strbuf *out);

/* Append what stands where a lane crosses a stage: a line for each
 * touchpoint, with its number before it. */
void facts_cell(const struct lane *l, const struct project *p, int64_t map,
		int64_t stage, struct strbuf *out);

#endif
