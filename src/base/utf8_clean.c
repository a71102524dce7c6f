#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/alloc.h"
#include "base/codepoint.h"

/* What a walk along a text remembers. */
struct walk {
	unsigned base;          /* the last one kept that marks stand on */
	unsigned last;          /* the last one kept */
	int marks;              /* met since `base` */
};

static bool ends_line(unsigned c)
{
	return (c >= '\n' && c <= '\r') || c == 0x85 ||
	       c == 0x2028 || c == 0x2029;
}

static bool joiner_belongs(const struct walk *w, unsigned c, unsigned next)
{
	if (codepoint_is_joiner(w->last))
		return false;
	if (codepoint_is_emoji(w->base))
		return c == JOINER && codepoint_is_emoji(next);
	return codepoint_takes_joiner(w->base);
}

static bool style_belongs(const struct walk *w, unsigned next)
{
	if (codepoint_is_emoji(w->last))
		return true;
	return next == KEYCAP && ((w->last >= '0' && w->last <= '9') ||
				  w->last == '#' || w->last == '*');
}

static bool belongs(struct walk *w, unsigned c, unsigned next)
{
	if (c == '\t')
		return true;
	if (codepoint_is_control(c) || codepoint_is_disguise(c))
		return false;
	if (codepoint_is_joiner(c))
		return joiner_belongs(w, c, next);
	if (c == TEXT_STYLE || c == EMOJI_STYLE)
		return style_belongs(w, next);
	return !codepoint_is_mark(c) || ++w->marks <= MARKS;
}

/* What is kept of c, which stands before `next`; 0: nothing. */
static unsigned keep(struct walk *w, unsigned c, unsigned next)
{
	if (ends_line(c))
		c = '\n';
	else if (!belongs(w, c, next))
		return 0;
	w->last = c;
	if (!codepoint_is_mark(c) && !codepoint_is_skin(c) &&
	    !codepoint_is_joiner(c)) {
		w->base = c;
		w->marks = 0;
	}
	return c;
}

/* True when all that is kept is Latin, and so composed already. */
static bool filter(const char *s, size_t len, struct strbuf *out,
		   struct utf8_report *report)
{
	struct walk walk = { 0 };
	bool latin = true;
	size_t n, peeked;

	for (size_t at = 0; at < len; at += n) {
		unsigned c = codepoint_decode(s + at, len - at, &n), kept;
		unsigned next = at + n == len ? 0 :
			codepoint_decode(s + at + n, len - at - n, &peeked);

		if (c == '\r' && next == '\n')
			continue;
		report->bad += c == REPLACEMENT && n == 1;
		kept = keep(&walk, c, next);
		latin = latin && codepoint_is_latin(kept);
		if (kept)
			utf8_encode(kept, out);
		else
			report->stripped++;
	}
	return latin;
}

/* Compose to NFC what is valid UTF-8. */
static void compose(struct strbuf *b)
{
	const utf8proc_uint8_t *s = (const utf8proc_uint8_t *)b->s;
	utf8proc_ssize_t len = (utf8proc_ssize_t)b->len, count;
	utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	utf8proc_int32_t *points;

	count = utf8proc_decompose(s, len, NULL, 0, how);
	points = xcalloc((size_t)count + 1, sizeof *points);
	utf8proc_decompose(s, len, points, count, how);
	count = utf8proc_reencode(points, count, how);
	strbuf_clear(b);
	strbuf_add(b, (const char *)points, (size_t)count);
	free(points);
}

/* Whether the text is clean already, as most are; false may be wrong. */
static bool is_clean(const char *s, size_t len)
{
	size_t n;

	for (size_t at = 0; at < len; at += n) {
		unsigned char c = (unsigned char)s[at];

		n = 1;
		if (c >= 0x80) {
			unsigned point = codepoint_decode(s + at, len - at,
							  &n);

			if (n == 1 || !codepoint_is_settled(point))
				return false;
		} else if ((c < ' ' || c > '~') && c != '\n' && c != '\t') {
			return false;
		}
	}
	return true;
}

void utf8_clean(const char *s, size_t len, struct strbuf *out,
		struct utf8_report *report)
{
	struct utf8_report unread = { 0, 0 };
	struct strbuf kept = STRBUF_INIT;

	if (is_clean(s, len)) {
		strbuf_add(out, s, len);
		return;
	}
	if (!report)
		report = &unread;
	if (filter(s, len, &kept, report)) {
		strbuf_add(out, kept.s, kept.len);
	} else {
		compose(&kept);
		/* Four marks may be five now: NFC parts some in two. */
		filter(kept.s, kept.len, out, report);
	}
	strbuf_release(&kept);
}

void utf8_clean_line(const char *s, struct strbuf *out)
{
	struct strbuf line = STRBUF_INIT;

	utf8_clean(s, strlen(s), &line, NULL);
	for (char *c = line.s; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	strbuf_trim(&line);
	strbuf_add(out, line.s, line.len);
	strbuf_release(&line);
}

void utf8_visible(const char *s, size_t len, struct strbuf *out)
{
	struct walk walk = { 0 };
	const char *end = s + len;
	size_t n;

	for (; s < end && *s; s += n) {
		unsigned c = utf8_decode(s, &n);
		unsigned kept = keep(&walk, c, utf8_decode(s + n, NULL));

		unsigned shown = codepoint_shown(kept ? kept : c);

		if (!kept && shown == c)        /* too many, or out of place */
			shown = REPLACEMENT;
		utf8_encode(shown, out);
	}
}
