#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* vsnprintf cuts between bytes; take an unfinished character off the end. */
static void end_at_character(char *s)
{
	size_t len = strlen(s), back = 0;

	while (back < 3 && back < len &&
	       ((unsigned char)s[len - 1 - back] & 0xC0) == 0x80)
		back++;
	if (len > back) {
		unsigned char lead = (unsigned char)s[len - 1 - back];
		size_t want = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 :
			      lead >= 0xC0 ? 1 : 0;

		if (want > back)
			s[len - 1 - back] = '\0';
	}
}

bool err_set(struct err *err, const char *fmt, ...)
{
	char text[sizeof err->msg];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	end_at_character(text);
	memcpy(err->msg, text, sizeof text);
	return false;
}

bool err_prefix(struct err *err, const char *fmt, ...)
{
	char where[sizeof err->msg];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(where, sizeof where, fmt, ap);
	va_end(ap);
	return err_set(err, "%.*s: %s", UTF8_CUT(400, where), err->msg);
}

bool err_at(struct err *err, const char *name, long line, long column)
{
	if (line && column)
		return err_prefix(err, "%.*s:%ld:%ld", UTF8_CUT(300, name),
				  line, column);
	if (line)
		return err_prefix(err, "%.*s:%ld", UTF8_CUT(300, name), line);
	return err_prefix(err, "%s", name);
}
