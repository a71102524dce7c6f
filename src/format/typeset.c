#include "format/typeset.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "base/utf8.h"

/* The letters of ASCII from the blank on. */
static const short ascii[] = {
	/*  !"#$%&' */ 270, 270, 400, 570, 570, 950, 675, 270,
	/* ()*+,-./ */ 345, 345, 510, 570, 270, 345, 270, 345,
	/* 01234567 */ 570, 570, 570, 570, 570, 570, 570, 570,
	/* 89:;<=>? */ 570, 570, 270, 270, 570, 570, 570, 510,
	/* @ABCDEFG */ 950, 675, 675, 675, 765, 675, 570, 765,
	/* HIJKLMNO */ 765, 270, 510, 675, 570, 880, 765, 765,
	/* PQRSTUVW */ 675, 765, 675, 675, 570, 765, 675, 950,
	/* XYZ[\]^_ */ 675, 675, 675, 345, 345, 345, 510, 510,
	/* `abcdefg */ 345, 570, 570, 510, 570, 570, 345, 570,
	/* hijklmno */ 570, 270, 270, 510, 270, 880, 570, 570,
	/* pqrstuvw */ 570, 570, 345, 510, 345, 570, 510, 765,
	/* xyz{|}~ */ 510, 510, 510, 400, 570, 400, 570,
};

static const struct {
	int width;
	const char *letters;
} others[] = {
	{ 270, "·" }, { 345, "‘’" }, { 400, "“”•" }, { 1000, "…–—→" },
};

enum { OTHER = 640, WIDE = 1000 };

static int letter_width(const char *s, size_t len)
{
	size_t place = (unsigned char)*s - (size_t)' ';

	if (place < ARRAY_LEN(ascii))
		return ascii[place];
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (memmem(others[i].letters, strlen(others[i].letters), s,
			   len))
			return others[i].width;
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
