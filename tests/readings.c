#include "readings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"

struct reading readings_source(readings_reader *read, const struct source *in)
{
	struct reading r = { project_new(), REPORT_INIT, { "" } };

	if (!read(in, r.p, &r.report, &r.err))
		assert_string_not_equal(r.err.msg, "");
	return r;
}

struct reading readings_read(readings_reader *read, const char *text)
{
	struct source in = sample_source(text);

	return readings_source(read, &in);
}

void readings_release(struct reading *r)
{
	project_free(r->p);
	report_release(&r->report);
}

char *readings_print(sample_writer *write, const struct project *p,
		     const struct write_options *o)
{
	struct err err = { "" };
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!write(p, o, out, &err))
		fail_msg("%s", err.msg);
	fclose(out);
	return text;
}

struct search {
	const char *title;
	const struct row *found;
};

static void look(const struct row *r, void *arg)
{
	struct search *s = arg;

	if (strcmp(row_title(r), s->title) != 0)
		return;
	assert_null(s->found);
	s->found = r;
}

const struct row *readings_touchpoint(const struct reading *r,
				      const char *title)
{
	struct search s = { title, NULL };

	project_each(r->p, TOUCHPOINT, look, &s);
	if (!s.found)
		fail_msg("there is no touchpoint \"%s\"", title);
	return s.found;
}

static void add_titles(const struct reading *r, int64_t map, int64_t stage,
		       const char *name, struct strbuf *out)
{
	const struct list *l = project_touchpoints(r->p, map, stage);

	if (!stage && !l->count)
		return;
	strbuf_addf(out, "%s%s: ", out->len ? " | " : "", name);
	for (size_t i = 0; i < l->count; i++)
		strbuf_addf(out, "%s%s", i ? ", " : "", row_title(l->rows[i]));
	strbuf_trim(out);
}

void assert_titles(const struct reading *r, const char *wanted)
{
	const struct row *map = list_at(project_maps(r->p), 0);
	const struct list *stages;
	struct strbuf out = STRBUF_INIT;

	assert_string_equal(r->err.msg, "");
	assert_non_null(map);
	stages = project_stages(r->p, map->id);
	for (size_t i = 0; i < stages->count; i++)
		add_titles(r, map->id, stages->rows[i]->id,
			   row_title(stages->rows[i]), &out);
	add_titles(r, map->id, 0, "-", &out);
	assert_string_equal(out.s, wanted);
	strbuf_release(&out);
}

void assert_remark(const struct reading *r, long line, const char *part)
{
	for (size_t i = 0; i < r->report.count; i++)
		if (r->report.remarks[i].line == line &&
		    strstr(r->report.remarks[i].text, part))
			return;
	for (size_t i = 0; i < r->report.count; i++)
		print_message("# %ld: %s\n", r->report.remarks[i].line,
			      r->report.remarks[i].text);
	fail_msg("no remark on line %ld holds \"%s\"", line, part);
}
