#include "format/table_read.h"

#include <string.h>

#include "base/utf8.h"

static bool is_digit(unsigned c)
{
	static const char numerals[] = "一二三四五六七八九十";
	struct strbuf one = STRBUF_INIT;
	bool found;

	if (c < 0x80)
		return c >= '0' && c <= '9';
	utf8_encode(c, &one);
	found = strstr(numerals, one.s);
	strbuf_release(&one);
	return found;
}

/* Bytes of what may part the number from the title at s. */
static size_t parting(const char *s)
{
	static const char *const marks[] = {
		":", ".", ")", "-", "：", "．", "、", "）", "–", "—", NULL
	};

	for (int i = 0; marks[i]; i++)
		if (!strncmp(s, marks[i], strlen(marks[i])))
			return strlen(marks[i]);
	return 0;
}

bool is_stage_word(const char *text)
{
	return fields_named(STAGE, text) & UINT32_C(1) << STAGE_TITLE;
}

/* Whether all that is left of the beginning without its digits is a word for
 * stage, or nothing. */
static bool names_stage(struct strbuf *word)
{
	static const char first[] = "第";

	strbuf_trim(word);
	if (!strncmp(word->s, first, strlen(first)))
		strbuf_splice(word, 0, strlen(first), "", 0);
	return !word->len || is_stage_word(word->s);
}

/* A bare number is parted from the title by a dot and a blank. */
static bool parts(const char *mark, size_t len, bool bare)
{
	return !bare || (*mark != '-' && mark[len] == ' ');
}

const char *stage_without_number(const char *title)
{
	struct strbuf word = STRBUF_INIT;
	const char *rest = title, *s = title;
	bool digits = false;
	size_t len;

	while (*s && !parting(s)) {
		unsigned c = utf8_decode(s, &len);

		if (is_digit(c))
			digits = true;
		else
			strbuf_add(&word, s, len);
		s += len;
	}
	len = parting(s);
	if (digits && len && names_stage(&word) && parts(s, len, !word.len)) {
		rest = s + len;
		rest += strspn(rest, " ");
	}
	strbuf_release(&word);
	return *rest ? rest : title;
}
