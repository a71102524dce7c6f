#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "format/format.h"
#include "readings.h"
#include "tmp.h"

/*
 * Maps of other people, tested where they lie: in $CJM_CORPUS, or in
 * ../shared/corpus beside the sources.  tests/golden/corpus.tsv tells what
 * becomes of each; to make it anew after a change that was meant, look at
 * what this prints:
 *
 *	CJM_CORPUS_WRITE=../main/tests/golden/corpus.tsv tests/test_corpus
 */
static void corpus_path(const char *name, struct strbuf *out)
{
	const char *corpus = getenv("CJM_CORPUS"), *top = getenv("srcdir");

	strbuf_clear(out);
	if (corpus)
		strbuf_addf(out, "%s/%s", corpus, name);
	else
		strbuf_addf(out, "%s/../shared/corpus/%s", top ? top : ".",
			    name);
}

static const struct format *choose(const struct source *in)
{
	const struct format *f = format_by_ending(in->name);

	return f && f->read ? f : format_by_content(in);
}

static void add_outcome(const struct source *in, struct strbuf *out)
{
	const struct format *f = choose(in);
	struct reading r;

	if (!f) {
		strbuf_addstr(out, "not known");
		return;
	}
	r = readings_source(f->read, in);
	if (*r.err.msg)
		strbuf_addf(out, "%s: refused: %s", f->name, r.err.msg);
	else
		strbuf_addf(out, "%s: %zu maps, %zu stages, %zu touchpoints, "
			    "%zu lanes, %zu remarks", f->name,
			    project_maps(r.p)->count,
			    project_count(r.p, STAGE),
			    project_count(r.p, TOUCHPOINT),
			    project_count(r.p, LANE), r.report.count);
	readings_release(&r);
}

/* "mermaid/04-a.mmd<tab>mermaid: 1 maps, ..." */
static void add_file(const char *name, struct strbuf *out)
{
	struct strbuf path = STRBUF_INIT;
	struct source in = { .name = name };
	struct err err = { "" };
	char *text;

	corpus_path(name, &path);
	text = tmp_read(path.s, &in.len);
	in.text = text;
	strbuf_addf(out, "%s\t", name);
	if (source_check(&in, &err))
		add_outcome(&in, out);
	else
		strbuf_addf(out, "refused: %s", err.msg);
	strbuf_addch(out, '\n');
	free(text);
	strbuf_release(&path);
}

/* Every file that the corpus' own list names, in its order. */
static void add_files(const char *list, struct strbuf *out)
{
	char *text = tmp_read(list, NULL), *line = strchr(text, '\n');
	char name[256];

	while (line && sscanf(line + 1, "%255[^\t\n]", name) == 1) {
		add_file(name, out);
		line = strchr(line + 1, '\n');
	}
	free(text);
}

static void compare(const char *got)
{
	const char *write = getenv("CJM_CORPUS_WRITE");
	char *golden;

	if (write) {
		tmp_write(write, got, strlen(got));
		return;
	}
	golden = sample_golden("corpus.tsv");
	assert_string_equal(got, golden);
	free(golden);
}

static void every_file_is_imported_or_refused_as_ever(void **state)
{
	struct strbuf list = STRBUF_INIT, out = STRBUF_INIT;

	(void)state;
	corpus_path("SOURCES.tsv", &list);
	if (access(list.s, R_OK)) {
		print_message("# no corpus at %s: skipped\n", list.s);
		strbuf_release(&list);
		skip();
	}
	add_files(list.s, &out);
	compare(out.s);
	strbuf_release(&list);
	strbuf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_file_is_imported_or_refused_as_ever),
	};

	i18n_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
