#include "cli/writing.h"

#include "base/i18n.h"
#include "cli/entry.h"
#include "model/redact.h"

const char *writing_language(const struct project *p, int64_t map)
{
	const struct row *self = project_self(p);
	const struct row *r = project_row(p, MAP, map);

	if (r && *row_text(r, MAP_LANGUAGE))
		return row_text(r, MAP_LANGUAGE);
	return self ? row_text(self, PROJECT_LANGUAGE) : "";
}

bool writing_do(const struct call *c, const struct document *d,
		const struct format *f, int64_t map, int width, FILE *out,
		struct err *err)
{
	const struct project *p = d->project;
	struct write_options o = {
		.map = map, .width = width, .ascii = call_has(c, OPTION_ASCII),
		.lanes = call_value(c, OPTION_LANES),
		.preset = call_value(c, OPTION_PRESET),
		.history = call_has(c, OPTION_HISTORY) ? entries_print : NULL,
		.history_arg = d->store,
	};
	const char *hide = call_value(c, OPTION_REDACT);
	struct project *redacted = NULL;
	unsigned bits;
	bool ok;

	if (hide && !redact_read(hide, &bits, err))
		return false;
	if (hide)
		redacted = redact_project(p, bits);
	i18n_push(writing_language(p, map));
	ok = f->write(redacted ? redacted : p, &o, out, err);
	i18n_pop();
	project_free(redacted);
	return ok;
}
