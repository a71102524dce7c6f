#include "unpacked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unzip.h>

#include "base/alloc.h"

static char *read_part(unzFile file, size_t size)
{
	char *text = xcalloc(size + 1, 1);

	assert_int_equal(unzOpenCurrentFile(file), UNZ_OK);
	assert_int_equal(unzReadCurrentFile(file, text, (unsigned)size), size);
	assert_int_equal(unzCloseCurrentFile(file), UNZ_OK);
	assert_int_equal(strlen(text), size);
	return text;
}

static void add(struct unpacked *u, size_t *cap, unzFile file)
{
	unz_file_info info;
	char name[200];

	assert_int_equal(unzGetCurrentFileInfo(file, &info, name, sizeof name,
					       NULL, 0, NULL, 0), UNZ_OK);
	u->parts = xgrow(u->parts, u->count, cap, sizeof *u->parts);
	u->parts[u->count].name = xstrdup(name);
	u->parts[u->count++].text = read_part(file, info.uncompressed_size);
}

void unpack(struct unpacked *u, const char *path)
{
	unzFile file = unzOpen(path);
	size_t cap = 0;
	int found;

	assert_non_null(file);
	*u = (struct unpacked){ NULL, 0 };
	found = unzGoToFirstFile(file);
	for (; found == UNZ_OK; found = unzGoToNextFile(file))
		add(u, &cap, file);
	assert_int_equal(found, UNZ_END_OF_LIST_OF_FILE);
	unzClose(file);
}

void unpacked_release(struct unpacked *u)
{
	for (size_t i = 0; i < u->count; i++) {
		free(u->parts[i].name);
		free(u->parts[i].text);
	}
	free(u->parts);
}

const char *unpacked_text(const struct unpacked *u, const char *name)
{
	for (size_t i = 0; i < u->count; i++)
		if (!strcmp(u->parts[i].name, name))
			return u->parts[i].text;
	return NULL;
}
