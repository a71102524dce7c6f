/*
 * How touchpoints feel, counted.
 */
#ifndef MODEL_MOOD_H
#define MODEL_MOOD_H

#include <stdbool.h>
#include <stddef.h>

struct mood {
	size_t number[5];       /* how many at -2, -1, 0, 1, 2 */
};

size_t mood_known(const struct mood *m);
bool mood_mean(const struct mood *m, double *mean);     /* false: unknown */
int mood_lowest(const struct mood *m);                  /* or unknown */

#endif
