/*
 * A grid compared with a picture of it: its lines as grid_write() prints
 * them, trailing blanks cut.
 */
#ifndef TESTS_PICTURE_H
#define TESTS_PICTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "layout/grid.h"

static inline void assert_picture(const struct grid *g, const char *picture)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	assert_non_null(out);
	grid_write(g, out);
	fclose(out);
	assert_string_equal(text, picture);
	free(text);
}

#endif
