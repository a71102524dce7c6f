/* No room: a file system that is really full, and a limit on the size of
 * files.  What cannot be saved is refused and kept, and with room again
 * it works. */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../dice.h"
#include "../editor.h"
#include "../state.h"
#include "../stores.h"
#include "../tmp.h"
#include "../twenty.h"
#include "base/strbuf.h"
#include "figures.h"
#include "store/verify.h"

enum { REFUSALS = 3, SAVED_MOST = 200, ROOM = 65536 };

static char disk[4096];         /* the small one; "" if there can be none */

static void find(const char *what, void *arg)
{
	(void)arg;
	fail_msg("%s", what);
}

static void assert_sound_file(const char *path)
{
	struct err err = { "" };

	if (!verify(path, find, NULL, &err))
		fail_msg("%s", err.msg);
}

/* Ever more text; the file must grow by it. */
static bool grow(struct store *s, int n, struct err *err)
{
	struct add_intent add;
	char text[4000];

	intent_add(&add, TOUCHPOINT);
	snprintf(text, sizeof text, "%d %*s", n, 1000 + (int)dice(2500), "x");
	add.values.text[TOUCHPOINT_MAP] = "21";
	add.values.text[TOUCHPOINT_TITLE] = "one more";
	add.values.text[TOUCHPOINT_NOTES] = text;
	return store_do(s, &add.intent, err);
}

/* Edit until it was refused some times, each time with this word and with
 * nothing changed; how many were saved. */
static int edit_until_refused(struct store *s, const char *word)
{
	int saved = 0, refused = 0;

	while (refused < REFUSALS) {
		char *before = state_print(store_project(s)), *after;
		int64_t last = store_last_edit(s);
		struct err err = { "" };

		if (grow(s, saved, &err)) {
			free(before);
			assert_true(++saved < SAVED_MOST);
			continue;
		}
		refused++;
		if (!strstr(err.msg, word) || !strstr(err.msg, "not saved"))
			fail_msg("\"%s\"", err.msg);
		after = state_print(store_project(s));
		assert_string_equal(before, after);
		assert_int_equal(store_last_edit(s), last);
		free(before);
		free(after);
	}
	return saved;
}

/* Fill the disk but for so many bytes. */
static void fill(const char *filler, size_t left)
{
	static char block[1024];
	int fd = open(filler, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	off_t size;

	assert_true(fd >= 0);
	while (write(fd, block, sizeof block) > 0)
		;
	assert_int_equal(errno, ENOSPC);
	size = lseek(fd, 0, SEEK_END);
	assert_int_equal(ftruncate(fd, size > (off_t)left ?
				       size - (off_t)left : 0), 0);
	close(fd);
}

static void mount_small(void)
{
	const char *folder = tmp_new_folder();

	if (unshare(CLONE_NEWNS) ||
	    mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
	    mount("none", folder, "tmpfs", 0, "size=1m"))
		print_message("no file system can be mounted: %s\n",
			      strerror(errno));
	else
		snprintf(disk, sizeof disk, "%s", folder);
}

/* Without the right to mount this cannot be tried. */
static bool is_skipped(const char *what)
{
	if (*disk)
		return false;
	figures_tell("full: SKIPPED, %s: only root can mount a small disk",
		     what);
	return true;
}

static void a_full_disk_refuses_and_keeps(void **state)
{
	long rounds = figures_count(100, 2000), saved = 0;
	struct strbuf path = STRBUF_INIT, filler = STRBUF_INIT;
	size_t len;
	const char *sample = twenty_sample(&len);

	(void)state;
	if (is_skipped("edits on a full disk"))
		return;
	strbuf_addf(&path, "%s/map.cjm", disk);
	strbuf_addf(&filler, "%s/filler", disk);
	dice_start(figures_seed());
	for (long i = 0; i < rounds; i++) {
		struct err err = { "" };
		struct store *s;

		tmp_write(path.s, sample, len);
		s = stores_open(path.s, "Ann");
		fill(filler.s, dice(ROOM));
		saved += edit_until_refused(s, "the disk is full");
		assert_sound_file(path.s);
		assert_int_equal(unlink(filler.s), 0);
		if (!grow(s, 0, &err))
			fail_msg("with room again: %s", err.msg);
		assert_stored(s);
		store_close(s);
		assert_int_equal(unlink(path.s), 0);
	}
	strbuf_release(&path);
	strbuf_release(&filler);
	figures_tell("full: %ld times a full disk, %ld edits before: 0 lost, "
		     "0 damaged, 0 stuck", rounds, saved);
}

/* The limit is the process's own. */
static void set_limit(rlim_t size)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = size;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void a_limit_on_files_refuses_and_keeps(void **state)
{
	long rounds = figures_count(100, 2000), saved = 0;
	const char *path = tmp_path("map.cjm");
	size_t len;
	const char *sample = twenty_sample(&len);

	(void)state;
	signal(SIGXFSZ, SIG_IGN);       /* as main() does */
	dice_start(figures_seed());
	for (long i = 0; i < rounds; i++) {
		struct err err = { "" };
		struct store *s;

		tmp_write(path, sample, len);
		s = stores_open(path, "Ann");
		set_limit(len + dice(ROOM));
		saved += edit_until_refused(s, "the disk");
		set_limit(RLIM_INFINITY);
		assert_sound_file(path);
		if (!grow(s, 0, &err))
			fail_msg("without a limit again: %s", err.msg);
		assert_stored(s);
		store_close(s);
	}
	figures_tell("full: %ld times a limit on the size of files, %ld "
		     "edits before: 0 lost, 0 damaged, 0 stuck", rounds,
		     saved);
}

/* As one meets it: the line stays, and once there is room Enter saves it. */
static void the_screen_keeps_the_line(void **state)
{
	struct strbuf path = STRBUF_INIT, filler = STRBUF_INIT;
	const char *made = editor_file(editor_bread);
	struct vt *vt;
	struct run r;
	size_t len;
	char *data;

	(void)state;
	if (is_skipped("the screen on a full disk"))
		return;
	strbuf_addf(&path, "%s/bread.cjm", disk);
	strbuf_addf(&filler, "%s/filler", disk);
	data = tmp_read(made, &len);
	tmp_write(path.s, data, len);
	free(data);
	vt = editor_open(24, 80, path.s);
	fill(filler.s, 0);
	vt_send(vt, "iRings a bell<Enter>");
	vt_wait(vt, "Not saved: the disk is full");
	vt_wait_row(vt, editor_line(vt), "> Rings a bell");
	run(&r, NULL, RUN("cjm", "add", path.s, "need > Opens a door"));
	assert_int_equal(r.status, 3);
	assert_non_null(strstr(r.err, "the disk is full"));
	run_release(&r);
	assert_int_equal(unlink(filler.s), 0);
	vt_send(vt, "<Enter>");
	vt_wait(vt, "Added to Need: Rings a bell");
	vt_send(vt, "<Esc>");
	editor_leave(vt);
	editor_stage_holds(path.s, "Need", "Smells the bread|Sees a poster|"
			   "Asks a friend|Rings a bell");
	assert_sound_file(path.s);
	strbuf_release(&path);
	strbuf_release(&filler);
	figures_tell("full: the screen and `cjm add` on a full disk: 0 lost");
}

static int prepare(void **state)
{
	mount_small();
	return twenty_prepare(state);
}

static int tidy(void **state)
{
	if (*disk)
		umount2(disk, MNT_DETACH);
	return twenty_tidy(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_full_disk_refuses_and_keeps),
		cmocka_unit_test(a_limit_on_files_refuses_and_keeps),
		cmocka_unit_test_teardown(the_screen_keeps_the_line,
					  editor_end),
	};

	return cmocka_run_group_tests(tests, prepare, tidy);
}
