#include "format/markdown_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

/* `:smile:` becomes a picture in some programs. */
static bool begins_code(const char *s)
{
	return *s == ':' && (isalnum((unsigned char)s[1]) ||
			     strchr("+-_", s[1])) && s[1];
}

void markdown_escape(const char *s, const char *new_line, struct strbuf *out)
{
	for (size_t i = 0; s[i]; i++) {
		if (s[i] == '\n') {
			strbuf_addstr(out, new_line);
			continue;
		}
		if (strchr("\\`*_[]{}<>#|~&^$", s[i]) || begins_code(s + i))
			strbuf_addch(out, '\\');
		strbuf_addch(out, s[i] == '\t' ? ' ' : s[i]);
	}
}

/* A mark's other half is looked for no further than this many bytes. */
enum { FAR = 2000, LONGEST_ENTITY = 12 };

/* Runs of * or _ or ~ that may open an emphasis. */
struct run {
	size_t at, len;         /* in the output */
	char mark;
};

struct plain {
	const char *s, *end;
	const char *from;       /* where the line begins */
	struct strbuf *out;
	struct run *runs;
	size_t count, cap;
};

static const struct {
	const char *name;
	const char *text;
} entities_known[] = {
	{ "amp", "&" }, { "lt", "<" }, { "gt", ">" }, { "quot", "\"" },
	{ "apos", "'" }, { "nbsp", "\xC2\xA0" },
};

/* What is left of the line, as far as it matters. */
static size_t ahead(const struct plain *p, size_t most)
{
	size_t left = (size_t)(p->end - p->s);

	return left < most ? left : most;
}

static bool add_number(struct plain *p, const char *s, size_t len)
{
	int base = len > 1 && (s[1] == 'x' || s[1] == 'X') ? 16 : 10;
	const char *digits = s + (base == 16 ? 2 : 1);
	char *end;
	unsigned long code;

	if (len > 9 || !isxdigit((unsigned char)*digits))
		return false;
	code = strtoul(digits, &end, base);
	if (end != s + len || !code || code > 0x10FFFF)
		return false;
	utf8_encode((unsigned)code, p->out);
	return true;
}

static bool add_entity(struct plain *p)
{
	const char *end = memchr(p->s, ';', ahead(p, LONGEST_ENTITY));
	size_t len = end ? (size_t)(end - p->s - 1) : 0;
	bool found = len && p->s[1] == '#' && add_number(p, p->s + 1, len);

	for (size_t i = 0; !found && i < ARRAY_LEN(entities_known); i++)
		if (len == strlen(entities_known[i].name) &&
		    !memcmp(entities_known[i].name, p->s + 1, len)) {
			strbuf_addstr(p->out, entities_known[i].text);
			found = true;
		}
	if (found)
		p->s = end + 1;
	return found;
}

/* <br>, <br/>, <br /> and <https://...>; other tags are text. */
static bool add_tag(struct plain *p)
{
	const char *end = memchr(p->s, '>', ahead(p, FAR));
	size_t len = end ? (size_t)(end - p->s - 1) : 0;
	const char *tag = p->s + 1;

	if (len >= 2 && tolower((unsigned char)tag[0]) == 'b' &&
	    tolower((unsigned char)tag[1]) == 'r' &&
	    strspn(tag + 2, " /") == len - 2)
		strbuf_addch(p->out, '\n');
	else if (len > 8 && (!strncmp(tag, "http://", 7) ||
			     !strncmp(tag, "https://", 8)))
		strbuf_add(p->out, tag, len);
	else
		return false;
	p->s = end + 1;
	return true;
}

static size_t run_length(const struct plain *p)
{
	size_t len = 0;

	while (p->s + len < p->end && p->s[len] == *p->s)
		len++;
	return len;
}

static bool add_code(struct plain *p)
{
	size_t len = run_length(p);
	const char *end = p->s + ahead(p, FAR);

	for (const char *s = p->s + len; s < end; s++) {
		struct plain at = { .s = s, .end = p->end };

		if (*s != '`')
			continue;
		if (run_length(&at) == len) {
			strbuf_add(p->out, p->s + len,
				   (size_t)(s - p->s) - len);
			p->s = s + len;
			return true;
		}
		s += run_length(&at) - 1;
	}
	strbuf_add(p->out, p->s, len);
	p->s += len;
	return true;
}

/* The bracket that closes the one at s; NULL: there is none. */
static const char *closing(const char *s, const char *end, char open,
			   char close)
{
	int depth = 0;

	for (; s < end; s++) {
		if (*s == '\\')
			s++;
		else if (*s == open)
			depth++;
		else if (*s == close && !--depth)
			return s;
	}
	return NULL;
}

/* "[text](address)", of which "[" is to be read. */
static bool add_link(struct plain *p)
{
	const char *end = p->s + ahead(p, FAR);
	const char *close = closing(p->s, end, '[', ']'), *last;
	size_t len = close ? (size_t)(close - p->s) - 1 : 0;

	if (!close || close + 1 >= end || close[1] != '(' ||
	    memchr(p->s + 1, '[', len))
		return false;
	last = closing(close + 1, end, '(', ')');
	if (!last)
		return false;
	markdown_plain(p->s + 1, len, p->out);
	if (last > close + 2) {
		strbuf_addstr(p->out, len ? " " : "");
		strbuf_add(p->out, close + 1, (size_t)(last - close));
	}
	p->s = last + 1;
	return true;
}

static bool is_blank(char c)
{
	return !c || isspace((unsigned char)c);
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Take the run that opened this emphasis out of the output. */
static bool close_run(struct plain *p, char mark, size_t len)
{
	for (size_t i = p->count; i-- > 0; ) {
		struct run *r = &p->runs[i];

		if (p->out->len - r->at > FAR)
			break;
		if (r->mark != mark || r->len != len)
			continue;
		strbuf_splice(p->out, r->at, r->len, "", 0);
		p->count = i;
		return true;
	}
	return false;
}

static void open_run(struct plain *p, char mark, size_t len)
{
	p->runs = xgrow(p->runs, p->count, &p->cap, sizeof *p->runs);
	p->runs[p->count++] = (struct run){ p->out->len, len, mark };
}

static bool add_emphasis(struct plain *p)
{
	size_t len = run_length(p);
	char mark = *p->s, before = p->s > p->from ? p->s[-1] : '\0';
	char after = p->s + len < p->end ? p->s[len] : '\0';
	bool inside = mark == '_' && is_word(before) && is_word(after);
	bool real = len <= 3 && !inside && (mark != '~' || len == 2);

	if (!real || is_blank(before) || !close_run(p, mark, len)) {
		if (real && !is_blank(after))
			open_run(p, mark, len);
		strbuf_add(p->out, p->s, len);
	}
	p->s += len;
	return true;
}

static bool add_mark(struct plain *p)
{
	switch (*p->s) {
	case '\\':
		if (p->s + 1 == p->end || !ispunct((unsigned char)p->s[1]))
			return false;
		strbuf_addch(p->out, p->s[1]);
		p->s += 2;
		return true;
	case '&':
		return add_entity(p);
	case '<':
		return add_tag(p);
	case '`':
		return add_code(p);
	case '!':
		if (p->s + 1 == p->end || p->s[1] != '[')
			return false;
		p->s++;
		if (add_link(p))
			return true;
		p->s--;
		return false;
	case '[':
		return add_link(p);
	case '*':
	case '_':
	case '~':
		return add_emphasis(p);
	default:
		return false;
	}
}

void markdown_plain(const char *s, size_t len, struct strbuf *out)
{
	struct plain p = { .s = s, .end = s + len, .from = s, .out = out };

	while (p.s < p.end)
		if (!add_mark(&p))
			strbuf_addch(out, *p.s++);
	free(p.runs);
}
