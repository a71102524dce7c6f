#include "format/format.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

size_t source_mark(const struct source *in)
{
	return strncmp(in->text, "\xEF\xBB\xBF", 3) ? 0 : 3;
}

static bool is_utf16(const struct source *in)
{
	return in->len > 1 && (!memcmp(in->text, "\xFF\xFE", 2) ||
			       !memcmp(in->text, "\xFE\xFF", 2));
}

/* The first byte that no text in UTF-8 has there, or NULL. */
static const char *broken(const struct source *in)
{
	const char *s = in->text, *end = s + in->len;
	size_t len;

	if (utf8_valid(s, in->len) && strlen(s) == in->len)
		return NULL;
	for (; s < end && *s; s += len)
		if (utf8_decode(s, &len) == 0xFFFD && len == 1)
			break;
	return s;
}

static bool complain(const struct source *in, const char *at, struct err *err)
{
	long line = 1, column = 1;

	for (const char *s = in->text; s < at; s++) {
		if (*s == '\n') {
			line++;
			column = 0;
		}
		column += ((unsigned char)*s & 0xC0) != 0x80;
	}
	if (!*at)
		err_set(err, _("a text holds no NUL character; this is no "
			       "text, or UTF-16; save it as UTF-8"));
	else
		err_set(err, _("this is not UTF-8 text; it may be Latin-1 or "
			       "another old encoding; save it as UTF-8 (in "
			       "Excel: \"CSV UTF-8\")"));
	return err_at(err, in->name, line, column);
}

bool source_check(const struct source *in, struct err *err)
{
	static const char database[] = "SQLite format 3";
	const char *at;

	if (!strncmp(in->text, database, strlen(database)))
		return err_set(err, _("%s is a database, not a text; if it is "
				      "a map's file, `cjm export` makes a text "
				      "of it"), in->name);
	if (is_utf16(in))
		return err_set(err, _("%s is UTF-16; save it as UTF-8 (in "
				      "Excel: \"CSV UTF-8\")"), in->name);
	at = broken(in);
	if (at)
		return complain(in, at, err);
	if (!in->text[source_mark(in) +
		      strspn(in->text + source_mark(in), " \t\r\n")])
		return err_set(err, _("%s is empty"), in->name);
	return true;
}

void source_title(const struct source *in, struct strbuf *out)
{
	const char *slash = strrchr(in->name, '/');
	const char *name = slash ? slash + 1 : in->name;
	const char *dot = strrchr(name, '.');

	if (dot && dot > name)
		utf8_clean(name, (size_t)(dot - name), out, NULL);
	else
		strbuf_addstr(out, _("Customer journey"));
}
