/*
 * A project: the rows in memory.
 *
 * Rows hang in lists: the stages of a map, the touchpoints of a stage, and so
 * on.  The project owns them all.  Rows handed out are borrowed and live
 * until the next change; ids live for ever, so hold ids.
 *
 * A map's rows may be absent until the store has loaded them.
 */
#ifndef MODEL_PROJECT_H
#define MODEL_PROJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/catalogue.h"
#include "model/list.h"

struct project;

struct project *project_new(void);
void project_free(struct project *p);   /* NULL is allowed */

/* Take over a row.  False, and the row freed, when its id is there. */
bool project_put(struct project *p, struct row *r);

/* The same for many rows in any order: until project_sort() their lists are
 * not in order, and nothing else may be asked of the project. */
bool project_load(struct project *p, struct row *r);
void project_sort(struct project *p);

const struct row *project_row(const struct project *p, enum entity e,
			      int64_t id);      /* NULL: not there */
const struct row *project_self(const struct project *p);  /* may be NULL */

/* The rows of entity `e` that hang on `parent` (0 where it has none).  The
 * list is never NULL and is borrowed as rows are. */
const struct list *project_list(const struct project *p, enum entity e,
				int64_t parent);

const struct list *project_maps(const struct project *p);
const struct list *project_stages(const struct project *p, int64_t map);
/* `stage` 0: the map's parking lot. */
const struct list *project_touchpoints(const struct project *p, int64_t map,
				       int64_t stage);
size_t project_map_touchpoints(const struct project *p, int64_t map);

/* The id of the parent in whose list the row hangs. */
int64_t row_parent(const struct row *r);

/* The channels, tags and other words in use, among the rows in memory. */
const struct catalogue *project_catalogue(const struct project *p);

/* The map the row belongs to, itself if it is one; 0: none, or what it hangs
 * on is not in memory. */
int64_t row_map(const struct project *p, const struct row *r);

/* All lists of the entity's rows that are not empty, in no order. */
void project_each_list(const struct project *p, enum entity e,
		       void (*visit)(const struct list *l, void *arg),
		       void *arg);

/* All rows of the entity, in no order. */
void project_each(const struct project *p, enum entity e,
		  void (*visit)(const struct row *r, void *arg), void *arg);
size_t project_count(const struct project *p, enum entity e);

/* Change the rows; only the store and change.c call these. */
bool project_set(struct project *p, enum entity e, int64_t id, int field,
		 const char *text);     /* false: no such row */
bool project_remove(struct project *p, enum entity e, int64_t id);

#endif
