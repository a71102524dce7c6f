#include "cli/writing.h"

#include "base/i18n.h"

const char *writing_language(const struct project *p, int64_t map)
{
	const struct row *self = project_self(p);
	const struct row *r = project_row(p, MAP, map);

	if (r && *row_text(r, MAP_LANGUAGE))
		return row_text(r, MAP_LANGUAGE);
	return self ? row_text(self, PROJECT_LANGUAGE) : "";
}

bool writing_do(const struct call *c, const struct store *s,
		const struct format *f, int64_t map, int width, FILE *out,
		struct err *err)
{
	const struct project *p = store_project(s);
	struct write_options o = { map, width, call_has(c, OPTION_ASCII) };
	bool ok;

	i18n_push(writing_language(p, map));
	ok = f->write(p, &o, out, err);
	i18n_pop();
	return ok;
}
