/*
 * The keys: bytes come in by a pipe in place of a terminal, and what
 * key_read() makes of them must be keys and clean text.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curses.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "tui/key.h"

/* A pipe that nobody reads meanwhile holds this much. */
enum { PIPE = 65536 };

static void start(void)
{
	FILE *nowhere = fopen("/dev/null", "r+");

	setenv("ESCDELAY", "1", 1);
	if (!nowhere || !newterm("xterm-256color", nowhere, stdin))
		fuzz_fail("curses does not start");
	raw();
	noecho();
}

static void feed(const uint8_t *data, size_t len)
{
	int ends[2];

	if (pipe(ends) || write(ends[1], data, len) != (ssize_t)len ||
	    dup2(ends[0], STDIN_FILENO) < 0)
		fuzz_fail("no pipe");
	close(ends[0]);
	close(ends[1]);
}

static void check_text(const struct key *k)
{
	struct utf8_report report = { 0, 0 };
	struct strbuf clean = STRBUF_INIT;

	if (k->kind == KEY_IS_TEXT) {
		size_t len;

		utf8_decode(k->text.s, &len);
		if (!len || len != k->text.len ||
		    (unsigned char)k->text.s[0] < ' ')
			fuzz_fail("no character: \"%s\"", k->text.s);
	} else {
		utf8_clean(k->text.s, k->text.len, &clean, &report);
		if (report.bad || report.stripped)
			fuzz_fail("not clean: \"%s\"", k->text.s);
	}
	strbuf_release(&clean);
}

static void check(const struct key *k)
{
	if (k->kind == KEY_IS_NAMED && !*k->name)
		fuzz_fail("a key without a name");
	if (k->kind == KEY_IS_TEXT || k->kind == KEY_IS_PASTE)
		check_text(k);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static bool started;
	struct key k = { .kind = KEY_IS_NONE };
	size_t events = 0;

	if (len > PIPE)
		return 0;
	if (!started)
		start();
	started = true;
	feed(data, len);
	key_start();
	do {
		key_read(&k, 0);
		check(&k);
	} while (k.kind != KEY_IS_HANGUP && events++ <= len + 1);
	if (k.kind != KEY_IS_HANGUP)
		fuzz_fail("more events than bytes");
	key_release(&k);
	key_stop();
	return 0;
}
