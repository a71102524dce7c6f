#include "format/html_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "format/xml.h"

static const char *const schemes[] = { "https://", "http://", "mailto:" };

/* What ends a sentence rather than an address. */
static size_t without_tail(const char *s, size_t len)
{
	while (len && strchr(".,;:!?)]}'", s[len - 1]))
		len--;
	return len;
}

/* Bytes of the address at the beginning, 0 if there is none. */
static size_t address(const char *s)
{
	for (size_t i = 0; i < ARRAY_LEN(schemes); i++) {
		size_t scheme = strlen(schemes[i]), len = scheme;

		if (strncmp(s, schemes[i], scheme) != 0)
			continue;
		while (isgraph((unsigned char)s[len]) &&
		       !strchr("<>\"", s[len]))
			len++;
		len = without_tail(s, len);
		return len > scheme ? len : 0;
	}
	return 0;
}

static void add_text(struct strbuf *out, const char *s, size_t len)
{
	char *text = xstrndup(s, len);

	xml_text(out, text);
	free(text);
}

static void add_link(struct strbuf *out, const char *s, size_t len)
{
	strbuf_addstr(out, "<a rel=\"noreferrer\" href=\"");
	add_text(out, s, len);
	strbuf_addstr(out, "\">");
	add_text(out, s, len);
	strbuf_addstr(out, "</a>");
}

void html_text(struct strbuf *out, const char *s)
{
	const char *start = s;

	while (*s) {
		size_t len = s == start || !isalnum((unsigned char)s[-1]) ?
			     address(s) : 0;

		if (!len && *s != '\n') {
			s++;
			continue;
		}
		add_text(out, start, (size_t)(s - start));
		if (len)
			add_link(out, s, len);
		else
			strbuf_addstr(out, "<br/>\n");
		s += len ? len : 1;
		start = s;
	}
	add_text(out, start, (size_t)(s - start));
}
