/*
 * The parts of a zip archive, unpacked.
 */
#ifndef TESTS_UNPACKED_H
#define TESTS_UNPACKED_H

#include <stddef.h>

struct unpacked {
	struct { char *name, *text; } *parts;
	size_t count;
};

/* Unpack a file, checking every part's sum; what is wrong with it fails the
 * test.  Release with unpacked_release(). */
void unpack(struct unpacked *u, const char *path);
void unpacked_release(struct unpacked *u);

/* The text of a part; NULL: there is none of this name. */
const char *unpacked_text(const struct unpacked *u, const char *name);

#endif
