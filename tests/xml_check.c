#include "xml_check.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

enum { DEEPEST = 64, ATTRIBUTES = 32 };

struct name {
	const char *s;
	size_t len;
};

static void wrong(const char *text, const char *at, const char *what)
{
	fail_msg("%s at byte %zu: %.60s", what, (size_t)(at - text), at);
}

static struct name name_at(const char *s)
{
	struct name n = { s, 0 };

	while (isalnum((unsigned char)s[n.len]) ||
	       (s[n.len] && strchr(":_-.", s[n.len])))
		n.len++;
	return n;
}

static bool same(struct name a, struct name b)
{
	return a.len == b.len && !memcmp(a.s, b.s, a.len);
}

static size_t entity_at(const char *s)
{
	static const char *const known[] = { "&amp;", "&lt;", "&gt;",
					     "&quot;", "&#8226;" };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strncmp(s, known[i], strlen(known[i])))
			return strlen(known[i]);
	return 0;
}

/* Behind the text that ends at one of the two marks or at the end. */
static const char *skip_text(const char *text, const char *s, char end)
{
	while (*s && *s != end && *s != '<') {
		size_t len;
		unsigned c = utf8_decode(s, &len);

		if (c == 0xFFFD && len == 1)
			wrong(text, s, "not UTF-8");
		if ((c < 0x20 && c != '\n' && c != '\t') ||
		    c == 0xFFFE || c == 0xFFFF)
			wrong(text, s, "a character that XML does not know");
		if (c == '&')
			len = entity_at(s);
		if (!len)
			wrong(text, s, "an entity nobody knows");
		s += len;
	}
	return s;
}

static const char *skip_attributes(const char *text, const char *s)
{
	struct name seen[ATTRIBUTES];
	size_t count = 0;

	while (isspace((unsigned char)*s)) {
		struct name n;

		while (isspace((unsigned char)*s))
			s++;
		n = name_at(s);
		if (!n.len || s[n.len] != '=' || !strchr("'\"", s[n.len + 1]))
			wrong(text, s, "a bad attribute");
		for (size_t i = 0; i < count; i++)
			if (same(seen[i], n))
				wrong(text, s, "the same attribute twice");
		assert_true(count < ATTRIBUTES);
		seen[count++] = n;
		s += n.len + 2;
		s = skip_text(text, s, s[-1]);
		if (*s == '<' || !*s)
			wrong(text, s, "an attribute that does not end");
		s++;
	}
	return s;
}

/* Past "<?xml ...?>" and "<!DOCTYPE html>". */
static const char *skip_head(const char *s)
{
	while (!strncmp(s, "<?", 2) || !strncmp(s, "<!", 2))
		s = strchr(s, '>') + 2;
	return s;
}

void assert_xml(const char *text)
{
	struct name open[DEEPEST];
	size_t depth = 0;
	const char *s = skip_head(text);

	do {
		bool closing = s[0] == '<' && s[1] == '/';
		struct name n = name_at(s + 1 + closing);

		if (*s != '<' || !n.len)
			wrong(text, s, "no element");
		s = skip_attributes(text, n.s + n.len);
		if (closing && (!depth || !same(open[--depth], n)))
			wrong(text, n.s, "the wrong end");
		assert_true(depth < DEEPEST);
		if (!closing && *s != '/')
			open[depth++] = n;
		s += !closing && *s == '/';
		if (*s != '>')
			wrong(text, s, "a tag that does not end");
		s = skip_text(text, s + 1, '<');
	} while (depth);
	if (*s && strcmp(s, "\n") != 0)
		wrong(text, s, "something behind the end");
}

size_t count_of(const char *text, const char *part)
{
	size_t count = 0;

	while ((text = strstr(text, part))) {
		text += strlen(part);
		count++;
	}
	return count;
}
