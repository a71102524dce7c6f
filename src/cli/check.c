#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/subcommand.h"
#include "cli/coach.h"
#include "cli/document.h"
#include "cli/findings.h"
#include "format/coach_json.h"
#include "model/coach.h"

enum { DAY_TEXT = 16 };

static void today(char day[DAY_TEXT])
{
	time_t now = time(NULL);
	struct tm tm;

	*day = '\0';
	if (localtime_r(&now, &tm))
		strftime(day, DAY_TEXT, "%Y-%m-%d", &tm);
}

static bool choose_rule(const struct call *c, struct coach *coach,
			struct err *err)
{
	const char *name = call_value(c, OPTION_RULE);

	coach->only = name ? coach_rule(name, err) : NULL;
	return !name || coach->only;
}

static bool choose_day(const struct call *c, struct coach *coach,
		       const char *now, struct err *err)
{
	const char *day = call_value(c, OPTION_ON);

	coach->day = day ? day : now;
	return !day || field_is_day(day) ||
	       err_set(err, _("--on takes a day such as 2026-12-31, not "
			      "\"%.*s\""), UTF8_CUT(100, day));
}

/* Which findings make the exit status 1: these and the graver ones. */
static bool choose_limit(const struct call *c, enum severity *limit,
			 struct err *err)
{
	const char *word = call_value(c, OPTION_FAIL_ON);

	*limit = SEVERITY_NOTE;
	if (!word)
		return true;
	for (int s = 0; s < SEVERITIES; s++)
		if (!strcmp(word, severity_key((enum severity)s))) {
			*limit = (enum severity)s;
			return true;
		}
	return err_set(err, _("--fail-on takes warning or note, not "
			      "\"%.*s\""), UTF8_CUT(100, word));
}

static void print(struct call *c, const struct coach *coach,
		  const struct findings *found)
{
	char *text;

	if (!call_has(c, OPTION_JSON)) {
		findings_print(c->out.file, coach, found);
		return;
	}
	text = coach_json_text(coach, found);
	fprintf(c->out.file, "%s\n", text);
	free(text);
}

static enum status look(struct call *c, struct store *s, struct coach *coach,
			enum severity limit, struct err *err)
{
	enum status status = DONE;
	struct findings found;

	coach->p = store_project(s);
	coach->map = document_map(c, s, err);
	if (!coach->map)
		return REFUSED;
	coach_look(coach, &found);
	print(c, coach, &found);
	for (int k = 0; k <= (int)limit; k++)
		if (found.number[k])
			status = FOUND;
	findings_release(&found);
	return status;
}

enum status subcommand_check(struct call *c, struct err *err)
{
	struct coach_words words;
	struct coach coach = { .words = &words };
	enum status status = REFUSED;
	enum severity limit;
	char now[DAY_TEXT];
	struct store *s;

	today(now);
	if (!choose_rule(c, &coach, err) || !choose_day(c, &coach, now, err) ||
	    !choose_limit(c, &limit, err))
		return WRONG_USAGE;
	s = document_open(c, err);
	if (s && coach_words_load(&words, err))
		status = look(c, s, &coach, limit, err);
	if (s)
		coach_words_release(&words);
	store_close(s);
	return status;
}
