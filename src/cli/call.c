#include "cli/call.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"

const char *call_value(const struct call *c, enum option_name name)
{
	return c->words.value[name];
}

bool call_has(const struct call *c, enum option_name name)
{
	return c->words.value[name] != NULL;
}

static char *clean_line(const char *value)
{
	struct strbuf text = STRBUF_INIT;

	utf8_clean_line(value, &text);
	return strbuf_detach(&text);
}

char *call_text(const struct call *c, enum option_name name)
{
	const char *value = call_value(c, name);

	return value ? clean_line(value) : NULL;
}

char *call_word(const struct call *c, int n)
{
	return clean_line(c->word[n]);
}

bool call_number(const struct call *c, enum option_name name, long least,
		 long most, long fallback, long *number, struct err *err)
{
	const char *value = call_value(c, name);
	char *end;

	*number = fallback;
	if (!value)
		return true;
	errno = 0;
	*number = strtol(value, &end, 10);
	if (!errno && end != value && !*end && *number >= least &&
	    *number <= most)
		return true;
	return err_set(err, _("--%s takes a number from %ld to %ld, not "
			      "\"%s\""), options[name].name, least, most,
		       value);
}

bool language_check(const char *language, struct err *err)
{
	return !strcmp(language, "en") || !strcmp(language, "vi") ||
	       err_set(err, _("--lang takes en or vi, not \"%s\""), language);
}

enum status wrong_usage(struct err *err, const char *fmt, ...)
{
	char text[sizeof err->msg];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	err_set(err, "%s", text);
	return WRONG_USAGE;
}
