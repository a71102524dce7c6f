#include "base/record.h"

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include "base/utf8.h"

static const char special[] = "\\\t\n", letter[] = "\\tn";

static void add_word(struct strbuf *out, const char *word)
{
	for (; *word; word++) {
		const char *found = strchr(special, *word);

		if (found)
			strbuf_addch(out, '\\');
		strbuf_addch(out, found ? letter[found - special] : *word);
	}
}

void record_write(struct strbuf *out, const char *first, ...)
{
	va_list ap;

	va_start(ap, first);
	for (const char *w = first; w; w = va_arg(ap, const char *)) {
		if (w != first)
			strbuf_addch(out, '\t');
		add_word(out, w);
	}
	va_end(ap);
	strbuf_addch(out, '\n');
}

/* One word, clean, with a NUL behind it. */
static void read_word(struct strbuf *out, const char *s, size_t len)
{
	struct strbuf raw = STRBUF_INIT;

	for (size_t i = 0; i < len; i++) {
		const char *found = NULL;

		if (s[i] == '\\' && i + 1 < len)
			found = strchr(letter, s[++i]);
		strbuf_addch(&raw, found ? special[found - letter] : s[i]);
	}
	utf8_clean(raw.s, raw.len, out, NULL);
	strbuf_addch(out, '\0');
	strbuf_release(&raw);
}

bool record_read(struct record *r, const char **s)
{
	size_t start[RECORD_WORDS], count = 0;
	const char *at = *s, *end = at + strcspn(at, "\n");

	if (!*at)
		return false;
	strbuf_clear(&r->text);
	while (at <= end && count < RECORD_WORDS) {
		size_t len = strcspn(at, "\t\n");

		start[count++] = r->text.len;
		read_word(&r->text, at, len);
		at += len + 1;
	}
	for (size_t i = 0; i < RECORD_WORDS; i++)
		r->word[i] = i < count ? r->text.s + start[i] : "";
	*s = *end ? end + 1 : end;
	return true;
}

void record_release(struct record *r)
{
	strbuf_release(&r->text);
}
