#include "format/numbered.h"

#include <stdlib.h>
#include <string.h>

static size_t bullet(const char *s)
{
	static const char *const bullets[] = { "-", "*", "•", "·", "–" };

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		size_t len = strlen(bullets[i]);

		if (!strncmp(s, bullets[i], len) && s[len] == ' ')
			return len;
	}
	return 0;
}

static size_t number_and_dot(const char *s, long *number)
{
	size_t digits = strspn(s, "0123456789");

	if (!digits || digits > 4 || (s[digits] != '.' && s[digits] != ')') ||
	    s[digits + 1] != ' ')
		return 0;
	*number = strtol(s, NULL, 10);
	return digits + 1;
}

size_t numbered_mark(const char *text, long *number)
{
	long none;
	size_t len = bullet(text);

	if (!number)
		number = &none;
	*number = 0;
	if (!len)
		len = number_and_dot(text, number);
	return len ? len + strspn(text + len, " ") : 0;
}

long numbered_line(const char *s, long last, long most, size_t *len)
{
	long number;

	*len = numbered_mark(s, &number);
	return *len && number > last && number <= most ? number : 0;
}
