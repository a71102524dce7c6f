/*
 * Tips: facts worth knowing in a stage, one sentence each.
 *
 * They come from the texts that the method is taught by; the figures are
 * theirs.
 */
#ifndef MODEL_TIP_H
#define MODEL_TIP_H

#include <stddef.h>

struct tip {
	const char *kind;       /* of the stages it belongs to (kind.h) */
	const char *text;       /* msgid */
};

extern const struct tip tips[];         /* ends with a NULL kind */

/* The n-th tip of a kind, from 0 and round again; NULL: it has none. */
const struct tip *tip_of(const char *kind, size_t n);

#endif
