#include "model/field.h"

#include <ctype.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/rank.h"
#include "base/strbuf.h"
#include "base/utf8.h"

enum { SHOWN = 60 };            /* bytes of a text in a message */

static const char *const emotion_texts[] = { "-2", "-1", "0", "1", "2" };
static const char *const emotion_signs[] = { "-2", "-1", "0", "+1", "+2" };
static const char *const emotion_labels[] = {
	N_("very bad"), N_("bad"), N_("neutral"), N_("good"), N_("very good")
};

int emotion_value(const char *text)
{
	for (int i = 0; i < 5; i++)
		if (!strcmp(text, emotion_texts[i]))
			return i - 2;
	return EMOTION_UNKNOWN;
}

static bool known(int value)
{
	return value >= -2 && value <= 2;
}

const char *emotion_text(int value)
{
	return known(value) ? emotion_texts[value + 2] : "";
}

const char *emotion_shown(int value)
{
	return known(value) ? emotion_signs[value + 2] : "?";
}

const char *emotion_label(int value)
{
	return known(value) ? _(emotion_labels[value + 2]) : _("unknown");
}

static const char *name_of(const struct field *f)
{
	return f->label ? _(f->label) : f->key;
}

static bool digits(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!isdigit((unsigned char)s[i]))
			return false;
	return len > 0;
}

static int two(const char *s)
{
	return (s[0] - '0') * 10 + (s[1] - '0');
}

bool field_is_day(const char *s)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31,
				    30, 31 };
	int year, month, day;

	if (strlen(s) != 10 || s[4] != '-' || s[7] != '-' || !digits(s, 4) ||
	    !digits(s + 5, 2) || !digits(s + 8, 2))
		return false;
	year = two(s) * 100 + two(s + 2);
	month = two(s + 5);
	day = two(s + 8);
	if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return false;
	return month != 2 || day < 29 ||
	       (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

/* Each number in one spelling only: what the file holds is a number. */
static bool is_integer(const char *s)
{
	size_t len;

	if (!strcmp(s, "0"))
		return true;
	if (*s == '-')
		s++;
	len = strlen(s);
	return len <= 15 && digits(s, len) && *s != '0';
}

static bool is_number(const char *s)
{
	size_t whole, len;

	if (*s == '-')
		s++;
	whole = strcspn(s, ".");
	len = strlen(s);
	return len <= 40 && digits(s, whole) &&
	       (s[whole] == '\0' || digits(s + whole + 1, len - whole - 1));
}

static bool check_choice(const struct field *f, const char *text,
			 struct err *err)
{
	struct strbuf keys = STRBUF_INIT;

	for (const struct choice *c = f->choices; c->key; c++) {
		if (!strcmp(c->key, text)) {
			strbuf_release(&keys);
			return true;
		}
		strbuf_addf(&keys, "%s%s", keys.len ? ", " : "", c->key);
	}
	err_set(err, _("%s cannot be \"%.*s\": it is one of %s"),
		name_of(f), UTF8_CUT(SHOWN, text), keys.s);
	strbuf_release(&keys);
	return false;
}

static bool check_form(const struct field *f, const char *text,
		       struct err *err)
{
	switch (f->type) {
	case FIELD_CHOICE:
		return check_choice(f, text, err);
	case FIELD_EMOTION:
		return known(emotion_value(text)) ||
		       err_set(err, _("%s cannot be \"%.*s\": it is a whole "
				      "number from -2 to 2"),
			       name_of(f), UTF8_CUT(SHOWN, text));
	case FIELD_INTEGER:
		return is_integer(text) ||
		       err_set(err, _("%s cannot be \"%.*s\": it is a whole "
				      "number"), name_of(f),
			       UTF8_CUT(SHOWN, text));
	case FIELD_NUMBER:
		return is_number(text) ||
		       err_set(err, _("%s cannot be \"%.*s\": it is a number "
				      "such as 12 or 3.5"), name_of(f),
			       UTF8_CUT(SHOWN, text));
	case FIELD_DAY:
		return field_is_day(text) ||
		       err_set(err, _("%s cannot be \"%.*s\": it is a day "
				      "such as 2026-12-31"), name_of(f),
			       UTF8_CUT(SHOWN, text));
	case FIELD_RANK:
		return rank_valid(text) ||
		       err_set(err, _("\"%.*s\" is not a rank"),
			       UTF8_CUT(SHOWN, text));
	case FIELD_REF:
	case FIELD_LINK:
		return id_parse(text) ||
		       err_set(err, _("\"%.*s\" is not an id"),
			       UTF8_CUT(SHOWN, text));
	case FIELD_LINE:
	case FIELD_WORDS:
		return !strchr(text, '\n') ||
		       err_set(err, _("%s must be on one line"), name_of(f));
	case FIELD_TEXT:
		break;
	}
	return true;
}

bool field_check(enum entity e, int field, const char *text, struct err *err)
{
	const struct field *f = field_of(e, field);
	size_t longest = f->longest ? f->longest : FIELD_LONGEST;

	if (!*text)
		return !f->required ||
		       err_set(err, _("%s must not be empty"), name_of(f));
	if (strlen(text) > longest)
		return err_set(err, _("%s is too long: %zu bytes, and %zu "
				      "is the most"),
			       name_of(f), strlen(text), longest);
	return check_form(f, text, err);
}
