#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "format/markdown_text.h"

static void reads_as(const char *markdown, const char *text)
{
	struct strbuf out = STRBUF_INIT;

	markdown_plain(markdown, strlen(markdown), &out);
	if (strcmp(out.s, text))
		fail_msg("%s reads as \"%s\"", markdown, out.s);
	strbuf_release(&out);
}

static const char *const hostile[] = {
	"a | b", "||", "\\", "\\\\", "a\\|b", "<br>", "<script>alert(1)</script>",
	"</table>", "<!-- note -->", "[a](http://b)", "![x](y)", "[x]: y",
	"`code`", "``", "*a*", "**a**", "_a_ __b__", "~~gone~~", "a*b*c",
	"# no heading", "- no list", "+ nor here", "1. nor here", "> quote",
	"R&D &amp; co", "&lt;b&gt;", "&#35;", "$x^2$", "^up^ ~down~", "{#id}",
	"https://example.com/a_b_c", "<https://example.com>", ":smile:",
	"10:30", "***", "---", "a\\", "***a", "tiếng Việt ấ 日本 👩‍👩‍👧", "a  b",
	"'single' \"double\"", "[[[[", "]](((", "=", "::: notes", "a_b_c",
};

static void what_is_escaped_reads_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(hostile); i++) {
		struct strbuf out = STRBUF_INIT;

		markdown_escape(hostile[i], "<br>", &out);
		reads_as(out.s, hostile[i]);
		strbuf_release(&out);
	}
}

static void no_mark_stays_bare(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	markdown_escape("|<[`*_~#&^$\n\t:x", "<br>", &out);
	assert_string_equal(out.s, "\\|\\<\\[\\`\\*\\_\\~\\#\\&\\^\\$<br> \\:x");
	strbuf_release(&out);
	markdown_escape("https://a.b: c", " / ", &out);
	assert_string_equal(out.s, "https://a.b: c");
	strbuf_release(&out);
}

static void marks_are_taken_off(void **state)
{
	(void)state;
	reads_as("**Stage** *one* __two__ _three_ ~~four~~",
		 "Stage one two three four");
	reads_as("*\"Is it **free**?\"* — maybe", "\"Is it free?\" — maybe");
	reads_as("***both***", "both");
	reads_as("Browse `a/b_c/` and ``x`y``", "Browse a/b_c/ and x`y");
	reads_as("a<br>b<br/>c<BR />d", "a\nb\nc\nd");
	reads_as("&lt; 10 &amp; &#x41;&#66;&nbsp;&hellip;",
		 "< 10 & AB\xC2\xA0&hellip;");
	reads_as("[site](https://a.b/c(d)) ![logo](l.png) [](x)",
		 "site (https://a.b/c(d)) logo (l.png) (x)");
	reads_as("<https://a.b> and <b>", "https://a.b and <b>");
}

static void what_is_no_mark_stays(void **state)
{
	(void)state;
	reads_as("2 * 3 * 4", "2 * 3 * 4");
	reads_as("snake_case_name", "snake_case_name");
	reads_as("*open", "*open");
	reads_as("a ~ b & c < d", "a ~ b & c < d");
	reads_as("`open", "`open");
	reads_as("[no link] (x)", "[no link] (x)");
	reads_as("\\d \\", "\\d \\");
	reads_as("****", "****");
	reads_as("", "");
}

/* Half a million of each in well under a second. */
static void long_runs_of_marks_are_quick(void **state)
{
	static const char *const marks[] = { "[", "*a ", "`a``", "&", "<",
		"_a *b ", "![](", "**a**" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
		struct strbuf text = STRBUF_INIT, out = STRBUF_INIT;

		while (text.len < 500000)
			strbuf_addstr(&text, marks[i]);
		markdown_plain(text.s, text.len, &out);
		assert_true(out.len > 0);
		strbuf_release(&text);
		strbuf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_escaped_reads_back),
		cmocka_unit_test(no_mark_stays_bare),
		cmocka_unit_test(marks_are_taken_off),
		cmocka_unit_test(what_is_no_mark_stays),
		cmocka_unit_test(long_runs_of_marks_are_quick),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
