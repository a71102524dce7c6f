#include "format/mermaid_text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/utf8.h"

static const struct {
	const char *name;
	unsigned codepoint;
} entity_names[] = {
	{ "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' },
	{ "apos", '\'' }, { "nbsp", 0xa0 }, { "colon", ':' }, { "semi", ';' },
	{ "num", '#' }, { "percnt", '%' }, { "comma", ',' }
};

/* A line that begins so is no task to Mermaid. */
static const char *const keywords[] = {
	"title", "section", "journey", "accTitle", "accDescr"
};

struct span span_of(const char *s)
{
	return (struct span){ s, strlen(s) };
}

struct span span_from(struct span t, size_t start)
{
	return (struct span){ t.s + start, t.len - start };
}

struct span span_to(struct span t, size_t end)
{
	return (struct span){ t.s, end };
}

/* U+00A0, U+2000 ... U+200A, U+2028, U+2029, U+202F, U+3000, U+FEFF */
static bool wide_blank(const char *s, size_t len)
{
	unsigned char last = (unsigned char)s[len - 1];

	if (len == 2)
		return !memcmp(s, "\xc2\xa0", 2);
	if (!memcmp(s, "\xe2\x80", 2))
		return last <= 0x8a || last == 0xa8 || last == 0xa9 ||
		       last == 0xaf;
	return !memcmp(s, "\xe3\x80\x80", 3) || !memcmp(s, "\xef\xbb\xbf", 3);
}

size_t span_blank(struct span t)
{
	if (t.len && strchr(" \t\n\r\f\v", t.s[0]))
		return 1;
	for (size_t len = 2; len <= 3 && len <= t.len; len++)
		if (wide_blank(t.s, len))
			return len;
	return 0;
}

static size_t blank_behind(struct span t)
{
	for (size_t len = 1; len <= 3 && len <= t.len; len++)
		if (span_blank(span_from(t, t.len - len)) == len)
			return len;
	return 0;
}

struct span span_trim(struct span t)
{
	size_t n;

	while ((n = span_blank(t)))
		t = span_from(t, n);
	while ((n = blank_behind(t)))
		t.len -= n;
	return t;
}

bool span_equal(struct span a, struct span b)
{
	return a.len == b.len && !memcmp(a.s, b.s, a.len);
}

bool span_begins(struct span t, const char *word)
{
	size_t len = strlen(word);

	return t.len >= len && !strncasecmp(t.s, word, len);
}

static unsigned number(struct span t)
{
	unsigned n = 0;

	for (size_t i = 0; i < t.len; i++) {
		if (t.s[i] < '0' || t.s[i] > '9' || n > 0x10ffff)
			return 0;
		n = n * 10 + (unsigned)(t.s[i] - '0');
	}
	return n > 0x10ffff || (n >= 0xd800 && n < 0xe000) ? 0 : n;
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static unsigned named(struct span name)
{
	for (size_t i = 0; i < ARRAY_LEN(entity_names); i++)
		if (span_equal(name, span_of(entity_names[i].name)))
			return entity_names[i].codepoint;
	return 0;
}

/* Mermaid makes `&x;` of any `#x;`; browsers know `&#35;` and `&amp;`. */
size_t mermaid_entity(struct span t, unsigned *codepoint)
{
	bool coded = t.len && t.s[0] == '&' && span_begins(t, "&#");
	size_t start = coded ? 2 : 1, end = start;
	struct span name;

	if (!t.len || (t.s[0] != '#' && t.s[0] != '&'))
		return 0;
	while (end < t.len && is_word(t.s[end]))
		end++;
	if (end == start || end == t.len || t.s[end] != ';')
		return 0;
	name = span_from(span_to(t, end), start);
	*codepoint = t.s[0] == '#' || coded ? number(name) : 0;
	if (!*codepoint && !coded)
		*codepoint = named(name);
	return *codepoint || t.s[0] == '#' ? end + 1 : 0;
}

size_t mermaid_find(struct span t, const char *marks)
{
	unsigned codepoint;

	for (size_t i = 0; i < t.len;) {
		size_t n = mermaid_entity(span_from(t, i), &codepoint);

		if (!n && strchr(marks, t.s[i]))
			return i;
		i += n ? n : 1;
	}
	return t.len;
}

/* Bytes of a `<br>`, `<br/>` or `<br />`. */
static size_t line_break(struct span t)
{
	size_t i = 3;

	if (!span_begins(t, "<br"))
		return 0;
	while (i < t.len && t.s[i] == ' ')
		i++;
	if (i < t.len && t.s[i] == '/')
		i++;
	return i < t.len && t.s[i] == '>' ? i + 1 : 0;
}

char *mermaid_decoded(struct span t, bool lines)
{
	struct strbuf raw = STRBUF_INIT, out = STRBUF_INIT;
	unsigned codepoint;

	t = span_trim(t);
	for (size_t i = 0; i < t.len;) {
		struct span rest = span_from(t, i);
		size_t n = line_break(rest);

		if (n) {
			strbuf_addch(&raw, lines ? '\n' : ' ');
		} else if ((n = mermaid_entity(rest, &codepoint)) &&
			   codepoint) {
			utf8_encode(codepoint < ' ' ? ' ' : codepoint, &raw);
		} else {
			n = n ? n : 1;
			strbuf_add(&raw, rest.s, n);
		}
		i += n;
	}
	utf8_clean(raw.s, raw.len, &out, NULL);
	strbuf_release(&raw);
	strbuf_trim(&out);
	return strbuf_detach(&out);
}

static bool is_keyword(struct span t)
{
	for (size_t i = 0; i < ARRAY_LEN(keywords); i++)
		if (span_begins(t, keywords[i]))
			return true;
	return false;
}

/* In titles a colon is plain, unless a `#` might follow it without a blank:
 * Mermaid takes such a line for a style. */
static bool must_code(struct span rest, enum mermaid_place place)
{
	switch (rest.s[0]) {
	case '#': case ';': case '%': case '{': case '}':
	case '<': case '>': case '&':
		return true;
	case ':':
		return place != MERMAID_TITLE ||
		       !span_blank(span_from(rest, 1));
	case ',':
		return place == MERMAID_ACTOR;
	default:
		return false;
	}
}

void mermaid_encode(struct span t, enum mermaid_place place,
		    struct strbuf *out)
{
	t = span_trim(t);
	for (size_t i = 0; i < t.len; i++) {
		unsigned char c = (unsigned char)t.s[i];

		if (must_code(span_from(t, i), place) ||
		    (i == 0 && place == MERMAID_TASK_NAME && is_keyword(t)))
			strbuf_addf(out, "#%u;", c);
		else if (c == '\n')
			strbuf_addstr(out, "<br>");
		else if (c >= ' ' || c == '\t')
			strbuf_addch(out, (char)c);
	}
}
