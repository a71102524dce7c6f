/*
 * The catalogue: the values in use of fields that people fill with the same
 * few words again and again, such as channels and tags.
 *
 * A project makes it when it is first asked for, and keeps it true from then
 * on.  Texts handed out live until the next change of the project.
 */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include "model/row.h"

struct catalogue;

struct catalogue *catalogue_new(void);
void catalogue_free(struct catalogue *c);       /* NULL is allowed */

/* Whether the values of this field of touchpoints are kept. */
bool catalogue_keeps(int field);

/* A touchpoint came (by 1) or went (by -1). */
void catalogue_count(struct catalogue *c, const struct row *touchpoint,
		     int by);

/* How many touchpoints have the value; of a list, among its words. */
size_t catalogue_uses(const struct catalogue *c, int field, const char *text);

/* Every value in use that begins with `start` ("": all), without regard to
 * case and marks, in the order of lists (utf8_compare).  The array is the
 * caller's to free, its texts are not. */
const char **catalogue_values(const struct catalogue *c, int field,
			      const char *start, size_t *count);

#endif
