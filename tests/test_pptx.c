#include "format/pptx.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "format/outline.h"
#include "format/pptx_slide.h"
#include "sample.h"
#include "tmp.h"
#include "unpacked.h"
#include "xml_check.h"

static const char *written(const struct project *p, int64_t map,
			   const char *preset)
{
	struct write_options o = { .map = map, .preset = preset };
	const char *path = tmp_path("map.pptx");
	struct err err = { "" };
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	if (!pptx_write(p, &o, out, &err))
		fail_msg("%s", err.msg);
	fclose(out);
	return path;
}

static void unpack_deck(struct unpacked *u, const struct project *p,
			int64_t map, const char *preset)
{
	unpack(u, written(p, map, preset));
}

static const char *slide(const struct unpacked *u, size_t number)
{
	char name[64];

	snprintf(name, sizeof name, "ppt/slides/slide%zu.xml", number);
	return unpacked_text(u, name);
}

/* All that stands on the slides, or in the notes. */
static char *all_text(const struct unpacked *u, const char *folder)
{
	struct strbuf s = STRBUF_INIT;

	for (size_t i = 0; i < u->count; i++)
		if (!strncmp(u->parts[i].name, folder, strlen(folder)))
			strbuf_addstr(&s, u->parts[i].text);
	return strbuf_detach(&s);
}

static bool is_relations(const char *name)
{
	return strstr(name, ".rels") != NULL;
}

/* The part that a relationship of `owner` names. */
static char *target_of(const char *owner, const char *target, size_t len)
{
	struct strbuf path = STRBUF_INIT;
	const char *rels = strstr(owner, "_rels/");

	strbuf_add(&path, owner, (size_t)(rels - owner));
	while (!strncmp(target, "../", 3)) {
		target += 3;
		len -= 3;
		strbuf_truncate(&path, path.len - 1);
		strbuf_truncate(&path, (size_t)(strrchr(path.s, '/') + 1 -
						path.s));
	}
	strbuf_add(&path, target, len);
	return strbuf_detach(&path);
}

static void assert_targets(const struct unpacked *u, const char *name,
			   const char *text)
{
	while ((text = strstr(text, " Target='"))) {
		char *path;

		text += strlen(" Target='");
		path = target_of(name, text, strcspn(text, "'"));
		if (!unpacked_text(u, path))
			fail_msg("%s names %s", name, path);
		free(path);
	}
}

static void assert_typed(const struct unpacked *u, const char *name)
{
	struct strbuf entry = STRBUF_INIT;

	strbuf_addf(&entry, "PartName='/%s'", name);
	if (!strstr(unpacked_text(u, "[Content_Types].xml"), entry.s))
		fail_msg("%s has no type", name);
	strbuf_release(&entry);
}

static void assert_ids_differ(const char *text)
{
	bool seen[1000] = { false };

	while ((text = strstr(text, "<p:cNvPr id='"))) {
		long id = strtol(text += strlen("<p:cNvPr id='"), NULL, 10);

		assert_in_range(id, 1, 999);
		assert_false(seen[id]);
		seen[id] = true;
	}
}

static void assert_letters_are_large(const char *text)
{
	while ((text = strstr(text, " sz='"))) {
		text += strlen(" sz='");
		if (strtol(text, NULL, 10))
			assert_true(strtol(text, NULL, 10) >= 1100);
	}
}

static long number_behind(const char *text, const char *mark)
{
	text = strstr(text, mark);
	assert_non_null(text);
	return strtol(text + strlen(mark), NULL, 10);
}

/* By the heights that are asked for. */
static void assert_tables_are_inside(const char *text)
{
	while ((text = strstr(text, "<p:graphicFrame>"))) {
		const char *end = strstr(text, "</p:graphicFrame>");
		long bottom = number_behind(strstr(text, "<a:off "), " y='");

		while ((text = strstr(text, "<a:tr h='")) && text < end)
			bottom += strtol(text += strlen("<a:tr h='"), NULL,
					 10);
		assert_true(bottom <= SLIDE_HEIGHT);
		text = end;
	}
}

static void assert_sound(const struct unpacked *u)
{
	for (size_t i = 0; i < u->count; i++) {
		const char *name = u->parts[i].name;

		assert_xml(u->parts[i].text);
		if (is_relations(name))
			assert_targets(u, name, u->parts[i].text);
		else if (strcmp(name, "[Content_Types].xml") != 0)
			assert_typed(u, name);
		assert_ids_differ(u->parts[i].text);
		if (!strncmp(name, "ppt/slides/slide", 16)) {
			assert_letters_are_large(u->parts[i].text);
			assert_tables_are_inside(u->parts[i].text);
		}
	}
}

static void a_deck_has_all_its_parts(void **state)
{
	struct project *p = sample_project();
	struct unpacked u;

	(void)state;
	unpack_deck(&u, p, 21, NULL);
	assert_sound(&u);
	assert_string_equal(u.parts[0].name, "[Content_Types].xml");
	assert_non_null(strstr(unpacked_text(&u, "docProps/core.xml"),
			       "<dc:title>Buying coffee beans</dc:title>"));
	assert_non_null(strstr(slide(&u, 1), "<p:ph type='ctrTitle'/>"));
	assert_non_null(strstr(slide(&u, 2), "<p:ph type='title'/>"));
	unpacked_release(&u);
	project_free(p);
}

static void hostile_text_stays_text(void **state)
{
	static const char *const presets[] = { "executive", "operational",
					       "tactical" };
	struct project *p = sample_nasty();
	const struct list *maps = project_maps(p);

	(void)state;
	for (size_t i = 0; i < maps->count; i++) {
		struct unpacked u;

		unpack_deck(&u, p, maps->rows[i]->id, presets[i % 3]);
		assert_sound(&u);
		unpacked_release(&u);
	}
	project_free(p);
}

static void the_same_map_gives_the_same_bytes(void **state)
{
	struct project *p = sample_project();
	size_t len, again;
	char *a = tmp_read(written(p, 21, NULL), &len);
	char *b = tmp_read(written(p, 21, NULL), &again);

	(void)state;
	assert_int_equal(len, again);
	assert_memory_equal(a, b, len);
	free(a);
	free(b);
	project_free(p);
}

static void assert_on_slides(const struct unpacked *u, const char *text,
			     bool there)
{
	char *all = all_text(u, "ppt/slides/");

	if (!strstr(all, text) == there)
		fail_msg("%s \"%s\"", there ? "no" : "still", text);
	free(all);
}

static void the_preset_tells_for_whom(void **state)
{
	struct project *p = sample_project();
	struct unpacked u;

	(void)state;
	unpack_deck(&u, p, 21, "executive");
	assert_on_slides(&u, "Lowest moments", true);
	assert_on_slides(&u, "show the fee first", true);
	assert_on_slides(&u, "curious", false);
	unpacked_release(&u);
	unpack_deck(&u, p, 21, "operational");
	assert_on_slides(&u, "curious", true);
	assert_on_slides(&u, "checks the payment", true);
	assert_on_slides(&u, "hears of us", true);
	assert_on_slides(&u, "third line", false);
	unpacked_release(&u);
	unpack_deck(&u, p, 21, "tactical");
	assert_on_slides(&u, "third line", true);
	assert_on_slides(&u, "checkout; fees", true);
	unpacked_release(&u);
	project_free(p);
}

static void without_a_preset_slides_are_operational(void **state)
{
	struct project *p = sample_project();
	size_t len, same;
	char *a = tmp_read(written(p, 21, NULL), &len);
	char *b = tmp_read(written(p, 21, "operational"), &same);

	(void)state;
	assert_int_equal(len, same);
	assert_memory_equal(a, b, len);
	free(a);
	free(b);
	project_free(p);
}

static void an_unknown_preset_is_refused(void **state)
{
	struct project *p = sample_project();
	struct write_options o = { .map = 21, .preset = "boss" };
	struct err err = { "" };

	(void)state;
	assert_false(pptx_write(p, &o, stdout, &err));
	assert_non_null(strstr(err.msg, "\"boss\""));
	assert_non_null(strstr(err.msg, "executive, operational or tactical"));
	project_free(p);
}

static void quotes_stand_in_the_notes(void **state)
{
	struct project *p = sample_project();
	struct unpacked u;
	char *notes;

	(void)state;
	unpack_deck(&u, p, 21, NULL);
	notes = all_text(&u, "ppt/notesSlides/");
	assert_non_null(strstr(notes, "2.1: “Sao đắt thế?”"));
	free(notes);
	unpacked_release(&u);
	project_free(p);
}

/* Twelve stages of five touchpoints; "w0 w1 ..." in their pains. */
static struct project *large_map(void)
{
	struct project *p = project_new();
	struct strbuf s = STRBUF_INIT;
	struct report report = REPORT_INIT;
	struct source in;
	struct err err = { "" };
	int word = 0;

	strbuf_addstr(&s, "cjm outline 1\n\n# Large\n");
	for (int i = 0; i < 60; i++) {
		if (i % 5 == 0)
			strbuf_addf(&s, "## Stage %d\n", i / 5 + 1);
		strbuf_addf(&s, "- touches the thing number t%d\n  pain: ", i);
		for (int k = 0; k < (i == 7 ? 2000 : 30); k++)
			strbuf_addf(&s, "w%d ", word++);
		strbuf_addstr(&s, "\n  emotion: -1\n");
	}
	in = sample_source(s.s);
	if (!outline_read(&in, p, &report, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(report.count, 0);
	strbuf_release(&s);
	return p;
}

static void assert_words(const char *text, char letter, int count)
{
	bool *seen = xcalloc((size_t)count, 1);

	for (const char *s = text; *s; s++) {
		char *end;
		long n;

		if (*s != letter || (s[-1] != ' ' && s[-1] != '>'))
			continue;
		n = strtol(s + 1, &end, 10);
		if (end != s + 1 && n < count)
			seen[n] = true;
	}
	for (int i = 0; i < count; i++)
		if (!seen[i])
			fail_msg("%c%d is lost", letter, i);
	free(seen);
}

static void a_large_map_goes_on_over_slides_whole(void **state)
{
	struct project *p = large_map();
	struct unpacked u;
	char *all;

	(void)state;
	unpack_deck(&u, p, 0, NULL);
	assert_sound(&u);
	all = all_text(&u, "ppt/slides/");
	assert_words(all, 'w', 59 * 30 + 2000);
	assert_words(all, 't', 60);
	for (size_t i = 1; slide(&u, i); i++)
		assert_true(count_of(slide(&u, i), "<a:gridCol ") <= 18);
	free(all);
	unpacked_release(&u);
	project_free(p);
}

static void tables_have_a_paragraph_in_every_cell(void **state)
{
	struct project *p = sample_project();
	struct unpacked u;
	char *all;

	(void)state;
	unpack_deck(&u, p, 21, NULL);
	all = all_text(&u, "ppt/slides/");
	assert_int_equal(count_of(all, "<a:tc>"),
			 count_of(all, "<a:tc><a:txBody><a:bodyPr/>"
				       "<a:lstStyle/><a:p>"));
	free(all);
	unpacked_release(&u);
	project_free(p);
}

static void the_curve_is_made_of_shapes(void **state)
{
	struct project *p = sample_project();
	struct unpacked u;

	(void)state;
	unpack_deck(&u, p, 21, "executive");
	assert_int_equal(count_of(slide(&u, 2), "<a:custGeom>"), 1);
	assert_int_equal(count_of(slide(&u, 2), "prst='ellipse'"), 2);
	assert_int_equal(count_of(slide(&u, 2), "<a:lnTo>"), 1);
	unpacked_release(&u);
	project_free(p);
}

static void no_colour_or_letter_is_other_than_the_themes(void **state)
{
	struct project *p = sample_project();
	struct unpacked u;
	char *all;

	(void)state;
	unpack_deck(&u, p, 21, "tactical");
	all = all_text(&u, "ppt/slides/");
	assert_null(strstr(all, "srgbClr"));
	assert_null(strstr(all, "typeface"));
	free(all);
	unpacked_release(&u);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_deck_has_all_its_parts),
		cmocka_unit_test(hostile_text_stays_text),
		cmocka_unit_test(the_same_map_gives_the_same_bytes),
		cmocka_unit_test(the_preset_tells_for_whom),
		cmocka_unit_test(without_a_preset_slides_are_operational),
		cmocka_unit_test(an_unknown_preset_is_refused),
		cmocka_unit_test(quotes_stand_in_the_notes),
		cmocka_unit_test(a_large_map_goes_on_over_slides_whole),
		cmocka_unit_test(tables_have_a_paragraph_in_every_cell),
		cmocka_unit_test(the_curve_is_made_of_shapes),
		cmocka_unit_test(no_colour_or_letter_is_other_than_the_themes),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
