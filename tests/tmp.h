/*
 * Temporary folders and files for tests.
 *
 * Each test program has one folder below $TMPDIR, made when it is first
 * asked for and removed with all that is in it when the program ends.
 * Whatever goes wrong fails the test.  Paths are borrowed and live until
 * the program ends.
 */
#ifndef TESTS_TMP_H
#define TESTS_TMP_H

#include <stddef.h>

const char *tmp_folder(void);           /* the program's own folder */
const char *tmp_new_folder(void);       /* a new, empty one inside it */

/* The path of a file called `name` in a new folder: nothing is there yet. */
const char *tmp_path(const char *name);

/* A new file called `name` that holds `text`. */
const char *tmp_file(const char *name, const char *text);

void tmp_write(const char *path, const char *data, size_t len);

/* The whole file with a NUL behind it; the caller frees it.  `len` may be
 * NULL. */
char *tmp_read(const char *path, size_t *len);

#endif
