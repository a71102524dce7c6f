#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "format/mermaid.h"
#include "format/mermaid_text.h"
#include "sample.h"
#include "tmp.h"

/*
 * Maps of other people, which are not ours to pass on: they are tested where
 * they lie, in $CJM_CORPUS or in ../shared/corpus beside the sources.  What
 * Mermaid makes of each is told by its oracle.  fixtures/mermaid/ shows the
 * same traits in files of our own.
 */
static const char oracle_name[] = "ORACLE-mermaid-12.3.0.json";

static char *corpus_path(const char *name)
{
	const char *corpus = getenv("CJM_CORPUS"), *top = getenv("srcdir");
	struct strbuf path = STRBUF_INIT;

	if (corpus)
		strbuf_addf(&path, "%s/%s", corpus, name);
	else
		strbuf_addf(&path, "%s/../shared/corpus/%s",
			    top ? top : ".", name);
	return strbuf_detach(&path);
}

struct reading {
	const char *file;
	struct project *p;
	struct report report;
	struct err err;
	bool ok;
	const struct row *touchpoints[200];     /* as the lines stand */
	const char *stages[200];                /* of each of these */
	size_t count;
};

static void flatten(struct reading *r, int64_t map, const struct row *stage)
{
	const struct list *l = project_touchpoints(r->p, map,
						   stage ? stage->id : 0);

	for (size_t i = 0; i < l->count; i++) {
		assert_true(r->count < ARRAY_LEN(r->touchpoints));
		r->stages[r->count] = stage ? row_title(stage) : "";
		r->touchpoints[r->count++] = l->rows[i];
	}
}

static void read_corpus(struct reading *r, const char *file)
{
	char *path = corpus_path(file), *text = tmp_read(path, NULL);
	struct source in = sample_source(text);

	memset(r, 0, sizeof *r);
	r->file = file;
	r->p = project_new();
	r->ok = mermaid_read(&in, r->p, &r->report, &r->err);
	if (r->ok) {
		int64_t map = project_maps(r->p)->rows[0]->id;
		const struct list *stages = project_stages(r->p, map);

		flatten(r, map, NULL);
		for (size_t i = 0; i < stages->count; i++)
			flatten(r, map, stages->rows[i]);
	}
	free(text);
	free(path);
}

static void release(struct reading *r)
{
	project_free(r->p);
	report_release(&r->report);
}

static bool remarked(const struct reading *r, long line, const char *text)
{
	for (size_t i = 0; i < r->report.count; i++)
		if (r->report.remarks[i].line == line &&
		    strstr(r->report.remarks[i].text, text))
			return true;
	return false;
}

static void same_text(const struct reading *r, const char *ours,
		      const char *theirs)
{
	char *text = mermaid_decoded(span_of(theirs), false);

	if (strcmp(ours, text))
		fail_msg("%s: \"%s\" is not \"%s\"", r->file, ours, text);
	free(text);
}

static void same_people(const struct reading *r, const struct row *t,
			json_t *people)
{
	struct strbuf all = STRBUF_INIT;
	size_t i;
	json_t *one;

	json_array_foreach(people, i, one)
		if (*json_string_value(one))
			strbuf_addf(&all, "%s%s", all.len ? "; " : "",
				    json_string_value(one));
	same_text(r, row_text(t, TOUCHPOINT_ACTORS), all.s);
	strbuf_release(&all);
}

/* Whether Mermaid draws the score on its scale; else something is lost. */
static bool on_scale(json_t *score)
{
	json_int_t value = json_integer_value(score);

	return json_is_integer(score) && value >= 1 && value <= 5;
}

static void same_task(const struct reading *r, size_t i, json_t *task)
{
	const struct row *t = r->touchpoints[i];
	json_t *score = json_object_get(task, "score");

	same_text(r, r->stages[i],
		  json_string_value(json_object_get(task, "section")));
	same_text(r, row_title(t),
		  json_string_value(json_object_get(task, "task")));
	same_people(r, t, json_object_get(task, "people"));
	assert_int_equal(row_emotion(t), json_integer_value(score) - 3);
}

static void same_sections(const struct reading *r, json_t *sections)
{
	const struct list *l =
		project_stages(r->p, project_maps(r->p)->rows[0]->id);
	size_t i;
	json_t *section;

	assert_int_equal(l->count, json_array_size(sections));
	json_array_foreach(sections, i, section)
		same_text(r, row_title(l->rows[i]),
			  json_string_value(section));
}

/* Where Mermaid draws all of a task, so do we; where it does not, there is
 * something to remark. */
static void agrees(const struct reading *r, json_t *oracle)
{
	json_t *tasks = json_object_get(oracle, "tasks"), *task;
	const char *title =
		json_string_value(json_object_get(oracle, "title"));
	size_t i, lost = 0;

	if (!r->ok)
		fail_msg("%s: refused: %s", r->file, r->err.msg);
	if (!r->report.count && *title)
		same_text(r, row_title(project_maps(r->p)->rows[0]), title);
	same_sections(r, json_object_get(oracle, "sections"));
	json_array_foreach(tasks, i, task)
		if (!on_scale(json_object_get(task, "score")))
			lost++;
		else if (!remarked(r, 3, "actors hold a colon"))
			same_task(r, i, task);
	assert_true(r->count >= json_array_size(tasks));
	assert_true(r->report.count >= lost);
	if (!r->report.count)
		assert_int_equal(r->count, json_array_size(tasks));
}

/* Where Mermaid refuses the file, it is refused or mended, with the line. */
static void refused_or_mended(const struct reading *r)
{
	long line;

	if (r->ok ? !r->report.count : !sscanf(r->err.msg, "in:%ld:", &line))
		fail_msg("%s: neither refused nor mended", r->file);
}

static void compare(json_t *entry, json_t **oracle)
{
	const char *file =
		json_string_value(json_object_get(entry, "file"));
	struct reading r;

	*oracle = json_object_get(entry, "browser");
	read_corpus(&r, file);
	if (json_is_true(json_object_get(*oracle, "ok")))
		agrees(&r, *oracle);
	else
		refused_or_mended(&r);
	release(&r);
}

static json_t *load_oracle(void)
{
	char *path = corpus_path(oracle_name);
	json_t *oracle = json_load_file(path, 0, NULL);

	if (!oracle)
		print_message("# no corpus at %s: skipped\n", path);
	free(path);
	return oracle;
}

static void all_files_are_read_as_mermaid_reads_them(void **state)
{
	json_t *all = load_oracle(), *entry, *oracle;
	size_t i, accepted = 0;

	(void)state;
	if (!all)
		skip();
	json_array_foreach(all, i, entry) {
		compare(entry, &oracle);
		accepted += json_is_true(json_object_get(oracle, "ok"));
	}
	print_message("# %zu files, %zu of them accepted by Mermaid\n", i,
		      accepted);
	assert_true(accepted > 80);
	json_decref(all);
}

static const struct {
	const char *file;
	long line;
	const char *text;
} remarks[] = {
	{ "15-vi-comma-scores", 4, "a comma stands" },
	{ "15-vi-comma-scores", 11, "off the scale" },
	{ "38-fr-suguba-colon-in-name", 11, "holds a colon" },
	{ "43-en-aurumx-kwame-swapped", 4, "swapped" },
	{ "43-en-aurumx-kwame-swapped", 17, "# or ;" },
	{ "43-en-aurumx-kwame-swapped", 21, "a word of Mermaid's own" },
	{ "44-en-aurumx-abena-comma", 17, "a word of Mermaid's own" },
	{ "46-en-pandoc-data2-task-before-section", 6, "off the scale" },
	{ "46-en-pandoc-data2-task-before-section", 6, "parking lot" },
	{ "52-es-emotions-as-actors", 8, "off the scale" },
};

static void repairs_are_reported_with_their_lines(void **state)
{
	json_t *all = load_oracle();

	(void)state;
	if (!all)
		skip();
	json_decref(all);
	for (size_t i = 0; i < ARRAY_LEN(remarks); i++) {
		struct strbuf file = STRBUF_INIT;
		struct reading r;

		strbuf_addf(&file, "mermaid/%s.mmd", remarks[i].file);
		read_corpus(&r, file.s);
		assert_true(r.ok);
		if (!remarked(&r, remarks[i].line, remarks[i].text))
			fail_msg("%s: line %ld: no remark \"%s\"", file.s,
				 remarks[i].line, remarks[i].text);
		release(&r);
		strbuf_release(&file);
	}
}

/* Mermaid refuses this file for the `;` in one name; its 19 tasks can only
 * be meant one way, so we take it and report each line that was mended. */
static void the_file_mermaid_refuses_is_mended(void **state)
{
	json_t *all = load_oracle();
	struct reading r;

	(void)state;
	if (!all)
		skip();
	json_decref(all);
	read_corpus(&r, "mermaid/43-en-aurumx-kwame-swapped.mmd");
	assert_true(r.ok);
	assert_int_equal(r.count, 19);
	for (size_t i = 0; i < r.count; i++) {
		assert_int_not_equal(row_emotion(r.touchpoints[i]),
				     EMOTION_UNKNOWN);
		assert_string_equal(row_text(r.touchpoints[i],
					     TOUCHPOINT_ACTORS), "Kwame");
	}
	assert_string_equal(row_title(r.touchpoints[11]),
			    "Accepts terms; escrow funded");
	release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_files_are_read_as_mermaid_reads_them),
		cmocka_unit_test(repairs_are_reported_with_their_lines),
		cmocka_unit_test(the_file_mermaid_refuses_is_mended),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
