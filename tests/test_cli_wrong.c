#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "cli_calls.h"
#include "tmp.h"

static const char journey[] = "journey\n  section Need\n    pays: 3: Lan\n";

static int files_beside(const char *path)
{
	char *folder = xstrndup(path, (size_t)(strrchr(path, '/') - path));
	DIR *dir = opendir(folder);
	int count = -2;         /* "." and ".." */

	assert_non_null(dir);
	while (readdir(dir))
		count++;
	closedir(dir);
	free(folder);
	return count;
}

/* A call that must leave `file` as it is, and nothing beside it. */
static void untouched(const char *file, const char *const words[], int status,
		      const char *part)
{
	size_t before_len, after_len;
	char *before = tmp_read(file, &before_len), *after;
	int beside = files_beside(file);

	refused(words, status, part);
	after = tmp_read(file, &after_len);
	assert_int_equal(after_len, before_len);
	assert_memory_equal(after, before, before_len);
	assert_int_equal(files_beside(file), beside);
	free(before);
	free(after);
}

/* Whatever is tried with it, `file` is refused as it is. */
static void refused_by_all(const char *file, const char *part)
{
	const char *source = tmp_file("source.mmd", journey);

	untouched(file, RUN("cjm", file), 3, part);
	untouched(file, RUN("cjm", "show", file), 3, part);
	untouched(file, RUN("cjm", "maps", file), 3, part);
	untouched(file, RUN("cjm", "log", file), 3, part);
	untouched(file, RUN("cjm", "export", file, "--to", "json"), 3, part);
	untouched(file, RUN("cjm", "add", file, "pays"), 3, part);
	untouched(file, RUN("cjm", "import", file, source), 3, part);
	untouched(file, RUN("cjm", "undo", file), 3, part);
	untouched(file, RUN("cjm", "redo", file), 3, part);
	untouched(file, RUN("cjm", "new", file), 3, "is there already");
}

static void wrong_usage_names_the_help(void **state)
{
	const char *file = new_map();

	(void)state;
	untouched(file, RUN("cjm"), 2, "cjm --help");
	untouched(file, RUN("cjm", "show"), 2, "cjm show FILE");
	untouched(file, RUN("cjm", "add", file), 2, "cjm add FILE LINE...");
	untouched(file, RUN("cjm", "show", file, "more"), 2, "\"more\"");
	untouched(file, RUN("cjm", "show", file, "--bogus"), 2,
		  "--bogus; see `cjm show --help`");
	untouched(file, RUN("cjm", "show", file, "-x"), 2, "-x");
	untouched(file, RUN("cjm", "undo", file, "--force"), 2, "--force");
	untouched(file, RUN("cjm", "show", file, "--map"), 2, "MAP");
	untouched(file, RUN("cjm", "show", file, "--plain=1"), 2, "--plain");
	untouched(file, RUN("cjm", "show", file, "--width", "ten"), 2, "ten");
	untouched(file, RUN("cjm", "show", file, "--width", "9"), 2, "40");
	untouched(file, RUN("cjm", "show", file, "--view", "moon"), 2, "map");
	untouched(file, RUN("cjm", "--lang", "xx", "show", file), 2, "xx");
	untouched(file, RUN("cjm", "add", file, "a", "--author", " "), 2,
		  "--author");
}

static void an_unknown_command_gets_the_nearest_one(void **state)
{
	static const char *const pairs[][2] = {
		{ "shwo", "show" }, { "exprot", "export" }, { "ad", "add" },
		{ "imports", "import" }, { "undoo", "undo" },
		{ "mpas", "maps" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		char hint[40];

		snprintf(hint, sizeof hint, "mean `cjm %s`?", pairs[i][1]);
		refused(RUN("cjm", pairs[i][0]), 2, hint);
	}
	refused(RUN("cjm", "frobnicate"), 2, "cjm --help");
	refused(RUN("cjm", ""), 2, "cjm --help");
}

static void a_missing_file_is_not_made(void **state)
{
	const char *file = tmp_path("none.cjm");

	(void)state;
	refused(RUN("cjm", file), 3, "none.cjm");
	refused(RUN("cjm", "show", file), 3, "none.cjm");
	refused(RUN("cjm", "add", file, "pays"), 3, "none.cjm");
	refused(RUN("cjm", "undo", file), 3, "none.cjm");
	refused(RUN("cjm", "new", tmp_path("a/b.cjm")), 3, "b.cjm");
	assert_int_equal(files_beside(file), 0);
}

static void a_folder_is_no_file(void **state)
{
	const char *folder = tmp_new_folder();
	const char *source = tmp_file("source.mmd", journey);

	(void)state;
	refused(RUN("cjm", folder), 3, "folder");
	refused(RUN("cjm", "add", folder, "pays"), 3, "folder");
	refused(RUN("cjm", "import", folder, source), 3, "folder");
	refused(RUN("cjm", "import", tmp_path("a.cjm"), folder), 3, "folder");
}

static void a_named_pipe_does_not_hold_up(void **state)
{
	const char *pipe = tmp_path("pipe"), *file = tmp_path("a.cjm");

	(void)state;
	assert_int_equal(mkfifo(pipe, 0600), 0);
	refused(RUN("cjm", pipe), 3, pipe);
	refused(RUN("cjm", "add", pipe, "pays"), 3, pipe);
	refused(RUN("cjm", "import", file, pipe), 3,
		"is a pipe, and nothing was written to it");
	assert_int_equal(files_beside(file), 0);
}

static void an_empty_file_is_refused(void **state)
{
	(void)state;
	refused_by_all(tmp_file("a.cjm", ""), "empty");
}

static void a_file_cut_short_is_refused(void **state)
{
	static const size_t lengths[] = { 1, 99, 100, 4096, 20000 };
	const char *whole = new_map();
	size_t len;
	char *data = tmp_read(whole, &len);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lengths); i++) {
		const char *file = tmp_path("cut.cjm");

		assert_true(lengths[i] < len);
		tmp_write(file, data, lengths[i]);
		refused_by_all(file, "cut.cjm");
	}
	free(data);
}

static void a_file_that_is_not_ours_is_refused(void **state)
{
	static const char header[] = "SQLite format 3";
	const char *file = tmp_path("other.cjm");
	char *data = xcalloc(1, 4096);

	(void)state;
	refused_by_all(tmp_file("a.cjm", "Just some words.\n"), "a.cjm");
	memcpy(data, header, sizeof header);
	tmp_write(file, data, 4096);
	refused_by_all(file, "another program");
	free(data);
}

static void a_read_only_file_can_be_read(void **state)
{
	const char *file = new_map();
	const char *source = tmp_file("source.mmd", journey);

	(void)state;
	assert_int_equal(chmod(file, 0444), 0);
	calls(RUN("cjm", "show", file));
	calls(RUN("cjm", "maps", file));
	untouched(file, RUN("cjm", "add", file, "pays"), 3, "only be read");
	untouched(file, RUN("cjm", "undo", file), 3, "only be read");
	untouched(file, RUN("cjm", "import", file, source), 3,
		  "only be read");
}

static void an_unknown_format_gets_a_list(void **state)
{
	const char *file = new_map(), *text = tmp_file("a.doc", "Hello.\n");

	(void)state;
	untouched(file, RUN("cjm", "export", file), 2, "mermaid");
	untouched(file, RUN("cjm", "export", file, "--to", "doc"), 2,
		  "mermaid");
	untouched(file, RUN("cjm", "export", file, "-o", "a.doc"), 2,
		  "mermaid");
	untouched(file, RUN("cjm", "import", file, text), 3, "mermaid");
	untouched(file, RUN("cjm", "import", file, text, "--from", "doc"), 2,
		  "mermaid");
	untouched(file, RUN("cjm", "import", file, text, "--from", "plain"),
		  2, "mermaid");
	refused(RUN("cjm", "new", tmp_path("a.cjm"), "--template", "none"), 2,
		"default");
}

static void an_export_replaces_nothing_unasked(void **state)
{
	const char *file = new_map(), *out = tmp_file("a.mmd", "mine\n");

	(void)state;
	untouched(out, RUN("cjm", "export", file, "-o", out), 3, "--force");
	untouched(file, RUN("cjm", "export", file, "--to", "json", "-o", file,
			    "--force"), 3, "own file");
}

/* The source is refused both for a file that is there and for a new one. */
static void no_source(const char *name, const char *data, size_t len,
		      const char *part)
{
	const char *source = tmp_path(name), *file = new_map();
	const char *none = tmp_path("none.cjm");

	tmp_write(source, data, len);
	untouched(file, RUN("cjm", "import", file, source), 3, part);
	refused(RUN("cjm", "import", none, source), 3, part);
	assert_int_equal(files_beside(none), 0);
}

#define NO_SOURCE(name, data, part) \
	no_source(name, data, sizeof data - 1, part)

static void a_source_that_cannot_be_read_changes_nothing(void **state)
{
	const char *large = tmp_path("large.mmd");

	(void)state;
	NO_SOURCE("a.mmd", "flowchart TD\n  A --> B\n", "a.mmd");
	NO_SOURCE("a.json", "{\"cjm\": 1,", "a.json:1:10: ");
	NO_SOURCE("a.outline", "cjm outline 99\n", "99");
	NO_SOURCE("a.outline", "", "empty");
	NO_SOURCE("a.mmd", " \r\n\t\n", "empty");
	NO_SOURCE("a.mmd", "\xFF\xFEj\0o\0", "UTF-16");
	NO_SOURCE("a.mmd", "j\0o\0u\0r\0", "UTF-16");
	NO_SOURCE("a.mmd", "journey\n section Caf\xE9\n", "a.mmd:2:13: ");
	tmp_write(large, "x", 1);
	assert_int_equal(truncate(large, 257 * 1024 * 1024), 0);
	refused(RUN("cjm", "import", tmp_path("a.cjm"), large), 3,
		"too large");
	refused(RUN("cjm", "import", tmp_path("a.cjm"), "no-such-file"), 3,
		"no-such-file");
	refused(RUN("cjm", "import", tmp_path("a.cjm"), new_map()), 3,
		"cjm export");
}

static void output_that_gets_lost_is_noticed(void **state)
{
	const char *file = new_map();
	struct run r;

	(void)state;
	run(&r, NULL, RUN("sh", "-c", "cjm show \"$1\" >/dev/full", "sh",
			  file));
	assert_int_equal(r.status, 3);
	assert_has(r.err, "cjm: the output cannot be written");
	run_release(&r);
	run(&r, NULL, RUN("sh", "-c", "cjm show \"$1\" >&-", "sh", file));
	assert_int_equal(r.status, 3);
	assert_has(r.err, "cjm: the output cannot be written");
	run_release(&r);
}

/* As the shell and scripts know it of other programs. */
static void a_reader_that_goes_away_ends_it_in_silence(void **state)
{
	const char *file = new_map();
	struct run r;
	char *text;

	(void)state;
	run(&r, NULL, RUN("sh", "-c", "mkfifo \"$1.p\"; "
			  "exec 4<>\"$1.p\" 3>\"$1.p\" 4<&-; "
			  "cjm show \"$1\" >&3", "sh", file));
	assert_int_equal(r.status, 128 + SIGPIPE);
	assert_string_equal(r.err, "");
	run_release(&r);
	/* what was asked for is done nevertheless */
	run(&r, NULL, RUN("sh", "-c", "exec 4<>\"$1.p\" 3>\"$1.p\" 4<&-; "
			  "cjm add \"$1\" rings knocks >&3", "sh", file));
	assert_int_equal(r.status, 128 + SIGPIPE);
	run_release(&r);
	text = said(RUN("cjm", "show", file, "--plain"));
	assert_has(text, "knocks");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_usage_names_the_help),
		cmocka_unit_test(an_unknown_command_gets_the_nearest_one),
		cmocka_unit_test(a_missing_file_is_not_made),
		cmocka_unit_test(a_folder_is_no_file),
		cmocka_unit_test(a_named_pipe_does_not_hold_up),
		cmocka_unit_test(an_empty_file_is_refused),
		cmocka_unit_test(a_file_cut_short_is_refused),
		cmocka_unit_test(a_file_that_is_not_ours_is_refused),
		cmocka_unit_test(a_read_only_file_can_be_read),
		cmocka_unit_test(an_unknown_format_gets_a_list),
		cmocka_unit_test(an_export_replaces_nothing_unasked),
		cmocka_unit_test(a_source_that_cannot_be_read_changes_nothing),
		cmocka_unit_test(output_that_gets_lost_is_noticed),
		cmocka_unit_test(a_reader_that_goes_away_ends_it_in_silence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
