/* The file goes away beneath an open store, or another one takes its place:
 * nothing is ever written to the wrong file. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../dice.h"
#include "../state.h"
#include "../stores.h"
#include "../tmp.h"
#include "base/strbuf.h"
#include "figures.h"
#include "store/history.h"
#include "store/verify.h"

enum { EDITS_MOST = 6 };

static char *sample;            /* the file each run begins with */
static size_t sample_len;

static void edit(struct store *s, const char *who, int n)
{
	char text[64];

	snprintf(text, sizeof text, "%d by %s, %u", n, who, dice(1000000));
	stores_set(s, STAGE, 31, STAGE_WANT, text);
}

/* A copy of the file with as many edits more, by somebody else. */
static const char *other_file(const char *from, unsigned edits)
{
	const char *path = tmp_path("other.cjm");
	size_t len;
	char *data = tmp_read(from, &len);
	struct store *s;

	tmp_write(path, data, len);
	free(data);
	s = stores_open(path, "Eve");
	for (unsigned i = 0; i < edits; i++)
		edit(s, "Eve", (int)i);
	store_close(s);
	return path;
}

/* As `cp` does it: the file stays the same one. */
static void overwrite(const char *path, const char *data, size_t len)
{
	int fd = open(path, O_WRONLY | O_TRUNC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, data, len), len);
	close(fd);
}

static void copy_over(const char *from, const char *path)
{
	size_t len;
	char *data = tmp_read(from, &len);

	overwrite(path, data, len);
	free(data);
}

static void delete_it(const char *path, const char *away, const char *start)
{
	(void)away;
	(void)start;
	assert_int_equal(unlink(path), 0);
}

static void rename_it(const char *path, const char *away, const char *start)
{
	(void)start;
	assert_int_equal(rename(path, away), 0);
}

static void replace_it(const char *path, const char *away, const char *start)
{
	assert_int_equal(link(path, away), 0);
	assert_int_equal(rename(other_file(start, dice(EDITS_MOST)), path),
			 0);
}

static void overwrite_it(const char *path, const char *away,
			 const char *start)
{
	(void)away;
	copy_over(other_file(start, 1 + dice(EDITS_MOST)), path);
}

static void overwrite_it_by_an_older(const char *path, const char *away,
				     const char *start)
{
	(void)away;
	copy_over(start, path);
}

static void overwrite_it_by_a_text(const char *path, const char *away,
				   const char *start)
{
	char text[5000];

	(void)away;
	(void)start;
	memset(text, 'x', sizeof text);
	overwrite(path, text, dice(sizeof text));
}

struct way {
	const char *name;
	void (*go)(const char *path, const char *away, const char *start);
};

static const struct way ways[] = {
	{ "deleted", delete_it },
	{ "renamed", rename_it },
	{ "replaced", replace_it },
	{ "overwritten by another", overwrite_it },
	{ "overwritten by an older one", overwrite_it_by_an_older },
	{ "overwritten by a text", overwrite_it_by_a_text },
};

/* What lies under a name, to be held against what lies there later. */
struct seen {
	char *data;
	size_t len;
};

static struct seen see(const char *path)
{
	struct seen seen = { NULL, 0 };

	if (!access(path, F_OK))
		seen.data = tmp_read(path, &seen.len);
	return seen;
}

static void assert_untouched(const char *path, struct seen *was,
			     const char *way)
{
	struct seen is = see(path);

	if (!was->data != !is.data || was->len != is.len ||
	    (is.data && memcmp(was->data, is.data, is.len) != 0))
		fail_msg("%s: %s was written to", way, path);
	free(is.data);
	free(was->data);
}

static void must_refuse(bool done, const struct err *err, const char *way)
{
	if (done)
		fail_msg("%s: an edit was called saved", way);
	assert_string_not_equal(err->msg, "");
}

/* Whatever one tries is refused, and the model stays as it was. */
static void try_all(struct store *s, const char *way)
{
	char *before = state_print(store_project(s)), *after;
	int64_t last = store_last_edit(s);
	struct err err = { "" };
	struct set_intent set;

	if (dice(2))
		store_refresh(s, NULL, &err);
	intent_set(&set, STAGE, 32);
	intent_set_field(&set, STAGE_WANT, "into the wrong file");
	must_refuse(store_do(s, &set.intent, &err), &err, way);
	must_refuse(history_undo(s, NULL, &err), &err, way);
	must_refuse(store_do(s, &set.intent, &err), &err, way);
	assert_int_equal(store_last_edit(s), last);
	after = state_print(store_project(s));
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void go_one_way(const struct way *w)
{
	const char *path = tmp_path("map.cjm"), *start = tmp_path("start.cjm");
	const char *away = tmp_path("away.cjm");
	unsigned edits = 1 + dice(EDITS_MOST);
	struct seen here, there;
	struct store *s;

	tmp_write(path, sample, sample_len);
	tmp_write(start, sample, sample_len);
	s = stores_open(path, "Ann");
	for (unsigned i = 0; i < edits; i++)
		edit(s, "Ann", (int)i);
	w->go(path, away, start);
	here = see(path);
	there = see(away);
	try_all(s, w->name);
	store_close(s);
	assert_untouched(path, &here, w->name);
	assert_untouched(away, &there, w->name);
}

static void nothing_is_written_to_the_wrong_file(void **state)
{
	long count = figures_count(100, 2000);

	(void)state;
	dice_start(figures_seed());
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		for (long n = 0; n < count; n++)
			go_one_way(&ways[i]);
		figures_tell("moved: %ld times %s while open: 0 written to "
			     "the wrong file", count, ways[i].name);
	}
}

static void found(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

/* Copied away, edited there, and copied back over it: it goes on. */
static void a_newer_state_of_it_is_followed(void **state)
{
	long count = figures_count(100, 2000);

	(void)state;
	dice_start(figures_seed());
	for (long n = 0; n < count; n++) {
		const char *path = tmp_path("map.cjm");
		struct err err = { "" };
		struct store *s;

		tmp_write(path, sample, sample_len);
		s = stores_open(path, "Ann");
		edit(s, "Ann", 0);
		copy_over(other_file(path, 1 + dice(EDITS_MOST)), path);
		edit(s, "Ann", 1);
		assert_stored(s);
		store_close(s);
		if (!verify(path, found, NULL, &err))
			fail_msg("%s", err.msg);
	}
	figures_tell("moved: %ld times overwritten by what it became "
		     "elsewhere: 0 lost, 0 damaged", count);
}

static int prepare(void **state)
{
	const char *path;

	(void)state;
	store_close(stores_sample(&path));
	sample = tmp_read(path, &sample_len);
	return 0;
}

static int tidy(void **state)
{
	(void)state;
	free(sample);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_written_to_the_wrong_file),
		cmocka_unit_test(a_newer_state_of_it_is_followed),
	};

	return cmocka_run_group_tests(tests, prepare, tidy);
}
