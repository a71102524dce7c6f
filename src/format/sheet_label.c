#include "format/sheet_parts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

static int shown_field(enum entity e, const char *label)
{
	int field = field_named(e, label);

	return field >= 0 && field_of(e, field)->label ? field : -1;
}

int sheet_field(enum entity e, const char *label)
{
	int field = shown_field(e, label);

	if (field >= 0 || !strcmp(i18n_language(), "vi"))
		return field;
	i18n_push("vi");
	field = shown_field(e, label);
	i18n_pop();
	return field;
}

const char *sheet_key(const char *label)
{
	int field = sheet_field(TOUCHPOINT, label);

	if (field >= 0)
		return shown_field(TOUCHPOINT, label) >= 0 ? label :
		       field_of(TOUCHPOINT, field)->key;
	field = sheet_field(STAGE, label);
	return field > STAGE_TITLE ? field_of(STAGE, field)->key : label;
}

bool sheet_is_fact(const char *label)
{
	return sheet_field(MAP, label) >= 0;
}

bool sheet_is_stage(const char *label)
{
	return field_named(STAGE, label) == STAGE_TITLE &&
	       shown_field(TOUCHPOINT, label) < 0;
}

/* Bytes of "2.1 ", "3) ", "4. " at the beginning. */
static size_t number_length(const char *s)
{
	size_t len = strspn(s, "0123456789"), parts = len > 0;

	while (len && s[len] == '.' && isdigit((unsigned char)s[len + 1])) {
		len += 1 + strspn(s + len + 1, "0123456789");
		parts++;
	}
	if (!len || (!strchr(".):", s[len]) && parts < 2))
		return 0;
	len += strspn(s + len, ".):");
	return s[len] == ' ' ? len + strspn(s + len, " ") : 0;
}

/* Bytes of "Stage 1: ", in any language. */
static size_t named_number_length(const char *s)
{
	static const char *const signs[] = { ":", "—", "–", "-", ".", "：" };
	size_t word = strcspn(s, "0123456789:"), len;
	char *name = xstrndup(s, word);
	bool is_stage = word && word < 60 && s[word] != ':' &&
			sheet_is_stage(name);

	free(name);
	len = word + strspn(s + word, "0123456789");
	if (!is_stage || len == word)
		return 0;
	len += strspn(s + len, " ");
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		size_t sign = strlen(signs[i]);

		if (!strncmp(s + len, signs[i], sign))
			return len + sign + strspn(s + len + sign, " ");
	}
	return 0;
}

size_t sheet_number(const char *title)
{
	size_t len = number_length(title);

	if (!len)
		len = named_number_length(title);
	return title[len] ? len : 0;
}

bool sheet_is_numbered(const char *title)
{
	return sheet_number(title);
}
