#include "cli/log_minutes.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/document.h"
#include "cli/writing.h"
#include "format/minutes.h"
#include "store/history.h"

/* Who worked, in the order they began, and from when until when. */
struct people {
	char **names;
	size_t count, cap;
	int64_t first, last;
};

static void meet(const struct entry *entry, void *arg)
{
	struct people *p = arg;

	if (!p->first)
		p->first = entry->time;
	p->last = entry->time;
	for (size_t i = 0; i < p->count; i++)
		if (!strcmp(p->names[i], entry->author))
			return;
	p->names = xgrow(p->names, p->count, &p->cap, sizeof *p->names);
	p->names[p->count++] = xstrdup(entry->author);
}

static void add_time(struct strbuf *out, int64_t milliseconds,
		     const char *format)
{
	time_t seconds = (time_t)(milliseconds / 1000);
	char text[32] = "";
	struct tm tm;

	if (!localtime_r(&seconds, &tm))
		return;
	if (*format == 'd')
		strftime(text, sizeof text, "%Y-%m-%d %H:%M", &tm);
	else
		strftime(text, sizeof text, "%H:%M", &tm);
	strbuf_addstr(out, text);
}

static bool same_day(int64_t a, int64_t b)
{
	time_t x = (time_t)(a / 1000), y = (time_t)(b / 1000);
	struct tm p, q;

	return localtime_r(&x, &p) && localtime_r(&y, &q) &&
	       p.tm_yday == q.tm_yday && p.tm_year == q.tm_year;
}

/* "2026-11-23 14:02 – 15:30 · Ann, Bob" */
static bool tell_people(struct store *s, int64_t after, struct strbuf *out,
			struct err *err)
{
	struct people p = { NULL, 0, 0, 0, 0 };
	bool ok = history_each(s, after, meet, &p, err);

	if (p.count) {
		add_time(out, p.first, "day");
		strbuf_addstr(out, " – ");
		add_time(out, p.last, same_day(p.first, p.last) ? "time" :
								  "day");
		strbuf_addstr(out, " · ");
	}
	for (size_t i = 0; i < p.count; i++) {
		strbuf_addf(out, "%s%s", i ? ", " : "", p.names[i]);
		free(p.names[i]);
	}
	free(p.names);
	return ok;
}

static void print_map(FILE *out, const struct minutes *m, size_t *printed)
{
	bool there = project_row(m->after, MAP, m->map);

	i18n_push(writing_language(there ? m->after : m->before, m->map));
	if (minutes_due(m)) {
		if ((*printed)++)
			fputs("\n", out);
		minutes_write(m, out);
	}
	i18n_pop();
}

/* All maps that are there, then those that were. */
static void print_maps(FILE *out, struct minutes *m, int64_t only)
{
	const struct list *is = project_maps(m->after);
	const struct list *was = project_maps(m->before);
	size_t printed = 0;

	for (size_t i = 0; i < is->count; i++) {
		m->map = is->rows[i]->id;
		if (!only || m->map == only)
			print_map(out, m, &printed);
	}
	for (size_t i = 0; !only && i < was->count; i++) {
		m->map = was->rows[i]->id;
		if (!project_row(m->after, MAP, m->map))
			print_map(out, m, &printed);
	}
	if (!printed)
		say(_("nothing has changed since"));
}

bool log_minutes(struct call *c, struct store *s, int64_t after,
		 struct err *err)
{
	int64_t only = call_has(c, OPTION_MAP) ? document_map(c, s, err) : 0;
	struct strbuf people = STRBUF_INIT;
	struct minutes m = { .after = store_project(s) };
	struct project *before = NULL;

	if (call_has(c, OPTION_MAP) && !only)
		return false;
	if (store_visit(s, 0, err) && tell_people(s, after, &people, err))
		before = history_at(s, after, err);
	if (before) {
		m.before = before;
		m.people = people.s;
		print_maps(c->out.file, &m, only);
	}
	strbuf_release(&people);
	project_free(before);
	return before;
}
