#include "cli/writing.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/utf8.h"
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

bool writing_filter(const struct call *c, const struct project *p,
		    int64_t map, struct filter *filter, struct err *err)
{
	char *line = call_text(c, OPTION_FILTER);
	bool ok = !line || query_read(&filter->query, line, err);

	if (ok && filter->query.count)
		filter_make(filter, p, map);
	free(line);
	return ok;
}

void writing_filter_words(const struct filter *filter, FILE *out)
{
	struct strbuf words = STRBUF_INIT, shown = STRBUF_INIT;

	if (!filter->query.count)
		return;
	query_explain(&filter->query, &words);
	utf8_visible(words.s, words.len, &shown);
	fprintf(out, _("[only %s]"), shown.s);
	fputs("\n\n", out);
	strbuf_release(&words);
	strbuf_release(&shown);
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
		.excel = call_has(c, OPTION_EXCEL),
		.raw = call_has(c, OPTION_RAW),
	};
	const char *hide = call_value(c, OPTION_REDACT);
	struct filter filter = FILTER_INIT;
	struct project *redacted = NULL;
	unsigned bits;
	bool ok;

	if (hide && !redact_read(hide, &bits, err))
		return false;
	if (hide)
		redacted = redact_project(p, bits);
	if (!writing_filter(c, p, map, &filter, err)) {
		filter_release(&filter);
		return false;
	}
	if (filter.query.count)
		o.filter = &filter;
	i18n_push(writing_language(p, map));
	writing_filter_words(&filter, out);
	ok = f->write(redacted ? redacted : p, &o, out, err);
	i18n_pop();
	project_free(redacted);
	filter_release(&filter);
	return ok;
}
