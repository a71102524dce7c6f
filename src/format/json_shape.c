#include "format/json_shape.h"

const struct json_list json_lists[] = {
	{ JSON_TOP, "personas", PERSONA },
	{ JSON_TOP, "maps", MAP },
	{ MAP, "stages", STAGE },
	{ STAGE, "touchpoints", TOUCHPOINT },
	{ MAP, "parked", TOUCHPOINT },
	{ TOUCHPOINT, "measures", MEASURE },
	{ TOUCHPOINT, "votes", VOTE },
	{ MAP, "lanes", LANE },
	{ LANE, "cells", CELL },
	{ MAP, "improvements", IMPROVEMENT },
	{ JSON_TOP, "answers", ANSWER },
	{ JSON_TOP, "snapshots", SNAPSHOT },
	{ JSON_TOP, "conflicts", CONFLICT },
	{ JSON_TOP, NULL, PROJECT }
};

bool json_implied(enum entity e, int field)
{
	return field == entities[e].parent ||
	       (e == TOUCHPOINT && field == TOUCHPOINT_MAP);
}
