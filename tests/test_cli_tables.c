#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "cli_calls.h"
#include "tmp.h"

static const char *filled_map(void)
{
	const char *file = new_map();

	calls(RUN("cjm", "add", file, "need > pays @card !slow :)",
		  "need > waits", "later"));
	return file;
}

static void tables_follow_their_options(void **state)
{
	const char *file = filled_map();
	char *text = said(RUN("cjm", "export", file, "--to", "csv",
			      "--excel"));

	(void)state;
	assert_has(text, "\xEF\xBB\xBFid;map;");
	assert_has(text, ";pays;card;;;1;slow;");
	free(text);
	calls(RUN("cjm", "add", file, "need > =1+1"));
	text = said(RUN("cjm", "export", file, "--to", "csv"));
	assert_has(text, ",'=1+1,");
	free(text);
	text = said(RUN("cjm", "export", file, "--to", "csv", "--raw"));
	assert_has(text, ",=1+1,");
	free(text);
	text = said(RUN("cjm", "export", file, "--to", "matrix", "--lanes",
			"pain"));
	assert_has(text, "Pain,1. slow,");
	free(text);
	text = said(RUN("cjm", "export", file, "--to", "csv", "--redact",
			"notes"));
	assert_has(text, ",pays,");
	free(text);
	refused(RUN("cjm", "export", file, "--to", "matrix", "--lanes", "x"),
		3, "there is no lane \"x\"");
	refused(RUN("cjm", "export", file, "--to", "survey"), 2,
		"there is no format");
}

/* Whatever a format leaves out, bringing it back changes nothing. */
static void importing_an_export_changes_nothing(void **state)
{
	static const char *const names[] = { "csv", "matrix", "outline",
					     "json", "mermaid" };
	const char *file = filled_map();

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char *text = said(RUN("cjm", "export", file, "--to",
				      names[i]));
		struct run r;

		run(&r, text, RUN("cjm", "import", file, "-", "--from",
				  names[i]));
		assert_int_equal(r.status, 0);
		assert_string_equal(r.out, "nothing new: all of it is there "
					   "already\n");
		run_release(&r);
		free(text);
	}
}

static void an_edited_table_changes_what_was_edited(void **state)
{
	const char *file = filled_map();
	char *text = said(RUN("cjm", "export", file, "--to", "csv"));
	char *slow = strstr(text, ",slow,");
	struct run r;

	(void)state;
	memcpy(slow, ",fees,", 6);
	run(&r, text, RUN("cjm", "import", file, "-", "--from", "csv",
			  "--dry-run"));
	assert_string_equal(r.out, "change touchpoint: pays (Pain): "
				   "\"slow\" -> \"fees\"\n"
				   "0 to add, 1 to change; nothing was "
				   "written\n");
	run_release(&r);
	run(&r, text, RUN("cjm", "import", file, "-", "--from", "csv"));
	assert_int_equal(r.status, 0);
	run_release(&r);
	free(text);
	text = said(RUN("cjm", "show", file, "--plain"));
	assert_has(text, "fees");
	free(text);
}

static void a_survey_goes_into_the_map_that_is_named(void **state)
{
	const char *file = filled_map();
	const char *source = tmp_file("answers.csv",
		"Where?,Feeling\npays,5\nshop,happy\nshop,1\n");
	struct run r;
	char *text;

	(void)state;
	run(&r, NULL, RUN("cjm", "import", file, source, "--map", "1",
			  "--column", "Where?=title", "--column",
			  "Feeling=emotion", "--guess-emotion"));
	assert_int_equal(r.status, 0);
	assert_has(r.err, "from 1 to 5");
	run_release(&r);
	text = said(RUN("cjm", "maps", file));
	assert_null(strchr(strchr(text, '\n') + 1, '\n'));
	free(text);
	text = said(RUN("cjm", "show", file, "--plain"));
	assert_has(text, "Source: 2 answers");
	free(text);
	refused(RUN("cjm", "import", file, source, "--column", "Nowhere=title"),
		3, "there is no column");
	refused(RUN("cjm", "import", file, source, "--map", "9"), 3,
		"no map \"9\"");
}

static void a_refused_table_leaves_nothing_behind(void **state)
{
	const char *file = filled_map(), *none = tmp_path("none.cjm");
	const char *log = tmp_file("customer_journey.csv",
				   "user_id,timestamp,event\n1,2,3\n");
	char *before = said(RUN("cjm", "log", file)), *after;

	(void)state;
	refused(RUN("cjm", "import", file, log), 3, "a log of what visitors");
	refused(RUN("cjm", "import", none, log), 3, "a log of what visitors");
	refused(RUN("cjm", "show", none), 3, "no such file");
	after = said(RUN("cjm", "log", file));
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void a_hundred_thousand_lines_are_read_and_written(void **state)
{
	const char *file = tmp_path("large.cjm"), *source;
	struct strbuf text = STRBUF_INIT;
	char *again;

	(void)state;
	strbuf_addstr(&text, "Stage,Action,Pain points\n");
	for (int i = 0; i < 100000; i++)
		strbuf_addf(&text, "Stage%d,t%d,p\n", i % 7, i);
	source = tmp_file("large.csv", text.s);
	again = said(RUN("cjm", "import", file, source));
	assert_string_equal(again, "7 stages, 100000 touchpoints\n");
	free(again);
	again = said(RUN("cjm", "import", file, source));
	assert_has(again, "nothing new");
	free(again);
	again = said(RUN("cjm", "export", file, "--to", "csv"));
	assert_has(again, ",Stage4,14286,t99999,,,,,p,");
	free(again);
	strbuf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_follow_their_options),
		cmocka_unit_test(importing_an_export_changes_nothing),
		cmocka_unit_test(an_edited_table_changes_what_was_edited),
		cmocka_unit_test(a_survey_goes_into_the_map_that_is_named),
		cmocka_unit_test(a_refused_table_leaves_nothing_behind),
		cmocka_unit_test(
			a_hundred_thousand_lines_are_read_and_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
