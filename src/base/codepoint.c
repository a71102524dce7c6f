#include "base/codepoint.h"

#include <utf8proc.h>
#include <wchar.h>

#include "base/alloc.h"
#include "base/utf8.h"

struct range {
	unsigned first, last;
};

static const struct range disguises[] = {
	{ 0x00AD, 0x00AD }, { 0x061C, 0x061C }, { 0x180E, 0x180E },
	{ 0x200B, 0x200B }, { 0x200E, 0x200F }, { 0x202A, 0x202E },
	{ 0x2060, 0x206F }, { 0xFDD0, 0xFDEF }, { 0xFEFF, 0xFEFF },
	{ 0xFFF9, 0xFFFB }, { 0xE0000, 0xE007F },
};

/* Arabic, the scripts of India and its neighbours, Mongolian. */
static const struct range joining[] = {
	{ 0x0600, 0x0DFF }, { 0x1000, 0x109F }, { 0x1780, 0x18AF },
	{ 0xA800, 0xA9DF }, { 0xAA60, 0xAAFF }, { 0xABC0, 0xABFF },
	{ 0xFB50, 0xFDFF }, { 0xFE70, 0xFEFC }, { 0x11000, 0x11FFF },
	{ 0x1E900, 0x1E95F },
};

static const struct range tails[] = {
	{ NO_JOINER, JOINER }, { KEYCAP, KEYCAP }, { 0xFE00, EMOJI_STYLE },
	{ 0x1F3FB, 0x1F3FF }, { 0xE0100, 0xE01EF },
};

static bool within(const struct range *ranges, size_t count, unsigned c)
{
	for (size_t i = 0; i < count; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

bool codepoint_is_latin(unsigned c)
{
	return c < 0x300 || (c >= 0x1E00 && c < 0x1F00);
}

/* Letters and signs of the scripts that most texts are in, without marks and
 * whatever composes. */
static const struct range settled[] = {
	{ 0x0020, 0x007E }, { 0x00A1, 0x00AC }, { 0x00AE, 0x02FF },
	{ 0x0400, 0x0482 }, { 0x048A, 0x052F }, { 0x1E00, 0x1EFF },
	{ 0x2010, 0x2027 }, { 0x2030, 0x205E }, { 0x3001, 0x3029 },
	{ 0x3041, 0x3096 }, { 0x30A0, 0x30FF }, { 0x4E00, 0x9FFF },
	{ 0xAC00, 0xD7A3 }, { 0xFF01, 0xFF5E },
};

bool codepoint_is_settled(unsigned c)
{
	return c < 0x7F ? c >= ' ' : within(settled, ARRAY_LEN(settled), c);
}

bool codepoint_is_control(unsigned c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool codepoint_is_disguise(unsigned c)
{
	return (c & 0xFFFE) == 0xFFFE ||        /* never characters */
	       within(disguises, ARRAY_LEN(disguises), c);
}

bool codepoint_is_emoji(unsigned c)
{
	return c > 0xA0 &&
	       utf8proc_get_property((utf8proc_int32_t)c)->boundclass ==
	       UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool codepoint_is_skin(unsigned c)
{
	return c >= 0x1F3FB && c <= 0x1F3FF;
}

bool codepoint_is_joiner(unsigned c)
{
	return c == JOINER || c == NO_JOINER;
}

bool codepoint_is_mark(unsigned c)
{
	utf8proc_category_t category;

	if (c < 0x300)
		return false;
	category = utf8proc_category((utf8proc_int32_t)c);
	return category >= UTF8PROC_CATEGORY_MN &&
	       category <= UTF8PROC_CATEGORY_ME;
}

bool codepoint_is_tail(unsigned c)
{
	return within(tails, ARRAY_LEN(tails), c);
}

bool codepoint_takes_joiner(unsigned c)
{
	return within(joining, ARRAY_LEN(joining), c) && utf8_is_letter(c);
}

bool utf8_is_letter(unsigned c)
{
	utf8proc_category_t category;

	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	category = utf8proc_category((utf8proc_int32_t)c);
	return category >= UTF8PROC_CATEGORY_LU &&
	       category <= UTF8PROC_CATEGORY_LO;
}

bool utf8_is_alnum(unsigned c)
{
	return utf8_is_letter(c) || utf8proc_category((utf8proc_int32_t)c) ==
				    UTF8PROC_CATEGORY_ND;
}

unsigned codepoint_decode(const char *s, size_t left, size_t *len)
{
	utf8proc_int32_t c = (unsigned char)*s;
	utf8proc_ssize_t n = 1;

	if (c >= 0x80)
		n = utf8proc_iterate((const utf8proc_uint8_t *)s,
				     left < 4 ? (utf8proc_ssize_t)left : 4, &c);
	if (n < 1) {
		n = 1;
		c = REPLACEMENT;
	}
	*len = (size_t)n;
	return (unsigned)c;
}

size_t codepoint_encode(unsigned c, char out[4])
{
	if (!utf8proc_codepoint_valid((utf8proc_int32_t)c))
		c = REPLACEMENT;
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)c,
					    (utf8proc_uint8_t *)out);
}

unsigned codepoint_shown(unsigned c)
{
	if (c == '\n' || c == '\t')
		return ' ';
	if (c < 0x20)
		return 0x2400 + c;
	if (c == 0x7F)
		return 0x2421;
	return codepoint_is_control(c) || codepoint_is_disguise(c) ||
	       wcwidth((wchar_t)c) < 0 ? REPLACEMENT : c;
}
