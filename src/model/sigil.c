#include "model/sigil.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "model/field.h"

#define BLANKS " \t\r\n"
#define BEFORE_LETTERS_ONLY "+=#"

static const struct {
	const char *word;
	int emotion;
} emotions[] = {
	{ ":-2", -2 }, { ":((", -2 }, { ":'(", -2 },
	{ ":-1", -1 }, { ":(", -1 },  { ":-(", -1 },
	{ ":0", 0 },   { ":|", 0 },
	{ ":1", 1 },   { ":+1", 1 },  { ":)", 1 },   { ":-)", 1 },
	{ ":2", 2 },   { ":+2", 2 },  { ":))", 2 },  { ":D", 2 },
	{ "=))", 2 },
};

static const struct {
	const char *open, *close;
} quote_marks[] = {
	{ "\"", "\"" }, { "“", "”" },
};

size_t sigil_blanks(const char *s)
{
	return strspn(s, BLANKS);
}

size_t sigil_word(const char *s)
{
	return strcspn(s, BLANKS);
}

static bool starts(const char *s, const char *with)
{
	return !strncmp(s, with, strlen(with));
}

static int field_with(char sigil)
{
	const struct entity_info *info = &entities[TOUCHPOINT];

	if (sigil == '?')
		sigil = '~';
	for (int i = 0; sigil && i < info->count; i++)
		if (info->fields[i].sigil == sigil)
			return i;
	return -1;
}

size_t sigil_special(const char *s)
{
	for (size_t i = 0; i < ARRAY_LEN(quote_marks); i++) {
		if (starts(s, quote_marks[i].open))
			return strlen(quote_marks[i].open);
		if (starts(s, quote_marks[i].close))
			return strlen(quote_marks[i].close);
	}
	return *s && (field_with(*s) >= 0 || strchr("\\>.", *s));
}

int sigil_emotion(const char *s)
{
	size_t len = sigil_word(s);

	for (size_t i = 0; i < ARRAY_LEN(emotions); i++)
		if (strlen(emotions[i].word) == len &&
		    starts(s, emotions[i].word))
			return emotions[i].emotion;
	return EMOTION_UNKNOWN;
}

static bool is_escape(const char *s)
{
	return *s == '\\' && sigil_special(s + 1);
}

/* "!!!" and "?!" are how people write, not a pain called "!!". */
static bool only_marks(const char *s)
{
	size_t end = sigil_word(s), i, len;

	for (i = 0; i < end; i += len) {
		len = sigil_special(s + i);
		if (!len || s[i] == '>' || is_escape(s + i))
			return false;
	}
	return true;
}

bool sigil_takes(char sigil, const char *value)
{
	if (strchr(BEFORE_LETTERS_ONLY, sigil))
		return utf8_is_letter(utf8_decode(value, NULL));
	return !only_marks(value);
}

int sigil_at(const char *s)
{
	int field = field_with(*s);

	if (sigil_emotion(s) != EMOTION_UNKNOWN)
		return TOUCHPOINT_EMOTION;
	if (field == TOUCHPOINT_EMOTION || field == TOUCHPOINT_QUOTE)
		return -1;
	return field >= 0 && sigil_takes(*s, s + 1) ? field : -1;
}

static const char *closing(const char *s, const char *open, const char *close)
{
	for (; *s; s += is_escape(s) ? 2 : 1) {
		if (starts(s, close))
			return s;
		if (starts(s, open))
			return NULL;
	}
	return NULL;
}

/* Which quote marks open at s, a word's start, or -1. */
static int opening(const char *s)
{
	for (size_t i = 0; i < ARRAY_LEN(quote_marks); i++)
		if (starts(s, quote_marks[i].open) &&
		    sigil_word(s + strlen(quote_marks[i].open)))
			return (int)i;
	return -1;
}

size_t sigil_quote_mark(const char *s)
{
	int i = opening(s);

	return i < 0 ? 0 : strlen(quote_marks[i].open);
}

size_t sigil_quotation(const char *s)
{
	int i = opening(s);
	const char *text, *close;

	if (i < 0)
		return 0;
	text = s + strlen(quote_marks[i].open);
	close = closing(text, quote_marks[i].open, quote_marks[i].close);
	if (!close || close == text)
		return 0;
	return (size_t)(close - s) + strlen(quote_marks[i].close);
}

size_t sigil_quotations(const char *s, bool *quote)
{
	size_t end = 0, next = 0, len;

	while ((len = sigil_quotation(s + next))) {
		end = next + len;
		next = end + sigil_blanks(s + end);
		if (next == end)
			break;
	}
	*quote = !s[next] || (next > end && sigil_at(s + next) >= 0);
	return end;
}

bool sigil_parts(const char *start, const char *s)
{
	return *s == '>' && s > start && !strchr("-=>", s[-1]);
}

static size_t digits(const char *s, int *number)
{
	size_t len = strspn(s, "0123456789");

	*number = len < 7 ? atoi(s) : 0;
	return len < 7 ? len : 0;
}

size_t sigil_card(const char *s, int *stage, int *card)
{
	size_t a = digits(s, stage), b;

	if (!a || s[a] != '.')
		return 0;
	b = digits(s + a + 1, card);
	return *card > 0 && a + 1 + b == sigil_word(s) ? a + 1 + b : 0;
}
