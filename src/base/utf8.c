#include "base/utf8.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "base/codepoint.h"

enum {
	FLAG_A = 0x1F1E6,       /* the letters that pair up to a flag */
	FLAG_Z = 0x1F1FF
};

unsigned utf8_decode(const char *s, size_t *len)
{
	size_t n = 0;
	/* A broken sequence is read no further than the NUL. */
	unsigned c = *s ? codepoint_decode(s, 4, &n) : 0;

	if (len)
		*len = n;
	return c;
}

/* Eight bytes at a time while they are ASCII. */
static size_t ascii_run(const char *s, size_t len)
{
	size_t at = 0;
	uint64_t eight;

	while (at + sizeof eight <= len) {
		memcpy(&eight, s + at, sizeof eight);
		if (eight & UINT64_C(0x8080808080808080))
			break;
		at += sizeof eight;
	}
	while (at < len && !(s[at] & 0x80))
		at++;
	return at;
}

bool utf8_valid(const char *s, size_t len)
{
	size_t at = ascii_run(s, len);

	while (at < len) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n =
			utf8proc_iterate((const utf8proc_uint8_t *)s + at,
					 (utf8proc_ssize_t)(len - at), &c);

		if (n < 1)
			return false;
		at += (size_t)n;
		at += ascii_run(s + at, len - at);
	}
	return true;
}

void utf8_encode(unsigned codepoint, struct strbuf *out)
{
	char bytes[4];

	strbuf_add(out, bytes, codepoint_encode(codepoint, bytes));
}

/* Two of these never share a cluster. */
static bool is_plain(unsigned c)
{
	return (codepoint_is_latin(c) && c != '\r') ||
	       utf8proc_get_property((utf8proc_int32_t)c)->boundclass ==
	       UTF8PROC_BOUNDCLASS_OTHER;
}

static bool ends_between(unsigned c, unsigned next, utf8proc_int32_t *state)
{
	if (codepoint_is_latin(c) && codepoint_is_latin(next) && c != '\r')
		return true;
	return utf8proc_grapheme_break_stateful((utf8proc_int32_t)c,
						(utf8proc_int32_t)next, state);
}

/* Dashes, quotation marks and dots (U+2010 ... U+2027), the four arrows from
 * U+2190, and lines of frames (U+2500 ... U+257F); all begin with E2. */
static bool is_plain_sign(unsigned char second, unsigned char third)
{
	if (second == 0x80)
		return third >= 0x90 && third <= 0xA7;
	if (second == 0x86)
		return third >= 0x90 && third <= 0x93;
	return (second & 0xFE) == 0x94 && (third & 0xC0) == 0x80;
}

/* Bytes of an ASCII sign, a composed Latin letter (U+C0 ... U+2FF, U+1E00
 * ... U+1EFF) or one of the signs above, 0 for all else.  Most
 * text is these, and each is a cluster of one column by itself unless
 * something other than these follows it. */
static size_t plain_letter(const char *s)
{
	const unsigned char *b = (const unsigned char *)s;

	if (b[0] >= ' ' && b[0] < 0x7F)
		return 1;
	if (b[0] >= 0xC3 && b[0] <= 0xCB && (b[1] & 0xC0) == 0x80)
		return 2;
	if (b[0] == 0xE1 && b[1] >= 0xB8 && b[1] <= 0xBB &&
	    (b[2] & 0xC0) == 0x80)
		return 3;
	if (b[0] == 0xE2 && is_plain_sign(b[1], b[1] ? b[2] : 0))
		return 3;
	return 0;
}

static size_t plain_cluster(const char *s)
{
	size_t len = plain_letter(s);

	return len && ((unsigned char)s[len] < 0x80 || plain_letter(s + len)) ?
	       len : 0;
}

size_t utf8_cluster(const char *s)
{
	utf8proc_int32_t state = 0;
	size_t more, end = plain_cluster(s);
	unsigned c, next;

	if (end)
		return end;
	c = utf8_decode(s, &end);
	while (s[end]) {
		next = utf8_decode(s + end, &more);
		if (ends_between(c, next, &state))
			break;
		c = next;
		end += more;
	}
	return end;
}

static size_t codepoint_before(const char *s, size_t at)
{
	size_t back = 1, len;

	while (back < 4 && back < at &&
	       ((unsigned char)s[at - back] & 0xC0) == 0x80)
		back++;
	utf8_decode(s + at - back, &len);
	return at - (len == back ? back : 1);
}

/* A place before `len` where a cluster starts whatever stands before it. */
static size_t sure_start(const char *s, size_t len)
{
	size_t at = len ? codepoint_before(s, len) : 0;

	while (at) {
		size_t before = codepoint_before(s, at);

		if (is_plain(utf8_decode(s + at, NULL)) &&
		    is_plain(utf8_decode(s + before, NULL)))
			break;
		at = before;
	}
	return at;
}

size_t utf8_cluster_before(const char *s, size_t len)
{
	size_t at = sure_start(s, len), last = 0;

	while (at < len) {
		last = utf8_cluster(s + at);
		if (last > len - at)
			last = len - at;
		at += last;
	}
	return last;
}

static unsigned draw(unsigned c, int *columns)
{
	if (c >= FLAG_A && c <= FLAG_Z)
		c = 'A' + (c - FLAG_A);
	c = codepoint_shown(c);
	*columns = wcwidth((wchar_t)c);
	return c;
}

static unsigned draw_first(unsigned c, int *columns)
{
	c = draw(c, columns);
	if (*columns > 0)
		return c;
	*columns = 1;
	return REPLACEMENT;
}

int utf8_drawn(const char *s, size_t len, char out[UTF8_DRAWN])
{
	size_t at, more, bytes;
	int columns, width, marks = 0;
	unsigned c, next;

	if (len && len == plain_letter(s)) {
		memcpy(out, s, len);
		out[len] = '\0';
		return 1;
	}
	c = utf8_decode(s, &at);
	if (codepoint_is_emoji(c))
		len = at;
	bytes = codepoint_encode(draw_first(c, &columns), out);
	for (; at < len && marks < MARKS; at += more) {
		next = utf8_decode(s + at, &more);
		c = draw(next, &width);
		if (codepoint_shown(next) != next || columns + width > 2 ||
		    codepoint_is_tail(c))
			continue;
		bytes += codepoint_encode(c, out + bytes);
		columns += width;
		marks++;
	}
	out[bytes] = '\0';
	return columns;
}

size_t utf8_step(const char *s, int *columns)
{
	char drawn[UTF8_DRAWN];
	size_t len = plain_cluster(s);

	*columns = 1;
	if (!len) {
		len = utf8_cluster(s);
		*columns = utf8_drawn(s, len, drawn);
	}
	return len;
}

size_t utf8_fit(const char *s, int columns, int *used)
{
	size_t at = 0, len;
	int total = 0;

	while (s[at]) {
		int width;

		len = utf8_step(s + at, &width);
		if (width > columns - total)
			break;
		total += width;
		at += len;
	}
	if (used)
		*used = total;
	return at;
}

int utf8_columns(const char *s)
{
	int used;

	utf8_fit(s, INT_MAX, &used);
	return used;
}

int utf8_head(const char *s, int most)
{
	size_t len = 0, n;

	while ((n = utf8_cluster(s + len)) && len + n <= (size_t)most)
		len += n;
	return (int)len;
}
