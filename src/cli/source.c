#include "cli/source.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/output.h"
#include "cli/textfile.h"

const char *source_name(const char *path)
{
	return strcmp(path, "-") ? path : _("standard input");
}

void source_formats(bool read, struct strbuf *out)
{
	for (const struct format *f = formats; f->name; f++)
		if (read ? f->read != NULL : f->write != NULL)
			strbuf_addf(out, "%s%s", out->len ? ", " : "",
				    f->name);
}

static const struct format *tell_format(const char *path,
					const struct source *in)
{
	const struct format *f = format_by_ending(path);

	return f && f->read ? f : format_by_content(in);
}

static bool unknown_format(const struct source *in, struct err *err)
{
	struct strbuf list = STRBUF_INIT;

	source_formats(true, &list);
	err_set(err, _("%s: what is in it is not clear; name its format by "
		       "--from: %s"), in->name, list.s);
	strbuf_release(&list);
	return false;
}

static void say_remarks(const struct report *report, const char *name)
{
	for (size_t i = 0; i < report->count; i++) {
		const struct remark *r = &report->remarks[i];
		struct err remark;

		err_set(&remark, "%s", r->text);
		err_at(&remark, name, r->line, 0);
		say("%s", remark.msg);
	}
}

bool source_read(const char *path, struct reading *r, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	struct report report = REPORT_INIT;
	const char *name = source_name(path);
	bool ok = textfile_read(path, name, &text, err);

	if (ok) {
		struct source in = { .name = name, .text = text.s,
				     .len = text.len, .columns = r->columns,
				     .guess_emotion = r->guess_emotion };

		if (!r->format)
			r->format = tell_format(path, &in);
		ok = r->format ? r->format->read(&in, r->into, &report, err) :
				 unknown_format(&in, err);
	}
	r->origin = report.origin;
	say_remarks(&report, name);
	report_release(&report);
	strbuf_release(&text);
	return ok;
}
