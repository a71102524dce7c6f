#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "format/deck.h"
#include "format/deck_pages.h"
#include "format/deck_write.h"
#include "layout/wrap.h"
#include "sample.h"

static const struct deck_size small = {
	.columns = 40, .first = 25, .between = 2, .height = 60, .row = 5,
	.most = 3,
};

/* What came: all cells of a column joined, and how often. */
struct shown {
	size_t slides, highest;
	struct strbuf titles, first, last;
	char *notes;
};

static void add_words(struct strbuf *out, const char *text)
{
	for (; *text; text++)
		if (*text != ' ' && *text != '\n')
			strbuf_addch(out, *text);
}

static void look(const struct slide *s, void *arg)
{
	struct shown *shown = arg;
	size_t height = 0;

	shown->slides++;
	strbuf_addf(&shown->titles, "%s|", s->title);
	if (*s->notes)
		str_set(&shown->notes, s->notes);
	for (size_t row = 0; row < s->rows; row++) {
		int most = 1;

		for (size_t i = 0; i < s->columns; i++) {
			int lines = wrap_lines(s->cells[row * s->columns + i],
					       i ? 28 : 8);

			most = lines > most ? lines : most;
		}
		height += (size_t)most * 10 + 5;
		if (row)
			add_words(&shown->first,
				  s->cells[row * s->columns]);
		if (row)
			add_words(&shown->last,
				  s->cells[(row + 1) * s->columns - 1]);
	}
	if (height > shown->highest)
		shown->highest = height;
}

static void release(struct shown *s)
{
	strbuf_release(&s->titles);
	strbuf_release(&s->first);
	strbuf_release(&s->last);
	free(s->notes);
}

#define SHOWN { 0, 0, STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, NULL }

static void show_table(struct shown *s, const char *const cells[], size_t n)
{
	struct deck_pages t;

	deck_pages_start(&t, &small, 2);
	for (size_t i = 0; i < n; i++)
		deck_pages_cell(&t, cells[i]);
	deck_pages_show(&t, "T", "note", look, s);
}

static void a_table_that_fits_is_one_slide(void **state)
{
	static const char *const cells[] = { "A", "B", "one", "two" };
	struct shown s = SHOWN;

	(void)state;
	show_table(&s, cells, 4);
	assert_int_equal(s.slides, 1);
	assert_string_equal(s.titles.s, "T|");
	assert_string_equal(s.notes, "note");
	release(&s);
}

static void a_table_that_is_too_high_is_split(void **state)
{
	static const char *const cells[] = { "A", "B", "1", "two", "2", "two",
		"3", "a text of more than one line is higher", "4", "end" };
	struct shown s = SHOWN;

	(void)state;
	show_table(&s, cells, ARRAY_LEN(cells));
	assert_int_equal(s.slides, 2);
	assert_string_equal(s.titles.s, "T (1/2)|T (2/2)|");
	assert_string_equal(s.first.s, "1234");
	assert_true(s.highest <= 60);
	release(&s);
}

static void a_row_that_is_too_high_goes_on_without_a_loss(void **state)
{
	struct strbuf text = STRBUF_INIT, words = STRBUF_INIT;
	struct shown s = SHOWN;
	const char *cells[] = { "A", "B", "title of some length", NULL };

	(void)state;
	for (int i = 0; i < 60; i++)
		strbuf_addf(&text, "w%d%s", i, i % 7 ? " " : "\n");
	cells[3] = text.s;
	show_table(&s, cells, 4);
	add_words(&words, text.s);
	assert_true(s.slides > 2);
	assert_true(s.highest <= 60);
	assert_string_equal(s.first.s, "titleofsomelength");
	assert_string_equal(s.last.s, words.s);
	release(&s);
	strbuf_release(&text);
	strbuf_release(&words);
}

static void a_table_without_rows_is_not_shown(void **state)
{
	static const char *const cells[] = { "A", "B" };
	struct shown s = SHOWN;

	(void)state;
	show_table(&s, cells, 2);
	show_table(&s, cells, 0);
	assert_int_equal(s.slides, 0);
	release(&s);
}

static void the_map_comes_in_order_with_its_quotes(void **state)
{
	struct project *p = sample_project();
	struct write_options o = { .map = 21 };
	struct deck_size size = small;
	struct shown s = SHOWN;
	struct err err = { "" };

	(void)state;
	size.height = 1000;
	assert_true(deck_make(p, project_row(p, MAP, 21), &o, &size, look, &s,
			      &err));
	assert_string_equal(s.titles.s, "What this map is about|Overview|"
			    "Stage by stage|1. Need|2. Mua hàng|"
			    "Improvements|");
	assert_string_equal(s.notes, "“Sao đắt thế?” (2.1)");
	o.lanes = "colour";
	assert_false(deck_make(p, project_row(p, MAP, 21), &o, &size, look,
			       &s, &err));
	release(&s);
	project_free(p);
}

static void decks_are_written_as_their_golden_files_say(void **state)
{
	struct project *p = sample_project();
	char *marp = sample_print(marp_write, p, 21);
	char *pandoc = sample_print(pandoc_write, p, 21);
	char *golden_marp = sample_golden("sample.marp");
	char *golden_pandoc = sample_golden("sample.pandoc");

	(void)state;
	assert_string_equal(marp, golden_marp);
	assert_string_equal(pandoc, golden_pandoc);
	free(marp);
	free(pandoc);
	free(golden_marp);
	free(golden_pandoc);
	project_free(p);
}

static void decks_hold_no_html_and_no_faces(void **state)
{
	struct project *p = sample_nasty();
	char *pandoc = sample_print(pandoc_write, p, 0);
	char *marp = sample_print(marp_write, p, 0);

	(void)state;
	for (const char *s = strchr(pandoc, '<'); s; s = strchr(s + 1, '<'))
		assert_int_equal(s[-1], '\\');
	assert_null(strstr(marp, "\n## two"));
	assert_null(strstr(pandoc, "\n## two"));
	free(pandoc);
	free(marp);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_that_fits_is_one_slide),
		cmocka_unit_test(a_table_that_is_too_high_is_split),
		cmocka_unit_test(
			a_row_that_is_too_high_goes_on_without_a_loss),
		cmocka_unit_test(a_table_without_rows_is_not_shown),
		cmocka_unit_test(the_map_comes_in_order_with_its_quotes),
		cmocka_unit_test(decks_are_written_as_their_golden_files_say),
		cmocka_unit_test(decks_hold_no_html_and_no_faces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
