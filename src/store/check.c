#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "store/inner.h"

bool check_value(enum entity e, int field, const char *text, struct err *err)
{
	if (!utf8_valid(text, strlen(text)))
		return err_set(err, _("its text is not UTF-8"));
	return field_check(e, field, text, err);
}

static bool check_fields(const struct row *r, struct err *err)
{
	enum entity e = (enum entity)r->entity;
	const char *text;

	if (r->id < 1 || r->id > ID_LAST)
		return err_set(err, _("its number is none that cjm gives"));
	for (int i = 0; i < r->count; i++) {
		int field = row_field(r, i, &text);

		if (!check_value(e, field, text, err))
			return false;
	}
	for (int i = 0; i < entities[e].count; i++)
		if (entities[e].fields[i].required &&
		    !field_check(e, i, row_text(r, i), err))
			return false;
	return true;
}

bool check_row(const struct row *r, struct err *err)
{
	struct err why = { "" };

	return check_fields(r, &why) ||
	       err_set(err, _("the file is damaged at %s %lld: %s"),
		       _(entities[r->entity].label), (long long)r->id,
		       why.msg);
}
