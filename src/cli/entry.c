#include "cli/entry.h"

#include <stdlib.h>
#include <time.h>

#include "base/strbuf.h"
#include "format/edit_json.h"

static void add_utc(int64_t milliseconds, struct strbuf *out)
{
	time_t seconds = (time_t)(milliseconds / 1000);
	char text[32] = "";
	struct tm tm;

	if (gmtime_r(&seconds, &tm))
		strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &tm);
	strbuf_addf(out, "%s.%03dZ", text, (int)(milliseconds % 1000));
}

char *entry_json(struct store *s, const struct entry *entry, struct err *err)
{
	struct strbuf time = STRBUF_INIT;
	struct edit e = EDIT_INIT;
	char *text = NULL;

	add_utc(entry->time, &time);
	if (history_read(s, entry->seq, &e, err)) {
		struct edit_told told = { entry->seq, time.s, entry->author,
					  entry->kind, entry->ref };

		text = edit_json_text(&told, &e);
	}
	strbuf_release(&time);
	edit_release(&e);
	return text;
}

struct printing {
	FILE *out;
	struct store *store;
	struct err *err;
	bool any, failed;
};

static void print(const struct entry *entry, void *arg)
{
	struct printing *p = arg;
	char *text = p->failed ? NULL : entry_json(p->store, entry, p->err);

	p->failed = !text;
	if (text)
		fprintf(p->out, "%s\n    %s", p->any ? "," : "", text);
	p->any = true;
	free(text);
}

bool entries_print(FILE *out, void *store, struct err *err)
{
	struct printing p = { out, store, err, false, false };

	return history_each(store, 0, print, &p, err) && !p.failed;
}
