#include "vt.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/alloc.h"
#include "vt_parts.h"

enum { DEADLINE = 10000, QUIET = 100, GRACE = 200 };    /* milliseconds */

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* What the emulator says comes while it is being fed. */
static void on_reply(const char *bytes, size_t len, void *user)
{
	struct vt *vt = user;

	strbuf_add(&vt->outgoing, bytes, len);
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct vt *vt = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		vt->cursor_visible = value->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static void make_emulator(struct vt *vt)
{
	vt->emulator = vterm_new(vt->rows, vt->cols);
	vterm_set_utf8(vt->emulator, 1);
	vterm_output_set_callback(vt->emulator, on_reply, vt);
	vt->screen = vterm_obtain_screen(vt->emulator);
	vterm_screen_enable_altscreen(vt->screen, 1);
	vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
	vterm_screen_reset(vt->screen, 1);
}

struct vt *vt_start(int rows, int cols, const char *const words[])
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };
	struct vt *vt = xcalloc(1, sizeof *vt);

	vt->rows = rows;
	vt->cols = cols;
	vt->log = vt->outgoing = vt->text = vt->line = vt->letter =
		(struct strbuf)STRBUF_INIT;
	make_emulator(vt);
	run_prepare();
	fflush(NULL);
	vt->pid = forkpty(&vt->fd, NULL, NULL, &size);
	if (vt->pid < 0)
		fail_msg("forkpty: %s", strerror(errno));
	if (vt->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		run_become(words);
	}
	fcntl(vt->fd, F_SETFD, FD_CLOEXEC);
	fcntl(vt->fd, F_SETFL, O_NONBLOCK);
	return vt;
}

void vt_free(struct vt *vt)
{
	if (!vt)
		return;
	vt_hangup(vt);
	if (!vt->reaped) {
		kill(vt->pid, SIGKILL);
		waitpid(vt->pid, NULL, 0);
	}
	vterm_free(vt->emulator);
	strbuf_release(&vt->log);
	strbuf_release(&vt->outgoing);
	strbuf_release(&vt->text);
	strbuf_release(&vt->line);
	strbuf_release(&vt->letter);
	free(vt);
}

/* Read what the program sends, waiting at most so long for it; false when
 * there was nothing. */
static bool pump(struct vt *vt, long milliseconds)
{
	struct pollfd p = { .fd = vt->fd, .events = POLLIN };
	char part[65536];
	ssize_t n;

	if (vt->ended || poll(&p, 1, (int)milliseconds) <= 0)
		return false;
	n = read(vt->fd, part, sizeof part);
	if (n <= 0) {
		vt->ended = n == 0 || (errno != EAGAIN && errno != EINTR);
		return false;
	}
	strbuf_add(&vt->log, part, (size_t)n);
	vterm_input_write(vt->emulator, part, (size_t)n);
	vt_flush(vt);
	return true;
}

void vt_fail(struct vt *vt, const char *wish, const char *what)
{
	int row, col;

	vt_cursor(vt, &row, &col);
	print_error("---- %d x %d, cursor at %d, %d%s\n", vt->rows, vt->cols,
		    row, col, vt->ended ? ", the program has ended" : "");
	for (row = 0; row < vt->rows; row++)    /* cmocka cuts long texts */
		print_error("%s\n", vt_row(vt, row));
	print_error("----\n");
	fail_msg("%s \"%s\"", wish, what);
}

/* The program may be busy writing itself, so read while it takes no more. */
void vt_send_bytes(struct vt *vt, const char *bytes, size_t len)
{
	long end = now() + DEADLINE;

	while (len && !vt->ended) {
		ssize_t n = write(vt->fd, bytes, len);

		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		} else if (errno != EAGAIN && errno != EINTR) {
			vt->ended = true;
		} else if (now() > end) {
			vt_fail(vt, "the program does not read",
					 bytes);
		} else {
			pump(vt, 10);
		}
	}
}

void vt_flush(struct vt *vt)
{
	struct strbuf bytes = vt->outgoing;

	vt->outgoing = (struct strbuf)STRBUF_INIT;
	vt_send_bytes(vt, bytes.s, bytes.len);
	strbuf_release(&bytes);
}

/* A condition that the screen shall come to. */
struct wish {
	const char *words;      /* for the message */
	const char *text;
	int a, b;
	bool (*met)(struct vt *vt, const struct wish *w);
};

static void wait_for(struct vt *vt, const struct wish *w)
{
	long end = now() + DEADLINE;

	while (!w->met(vt, w)) {
		long left = end > now() ? end - now() : 0;

		if (!pump(vt, left) && (!left || vt->ended)) {
			vt_fail(vt, w->words, w->text);
			return;
		}
	}
}

static bool is_there(struct vt *vt, const struct wish *w)
{
	return vt_has(vt, w->text);
}

void vt_wait(struct vt *vt, const char *text)
{
	wait_for(vt, &(struct wish){ "never seen:", text, 0, 0, is_there });
}

static bool is_gone(struct vt *vt, const struct wish *w)
{
	return !vt_has(vt, w->text);
}

void vt_wait_gone(struct vt *vt, const char *text)
{
	wait_for(vt, &(struct wish){ "still there:", text, 0, 0, is_gone });
}

static bool is_in_row(struct vt *vt, const struct wish *w)
{
	return strstr(vt_row(vt, w->a), w->text);
}

void vt_wait_row(struct vt *vt, int row, const char *text)
{
	wait_for(vt, &(struct wish){ "not seen in its row:", text, row, 0,
				     is_in_row });
}

static bool is_cursor_at(struct vt *vt, const struct wish *w)
{
	int row, col;

	vt_cursor(vt, &row, &col);
	return row == w->a && col == w->b;
}

void vt_wait_cursor(struct vt *vt, int row, int col)
{
	char place[32];

	snprintf(place, sizeof place, "%d, %d", row, col);
	wait_for(vt, &(struct wish){ "the cursor never came to", place, row,
				     col, is_cursor_at });
}

static bool is_mode(struct vt *vt, const struct wish *w)
{
	return vt_mode(vt, w->a) == w->b;
}

void vt_wait_mode(struct vt *vt, int mode, bool on)
{
	char name[32];

	snprintf(name, sizeof name, "?%d%c", mode, on ? 'h' : 'l');
	wait_for(vt, &(struct wish){ "mode never switched:", name, mode, on,
				     is_mode });
}

void vt_settle(struct vt *vt)
{
	long end = now() + DEADLINE;

	while (pump(vt, QUIET))
		if (now() > end)
			vt_fail(vt, "the program", "never rests");
}

void vt_resize(struct vt *vt, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };

	vt->rows = rows;
	vt->cols = cols;
	vterm_set_size(vt->emulator, rows, cols);
	ioctl(vt->fd, TIOCSWINSZ, &size);
}

void vt_hangup(struct vt *vt)
{
	if (vt->fd >= 0)
		close(vt->fd);
	vt->fd = -1;
	vt->ended = true;
}

void vt_signal(struct vt *vt, int signal_number)
{
	kill(vt->pid, signal_number);
}

int vt_pid(const struct vt *vt)
{
	return vt->pid;
}

static bool has_exited(struct vt *vt)
{
	if (!vt->reaped)
		vt->reaped = waitpid(vt->pid, &vt->wait_status, WNOHANG) > 0;
	return vt->reaped;
}

int vt_exit_status(struct vt *vt)
{
	long end = now() + DEADLINE;

	while (!has_exited(vt)) {
		if (vt->ended)
			poll(NULL, 0, 2);
		else
			pump(vt, 10);
		if (now() > end) {
			vt_fail(vt, "the program", "does not end");
			return -1;
		}
	}
	while (pump(vt, GRACE))
		;
	return run_status(vt->wait_status);
}
