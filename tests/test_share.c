#include "model/redact.h"
#include "store/share.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "dice.h"
#include "state.h"
#include "store/history.h"
#include "store/snapshot.h"
#include "stores.h"
#include "tmp.h"

enum { DAMAGED = 300 };

static bool file_holds(const char *path, const char *text)
{
	size_t len;
	char *data = tmp_read(path, &len);
	bool found = memmem(data, len, text, strlen(text));

	free(data);
	return found;
}

static const char *shared(const char *path, unsigned redact)
{
	const char *copy = tmp_path("copy.cjm");
	struct err err = { "" };

	if (!share(path, copy, redact, &err))
		fail_msg("%s", err.msg);
	return copy;
}

static void no_old_text_and_no_name_is_in_the_copy(void **state)
{
	const char *path, *copy;
	struct store *s = stores_sample(&path);
	struct err err = { "" };

	(void)state;
	store_set_author(s, "Ann-the-author");
	stores_set(s, STAGE, 31, STAGE_WANT, "earlier wording");
	stores_set(s, STAGE, 31, STAGE_WANT, "later wording");
	assert_true(snapshot_take(s, "before lunch", &err));
	assert_true(file_holds(path, "earlier wording"));
	copy = shared(path, 0);
	assert_true(file_holds(copy, "later wording"));
	assert_false(file_holds(copy, "earlier wording"));
	assert_false(file_holds(copy, "Ann-the-author"));
	assert_false(file_holds(copy, "before lunch"));
	store_close(s);
	s = stores_open(copy, "Bob");
	assert_int_equal(store_last_edit(s), 1);
	assert_false(history_undo(s, NULL, &err));
	assert_stored(s);
	store_close(s);
}

/* They are numbered, the same person the same one. */
static void voters_are_told_apart_without_names(void **state)
{
	const char *path, *copy;
	struct store *s = stores_sample(&path);
	const char *first;

	(void)state;
	store_close(s);
	stores_sql(path, "DELETE FROM vote;"
		   "INSERT INTO vote (id, touchpoint, voter, number) VALUES"
		   " (1, 41, 'Eve', 1), (2, 42, 'Eve', 1), (3, 41, 'Bo', 1)");
	copy = shared(path, 0);
	assert_false(file_holds(copy, "Eve"));
	s = stores_open(copy, "Bob");
	first = stores_text(s, VOTE, 1, VOTE_VOTER);
	assert_string_equal(stores_text(s, VOTE, 2, VOTE_VOTER), first);
	assert_string_not_equal(stores_text(s, VOTE, 3, VOTE_VOTER), first);
	store_close(s);
}

static void the_copy_has_all_else(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct store *t = stores_open(shared(path, 0), "Bob");
	const struct project *a = store_project(s), *b = store_project(t);

	(void)state;
	for (int e = 0; e < ENTITIES; e++) {
		size_t count;
		const struct row **rows = state_rows(a, (enum entity)e,
						     &count);

		for (size_t i = 0; i < count; i++) {
			const struct row *r = project_row(b, (enum entity)e,
							  rows[i]->id);

			if (e == SNAPSHOT || e == CONFLICT)
				assert_null(r);
			else if (e != VOTE)
				assert_true(r && row_equal(r, rows[i]));
			else
				assert_string_not_equal(
					row_text(r, VOTE_VOTER),
					row_text(rows[i], VOTE_VOTER));
		}
		free(rows);
	}
	store_close(s);
	store_close(t);
}

static void what_is_redacted_is_left_out(void **state)
{
	static const struct { unsigned bit; int field; } parts[] = {
		{ REDACT_QUOTES, TOUCHPOINT_QUOTE },
		{ REDACT_OWNERS, TOUCHPOINT_OWNER },
		{ REDACT_NOTES, TOUCHPOINT_NOTES },
	};
	const char *path;
	struct store *s = stores_sample(&path);
	int64_t id = project_touchpoints(store_project(s), 21,
					 31)->rows[0]->id;

	(void)state;
	for (size_t i = 0; i < 3; i++)
		stores_set(s, TOUCHPOINT, id, parts[i].field, "secret");
	store_close(s);
	for (size_t i = 0; i < 3; i++) {
		struct store *t = stores_open(shared(path, parts[i].bit), "B");

		for (size_t k = 0; k < 3; k++)
			assert_string_equal(stores_text(t, TOUCHPOINT, id,
							parts[k].field),
					    i == k ? "" : "secret");
		store_close(t);
	}
	assert_false(file_holds(shared(path, 7), "secret"));
}

static void collect(const char *what, void *arg)
{
	strbuf_addf(arg, "%s\n", what);
}

/* What was lost; the caller frees it. */
static char *salvaged(const char *path, const char *copy)
{
	struct strbuf lost = STRBUF_INIT;
	struct err err = { "" };

	if (!salvage(path, copy, collect, &lost, &err))
		fail_msg("%s", err.msg);
	return strbuf_detach(&lost);
}

static void nothing_is_lost_of_a_sound_file(void **state)
{
	const char *path, *copy = tmp_path("copy.cjm");
	struct store *s = stores_sample(&path), *t;
	char *lost = salvaged(path, copy);

	(void)state;
	assert_string_equal(lost, "");
	t = stores_open(copy, "Bob");
	for (int e = 0; e < SNAPSHOT; e++)
		assert_int_equal(project_count(store_project(t),
					       (enum entity)e),
				 project_count(store_project(s),
					       (enum entity)e));
	assert_stored(t);
	free(lost);
	store_close(s);
	store_close(t);
}

static void what_hangs_on_nothing_is_told(void **state)
{
	const char *path, *copy = tmp_path("copy.cjm");
	struct store *s = stores_sample(&path);
	int64_t id = project_touchpoints(store_project(s), 21,
					 31)->rows[0]->id;
	char *lost;

	(void)state;
	store_close(s);
	stores_sql(path, "PRAGMA foreign_keys = 0;"
			 "DELETE FROM stage WHERE id = 31;"
			 "DELETE FROM map WHERE id = 22;"
			 "UPDATE persona SET name = CAST(x'ff' AS TEXT)"
			 " WHERE id = 12");
	lost = salvaged(path, copy);
	assert_non_null(strstr(lost, "its stage is lost\n"));
	assert_non_null(strstr(lost, "its map is lost, so it is, too\n"));
	assert_non_null(strstr(lost, "persona 12"));
	s = stores_open(copy, "Bob");
	assert_string_equal(stores_text(s, TOUCHPOINT, id, TOUCHPOINT_STAGE),
			    "");
	assert_stored(s);
	free(lost);
	store_close(s);
}

static void a_file_cut_short_gives_what_it_has(void **state)
{
	const char *path, *copy = tmp_path("copy.cjm");
	struct store *s = stores_sample(&path);
	size_t len;
	char *lost, *data;

	(void)state;
	store_close(s);
	data = tmp_read(path, &len);
	assert_int_equal(truncate(path, (off_t)(len * 3 / 4)), 0);
	lost = salvaged(path, copy);
	assert_string_not_equal(lost, "");
	s = stores_open(copy, "Bob");
	assert_stored(s);
	store_close(s);
	free(lost);
	free(data);
}

/* Whatever the damage: no crash, and what comes out can be opened. */
static void any_damage_gives_a_sound_file_or_a_sentence(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	size_t len, saved = 0;
	char *data;

	(void)state;
	store_close(s);
	data = tmp_read(path, &len);
	dice_start(5);
	for (int i = 0; i < DAMAGED; i++) {
		const char *copy = tmp_path("copy.cjm");
		struct strbuf lost = STRBUF_INIT;
		struct err err = { "" };
		char *bad = malloc(len);

		memcpy(bad, data, len);
		for (int k = 0; k < 30; k++)
			bad[100 + dice((unsigned)len - 100)] = (char)dice(256);
		tmp_write(path, bad, len);
		if (salvage(path, copy, collect, &lost, &err)) {
			saved++;
			s = stores_open(copy, "Bob");
			assert_sound(store_project(s));
			store_close(s);
		} else {
			assert_string_not_equal(err.msg, "");
		}
		strbuf_release(&lost);
		free(bad);
	}
	assert_true(saved > DAMAGED / 2);
	free(data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_old_text_and_no_name_is_in_the_copy),
		cmocka_unit_test(voters_are_told_apart_without_names),
		cmocka_unit_test(the_copy_has_all_else),
		cmocka_unit_test(what_is_redacted_is_left_out),
		cmocka_unit_test(nothing_is_lost_of_a_sound_file),
		cmocka_unit_test(what_hangs_on_nothing_is_told),
		cmocka_unit_test(a_file_cut_short_gives_what_it_has),
		cmocka_unit_test(any_damage_gives_a_sound_file_or_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
