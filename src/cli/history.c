#include "store/history.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/subcommand.h"
#include "cli/document.h"

enum { LIMIT_MOST = 1000000000 };

/* The lines of the log, the oldest first. */
struct log {
	const char *author;     /* NULL: of everybody */
	char **lines;
	size_t count, cap;
};

static void add_time(int64_t milliseconds, struct strbuf *out)
{
	time_t seconds = (time_t)(milliseconds / 1000);
	char text[32] = "";
	struct tm tm;

	if (localtime_r(&seconds, &tm))
		strftime(text, sizeof text, "%Y-%m-%d %H:%M", &tm);
	strbuf_addstr(out, text);
}

static void visit(const struct entry *entry, void *arg)
{
	struct log *log = arg;
	struct strbuf line = STRBUF_INIT;

	if (log->author && strcmp(log->author, entry->author) != 0)
		return;
	strbuf_addf(&line, "%5lld  ", (long long)entry->seq);
	add_time(entry->time, &line);
	strbuf_addf(&line, "  %s  ", entry->author);
	edit_shown(entry->label, &line);
	log->lines = xgrow(log->lines, log->count, &log->cap,
			   sizeof *log->lines);
	log->lines[log->count++] = strbuf_detach(&line);
}

static void print_latest(FILE *out, struct log *log, long limit)
{
	while (log->count) {
		if (limit-- > 0)
			fprintf(out, "%s\n", log->lines[log->count - 1]);
		free(log->lines[--log->count]);
	}
	free(log->lines);
}

enum status subcommand_log(struct call *c, struct err *err)
{
	char *author = call_text(c, OPTION_AUTHOR);
	struct log log = { .author = author };
	struct store *s = NULL;
	long limit;
	bool ok = false;

	if (!call_number(c, OPTION_LIMIT, 1, LIMIT_MOST, LONG_MAX, &limit,
			 err)) {
		free(author);
		return WRONG_USAGE;
	}
	s = document_open(c, err);
	ok = s && history_each(s, 0, visit, &log, err);
	print_latest(c->out.file, &log, limit);
	store_close(s);
	free(author);
	return ok ? DONE : REFUSED;
}

static enum status take_back(struct call *c, const char *said,
			     bool (*take)(struct store *s, struct strbuf *what,
					  struct err *err), struct err *err)
{
	struct store *s = document_open_to_write(c, err);
	struct strbuf what = STRBUF_INIT;
	bool ok = s && take(s, &what, err);

	if (ok)
		fprintf(c->out.file, "%s: %s\n", said, what.s);
	strbuf_release(&what);
	store_close(s);
	return ok ? DONE : REFUSED;
}

enum status subcommand_undo(struct call *c, struct err *err)
{
	return take_back(c, _("taken back"), history_undo, err);
}

enum status subcommand_redo(struct call *c, struct err *err)
{
	return take_back(c, _("brought back"), history_redo, err);
}
