#include "tui/key.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/alloc.h"
#include "base/utf8.h"

/* Codes of our own for what terminfo does not name. */
enum { LATE_MS = 100, PASTE_MS = 5000, STALLED_MS = 300 };
/* Far from those that curses gives to a terminal's further keys. */
enum { CODE_PASTE = KEY_MAX + 4096, CODE_PASTE_END, CODE_FOCUS,
       CODE_WORD_LEFT, CODE_WORD_RIGHT };

static int wake[2] = { -1, -1 };        /* signals write, poll reads */
static volatile sig_atomic_t ending;    /* the signal that ends us */
static volatile sig_atomic_t suspending;
static volatile sig_atomic_t stalled;
static int nowhere = -1, terminal = -1;

/* A terminal that takes nothing more, on a dead line or after Ctrl-S, would
 * hold us in the middle of a write for ever: what is left goes nowhere. */
static void leave_stalled_terminal(void)
{
	struct pollfd fd = { STDOUT_FILENO, POLLOUT, 0 };

	if (poll(&fd, 1, 0) == 0 && dup2(nowhere, STDOUT_FILENO) >= 0)
		stalled = 1;
}

static void on_signal(int signal)
{
	int saved = errno;
	ssize_t ignored;

	if (signal == SIGTSTP)
		suspending = 1;
	else if (signal != SIGWINCH)
		ending = signal;
	if (ending)
		leave_stalled_terminal();
	ignored = write(wake[1], "", 1);
	(void)ignored;
	errno = saved;
}

/* What terminals send whether or not $TERM tells of it.  A sequence nobody
 * takes would be read as Esc and letters: Shift-Left would delete a stage. */
static const struct { const char *bytes; int code; } sequences[] = {
	{ "\033[200~", CODE_PASTE }, { "\033[201~", CODE_PASTE_END },
	{ "\033[I", CODE_FOCUS }, { "\033[O", CODE_FOCUS },
	{ "\033[1;2A", KEY_SR }, { "\033[1;2B", KEY_SF },
	{ "\033[1;2C", KEY_SRIGHT }, { "\033[1;2D", KEY_SLEFT },
	{ "\033[1;5D", CODE_WORD_LEFT }, { "\033[1;5C", CODE_WORD_RIGHT },
	{ "\033[5D", CODE_WORD_LEFT }, { "\033[5C", CODE_WORD_RIGHT },
	{ "\033Od", CODE_WORD_LEFT }, { "\033Oc", CODE_WORD_RIGHT },
	{ "\033[2~", KEY_IC }, { "\033[3~", KEY_DC },
	{ "\033[5~", KEY_PPAGE }, { "\033[6~", KEY_NPAGE },
	{ "\033[1~", KEY_HOME }, { "\033[4~", KEY_END },
	{ "\033[H", KEY_HOME }, { "\033[F", KEY_END },
	{ "\033OH", KEY_HOME }, { "\033OF", KEY_END },
	{ "\033[Z", KEY_BTAB },
};

/* Curses numbers a terminal's further keys anew each time. */
static bool has_name(int code)
{
	return code && code <= KEY_MAX;
}

void key_start(void)
{
	static const int signals[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT,
				       SIGTSTP };
	struct sigaction action = { .sa_handler = on_signal };

	ending = suspending = stalled = 0;
	if (pipe2(wake, O_CLOEXEC | O_NONBLOCK))
		wake[0] = wake[1] = -1;
	nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	for (size_t i = 0; i < ARRAY_LEN(signals); i++)
		sigaction(signals[i], &action, NULL);
	keypad(stdscr, TRUE);
	for (size_t i = 0; i < ARRAY_LEN(sequences); i++)
		if (!has_name(key_defined(sequences[i].bytes)))
			define_key(sequences[i].bytes, sequences[i].code);
	nodelay(stdscr, TRUE);
}

void key_stop(void)
{
	close(wake[0]);
	close(wake[1]);
	close(nowhere);
	close(terminal);
	wake[0] = wake[1] = -1; /* a late signal must not write to a file */
}

int key_signal(void)
{
	return ending ? ending : SIGHUP;
}

static const struct { wint_t code; const char *name; } named[] = {
	{ KEY_ENTER, "Enter" }, { KEY_BACKSPACE, "BS" }, { KEY_DC, "Del" },
	{ KEY_IC, "Ins" }, { KEY_LEFT, "Left" }, { KEY_RIGHT, "Right" },
	{ KEY_UP, "Up" }, { KEY_DOWN, "Down" }, { KEY_HOME, "Home" },
	{ KEY_END, "End" }, { KEY_PPAGE, "PgUp" }, { KEY_NPAGE, "PgDn" },
	{ KEY_BTAB, "S-Tab" }, { KEY_SLEFT, "S-Left" },
	{ KEY_SRIGHT, "S-Right" }, { CODE_WORD_LEFT, "C-Left" },
	{ CODE_WORD_RIGHT, "C-Right" }, { KEY_SF, "S-Down" }, { KEY_SR, "S-Up" },
};

/* Input methods send Backspace as 0x7f or 0x08, whatever $TERM says. */
static const char *const controls[32] = {
	[0x03] = "Esc", [0x08] = "BS", ['\t'] = "Tab", ['\n'] = "C-j",
	['\r'] = "Enter", [0x1b] = "Esc", [0x01] = "C-a", [0x02] = "C-b",
	[0x04] = "C-d", [0x05] = "C-e", [0x06] = "C-f", [0x0b] = "C-k",
	[0x0c] = "C-l", [0x0e] = "C-n", [0x0f] = "C-o", [0x10] = "C-p",
	[0x12] = "C-r", [0x13] = "C-s", [0x14] = "C-t", [0x15] = "C-u",
	[0x16] = "C-v", [0x17] = "C-w", [0x18] = "C-x", [0x19] = "C-y", [0x1a] = "C-z",
	[0x1f] = "C-_",
};

static void set_named(struct key *k, const char *name)
{
	k->kind = name ? KEY_IS_NAMED : KEY_IS_NONE;
	k->name = name;
}

static void set_text(struct key *k, wint_t c)
{
	strbuf_clear(&k->text);
	utf8_encode((unsigned)c, &k->text);
	k->kind = KEY_IS_TEXT;
}

/* What the terminal sends between the two marks is text, never keys. */
static void read_paste(struct key *k)
{
	struct strbuf raw = STRBUF_INIT;
	wint_t c;

	wtimeout(stdscr, PASTE_MS);
	for (;;) {
		int code = get_wch(&c);

		if (code == ERR) {
			break;
		} else if (code == KEY_CODE_YES && c == CODE_PASTE_END) {
			break;
		} else if (code == OK) {
			utf8_encode((unsigned)c, &raw);
		}
	}
	strbuf_clear(&k->text);
	utf8_clean(raw.s, raw.len, &k->text, NULL);
	strbuf_release(&raw);
	k->kind = KEY_IS_PASTE;
}

/* The numbers of a sequence, and the letter that ends it. */
static bool drop_numbers(void)
{
	wint_t c = 0;
	bool any = false;

	wtimeout(stdscr, 0);
	while (get_wch(&c) == OK && c >= 0x20 && c < 0x40)
		any = true;
	return any || c >= 0x40;
}

static void set_code(struct key *k, wint_t code)
{
	if (code == CODE_PASTE) {
		read_paste(k);
		return;
	}
	if (code == KEY_MOUSE)  /* left on by a program before us */
		drop_numbers();
	for (size_t i = 0; i < ARRAY_LEN(named); i++)
		if (named[i].code == code) {
			set_named(k, named[i].name);
			return;
		}
	k->kind = KEY_IS_NONE;
}

/* After an Esc: a sequence that no table knows, such as Ctrl-Left's, goes
 * whole, lest its letters run commands. */
static bool drop_sequence(void)
{
	wint_t c;
	int code;

	wtimeout(stdscr, 0);
	code = get_wch(&c);
	if (code == OK && c == '[' && drop_numbers())
		return true;
	if (code == OK && c == 'O' && get_wch(&c) == OK)
		return true;
	if (code == OK)
		unget_wch((wchar_t)c);
	else if (code == KEY_CODE_YES)
		ungetch((int)c);
	return false;
}

/* What curses has: false when it has nothing.  While bytes are on their way
 * it may wait a moment, since it forgets the first half of a character whose
 * second half comes late. */
static bool take(struct key *k, bool coming)
{
	wint_t c;
	int code;

	wtimeout(stdscr, coming ? LATE_MS : 0);
	code = get_wch(&c);
	if (code == ERR)
		return false;
	if (code == KEY_CODE_YES)
		set_code(k, c);
	else if (c == 0x7f)
		set_named(k, "BS");
	else if (c == 0x1b && drop_sequence())
		k->kind = KEY_IS_NONE;
	else if (c < 32)
		set_named(k, controls[c]);
	else
		set_text(k, c);
	return true;
}

/* The end of input: readable, but there is nothing to read. */
static bool at_end(short events)
{
	int bytes = 0;

	if (events & (POLLERR | POLLNVAL))
		return true;
	if (!(events & (POLLIN | POLLHUP)))
		return false;
	return ioctl(STDIN_FILENO, FIONREAD, &bytes) || bytes == 0;
}

bool key_has_terminal(void)
{
	struct pollfd fd = { stalled ? terminal : STDOUT_FILENO, POLLOUT, 0 };

	poll(&fd, 1, stalled ? STALLED_MS : 0);
	if (fd.revents & (POLLERR | POLLHUP | POLLNVAL))
		return false;
	return !stalled ||
	       (fd.revents & POLLOUT && dup2(terminal, STDOUT_FILENO) >= 0);
}

static void drain(void)
{
	char buf[64];

	while (read(wake[0], buf, sizeof buf) > 0)
		;
}

static void take_signal(struct key *k)
{
	drain();
	if (ending)
		k->kind = KEY_IS_HANGUP;
	else if (suspending)
		k->kind = KEY_IS_SUSPEND;
	else
		k->kind = KEY_IS_RESIZE;
	suspending = 0;
}

static void hang_up(struct key *k)
{
	if (!ending)
		ending = SIGHUP;
	k->kind = KEY_IS_HANGUP;
}

void key_read(struct key *k, int wait_ms)
{
	struct pollfd fds[2] = { { STDIN_FILENO, POLLIN, 0 },
				 { wake[0], POLLIN, 0 } };

	if (!k->text.s)
		k->text = (struct strbuf)STRBUF_INIT;
	k->kind = KEY_IS_NONE;
	k->name = NULL;
	if (ending)
		hang_up(k);
	else if (take(k, false) || poll(fds, 2, wait_ms) <= 0)
		return;
	else if (fds[1].revents & POLLIN)
		take_signal(k);
	else if (at_end(fds[0].revents))
		hang_up(k);
	else
		take(k, true);
}

void key_release(struct key *k)
{
	if (k->text.s)
		strbuf_release(&k->text);
}

bool key_is(const struct key *k, const char *spelling)
{
	if (k->kind == KEY_IS_NAMED)
		return !strcmp(k->name, spelling);
	if (k->kind != KEY_IS_TEXT)
		return false;
	return !strcmp(k->text.s, spelling) ||
	       (!strcmp(k->text.s, " ") && !strcmp(spelling, "Space"));
}
