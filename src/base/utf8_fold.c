#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/alloc.h"
#include "base/codepoint.h"

enum {
	PAGE = 64,              /* code points of one page of the table */
	PAGES = 0x3000 / PAGE,
	LONGEST = 18            /* code points that one can fold to */
};

/* What one code point folds to.  Below U+3000 that is never long. */
struct folded {
	unsigned char len;
	char bytes[15];
};

static struct folded *pages[PAGES];     /* made when first asked for */

static size_t fold_codepoint(unsigned c, char out[LONGEST * 4])
{
	utf8proc_int32_t points[LONGEST];
	size_t len = 0;
	int unused = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char(
		(utf8proc_int32_t)c, points, LONGEST,
		UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
		UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
		&unused);

	for (utf8proc_ssize_t i = 0; i < count && i < LONGEST; i++) {
		unsigned point = (unsigned)points[i];

		/* No library folds the Vietnamese d with a stroke. */
		len += codepoint_encode(point == 0x111 ? 'd' : point,
					out + len);
	}
	return len;
}

static struct folded *make_page(unsigned first)
{
	struct folded *page = xcalloc(PAGE, sizeof *page);
	char bytes[LONGEST * 4];

	for (unsigned i = 0; i < PAGE; i++) {
		size_t len = fold_codepoint(first + i, bytes);

		if (len > sizeof page->bytes)
			len = sizeof page->bytes;
		page[i].len = (unsigned char)len;
		memcpy(page[i].bytes, bytes, len);
	}
	return page;
}

/* A text read as its folded bytes, one code point's at a time. */
struct reader {
	const char *s;          /* what is left */
	const char *piece;      /* what the last code point folds to */
	size_t len;             /* of it; may be 0 */
	char room[LONGEST * 4];
};

static void read_piece(struct reader *r)
{
	unsigned c = (unsigned char)*r->s, page;
	size_t n = 1;

	if (c >= 0x80)
		c = utf8_decode(r->s, &n);
	r->s += n;
	page = c / PAGE;
	if (page >= PAGES) {
		r->piece = r->room;
		r->len = fold_codepoint(c, r->room);
		return;
	}
	if (!pages[page])
		pages[page] = make_page(page * PAGE);
	r->piece = pages[page][c % PAGE].bytes;
	r->len = pages[page][c % PAGE].len;
}

/* The next folded byte, -1 at the end. */
static int read_byte(struct reader *r)
{
	while (!r->len) {
		if (!*r->s)
			return -1;
		read_piece(r);
	}
	r->len--;
	return (unsigned char)*r->piece++;
}

static void fold_only(const char *s, struct strbuf *out)
{
	struct reader r = { .s = s };
	char batch[256];
	size_t len = 0;

	while (*r.s) {
		read_piece(&r);
		if (len + r.len > sizeof batch) {
			strbuf_add(out, batch, len);
			len = 0;
		}
		for (size_t i = 0; i < r.len; i++)
			batch[len++] = r.piece[i];
	}
	strbuf_add(out, batch, len);
}

void utf8_fold(const char *s, struct strbuf *out, size_t **offsets)
{
	struct reader r = { .s = s };
	size_t count = 0, cap = 0;

	if (!offsets) {
		fold_only(s, out);
		return;
	}
	*offsets = xgrow(NULL, 0, &cap, sizeof **offsets);
	while (*r.s) {
		size_t offset = (size_t)(r.s - s);

		read_piece(&r);
		strbuf_add(out, r.piece, r.len);
		for (size_t i = 0; i < r.len; i++) {
			(*offsets)[count++] = offset;
			*offsets = xgrow(*offsets, count, &cap,
					 sizeof **offsets);
		}
	}
	(*offsets)[count] = (size_t)(r.s - s);
}

void utf8_lower(const char *s, struct strbuf *out)
{
	size_t len;

	for (; *s; s += len) {
		unsigned c = utf8_decode(s, &len);

		utf8_encode((unsigned)utf8proc_tolower((utf8proc_int32_t)c),
			    out);
	}
}

/* Order by folded bytes; *begins tells whether b's are a's first ones. */
static int compare_folded(const char *a, const char *b, bool *begins)
{
	struct reader left = { .s = a }, right = { .s = b };
	int x, y;

	do {
		x = read_byte(&left);
		y = read_byte(&right);
	} while (x == y && x >= 0);
	*begins = y < 0;
	return x - y;
}

bool utf8_same(const char *a, const char *b)
{
	bool begins;

	return compare_folded(a, b, &begins) == 0;
}

bool utf8_begins(const char *s, const char *start)
{
	bool begins;

	compare_folded(s, start, &begins);
	return begins;
}

int utf8_compare(const char *a, const char *b)
{
	bool begins;
	int order = compare_folded(a, b, &begins);

	return order ? order : strcmp(a, b);
}
