#include "cli/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/utf8.h"

enum { BUFFERED = 65536 };

/* 0, or why it could not be done. */
static int put(int fd, const char *text, size_t len)
{
	while (len) {
		ssize_t done = write(fd, text, len);

		if (done < 0 && errno != EINTR)
			return errno;
		if (done > 0) {
			text += done;
			len -= (size_t)done;
		}
	}
	return 0;
}

/* What is held up to `end`, each line by itself: its end is no mark. */
static void put_harmless(struct output *o, const char *end)
{
	struct strbuf harmless = STRBUF_INIT;
	const char *line = o->held.s, *stop;

	while (line < end) {
		stop = memchr(line, '\n', (size_t)(end - line));
		utf8_visible(line, (size_t)((stop ? stop : end) - line),
			     &harmless);
		if (stop)
			strbuf_addch(&harmless, '\n');
		line = stop ? stop + 1 : end;
	}
	o->failed = put(STDOUT_FILENO, harmless.s, harmless.len);
	strbuf_splice(&o->held, 0, (size_t)(end - o->held.s), "", 0);
	strbuf_release(&harmless);
}

/* To a terminal whole lines only: the last character may lack its second
 * half.  A failure is told at the end, not to whoever prints. */
static ssize_t take(void *cookie, const char *text, size_t len)
{
	struct output *o = cookie;
	const char *last;

	if (o->failed)
		return (ssize_t)len;
	if (!o->terminal) {
		o->failed = put(STDOUT_FILENO, text, len);
		return (ssize_t)len;
	}
	strbuf_add(&o->held, text, len);
	last = strrchr(o->held.s, '\n');
	if (last)
		put_harmless(o, last + 1);
	return (ssize_t)len;
}

void output_open(struct output *o)
{
	*o = (struct output){ .held = STRBUF_INIT,
			      .terminal = isatty(STDOUT_FILENO) };
	o->file = fopencookie(o, "w", (cookie_io_functions_t){
		.write = take });
	if (!o->file)
		abort();
	setvbuf(o->file, NULL, _IOFBF, BUFFERED);
}

void output_flush(struct output *o)
{
	fflush(o->file);
}

bool output_close(struct output *o, struct err *err)
{
	fclose(o->file);
	if (!o->failed)
		put_harmless(o, o->held.s + o->held.len);
	strbuf_release(&o->held);
	if (o->failed && o->failed != EPIPE)
		err_set(err, _("the output cannot be written: %s"),
			strerror(o->failed));
	return !o->failed;
}

static int shown;               /* columns of the line that is to go */

void busy_end(void)
{
	struct strbuf blanks = STRBUF_INIT;

	if (!shown)
		return;
	strbuf_addf(&blanks, "\r%*s\r", shown, "");
	put(STDERR_FILENO, blanks.s, blanks.len);
	strbuf_release(&blanks);
	shown = 0;
}

static void __attribute__((format(printf, 2, 0)))
format_visible(struct strbuf *line, const char *fmt, va_list ap)
{
	char *text;

	if (vasprintf(&text, fmt, ap) < 0)
		abort();
	if (isatty(STDERR_FILENO))
		utf8_visible(text, strlen(text), line);
	else
		strbuf_addstr(line, text);
	free(text);
}

void busy(const char *fmt, ...)
{
	struct strbuf line = STRBUF_INIT;
	va_list ap;

	if (!isatty(STDERR_FILENO))
		return;
	busy_end();
	va_start(ap, fmt);
	format_visible(&line, fmt, ap);
	va_end(ap);
	put(STDERR_FILENO, line.s, line.len);
	shown = utf8_columns(line.s);
	strbuf_release(&line);
}

void say(const char *fmt, ...)
{
	struct strbuf line = STRBUF_INIT;
	va_list ap;

	busy_end();
	va_start(ap, fmt);
	format_visible(&line, fmt, ap);
	va_end(ap);
	strbuf_addch(&line, '\n');
	put(STDERR_FILENO, line.s, line.len);
	strbuf_release(&line);
}
