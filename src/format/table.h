/*
 * Tables as comma-separated values (see csv.h), for spreadsheets.
 *
 * `csv` has a line for each touchpoint, in the order of the map:
 *
 *   id,map,stage,position,title,channel,context,need,emotion,...,derived
 *
 * From `title` on these are the keys of a touchpoint's fields.  A stage
 * without touchpoints, or an empty map, has a line of its own, without a
 * title; a parked touchpoint has no stage.  Of several maps, or stages of a
 * map, that are called the same the second is "Need #2".  Ids begin with a
 * letter (t41), since spreadsheets cut long numbers.
 *
 * `matrix` has the stages as columns and the lanes as lines (see
 * model/lanes.h).  Where several touchpoints share a cell, each begins a line
 * with its number: "2. pays by card".
 *
 * `survey` is only read: the answers of one person on each line.
 */
#ifndef FORMAT_TABLE_H
#define FORMAT_TABLE_H

#include "format/format.h"

bool table_write(const struct project *p, const struct write_options *o,
		     FILE *out, struct err *err);
bool matrix_write(const struct project *p, const struct write_options *o,
		  FILE *out, struct err *err);

/* Read a table of any of the three kinds, told apart by its first line and
 * first column; other people's, too (see columns.h).  A survey is one where
 * only the user tells what the columns mean.  Ids that come twice, and a text
 * that is no map at all, are refused. */
bool table_read(const struct source *in, struct project *into,
		struct report *report, struct err *err);
bool matrix_read(const struct source *in, struct project *into,
		 struct report *report, struct err *err);
bool survey_read(const struct source *in, struct project *into,
		 struct report *report, struct err *err);
bool table_looks(const struct source *in);

#endif
