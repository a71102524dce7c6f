#include "twenty.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "state.h"
#include "store/history.h"
#include "store/verify.h"
#include "stores.h"
#include "tmp.h"

static char *sample;            /* the file each run begins with */
static size_t sample_len;

enum answer { SAVED, REFUSED, UNKNOWN };

static enum answer answer(bool saved, const struct err *err)
{
	if (saved)
		return SAVED;
	assert_string_not_equal(err->msg, "");
	if (!strstr(err->msg, "open the file again to see"))
		return REFUSED;
	assert_null(strstr(err->msg, "not saved"));
	return UNKNOWN;
}

/* Edits that make the file grow and shrink, and some undos. */
static enum answer do_edit(struct store *s, int n)
{
	struct err err = { "" };
	struct set_intent set;
	struct add_intent add;
	char text[4000];

	snprintf(text, sizeof text, "%d %*s", n, 10 + n * 150, "x");
	if (n % 5 == 4)
		return answer(history_undo(s, NULL, &err), &err);
	if (n % 5 == 2) {
		intent_add(&add, TOUCHPOINT);
		add.values.text[TOUCHPOINT_MAP] = "21";
		add.values.text[TOUCHPOINT_STAGE] = "31";
		add.values.text[TOUCHPOINT_TITLE] = text;
		return answer(store_do(s, &add.intent, &err), &err);
	}
	intent_set(&set, STAGE, 31);
	intent_set_field(&set, STAGE_WANT, text);
	return answer(store_do(s, &set.intent, &err), &err);
}

struct outcome {
	long calls;
	int count[3];           /* of each answer */
};

static void find(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

/* The file is sound, and holds what was acknowledged, nothing else; or one
 * edit more if nobody could tell of it whether it was saved. */
static void assert_file(const char *path, const char *state, int64_t last,
			bool unknown)
{
	struct err err = { "" };
	struct store *s;
	char *there;

	if (!verify(path, find, NULL, &err))
		fail_msg("%s", err.msg);
	s = stores_open(path, "Ann");
	there = state_print(store_project(s));
	if (unknown && store_last_edit(s) == last + 1)
		last++;
	else if (strcmp(there, state) != 0)
		fail_msg("the file holds:\n%s\nbut we know:\n%s", there,
			 state);
	assert_int_equal(store_last_edit(s), last);
	assert_int_equal(do_edit(s, 1), SAVED);
	free(there);
	store_close(s);
}

/* The edits, with a fault among them. */
static struct outcome run_edits(const struct trouble *t, long n,
				bool for_ever)
{
	static const char *path;
	struct outcome o = { 0, { 0 } };
	struct store *s;
	int64_t last;
	char *state;

	if (!path)
		path = tmp_path("run.cjm");
	tmp_write(path, sample, sample_len);
	s = stores_open(path, "Ann");
	last = store_last_edit(s);
	t->start(n, for_ever);
	for (int i = 0; i < TWENTY; i++) {
		o.count[do_edit(s, i)]++;
		assert_int_equal(store_last_edit(s), last + o.count[SAVED]);
	}
	o.calls = t->stop();
	state = state_print(store_project(s));
	last = store_last_edit(s);
	store_close(s);
	assert_file(path, state, last, o.count[UNKNOWN]);
	free(state);
	return o;
}

/* Going over to the next call, how many are passed over. */
static long twenty_step(void)
{
	const char *step = getenv("FAULTS_STEP");

	return step && atol(step) > 1 ? atol(step) : 1;
}

struct twenty twenty_fail_each(const struct trouble *t, bool for_ever,
			       int most)
{
	struct twenty sum = { 0, 0, 0 };
	long step = twenty_step();
	struct outcome o;

	for (long n = 1;; n += step) {
		o = run_edits(t, n, for_ever);
		if (o.calls < n)
			break;
		sum.points++;
		sum.refused += o.count[REFUSED];
		sum.unknown += o.count[UNKNOWN];
		assert_true(o.count[REFUSED] <= most);
		assert_true(for_ever || !o.count[UNKNOWN]);
		assert_true(o.count[UNKNOWN] <= 1);
	}
	assert_int_equal(o.count[SAVED], TWENTY);
	assert_true(sum.refused > 0);
	return sum;
}

const char *twenty_sample(size_t *len)
{
	*len = sample_len;
	return sample;
}

int twenty_prepare(void **state)
{
	const char *path;

	(void)state;
	store_close(stores_sample(&path));
	sample = tmp_read(path, &sample_len);
	return 0;
}

int twenty_tidy(void **state)
{
	(void)state;
	free(sample);
	return 0;
}
