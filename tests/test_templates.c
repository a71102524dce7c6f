#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/datafile.h"
#include "base/utf8.h"
#include "cli_calls.h"
#include "layout/strip.h"
#include "model/kind.h"
#include "sample.h"

static const char ending[] = ".en.outline";

static int is_english(const struct dirent *d)
{
	size_t len = strlen(d->d_name), tail = strlen(ending);

	return len > tail && !strcmp(d->d_name + len - tail, ending);
}

/* Visit every template by its name. */
static void each_template(void (*visit)(const char *name))
{
	struct strbuf folder = STRBUF_INIT;
	struct dirent **found;
	int count;

	datafile_path(&folder, "templates");
	count = scandir(folder.s, &found, is_english, alphasort);
	assert_true(count >= 4);
	for (int i = 0; i < count; i++) {
		found[i]->d_name[strlen(found[i]->d_name) - strlen(ending)] =
			'\0';
		visit(found[i]->d_name);
		free(found[i]);
	}
	free(found);
	strbuf_release(&folder);
}

static struct project *template(const char *name, const char *language)
{
	static const char first[] = "cjm outline 1\n";
	struct strbuf file = STRBUF_INIT, path = STRBUF_INIT;
	struct strbuf text = STRBUF_INIT;
	struct project *p;

	strbuf_addf(&file, "templates/%s.%s.outline", name, language);
	datafile_path(&path, file.s);
	if (!datafile_read(path.s, &text))
		fail_msg("%s is not there", path.s);
	assert_ptr_equal(strstr(text.s, first), text.s);
	p = sample_outline(text.s + strlen(first));
	strbuf_release(&file);
	strbuf_release(&path);
	strbuf_release(&text);
	return p;
}

static const struct list *stages_of(const struct project *p)
{
	return project_stages(p, project_maps(p)->rows[0]->id);
}

static void check_languages(const char *name)
{
	struct project *en = template(name, "en"), *vi = template(name, "vi");
	const struct list *a = stages_of(en), *b = stages_of(vi);

	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		assert_string_equal(row_text(a->rows[i], STAGE_KIND),
				    row_text(b->rows[i], STAGE_KIND));
		assert_string_equal(row_text(a->rows[i], STAGE_PHASE),
				    row_text(b->rows[i], STAGE_PHASE));
		assert_string_not_equal(row_text(a->rows[i], STAGE_PHASE), "");
		if (!kind_find(row_text(a->rows[i], STAGE_KIND)))
			fail_msg("%s: %s", name,
				 row_text(a->rows[i], STAGE_KIND));
	}
	assert_string_equal(row_text(project_self(vi), PROJECT_LANGUAGE),
			    "vi");
	project_free(en);
	project_free(vi);
}

static void templates_are_the_same_in_both_languages(void **state)
{
	(void)state;
	each_template(check_languages);
}

static void check_width(const char *name)
{
	static const char *const languages[] = { "en", "vi" };

	for (int i = 0; i < 2; i++) {
		struct project *p = template(name, languages[i]);
		struct view view = { .map = 0 };
		struct strip strip;

		view_map(&view, p, project_maps(p)->rows[0]->id);
		strip_make(&strip, p, &view, rect_make(0, 0, 2, 79));
		if (strip.more_left || strip.more_right)
			fail_msg("%s.%s is too wide", name, languages[i]);
		strip_release(&strip);
		project_free(p);
	}
}

static void all_stages_fit_a_small_screen(void **state)
{
	(void)state;
	each_template(check_width);
}

static void check_help(const char *name)
{
	struct strbuf line = STRBUF_INIT;
	char *help = said(RUN("cjm", "new", "--help"));

	strbuf_addf(&line, "\n  %-10s ", name);
	assert_has(help, line.s);
	strbuf_release(&line);
	free(help);
}

static void the_help_names_every_template(void **state)
{
	(void)state;
	each_template(check_help);
}

static void a_wrong_name_is_told_the_right_ones(void **state)
{
	(void)state;
	refused(RUN("cjm", "new", "a.cjm", "--template", "shop"), 2,
		"there are: b2b, candidate, default, retail");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(templates_are_the_same_in_both_languages),
		cmocka_unit_test(all_stages_fit_a_small_screen),
		cmocka_unit_test(the_help_names_every_template),
		cmocka_unit_test(a_wrong_name_is_told_the_right_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
