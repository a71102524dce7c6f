/* Damaged files: each gives a sentence or opens; what opens and is called
 * sound is what it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../dice.h"
#include "../run.h"
#include "../state.h"
#include "../stores.h"
#include "../tmp.h"
#include "base/alloc.h"
#include "base/utf8.h"
#include "figures.h"
#include "hand.h"
#include "store/share.h"
#include "store/verify.h"

enum { EDITS = 150, PAGE = 4096, HANG_S = 20 };

static char *sound;             /* the file, and what is in it */
static size_t sound_len;
static char *sound_state;

static void flip_bits(char *data, size_t *len)
{
	for (unsigned n = 1 + dice(8); n > 0; n--)
		data[dice((unsigned)*len)] ^= (char)(1 << dice(8));
}

static void flip_in_header(char *data, size_t *len)
{
	(void)len;
	data[dice(100)] ^= (char)(1 << dice(8));
}

static void cut_off(char *data, size_t *len)
{
	(void)data;
	*len = dice(2) ? dice((unsigned)*len) :
			 dice((unsigned)(*len / PAGE)) * PAGE;
}

static char *a_page(char *data, size_t len)
{
	return data + (size_t)dice((unsigned)(len / PAGE)) * PAGE;
}

static void swap_pages(char *data, size_t *len)
{
	char *one = a_page(data, *len), *two = a_page(data, *len);
	char copy[PAGE];

	memcpy(copy, one, PAGE);
	memmove(one, two, PAGE);
	memcpy(two, copy, PAGE);
}

static void clear_page(char *data, size_t *len)
{
	memset(a_page(data, *len), dice(2) ? 0 : 0xff, PAGE);
}

static void scramble(char *data, size_t *len)
{
	char *page = a_page(data, *len);

	for (unsigned n = 1 + dice(64), at = dice(PAGE - 64); n > 0; n--)
		page[at++] = (char)dice(256);
}

static void append(char *data, size_t *len)
{
	memmove(data + *len, a_page(data, *len), PAGE);
	*len += PAGE;
}

static const struct {
	const char *name;
	void (*harm)(char *data, size_t *len);
} harms[] = {
	{ "bits flipped", flip_bits },
	{ "header bits flipped", flip_in_header },
	{ "cut off", cut_off },
	{ "pages swapped", swap_pages },
	{ "a page cleared", clear_page },
	{ "bytes scrambled", scramble },
	{ "a page appended", append },
};

enum fate { REFUSED, FOUND, SOUND, FATES, SILENT = 20, WRITTEN, ODD };

static void count(const char *what, void *arg)
{
	(void)what;
	++*(long *)arg;
}

/* Neither empty nor lines nor rubbish. */
static bool is_sentence(const struct err *err)
{
	return *err->msg && !strchr(err->msg, '\n') &&
	       utf8_valid(err->msg, strlen(err->msg));
}

static enum fate verified(const char *path, bool opened)
{
	struct err err = { "" };
	long found = 0;

	if (!verify(path, count, &found, &err))
		return is_sentence(&err) ? REFUSED : ODD;
	if (found)
		return FOUND;
	return opened ? SOUND : ODD;
}

static enum fate look_at(const char *path)
{
	struct err err = { "" };
	struct store *s = store_open(path, &err);
	bool opened = s && store_visit(s, 0, &err);
	enum fate fate = verified(path, opened);
	char *state;

	if (!opened && !is_sentence(&err))
		fate = ODD;
	if (fate == SOUND) {
		state = state_print(store_project(s));
		if (strcmp(state, sound_state) != 0)
			fate = SILENT;
		free(state);
	}
	store_close(s);
	return fate;
}

/* What is saved from it is a sound file, at least. */
static bool salvages(const char *path, const char *copy)
{
	struct err err = { "" };
	long lost = 0, found = 0;

	unlink(copy);
	if (!salvage(path, copy, count, &lost, &err))
		return is_sentence(&err) && access(copy, F_OK);
	return verify(copy, count, &found, &err) && !found;
}

static bool is_untouched(const char *path, const char *data, size_t len)
{
	size_t now_len;
	char *now = tmp_read(path, &now_len);
	bool same = now_len == len && !memcmp(now, data, len);

	free(now);
	return same;
}

/* In a process of its own, so that a crash and a hang can be told. */
static int try_file(const char *path, const char *copy, const char *data,
		    size_t len)
{
	int status;
	pid_t pid;

	tmp_write(path, data, len);
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		enum fate fate;

		alarm(HANG_S);
		fate = look_at(path);
		_exit(!salvages(path, copy) ? ODD :
		      !is_untouched(path, data, len) ? WRITTEN : (int)fate);
	}
	waitpid(pid, &status, 0);
	return run_status(status);
}

static void keep_for_inspection(const char *data, size_t len)
{
	FILE *f = fopen("damaged.cjm", "wb");

	if (f) {
		fwrite(data, 1, len, f);
		fclose(f);
	}
}

static void no_damage_is_silent(void **state)
{
	const char *path = tmp_path("map.cjm"), *copy = tmp_path("copy.cjm");
	long files = figures_count(2000, 100000), fates[FATES] = { 0 };
	char *data = xmalloc(sound_len + PAGE);

	(void)state;
	dice_start(figures_seed());
	for (long i = 0; i < files; i++) {
		size_t kind = dice(ARRAY_LEN(harms)), len = sound_len;
		int fate;

		memcpy(data, sound, len);
		harms[kind].harm(data, &len);
		fate = try_file(path, copy, data, len);
		if (fate >= FATES) {
			keep_for_inspection(data, len);
			fail_msg("file %ld, %s: %s %d", i, harms[kind].name,
				 fate == SILENT ? "silent damage" :
				 fate == WRITTEN ? "written to" :
				 fate == ODD ? "no sentence" :
				 fate == 128 + 14 ? "hung" : "crashed", fate);
		}
		fates[fate]++;
	}
	free(data);
	figures_tell("damaged: %ld files: %ld refused, %ld opened and the "
		     "damage told, %ld as they were: 0 silent, 0 crashed, "
		     "0 hung, 0 written to", files, fates[REFUSED],
		     fates[FOUND], fates[SOUND]);
}

static int prepare(void **state)
{
	const char *path;
	struct store *s = stores_sample(&path);
	struct ack ack;

	(void)state;
	dice_start(figures_seed());
	for (int i = 0; i < EDITS; i++)
		hand_edit(s, 0, &ack);
	sound_state = state_print(store_project(s));
	store_close(s);
	sound = tmp_read(path, &sound_len);
	assert_int_equal(sound_len % PAGE, 0);
	return 0;
}

static int tidy(void **state)
{
	(void)state;
	free(sound);
	free(sound_state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_damage_is_silent),
	};

	return cmocka_run_group_tests(tests, prepare, tidy);
}
