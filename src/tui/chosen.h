/*
 * The choice: touchpoints that Space marked, to be changed together.
 *
 * It holds ids, so it outlives what others do.  Only those of the map looked
 * at count; those of another map wait until one is there again.
 */
#ifndef TUI_CHOSEN_H
#define TUI_CHOSEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/grid.h"

struct app;
struct row;

struct chosen {
	int64_t *ids;
	size_t count, cap;
};

size_t chosen_count(const struct app *a);

/* The rows chosen, in the order of the map, or else the one the selection is
 * on; none: *count is 0.  The caller frees the array. */
const struct row **chosen_rows(const struct app *a, size_t *count);

/* The same as ids. */
int64_t *chosen_ids(const struct app *a, size_t *count);

/* Mark the cards chosen that are in sight. */
void chosen_paint(const struct app *a, struct grid *g);

/* Nothing is chosen any more; frees all. */
void chosen_release(struct chosen *c);

#endif
