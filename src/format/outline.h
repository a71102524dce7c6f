/*
 * The outline: a project as text that reads like its story in `git log -p`.
 *
 *   cjm outline 1
 *   project: Coffee at home
 *     language: en
 *   persona: Lan, office worker
 *     needs: a good cup before eight
 *
 *   # Buying coffee beans online            a map
 *     state: as-is
 *     persona: Lan, office worker
 *   - heard of us from a friend             before any stage: parked
 *
 *   ## Need                                 a stage
 *     phase: before
 *   - clicks a flash-sale post @Twitter :1  a touchpoint: a capture line
 *     notes: the first line
 *       | the second line
 *     measure: clicks
 *       value: 12
 *     improvement: say when the sale ends
 *
 *   lane: What our staff do
 *     1: writes the post                    the cell of stage 1
 *
 * Whatever has a name stands on a line of its own, its fields as `key:
 * value` below it, further in.  Order is the order of the lines; `order: 3`
 * is the place of an improvement that stands elsewhere in its map.  Personas
 * and maps are referred to by title, with ` #2` behind the title for the
 * second of that title; touchpoints as stage.position (0: parked).  A
 * backslash makes the next character plain.  Blank lines and lines beginning
 * with `%` are ignored.
 *
 * There are no ids: reading makes new ones.  Snapshots, conflicts and the
 * file's own uid stay out.
 */
#ifndef FORMAT_OUTLINE_H
#define FORMAT_OUTLINE_H

#include "format/format.h"

bool outline_write(const struct project *p, const struct write_options *o,
		   FILE *out, struct err *err);

/* A wrong value is an error that names the line; a key nobody knows is
 * reported, its text kept in the notes where the row has some.  A text
 * without the first line is read if it begins with a map. */
bool outline_read(const struct source *in, struct project *into,
		  struct report *report, struct err *err);

bool outline_looks(const struct source *in);

#endif
