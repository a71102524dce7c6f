#include "cli/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"

void output_open(struct output *o)
{
	*o = (struct output){ .file = NULL };
	o->file = open_memstream(&o->text, &o->len);
	if (!o->file)
		abort();
}

/* Each line by itself, since its end is no mark. */
static void make_harmless(const char *text, struct strbuf *out)
{
	while (*text) {
		size_t len = strcspn(text, "\n");
		char *line = xstrndup(text, len);

		utf8_visible(line, out);
		free(line);
		text += len;
		if (*text)
			strbuf_addch(out, *text++);
	}
}

static int put(FILE *to, const char *text, size_t len)
{
	struct strbuf harmless = STRBUF_INIT;
	int failed = 0;

	if (isatty(fileno(to))) {
		make_harmless(text, &harmless);
		text = harmless.s;
		len = harmless.len;
	}
	errno = 0;
	if (fwrite(text, 1, len, to) != len || fflush(to))
		failed = errno ? errno : EIO;
	strbuf_release(&harmless);
	return failed;
}

void output_flush(struct output *o)
{
	fflush(o->file);
	if (o->len > o->sent && !o->failed)
		o->failed = put(stdout, o->text + o->sent, o->len - o->sent);
	o->sent = o->len;
}

bool output_close(struct output *o, struct err *err)
{
	output_flush(o);
	fclose(o->file);
	free(o->text);
	if (o->failed && o->failed != EPIPE)
		err_set(err, _("the output cannot be written: %s"),
			strerror(o->failed));
	return !o->failed;
}

void say(const char *fmt, ...)
{
	struct strbuf line = STRBUF_INIT;
	char *text;
	va_list ap;

	va_start(ap, fmt);
	if (vasprintf(&text, fmt, ap) < 0)
		abort();
	va_end(ap);
	strbuf_addf(&line, "%s\n", text);
	put(stderr, line.s, line.len);
	strbuf_release(&line);
	free(text);
}
