#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "format/csv.h"
#include "sample.h"

/* All records: cells with `|` between, each record in brackets. */
static char *records(const char *text, struct err *err)
{
	struct source in = sample_source(text);
	struct strbuf out = STRBUF_INIT;
	struct csv c;

	csv_open(&c, &in);
	while (csv_next(&c)) {
		strbuf_addch(&out, '[');
		for (size_t i = 0; i < c.count; i++)
			strbuf_addf(&out, "%s%s", i ? "|" : "",
				    csv_text(&c, i));
		strbuf_addch(&out, ']');
	}
	assert_string_equal(csv_text(&c, 7), "");
	if (!csv_close(&c, err))
		strbuf_addch(&out, '!');
	return strbuf_detach(&out);
}

static void assert_records(const char *text, const char *wanted)
{
	struct err err = { "" };
	char *got = records(text, &err);

	assert_string_equal(got, wanted);
	free(got);
}

static void cells_are_parted_as_rfc_4180_says(void **state)
{
	(void)state;
	assert_records("", "");
	assert_records("a,b\nc,d\n", "[a|b][c|d]");
	assert_records("a,b\r\nc,d", "[a|b][c|d]");
	assert_records("a,b\rc,d\r", "[a|b][c|d]");
	assert_records("\xEF\xBB\xBF" "a,b\n", "[a|b]");
	assert_records("a,,\n,,b\n", "[a||][||b]");
	assert_records("\"a,b\",\"say \"\"hi\"\"\"\n", "[a,b|say \"hi\"]");
	assert_records("\"two\nlines\",x\n", "[two\nlines|x]");
	assert_records("5\" screen,a\"b\n", "[5\" screen|a\"b]");
	assert_records("\"a\" b,c\n", "[a b|c]");
	assert_records("a,b\n\n\r\n,\nc,d\n", "[a|b][c|d]");
}

static void the_delimiter_is_found(void **state)
{
	(void)state;
	assert_records("a;b;c,d\n1,5;2;3\n", "[a|b|c,d][1,5|2|3]");
	assert_records("a\tb\n1\t2\n", "[a|b][1|2]");
	assert_records("\"x;y;z\",b\n1;2,3\n", "[x;y;z|b][1;2|3]");
	assert_records("sep=;\na,b;c\n", "[a,b|c]");
	assert_records("sep=|\r\na|b\r\n", "[a|b]");
	assert_records("sep=x\n", "");
	assert_records("one\ntwo,2\n", "[one][two|2]");
}

static void a_quotation_without_an_end_is_told_where_it_opens(void **state)
{
	struct err err = { "" };
	char *got = records("a,b\n\"x\ny\",đ\n1,\"oh, no\n2,3\n", &err);

	(void)state;
	assert_string_equal(got, "[a|b][x\ny|đ]!");
	assert_non_null(strstr(err.msg, "in:4:3: "));
	free(got);
	got = records("\"", &err);
	assert_string_equal(got, "!");
	assert_non_null(strstr(err.msg, "in:1:1: "));
	free(got);
}

static void a_cells_place_counts_lines_and_letters(void **state)
{
	struct source in = sample_source("a,b\n\"x\ny\nđó\",c\n,d\n");
	struct csv c;
	struct err err;
	long line, column;

	(void)state;
	csv_open(&c, &in);
	csv_next(&c);
	csv_next(&c);
	csv_place(&c, 1, &line, &column);
	assert_int_equal(line, 4);
	assert_int_equal(column, 5);
	csv_next(&c);
	assert_int_equal(c.line, 5);
	csv_place(&c, 1, &line, &column);
	assert_int_equal(line, 5);
	assert_int_equal(column, 2);
	assert_true(csv_close(&c, &err));
}

static char *written(const char *text, bool excel, bool raw)
{
	struct write_options o = { .excel = excel, .raw = raw };
	struct csv_style s;
	char *out = NULL;
	size_t len;
	FILE *f = open_memstream(&out, &len);

	s = csv_begin(&o, f);
	csv_write(&s, text, f);
	fputs(s.end, f);
	fclose(f);
	return out;
}

static void assert_written(const char *text, bool excel, bool raw,
			   const char *wanted)
{
	char *got = written(text, excel, raw);

	assert_string_equal(got, wanted);
	free(got);
}

static void cells_are_quoted_where_they_must_be(void **state)
{
	(void)state;
	assert_written("plain text", false, false, "plain text\n");
	assert_written("a,b", false, false, "\"a,b\"\n");
	assert_written("a;b", false, false, "a;b\n");
	assert_written("a\nb", false, false, "\"a\nb\"\n");
	assert_written("say \"hi\"", false, false, "\"say \"\"hi\"\"\"\n");
	assert_written("a;b", true, false, "\xEF\xBB\xBF\"a;b\"\r\n");
	assert_written("a,b", true, false, "\xEF\xBB\xBF" "a,b\r\n");
}

static void no_cell_becomes_a_formula(void **state)
{
	(void)state;
	assert_written("=1+1", false, false, "'=1+1\n");
	assert_written("=A1,B2", false, false, "\"'=A1,B2\"\n");
	assert_written("+84 28", false, false, "'+84 28\n");
	assert_written("-x", false, false, "'-x\n");
	assert_written("@SUM(A1)", false, false, "'@SUM(A1)\n");
	assert_written("\t=1", false, false, "'\t=1\n");
	assert_written("-2", false, false, "-2\n");
	assert_written("-2.50", false, false, "-2.50\n");
	assert_written("+2", false, false, "+2\n");
	assert_written("'=1", false, false, "''=1\n");
	assert_written("'tis", false, false, "'tis\n");
	assert_written("=1+1", false, true, "=1+1\n");
}

static void what_was_put_before_a_cell_is_taken_off(void **state)
{
	static const char *const texts[] = {
		"", "plain", "=1", "+84", "-2", "@x", "'", "''", "'=1", "''=1",
		"'tis", "\tx", "'-2", "-", "'a=b",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		char *out = written(texts[i], false, false);

		out[strlen(out) - 1] = '\0';
		assert_string_equal(csv_unguard(out), texts[i]);
		free(out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_parted_as_rfc_4180_says),
		cmocka_unit_test(the_delimiter_is_found),
		cmocka_unit_test(
			a_quotation_without_an_end_is_told_where_it_opens),
		cmocka_unit_test(a_cells_place_counts_lines_and_letters),
		cmocka_unit_test(cells_are_quoted_where_they_must_be),
		cmocka_unit_test(no_cell_becomes_a_formula),
		cmocka_unit_test(what_was_put_before_a_cell_is_taken_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
