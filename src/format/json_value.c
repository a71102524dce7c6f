#include "format/json_value.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "format/json.h"

static const struct {
	enum json_error_code code;
	const char *sentence;           /* msgid */
} faults[] = {
	{ json_error_premature_end_of_input, N_("the text ends too early") },
	{ json_error_duplicate_key, N_("a key is there twice") },
	{ json_error_invalid_utf8, N_("this is not UTF-8") },
	{ json_error_numeric_overflow, N_("this number is too large") },
	{ json_error_stack_overflow, N_("this is nested too deeply") },
	{ json_error_null_byte_in_key, N_("a key holds a NUL character") },
};

static const char *fault(enum json_error_code code)
{
	for (size_t i = 0; i < ARRAY_LEN(faults); i++)
		if (faults[i].code == code)
			return _(faults[i].sentence);
	return _("this is not JSON");
}

json_t *json_parse(const struct source *in, struct err *err)
{
	size_t mark = source_mark(in);
	json_error_t e;
	json_t *top = json_loadb(in->text + mark, in->len - mark,
				 JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &e);

	if (!top) {
		err_set(err, "%s", fault(json_error_code(&e)));
		err_at(err, in->name, e.line, e.column);
	}
	return top;
}

static bool add_words(const json_t *list, struct strbuf *out)
{
	const json_t *word;
	size_t i;

	json_array_foreach(list, i, word) {
		if (!json_is_string(word))
			return false;
		strbuf_addstr(out, i ? "; " : "");
		strbuf_add(out, json_string_value(word),
			   json_string_length(word));
	}
	return true;
}

bool json_add_text(const json_t *value, struct strbuf *out)
{
	switch (json_typeof(value)) {
	case JSON_STRING:
		strbuf_add(out, json_string_value(value),
			   json_string_length(value));
		return true;
	case JSON_INTEGER:
		strbuf_addf(out, "%" JSON_INTEGER_FORMAT,
			    json_integer_value(value));
		return true;
	case JSON_REAL:
		strbuf_addf(out, "%.15g", json_real_value(value));
		return true;
	case JSON_ARRAY:
		return add_words(value, out);
	default:
		return json_is_null(value);
	}
}

bool json_looks(const struct source *in)
{
	const char *s = in->text + source_mark(in);

	s += strspn(s, " \t\r\n");
	return *s == '{' || *s == '[';
}
