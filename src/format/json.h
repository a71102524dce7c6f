/*
 * JSON: a project whole, with ids and ranks, for programs.
 *
 *   { "cjm": 1, "project": {...}, "personas": [...], "maps": [{"id": ...,
 *     "stages": [{"touchpoints": [...]}], "parked": [touchpoints],
 *     "lanes": [{"cells": [...]}], "improvements": [...]}], ... }
 *
 * "history", if it was asked for, lists all edits (see edit_json.h); it is
 * never read.  Keys are those of the fields table; what hangs where is in json_shape.h.
 * Empty fields and lists are left out.  Emotions, ids and counts are
 * numbers, measured figures texts that keep every digit.  "cjm" rises when a
 * key changes its meaning.
 */
#ifndef FORMAT_JSON_H
#define FORMAT_JSON_H

#include "format/format.h"

bool json_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err);

/* A row without an id gets a new one, without a rank one behind the row
 * before it.  A key nobody knows is reported, its value kept in the notes
 * where the row has some; remarks have no line, they name the place.  Errors
 * name the line and column or the place: "maps[0].stages[2].title". */
bool json_read(const struct source *in, struct project *into,
	       struct report *report, struct err *err);

bool json_looks(const struct source *in);

#endif
