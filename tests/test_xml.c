#include "format/xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "format/html_text.h"

static void assert_text(const char *text, const char *xml)
{
	struct strbuf s = STRBUF_INIT;

	xml_text(&s, text);
	assert_string_equal(s.s, xml);
	strbuf_release(&s);
}

static void assert_html(const char *text, const char *html)
{
	struct strbuf s = STRBUF_INIT;

	html_text(&s, text);
	assert_string_equal(s.s, html);
	strbuf_release(&s);
}

static void ordinary_text_stays_as_it_is(void **state)
{
	(void)state;
	assert_text("", "");
	assert_text("Đặt hàng ở 日本\n\t👩‍👩‍👧 'ok'", "Đặt hàng ở 日本\n\t👩‍👩‍👧 'ok'");
}

static void marks_are_escaped(void **state)
{
	(void)state;
	assert_text("<b a=\"c\">&amp;</b>",
		    "&lt;b a=&quot;c&quot;&gt;&amp;amp;&lt;/b&gt;");
	assert_text("]]>", "]]&gt;");
}

static void what_xml_cannot_hold_is_left_out(void **state)
{
	(void)state;
	assert_text("a\001\033[31mb\177", "a[31mb");
	assert_text("a\357\277\276b\357\277\277c", "abc");
	assert_text("a\377b", "a\357\277\275b");
}

static void disguises_are_left_out(void **state)
{
	(void)state;
	assert_text("a\342\200\256b\342\200\213c\342\201\246d", "abcd");
}

static void web_and_mail_addresses_can_be_clicked(void **state)
{
	(void)state;
	assert_html("see https://a.vn/?b=1&c=2, or <mailto:x@y.vn>",
		    "see <a rel=\"noreferrer\" href=\"https://a.vn/?b=1&amp;"
		    "c=2\">https://a.vn/?b=1&amp;c=2</a>, or &lt;<a "
		    "rel=\"noreferrer\" href=\"mailto:x@y.vn\">mailto:x@y.vn"
		    "</a>&gt;");
}

static void no_other_address_can(void **state)
{
	(void)state;
	assert_html("javascript:alert(1)", "javascript:alert(1)");
	assert_html("data:text/html,x file:///etc/passwd",
		    "data:text/html,x file:///etc/passwd");
	assert_html("xhttp://a https:// mailto:",
		    "xhttp://a https:// mailto:");
}

static void an_address_ends_before_a_quote(void **state)
{
	(void)state;
	assert_html("http://a\"onclick=x",
		    "<a rel=\"noreferrer\" href=\"http://a\">http://a</a>"
		    "&quot;onclick=x");
}

static void lines_break_where_they_did(void **state)
{
	(void)state;
	assert_html("a\nb\n", "a<br/>\nb<br/>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ordinary_text_stays_as_it_is),
		cmocka_unit_test(marks_are_escaped),
		cmocka_unit_test(what_xml_cannot_hold_is_left_out),
		cmocka_unit_test(disguises_are_left_out),
		cmocka_unit_test(web_and_mail_addresses_can_be_clicked),
		cmocka_unit_test(no_other_address_can),
		cmocka_unit_test(an_address_ends_before_a_quote),
		cmocka_unit_test(lines_break_where_they_did),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
