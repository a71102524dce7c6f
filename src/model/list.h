/*
 * Rows in their order, and how those among them that are touchpoints feel.
 */
#ifndef MODEL_LIST_H
#define MODEL_LIST_H

#include "model/mood.h"
#include "model/row.h"

struct list {
	struct row **rows;      /* in order (row_compare) */
	size_t count;
	size_t cap;
	struct mood mood;       /* of a list of touchpoints */
};

/* Where in its list the row stands, from 0. */
size_t list_index(const struct list *l, const struct row *r);
const struct row *list_at(const struct list *l, size_t i);  /* or NULL */

/* For the project, which owns the rows, and for copies of its lists: where a
 * row that is not there yet belongs; putting it there, or anywhere until
 * list_sort(); taking it out. */
size_t list_place(const struct list *l, const struct row *r);
void list_insert(struct list *l, struct row *r, size_t at);
void list_remove(struct list *l, const struct row *r);
void list_sort(struct list *l);

#endif
