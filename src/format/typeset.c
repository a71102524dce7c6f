#include "format/typeset.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "base/utf8.h"

static const struct {
	int width;
	const char *letters;
} letters[] = {
	{ 270, " !',.:;Iijl·" },
	{ 345, "()-/[\\]`frt‘’" },
	{ 400, "\"{}“”•" },
	{ 510, "*?J^_ckvxysz" },
	{ 570, "#$+0123456789<=>FLT|abdeghnopqu~" },
	{ 675, "&ABCEKPRSVXYZ" },
	{ 765, "DGHNOQUw" },
	{ 880, "Mm" },
	{ 950, "%@W" },
	{ 1000, "…–—→" },
};

enum { OTHER = 640, WIDE = 1000 };

static int letter_width(const char *s, size_t len)
{
	for (size_t i = 0; i < ARRAY_LEN(letters); i++)
		if (memmem(letters[i].letters, strlen(letters[i].letters), s,
			   len))
			return letters[i].width;
	return OTHER;
}

/* A letter is as wide as the same one without its marks. */
static int marked_width(const char *s, size_t len)
{
	char *letter = xstrndup(s, len);
	struct strbuf plain = STRBUF_INIT;
	int width = letter_width(s, len);

	utf8_fold(letter, &plain, NULL);
	if (width == OTHER && plain.len == 1)
		width = letter_width(plain.s, 1);
	strbuf_release(&plain);
	free(letter);
	return width;
}

static int measure(const char *cluster, size_t len, int columns)
{
	if (columns > 1)
		return WIDE;
	return len == 1 ? letter_width(cluster, 1) :
			  marked_width(cluster, len);
}

int typeset_width(const char *s)
{
	int width = 0, columns;

	for (size_t len; *s; s += len) {
		len = utf8_step(s, &columns);
		width += measure(s, len, columns);
	}
	return width;
}

void typeset_start(struct wrap *w, const char *text, int width)
{
	wrap_start(w, text, width);
	w->measure = measure;
}

int typeset_lines(const char *text, int width)
{
	struct wrap w;
	int lines = 0;

	typeset_start(&w, text, width);
	while (wrap_next(&w))
		lines++;
	return lines;
}
