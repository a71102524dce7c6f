/* SQLite gets no memory, once or for ever.  When the program itself gets
 * none, it ends with a sentence (base/alloc.h): that is as being killed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../scarce.h"
#include "../state.h"
#include "../stores.h"
#include "../tmp.h"
#include "../twenty.h"
#include "figures.h"
#include "store/verify.h"

static const struct trouble memory = { scarce_start, scarce_stop };

static void edits_are_saved_or_refused(void **state)
{
	struct twenty once, ever;

	(void)state;
	once = twenty_fail_each(&memory, false, 1);
	figures_tell("memory: each of %ld calls for memory of 20 edits fails "
		     "once: %ld refused, 0 lost, 0 damaged", once.points,
		     once.refused);
	ever = twenty_fail_each(&memory, true, TWENTY);
	figures_tell("memory: each of %ld for ever: %ld refused, %ld not "
		     "known, 0 lost, 0 damaged", ever.points, ever.refused,
		     ever.unknown);
}

static void assert_untouched(const char *path)
{
	size_t sample_len, len;
	const char *sample = twenty_sample(&sample_len);
	char *data = tmp_read(path, &len);

	assert_int_equal(len, sample_len);
	assert_memory_equal(data, sample, len);
	free(data);
}

/* Open and read all of it while a call fails; whether any did. */
static bool open_once(const char *path, const char *sound, long n,
		      bool for_ever)
{
	struct err err = { "" };
	struct store *s;
	bool failed;

	scarce_start(n, for_ever);
	s = store_open(path, &err);
	if (s && store_visit(s, 0, &err)) {
		char *text = state_print(store_project(s));

		assert_string_equal(text, sound);
		free(text);
	} else if (!strstr(err.msg, "out of memory")) {
		fail_msg("call %ld: \"%s\"", n, err.msg);
	}
	store_close(s);
	failed = scarce_stop() >= n;
	assert_untouched(path);
	return failed;
}

static void opening_tells_or_works(void **state)
{
	const char *path = tmp_path("map.cjm");
	size_t len;
	const char *sample = twenty_sample(&len);
	struct store *s;
	char *sound;
	long points[2];

	(void)state;
	tmp_write(path, sample, len);
	s = stores_open(path, "Ann");
	sound = state_print(store_project(s));
	store_close(s);
	for (int for_ever = 0; for_ever < 2; for_ever++) {
		long n = 1;

		while (open_once(path, sound, n, for_ever))
			n++;
		points[for_ever] = n - 1;
	}
	free(sound);
	figures_tell("memory: each of %ld calls of opening fails once, or "
		     "for ever: 0 crashed, 0 wrong", points[0]);
}

static void count(const char *what, void *arg)
{
	assert_string_not_equal(what, "");
	++*(long *)arg;
}

/* Each call of verify() fails in its turn: how many. */
static long verify_each(const char *path, bool damaged)
{
	long n = 0, found, calls;

	do {
		struct err err = { "" };
		bool looked;

		found = 0;
		scarce_start(++n, false);
		looked = verify(path, count, &found, &err);
		calls = scarce_stop();
		if (looked && !found && damaged)
			fail_msg("a damaged file was called sound");
		if (!looked)
			assert_string_not_equal(err.msg, "");
	} while (calls >= n);
	assert_int_equal(found > 0, damaged);
	return n - 1;
}

static void no_damaged_file_is_called_sound(void **state)
{
	const char *path = tmp_path("map.cjm");
	size_t len;
	const char *sample = twenty_sample(&len);
	long points;

	(void)state;
	tmp_write(path, sample, len);
	points = verify_each(path, false);
	assert_untouched(path);
	stores_sql(path, "UPDATE stage SET title = 'x' WHERE id = 31");
	points += verify_each(path, true);
	figures_tell("memory: each of %ld calls of verifying fails once: "
		     "0 damaged files called sound, 0 crashed", points);
}

static int prepare(void **state)
{
	scarce_install();
	return twenty_prepare(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opening_tells_or_works),
		cmocka_unit_test(no_damaged_file_is_called_sound),
		cmocka_unit_test(edits_are_saved_or_refused),
	};

	return cmocka_run_group_tests(tests, prepare, twenty_tidy);
}
