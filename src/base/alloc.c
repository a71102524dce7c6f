#include "base/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

/* Nothing here may allocate, so the sentence goes out by write(). */
static void out_of_memory(void)
{
	const char *s = _("cjm: out of memory; everything confirmed is in "
			  "the file\n");
	ssize_t ignored = write(STDERR_FILENO, s, strlen(s));

	(void)ignored;
	exit(3);
}

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *xcalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *xrealloc(void *p, size_t size)
{
	void *q = realloc(p, size ? size : 1);

	if (!q)
		out_of_memory();
	return q;
}

char *xstrdup(const char *s)
{
	return xstrndup(s, strlen(s));
}

char *xstrndup(const char *s, size_t len)
{
	char *copy = xmalloc(len + 1);

	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

void str_set(char **slot, const char *s)
{
	char *copy = xstrdup(s);

	free(*slot);
	*slot = copy;
}

void *xgrow(void *array, size_t count, size_t *cap, size_t size)
{
	if (count < *cap)
		return array;
	if (*cap > SIZE_MAX / 2 / size)
		out_of_memory();
	*cap = *cap ? *cap * 2 : 8;
	return xrealloc(array, *cap * size);
}
