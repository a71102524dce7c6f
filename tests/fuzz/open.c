/*
 * The file: opened, its rows loaded, looked at, and saved from damage, as the
 * program does with a file that somebody sends.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fuzz.h"
#include "store/history.h"
#include "store/share.h"
#include "store/store.h"
#include "store/verify.h"

static char folder[] = "/dev/shm/cjm-fuzz.XXXXXX";
static char path[64], copy[64], journal[64];

static void leave(void)
{
	unlink(path);
	unlink(copy);
	unlink(journal);
	rmdir(folder);
}

static void prepare(void)
{
	if (*path)
		return;
	if (!mkdtemp(folder))
		fuzz_fail("no folder in /dev/shm");
	snprintf(path, sizeof path, "%s/a.cjm", folder);
	snprintf(journal, sizeof journal, "%s/a.cjm-journal", folder);
	snprintf(copy, sizeof copy, "%s/b.cjm", folder);
	atexit(leave);
}

static void put_file(const uint8_t *data, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, data, len) != (ssize_t)len || close(fd))
		fuzz_fail("%s cannot be written", path);
}

static void count(const char *what, void *arg)
{
	size_t *damages = arg;

	if (!*what)
		fuzz_fail("a damage without a word");
	(*damages)++;
}

static void visit(const struct entry *entry, void *arg)
{
	struct store *s = arg;
	struct edit e = EDIT_INIT;
	struct err err = { "" };

	if (!history_read(s, entry->seq, &e, &err) && !*err.msg)
		fuzz_fail("an edit is refused without a word");
	edit_release(&e);
}

static void use(void)
{
	struct err err = { "" };
	struct store *s = store_open(path, &err);

	if (s && store_visit(s, 0, &err)) {
		fuzz_sound(store_project(s), false);
		history_each(s, 0, visit, s, &err);
	} else if (!*err.msg) {
		fuzz_fail("refused without a word");
	}
	store_close(s);
}

static void save(void)
{
	struct err err = { "" };
	size_t damages = 0, lost = 0;
	struct store *s;

	if (verify(path, count, &damages, &err) && !damages)
		return;
	if (!salvage(path, copy, count, &lost, &err)) {
		if (!*err.msg)
			fuzz_fail("not saved, without a word");
		return;
	}
	damages = 0;
	s = store_open(copy, &err);
	if (!s || !verify(copy, count, &damages, &err) || damages)
		fuzz_fail("what was saved is damaged: %s", err.msg);
	store_close(s);
	unlink(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	prepare();
	put_file(data, len);
	use();
	save();
	unlink(path);
	unlink(journal);
	return 0;
}
