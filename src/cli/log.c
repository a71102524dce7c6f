#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "cli/subcommand.h"
#include "cli/document.h"
#include "cli/entry.h"
#include "cli/log_minutes.h"
#include "model/sigil.h"
#include "store/history.h"
#include "store/snapshot.h"

enum { LIMIT_MOST = 1000000000 };

/* The entries that are wanted, the oldest first. */
struct log {
	struct store *store;
	const char *author;     /* NULL: of everybody */
	int64_t touchpoint;     /* 0: whatever was changed */
	bool json;
	char **entries;
	size_t count, cap;
	bool failed;
	struct err *err;
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

static char *entry_line(const struct entry *entry)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_addf(&line, "%5lld  ", (long long)entry->seq);
	add_time(entry->time, &line);
	strbuf_addf(&line, "  %s  ", entry->author);
	edit_shown(entry->label, &line);
	return strbuf_detach(&line);
}

static bool is_wanted(const struct log *log, const struct entry *entry)
{
	if (log->author && strcmp(log->author, entry->author) != 0)
		return false;
	return !log->touchpoint ||
	       history_touches(log->store, entry->seq, TOUCHPOINT,
			       log->touchpoint);
}

static void visit(const struct entry *entry, void *arg)
{
	struct log *log = arg;
	char *text;

	if (log->failed || !is_wanted(log, entry))
		return;
	text = log->json ? entry_json(log->store, entry, log->err) :
			   entry_line(entry);
	log->failed = !text;
	if (log->failed)
		return;
	log->entries = xgrow(log->entries, log->count, &log->cap,
			     sizeof *log->entries);
	log->entries[log->count++] = text;
}

static void print_latest(FILE *out, const struct log *log, long limit)
{
	size_t most = (unsigned long)limit < log->count ? (size_t)limit :
							  log->count;

	if (log->json)
		fputs("[", out);
	for (size_t i = 0; i < most; i++) {
		if (log->json)
			fputs(i ? ",\n " : "\n ", out);
		fputs(log->entries[log->count - 1 - i], out);
		if (!log->json)
			fputs("\n", out);
	}
	if (log->json)
		fputs("\n]\n", out);
}

static void log_release(struct log *log)
{
	while (log->count)
		free(log->entries[--log->count]);
	free(log->entries);
}

/* The last edit before a moment. */
struct moment {
	int64_t time, seq;
};

static void come_near(const struct entry *entry, void *arg)
{
	struct moment *m = arg;

	if (entry->time < m->time)
		m->seq = entry->seq;
}

static bool read_day(const char *word, int64_t *time)
{
	struct tm tm = { .tm_isdst = -1 };
	const char *end = strptime(word, "%Y-%m-%d", &tm);

	*time = (int64_t)mktime(&tm) * 1000;
	return end && !*end;
}

/* The edit that --since means the time after; 0: from the beginning. */
static bool find_since(const struct call *c, struct store *s, int64_t *after,
		       struct err *err)
{
	char *word = call_text(c, OPTION_SINCE);
	struct moment m = { 0, 0 };
	bool ok = true;

	*after = 0;
	if (word) {
		*after = snapshot_find(s, word, err);
		if (!*after && read_day(word, &m.time)) {
			ok = history_each(s, 0, come_near, &m, err);
			*after = m.seq;
		} else {
			ok = *after;
		}
	}
	free(word);
	return ok;
}

/* The touchpoint that --touchpoint means; 0 when none is asked for. */
static bool find_touchpoint(const struct call *c, struct store *s,
			    int64_t *id, struct err *err)
{
	const char *word = call_value(c, OPTION_TOUCHPOINT);
	const struct project *p = store_project(s);
	const struct row *stage, *r = NULL;
	int64_t map;
	int n, card;

	*id = 0;
	if (!word)
		return true;
	map = document_map(c, s, err);
	if (!map)
		return false;
	if (sigil_card(word, &n, &card) == strlen(word)) {
		stage = list_at(project_stages(p, map), (size_t)n - 1);
		if (stage || !n)
			r = list_at(project_touchpoints(p, map, stage ?
							stage->id : 0),
				    (size_t)card - 1);
	}
	*id = r ? r->id : 0;
	return r || err_set(err, _("there is no touchpoint \"%.*s\"; name "
				   "it as on the map, for instance 5.3"),
			    UTF8_CUT(100, word));
}

static bool print_log(struct call *c, struct store *s, struct log *log,
		      long limit, struct err *err)
{
	int64_t after;

	if (!find_since(c, s, &after, err))
		return false;
	if (call_has(c, OPTION_TO))
		return log_minutes(c, s, after, err);
	if (!find_touchpoint(c, s, &log->touchpoint, err) ||
	    !history_each(s, after, visit, log, err) || log->failed)
		return false;
	print_latest(c->out.file, log, limit);
	return true;
}

/* The minutes are of everything that is different now. */
static enum status check_options(const struct call *c, struct err *err)
{
	static const enum option_name others[] = { OPTION_TOUCHPOINT,
		OPTION_JSON, OPTION_LIMIT, OPTION_AUTHOR };
	const char *to = call_value(c, OPTION_TO);

	if (!to)
		return DONE;
	if (strcmp(to, "markdown") != 0)
		return wrong_usage(err, _("minutes come as --to markdown, not "
					  "as \"%.*s\""), UTF8_CUT(200, to));
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (call_has(c, others[i]))
			return wrong_usage(err, _("--%s does not go together "
						  "with --to"),
					   options[others[i]].name);
	return DONE;
}

enum status subcommand_log(struct call *c, struct err *err)
{
	char *author = call_text(c, OPTION_AUTHOR);
	struct log log = { .author = author, .err = err,
			   .json = call_has(c, OPTION_JSON) };
	enum status status = check_options(c, err);
	long limit;

	if (status == DONE &&
	    !call_number(c, OPTION_LIMIT, 1, LIMIT_MOST, LONG_MAX, &limit,
			 err))
		status = WRONG_USAGE;
	if (status == DONE) {
		log.store = document_open(c, err);
		if (!log.store || !print_log(c, log.store, &log, limit, err))
			status = REFUSED;
	}
	store_close(log.store);
	log_release(&log);
	free(author);
	return status;
}
