#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "cli_calls.h"
#include "sample.h"
#include "store/snapshot.h"
#include "tmp.h"
#include "vt.h"

/* A title of a window, a colour by a C1 control, text from right to left,
 * nothing of any width, a tag, and one byte that is no character. */
#define TITLE_OF_WINDOW "\033]0;owned\a"
#define HOSTILE TITLE_OF_WINDOW "\r\b\302\23331m\u202Eodd\u2066\u200B\u200F" \
	"\u061C\uFEFF\u2028\U000E0041\u00AD"
#define BROKEN HOSTILE "\xFF"

static struct vt *vt;

static int end_program(void **state)
{
	(void)state;
	vt_free(vt);
	vt = NULL;
	return 0;
}

static void note_id(const struct row *r, void *arg)
{
	int64_t *ids = arg;

	while (*ids)
		ids++;
	*ids = r->id;
}

/* The sample, with the text in every title, by somebody so called. */
static struct project *hostile_project(void)
{
	struct project *p = sample_project();

	for (int e = 0; e < ENTITIES; e++) {
		int64_t ids[50] = { 0 };

		if (entities[e].title < 0)
			continue;
		assert_in_range(project_count(p, (enum entity)e), 0, 49);
		project_each(p, (enum entity)e, note_id, ids);
		for (int64_t *id = ids; *id; id++)
			project_set(p, (enum entity)e, *id, entities[e].title,
				    "a" HOSTILE "z");
	}
	return p;
}

static const char *hostile_file(void)
{
	const char *path = tmp_path("b" BROKEN ".cjm");
	struct project *p = hostile_project();
	struct err err = { "" };
	struct import_intent i;
	struct store *s;

	intent_import(&i, p, "from" HOSTILE);
	s = store_create(path, "Ann" HOSTILE, &i.intent, &err);
	if (!s || !snapshot_take(s, "snap" HOSTILE, &err))
		fail_msg("%s", err.msg);
	store_close(s);
	project_free(p);
	return path;
}

/* Lines of text, and nothing that utf8_clean() would take out. */
static void assert_harmless(const char *text)
{
	struct utf8_report report = { 0, 0 };
	struct strbuf clean = STRBUF_INIT;
	struct strbuf lines = STRBUF_INIT;

	for (; *text; text++)           /* the terminal's own line ends */
		if (strncmp(text, "\r\n", 2) != 0)
			strbuf_addch(&lines, *text);
	utf8_clean(lines.s, lines.len, &clean, &report);
	if (report.bad || report.stripped || strchr(lines.s, '\t'))
		fail_msg("%s", lines.s);
	strbuf_release(&clean);
	strbuf_release(&lines);
}

/* The same words on a terminal and, where it is not one, raw. */
static void on_a_terminal(const char *const words[], const char *shown)
{
	vt = vt_start(24, 200, words);
	assert_in_range(vt_exit_status(vt), 0, 3);
	assert_harmless(vt_output(vt));
	assert_has(vt_output(vt), shown);
	assert_int_equal(vt_mode(vt, 1049), -1);
	end_program(NULL);
}

static void in_a_pipe(const char *const words[], const char *part)
{
	struct run r;

	run(&r, NULL, words);
	if (!strstr(r.out, part) && !strstr(r.err, part))
		fail_msg("not as it is: %s%s", r.out, r.err);
	run_release(&r);
}

#define SHOWN "\u241B]0;owned\u2407"

static void what_a_file_holds_is_shown_in_marks(void **state)
{
	const char *f = hostile_file();

	(void)state;
	on_a_terminal(RUN("cjm", "show", f), SHOWN);
	on_a_terminal(RUN("cjm", "show", "--plain", f), SHOWN);
	on_a_terminal(RUN("cjm", "maps", f), SHOWN);
	on_a_terminal(RUN("cjm", "log", f), SHOWN);
	on_a_terminal(RUN("cjm", "log", "--json", f), "owned");
	on_a_terminal(RUN("cjm", "log", "--to", "markdown", "--since", "1", f),
		      "");
	on_a_terminal(RUN("cjm", "log", "--to", "markdown", f), "owned");
	for (const struct format *o = formats; o->name; o++)
		on_a_terminal(RUN("cjm", "export", "--to", o->name, f),
			      !o->write ? "no format" :
			      o->flags & FORMAT_BINARY ? "not text" :
							 "owned");
	on_a_terminal(RUN("cjm", "add", f, "knocks"), "knocks");
	on_a_terminal(RUN("cjm", "undo", "--author", "Ann" HOSTILE, f), "");
	on_a_terminal(RUN("cjm", "redo", "--author", "Ann" HOSTILE, f), "");
	on_a_terminal(RUN("cjm", "restore", f, "1"), "1");
	on_a_terminal(RUN("cjm", "verify", f), "");
}

/* Too many for one line, they are listed. */
static void many_stages_are_shown_in_marks(void **state)
{
	const char *path = tmp_path("many.cjm");
	struct project *p = hostile_project();
	struct err err = { "" };
	struct import_intent i;
	char *text;

	(void)state;
	for (int64_t id = 900; id < 960; id++)
		project_put(p, row_new(STAGE, id, &(struct values){ {
			[STAGE_MAP] = "21", [STAGE_RANK] = "b00",
			[STAGE_TITLE] = HOSTILE } }));
	intent_import(&i, p, "");
	store_close(store_create(path, NULL, &i.intent, &err));
	project_free(p);
	text = said(RUN("cjm", "show", path, "--map", "1"));
	assert_has(text, "\n 60 " SHOWN);
	assert_harmless(text);
	free(text);
}

static void what_was_typed_is_shown_in_marks(void **state)
{
	const char *f = hostile_file(), *new = tmp_path("n" BROKEN ".cjm");
	const char *bad = tmp_path("c" BROKEN "\n.cjm");

	(void)state;
	tmp_write(bad, HOSTILE, strlen(HOSTILE));
	on_a_terminal(RUN("cjm", "show", bad), SHOWN);
	on_a_terminal(RUN("cjm", bad), SHOWN);
	on_a_terminal(RUN("cjm", "verify", bad), SHOWN);
	on_a_terminal(RUN("cjm", "import", f, bad), SHOWN);
	on_a_terminal(RUN("cjm", "new", new), SHOWN);
	on_a_terminal(RUN("cjm", "new", new), SHOWN);
	on_a_terminal(RUN("cjm", "backup", new, bad), SHOWN);
	on_a_terminal(RUN("cjm", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "show", f, "--" BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "show", f, BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "show", f, "--view", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "show", f, "--width", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "show", f, "--map", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "show", f, "--lang", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "export", f, "--to", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "import", f, f, "--from", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "log", f, "--to", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "log", f, "--touchpoint", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "new", bad, "--template", BROKEN), SHOWN);
	on_a_terminal(RUN("cjm", "restore", f, BROKEN), "owned");
	on_a_terminal(RUN("cjm", "snapshot", f, BROKEN), "owned");
	on_a_terminal(RUN("cjm", "add", f, BROKEN), "owned");
}

static void a_message_is_one_line_whatever_the_name(void **state)
{
	(void)state;
	vt = vt_start(24, 200, RUN("cjm", "show", "no\ncjm: all is well"));
	assert_int_equal(vt_exit_status(vt), 3);
	assert_string_equal(vt_row(vt, 1), "");
	assert_true(vt_has(vt, "no cjm: all is well"));
}

static void pipes_get_everything_as_it_is(void **state)
{
	const char *f = hostile_file();

	(void)state;
	in_a_pipe(RUN("cjm", "maps", f), HOSTILE);
	in_a_pipe(RUN("cjm", "show", "--plain", f), SHOWN);
	in_a_pipe(RUN("cjm", "log", f), HOSTILE);
	in_a_pipe(RUN("cjm", "export", "--to", "outline", f), HOSTILE);
	in_a_pipe(RUN("cjm", "show", BROKEN), BROKEN);
	in_a_pipe(RUN("cjm", "show", f, "--view", BROKEN), BROKEN);
}

/* curses sends commands of its own, so look for what is not one of them. */
static void the_screen_shows_marks_too(void **state)
{
	static const char *const never[] = { "\033]", "\a", "\302\233",
		"\u202E", "\u2066", "\u200B", "\u200F", "\u061C", "\uFEFF",
		"\u2028", "\U000E0041", "\u00AD", "\xFF" };

	(void)state;
	vt = vt_start(24, 80, RUN("cjm", hostile_file()));
	vt_wait(vt, "leave");
	vt_send(vt, "<Enter>");
	vt_settle(vt);
	vt_send(vt, "<Esc>q");
	assert_int_equal(vt_exit_status(vt), 0);
	assert_has(vt_output(vt), SHOWN);
	for (size_t i = 0; i < ARRAY_LEN(never); i++)
		assert_has_not(vt_output(vt), never[i]);
}

#define ON_SCREEN(test) cmocka_unit_test_teardown(test, end_program)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_SCREEN(what_a_file_holds_is_shown_in_marks),
		ON_SCREEN(many_stages_are_shown_in_marks),
		ON_SCREEN(what_was_typed_is_shown_in_marks),
		ON_SCREEN(a_message_is_one_line_whatever_the_name),
		ON_SCREEN(pipes_get_everything_as_it_is),
		ON_SCREEN(the_screen_shows_marks_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
