/*
 * Maps and stages as a table names them, line by line.
 *
 * A name that comes again means the one that is there; order is that in which
 * names come first.  Rows go into the project by project_load(), so
 * places_end() must be called before anything is asked of its lists.
 */
#ifndef FORMAT_PLACES_H
#define FORMAT_PLACES_H

#include <jansson.h>

#include "base/strbuf.h"
#include "model/project.h"

struct place {
	int64_t id;             /* of the map or stage; 0: a parking lot */
	size_t above;           /* of a stage: its map's number */
	long position;          /* of what came into it last, from 1 */
	struct strbuf rank;     /* of the same */
};

struct places {
	struct project *into;
	struct place *at;       /* the first is that of all maps */
	size_t count, cap;
	json_t *numbers;        /* of places, by name */
	char **ranks;           /* of positions, from 1 */
	size_t rank_count, rank_cap;
};

enum { POSITION_MOST = 1000000 };

void places_begin(struct places *p, struct project *into);
void places_end(struct places *p);

/* The number of the map, or of the map's stage, of this name; a new one gets
 * the title.  Both are clean, and the title is short enough.  The stage of an
 * empty name is the parking lot. */
size_t places_map(struct places *p, const char *name, const char *title);
size_t places_stage(struct places *p, size_t map, const char *name,
		    const char *title);

/* The rank of the next row in a place: where its position puts it; behind the
 * last one if that is NEXT, and ahead of the position behind that one if it is
 * BETWEEN.  Borrowed until the next call. */
enum { POSITION_NEXT = 0, POSITION_BETWEEN = -1 };
const char *places_rank(struct places *p, size_t place, long position);

#endif
