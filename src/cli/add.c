#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "cli/subcommand.h"
#include "cli/document.h"
#include "model/captured.h"

/* Lines one after the other into one map. */
struct adding {
	struct call *call;
	struct store *store;
	int64_t map;
	int64_t here;           /* stage of the lines without one */
	int64_t last;           /* touchpoint that a line of signs adds to */
	size_t failed;          /* lines that were not taken */
};

/* "1.3 Need: clicks a flash-sale post" */
static void tell_place(struct adding *a, const struct row *r,
		       const struct row *stage)
{
	const struct project *p = store_project(a->store);
	const struct list *l = project_touchpoints(p, a->map, stage->id);

	fprintf(a->call->out.file, "%zu.%zu %s: %s\n",
		list_index(project_stages(p, a->map), stage) + 1,
		list_index(l, r) + 1, row_title(stage), row_title(r));
}

static void tell(struct adding *a, const struct capture_result *result)
{
	const struct project *p = store_project(a->store);
	const struct row *r = project_row(p, TOUCHPOINT, result->touchpoint);
	const struct row *stage = project_row(p, STAGE, result->stage);
	bool changed = result->what == CAPTURED_CHANGED;
	FILE *out = a->call->out.file;

	if (result->what == CAPTURED_WENT)
		a->here = result->stage;
	if (!r)
		return;
	a->last = r->id;
	if (!stage) {
		fprintf(out, changed ? _("changed in the parking lot: %s\n") :
				       _("parked: %s\n"), row_title(r));
		return;
	}
	if (changed)
		fputs(_("changed "), out);
	tell_place(a, r, stage);
}

static bool add_line(struct adding *a, const char *line, struct err *err)
{
	struct capture_result result = { CAPTURED_NOTHING, 0, 0 };
	struct capture_intent i;
	bool ok;

	intent_capture(&i, line, a->map, &result);
	i.here = a->here;
	i.last = a->last;
	ok = store_do(a->store, &i.intent, err);
	capture_intent_release(&i);
	if (ok)
		tell(a, &result);
	else
		a->failed++;
	return ok;
}

static void tell_refusal(const char *line, const struct err *err)
{
	say(_("not added: %s"), line);
	say("  (%s)", err->msg);
}

/* A line that cannot be taken does not hold up those behind it. */
static void add_text(struct adding *a, const char *text, size_t len)
{
	struct strbuf clean = STRBUF_INIT;
	char *rest, *line;
	struct err err;

	utf8_clean(text, len, &clean, NULL);
	rest = clean.s;
	while ((line = strsep(&rest, "\n")))
		if (!add_line(a, line, &err))
			tell_refusal(line, &err);
	strbuf_release(&clean);
	output_flush(&a->call->out);
}

/* Line by line, so that each is in the file as soon as it is typed. */
static bool add_input(struct adding *a, struct err *err)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;

	while ((len = getline(&line, &cap, stdin)) >= 0)
		add_text(a, line, (size_t)len);
	free(line);
	return !ferror(stdin) ||
	       err_set(err, _("standard input cannot be read: %s"),
		       strerror(errno));
}

static bool add_words(struct adding *a, struct err *err)
{
	for (int i = 1; i < a->call->count; i++) {
		const char *word = a->call->word[i];

		if (strcmp(word, "-") != 0)
			add_text(a, word, strlen(word));
		else if (!add_input(a, err))
			return false;
	}
	if (!a->failed)
		return true;
	return err_set(err, ngettext("%zu line was not added",
				     "%zu lines were not added", a->failed),
		       a->failed);
}

enum status subcommand_add(struct call *c, struct err *err)
{
	struct adding a = { .call = c };
	bool ok;

	a.store = document_open_to_write(c, err);
	a.map = a.store ? document_map(c, a.store, err) : 0;
	ok = a.map && add_words(&a, err);
	store_close(a.store);
	return ok ? DONE : REFUSED;
}
