/*
 * JSON of other people's making: journey maps in whatever shape.
 *
 * A map is an object with a list that is called stages (phases, steps ...):
 * texts, or objects with a name.  What stands in these is said of the stage
 * (see sheet.h); lists of objects there are touchpoints.  A list at the map
 * as long as its stages is a lane.  Without stages a list of objects that
 * have names and fields of ours is a list of touchpoints; each may name its
 * stage.
 */
#ifndef FORMAT_JSON_OTHER_H
#define FORMAT_JSON_OTHER_H

#include <jansson.h>

#include "format/format.h"

/* Read the maps in it.  Fails when there is none. */
bool json_other_read(json_t *top, const struct source *in,
		     struct project *into, struct report *report,
		     struct err *err);

#endif
