/*
 * A string that grows.
 *
 * The storage is the caller's; start with STRBUF_INIT.  `s` is always a
 * valid string ending in NUL, even when empty, and may be read at any time;
 * it moves when the buffer grows.
 */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include <stddef.h>

struct strbuf {
	char *s;
	size_t len;
	size_t cap;             /* 0: `s` is not ours yet */
};

extern char strbuf_empty[];
#define STRBUF_INIT { strbuf_empty, 0, 0 }

void strbuf_add(struct strbuf *b, const char *s, size_t len);
void strbuf_addstr(struct strbuf *b, const char *s);
void strbuf_addch(struct strbuf *b, char c);
void strbuf_addf(struct strbuf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Take away `cut` bytes at `pos` and put `len` bytes of s there. */
void strbuf_splice(struct strbuf *b, size_t pos, size_t cut,
		   const char *s, size_t len);
void strbuf_truncate(struct strbuf *b, size_t len);
void strbuf_trim(struct strbuf *b);     /* white space at both ends */

void strbuf_clear(struct strbuf *b);    /* empty, usable again */
void strbuf_release(struct strbuf *b);  /* freed, usable again */
char *strbuf_detach(struct strbuf *b);  /* the string, now the caller's */

#endif
