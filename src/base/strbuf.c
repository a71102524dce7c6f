#include "base/strbuf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

char strbuf_empty[1] = "";

static void reserve(struct strbuf *b, size_t more)
{
	size_t need = b->len + more + 1;
	size_t cap = b->cap ? b->cap : 32;

	if (need <= b->cap)
		return;
	while (cap < need)
		cap *= 2;
	b->s = xrealloc(b->cap ? b->s : NULL, cap);
	b->s[b->len] = '\0';
	b->cap = cap;
}

void strbuf_add(struct strbuf *b, const char *s, size_t len)
{
	if (!len)
		return;
	reserve(b, len);
	memcpy(b->s + b->len, s, len);
	b->len += len;
	b->s[b->len] = '\0';
}

void strbuf_addstr(struct strbuf *b, const char *s)
{
	strbuf_add(b, s, strlen(s));
}

void strbuf_addch(struct strbuf *b, char c)
{
	strbuf_add(b, &c, 1);
}

/* Most pieces are short and fit at the first try. */
enum { GUESS = 80 };

void strbuf_addf(struct strbuf *b, const char *fmt, ...)
{
	va_list ap, again;
	size_t room;
	int n;

	reserve(b, GUESS);
	room = b->cap - b->len;
	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(b->s + b->len, room, fmt, ap);
	va_end(ap);
	if (n > 0 && (size_t)n >= room) {
		reserve(b, (size_t)n);
		vsnprintf(b->s + b->len, (size_t)n + 1, fmt, again);
	}
	if (n > 0)
		b->len += (size_t)n;
	va_end(again);
}

void strbuf_splice(struct strbuf *b, size_t pos, size_t cut,
		   const char *s, size_t len)
{
	assert(pos <= b->len && cut <= b->len - pos);
	reserve(b, len);
	memmove(b->s + pos + len, b->s + pos + cut, b->len - pos - cut + 1);
	if (len)
		memcpy(b->s + pos, s, len);
	b->len = b->len - cut + len;
}

void strbuf_truncate(struct strbuf *b, size_t len)
{
	assert(len <= b->len);
	if (len < b->len) {
		b->len = len;
		b->s[len] = '\0';
	}
}

static size_t blanks_at_start(const char *s)
{
	return strspn(s, " \t\r\n");
}

void strbuf_trim(struct strbuf *b)
{
	size_t len = b->len;

	while (len && strchr(" \t\r\n", b->s[len - 1]))
		len--;
	strbuf_truncate(b, len);
	if (b->len)
		strbuf_splice(b, 0, blanks_at_start(b->s), "", 0);
}

void strbuf_clear(struct strbuf *b)
{
	strbuf_truncate(b, 0);
}

void strbuf_release(struct strbuf *b)
{
	if (b->cap)
		free(b->s);
	*b = (struct strbuf)STRBUF_INIT;
}

char *strbuf_detach(struct strbuf *b)
{
	char *s;

	reserve(b, 0);
	s = b->s;
	*b = (struct strbuf)STRBUF_INIT;
	return s;
}
