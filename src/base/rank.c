#include "base/rank.h"

#include <string.h>

static const char digits[] =
	"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

enum {
	BASE = 62,
	LETTERS = 26,
	WHOLE_LONGEST = LETTERS + 1     /* a letter and its digits */
};

static int value(char c)
{
	const char *at = memchr(digits, c, BASE);

	return at ? (int)(at - digits) : -1;
}

/* The integer part begins with a letter that tells how long it is: `a` is
 * followed by 1 digit, `b` by 2, up to `z`; below these `Z` is followed by
 * 1 digit, `Y` by 2, down to `A`.  So longer ones lie further out. */
static size_t whole_len(char letter)
{
	if (letter >= 'a' && letter <= 'z')
		return 2 + (size_t)(letter - 'a');
	if (letter >= 'A' && letter <= 'Z')
		return 2 + (size_t)('Z' - letter);
	return 0;
}

/* Nothing can stand before it, so it is no rank by itself. */
static bool is_least(const char *s)
{
	return s[0] == 'A' && strspn(s + 1, "0") == LETTERS &&
	       !s[WHOLE_LONGEST];
}

bool rank_valid(const char *s)
{
	size_t len = strnlen(s, RANK_LONGEST + 1), whole = whole_len(s[0]);

	if (len > RANK_LONGEST || !whole || len < whole)
		return false;
	if (strspn(s, digits) != len || is_least(s))
		return false;
	return len == whole || s[len - 1] != '0';
}

/* Make the integer part another letter's: its lowest when counting up, its
 * highest when counting down.  False past the last letter. */
static bool change_letter(char *s, int step)
{
	char letter = (char)(s[0] + step);
	size_t len;

	if (s[0] == 'Z' && step > 0)
		letter = 'a';
	else if (s[0] == 'a' && step < 0)
		letter = 'Z';
	len = whole_len(letter);
	if (!len)
		return false;
	memset(s, step > 0 ? '0' : 'z', len);
	s[0] = letter;
	s[len] = '\0';
	return true;
}

/* Count the integer part s up or down; s has room for the longest. */
static bool count(char *s, int step)
{
	char last = step > 0 ? 'z' : '0', first = step > 0 ? '0' : 'z';

	for (size_t i = strlen(s) - 1; i > 0; i--) {
		if (s[i] != last) {
			s[i] = digits[value(s[i]) + step];
			return true;
		}
		s[i] = first;
	}
	return change_letter(s, step);
}

/* Append a fraction after `a` and ahead of `b`, where a < b and an empty b
 * stands for 1.  Neither ends in 0, nor does the result. */
static void add_between(const char *a, const char *b, struct strbuf *out)
{
	bool open = !*b;

	for (;;) {
		int low = *a ? value(*a) : 0;
		int high = open ? BASE : value(*b);

		if (high - low > 1) {
			strbuf_addch(out, digits[(low + high) / 2]);
			return;
		}
		if (high > low && !open && b[1]) {
			strbuf_addch(out, *b);
			return;
		}
		strbuf_addch(out, digits[low]);
		open = open || high > low;
		a += *a != '\0';
		b += *b != '\0';
	}
}

/* The integer part of s, as a text of its own; its fraction. */
static const char *split(const char *s, char whole[WHOLE_LONGEST + 1])
{
	size_t len = whole_len(s[0]);

	memcpy(whole, s, len);
	whole[len] = '\0';
	return s + len;
}

static void add_after(const char *before, const char *after,
		      struct strbuf *out)
{
	char whole[WHOLE_LONGEST + 1], next[WHOLE_LONGEST + 1];
	const char *fraction = split(before, whole);

	split(before, next);
	if (count(next, 1) && (!*after || strcmp(next, after) < 0)) {
		strbuf_addstr(out, next);
		return;
	}
	strbuf_addstr(out, whole);
	if (!strncmp(whole, after, strlen(whole)))
		add_between(fraction, after + strlen(whole), out);
	else
		add_between(fraction, "", out);
}

static void add_ahead(const char *after, struct strbuf *out)
{
	char whole[WHOLE_LONGEST + 1];
	const char *fraction = split(after, whole);

	if (!*fraction)
		count(whole, -1);
	strbuf_addstr(out, whole);
	if (is_least(whole))
		add_between("", fraction, out);
}

bool rank_between(const char *before, const char *after, struct strbuf *out)
{
	size_t start = out->len;

	if ((*before && !rank_valid(before)) || (*after && !rank_valid(after)))
		return false;
	if (*before && *after && strcmp(before, after) >= 0)
		return false;
	if (*before)
		add_after(before, after, out);
	else if (*after)
		add_ahead(after, out);
	else
		strbuf_addstr(out, "a0");
	if (out->len - start <= RANK_LONGEST)
		return true;
	strbuf_truncate(out, start);
	return false;
}
