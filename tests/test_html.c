#include "format/html.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sample.h"
#include "tmp.h"
#include "xml_check.h"

static void the_sample_is_written_as_ever(void **state)
{
	struct project *p = sample_project();
	char *html = sample_print(html_write, p, 21);
	char *golden = sample_golden("sample.html");

	(void)state;
	assert_string_equal(html, golden);
	assert_xml(html);
	free(html);
	free(golden);
	project_free(p);
}

static void hostile_text_stays_text(void **state)
{
	struct project *p = sample_nasty();
	const struct list *maps = project_maps(p);

	(void)state;
	for (size_t i = 0; i < maps->count; i++) {
		char *html = sample_print(html_write, p, maps->rows[i]->id);

		assert_xml(html);
		assert_null(strstr(html, "<script"));
		free(html);
	}
	project_free(p);
}

static void the_page_runs_and_fetches_nothing(void **state)
{
	struct project *p = sample_project();
	char *html = sample_print(html_write, p, 21);

	(void)state;
	assert_non_null(strstr(html, "content=\"default-src 'none'; "
				     "style-src 'unsafe-inline'\""));
	assert_null(strstr(html, "src="));
	assert_null(strstr(html, "url("));
	assert_null(strstr(html, "<link"));
	free(html);
	project_free(p);
}

static void every_table_has_headings_with_scopes(void **state)
{
	struct project *p = sample_project();
	char *html = sample_print(html_write, p, 21);

	(void)state;
	assert_int_equal(count_of(html, "<th"),
			 count_of(html, "<th scope=\"col\">") +
			 count_of(html, "<th scope=\"row\">") +
			 count_of(html, "<thead>"));
	assert_int_equal(count_of(html, "<h1>"), 1);
	free(html);
	project_free(p);
}

static void what_is_parked_and_improved_is_told(void **state)
{
	struct project *p = sample_project();
	char *html = sample_print(html_write, p, 21);

	(void)state;
	assert_non_null(strstr(html, "<h2>Parking lot</h2>"));
	assert_non_null(strstr(html, "</span> hears of us</h3>"));
	assert_non_null(strstr(html, ">call them back</th>"));
	assert_non_null(strstr(html, "orders<br/>\nBefore: 12.50"));
	free(html);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sample_is_written_as_ever),
		cmocka_unit_test(hostile_text_stays_text),
		cmocka_unit_test(the_page_runs_and_fetches_nothing),
		cmocka_unit_test(every_table_has_headings_with_scopes),
		cmocka_unit_test(what_is_parked_and_improved_is_told),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
