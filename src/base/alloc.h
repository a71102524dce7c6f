/*
 * Memory that is always there.
 *
 * These never return NULL: when memory runs out the program ends with one
 * sentence and exit status 3.  That is safe, since each edit is already in
 * the file.  What they return is freed with free().
 */
#ifndef BASE_ALLOC_H
#define BASE_ALLOC_H

#include <stddef.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t len);

/* Replace an owned string by a copy of s, which may be *slot itself. */
void str_set(char **slot, const char *s);

/* Room for one more element in an array of `count` used and `cap` allocated
 * elements of `size` bytes; returns the array, perhaps moved. */
void *xgrow(void *array, size_t count, size_t *cap, size_t size);

#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

#endif
