#include "format/xml.h"

#include <string.h>

#include "base/utf8.h"

static const char *escape(unsigned codepoint)
{
	switch (codepoint) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case 0xFFFE:
	case 0xFFFF:
		return "";
	default:
		return NULL;
	}
}

void xml_text(struct strbuf *out, const char *s)
{
	struct strbuf clean = STRBUF_INIT;
	size_t len;

	utf8_clean(s, strlen(s), &clean, NULL);
	for (s = clean.s; *s; s += len) {
		const char *instead = escape(utf8_decode(s, &len));

		if (instead)
			strbuf_addstr(out, instead);
		else
			strbuf_add(out, s, len);
	}
	strbuf_release(&clean);
}
