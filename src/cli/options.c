#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"

const struct option_info options[OPTIONS] = {
	[OPTION_MAP] = { "map", 0, "MAP",
		N_("which map: its number, its title or its id") },
	[OPTION_VIEW] = { "view", 0, "VIEW",
		N_("what to print of it; --view views lists all") },
	[OPTION_FILTER] = { "filter", 0, "QUERY",
		N_("only some touchpoints: words, @zalo, :<0, need:?") },
	[OPTION_PLAIN] = { "plain", 0, NULL,
		N_("plain lines without frames, for mail and screen readers") },
	[OPTION_LANES] = { "lanes", 0, "LANES",
		N_("which rows a table has: pain,need or your own lanes") },
	[OPTION_PRESET] = { "preset", 0, "PRESET",
		N_("for whom slides are: executive, operational or "
		   "tactical") },
	[OPTION_WIDTH] = { "width", 0, "N",
		N_("how many columns wide, from 40 to 1000") },
	[OPTION_ASCII] = { "ascii", 0, NULL,
		N_("draw frames with - | + only") },
	[OPTION_TO] = { "to", 0, "FORMAT",
		N_("in which format; else the ending of OUT tells") },
	[OPTION_OUT] = { "output", 'o', "OUT",
		N_("write into this file; else it is printed") },
	[OPTION_FORCE] = { "force", 0, NULL,
		N_("replace OUT if it is there") },
	[OPTION_EXCEL] = { "excel", 0, NULL,
		N_("a table as Excel opens it: with ; and a byte order "
		   "mark") },
	[OPTION_RAW] = { "raw", 0, NULL,
		N_("a table for programs: no ' before = + - @") },
	[OPTION_FROM] = { "from", 0, "FORMAT",
		N_("SOURCE's format; else its ending tells, or its text") },
	[OPTION_DRY_RUN] = { "dry-run", 0, NULL,
		N_("only tell what would be added and changed") },
	[OPTION_COLUMN] = { "column", 0, "C=FIELD",
		N_("a table's column C is this field; for each such column") },
	[OPTION_GUESS_EMOTION] = { "guess-emotion", 0, NULL,
		N_("turn words such as \"happy\" and faces into emotions") },
	[OPTION_TEMPLATE] = { "template", 0, "T",
		N_("begin with this template, or an outline file of yours") },
	[OPTION_TITLE] = { "title", 0, "TITLE",
		N_("what the map is called") },
	[OPTION_LIMIT] = { "limit", 0, "N",
		N_("no more than the last N changes") },
	[OPTION_SINCE] = { "since", 0, "WHEN",
		N_("since a snapshot, a change's number or a day "
		   "(2026-11-23)") },
	[OPTION_AT] = { "at", 0, "NAME|EDIT",
		N_("as it was at a snapshot, or after the change of this "
		   "number") },
	[OPTION_TOUCHPOINT] = { "touchpoint", 0, "N.N",
		N_("only what was done to this touchpoint") },
	[OPTION_JSON] = { "json", 0, NULL, N_("as JSON, for programs") },
	[OPTION_REDACT] = { "redact", 0, "WHAT",
		N_("leave out quotes, owners, notes, or several: "
		   "quotes,notes") },
	[OPTION_HISTORY] = { "history", 0, NULL,
		N_("with every change that was ever made; JSON only") },
	[OPTION_RULE] = { "rule", 0, "RULE",
		N_("only what this rule finds, even if it is off") },
	[OPTION_ON] = { "on", 0, "DAY",
		N_("as if it were this day (2026-12-31)") },
	[OPTION_FAIL_ON] = { "fail-on", 0, "WHAT",
		N_("exit status 1 for: warning, or note too (usual)") },
	[OPTION_AUTHOR] = { "author", 0, "NAME",
		N_("whose work it is; else CJM_AUTHOR or your login name") },
	[OPTION_LANG] = { "lang", 0, "LANGUAGE",
		N_("en for English, vi for Vietnamese") },
	[OPTION_HELP] = { "help", 'h', NULL, N_("print this help") },
	[OPTION_VERSION] = { "version", 0, NULL, N_("print the version") },
	[OPTION_MANUAL] = { "manual", 0, "SECTION", NULL },
};

enum { LONG = 256, ANOTHER_WORD = 1 };  /* codes of getopt_long() */

static void fill_table(struct option table[OPTIONS + 1])
{
	memset(table, 0, (OPTIONS + 1) * sizeof *table);
	for (int i = 0; i < OPTIONS; i++) {
		table[i].name = options[i].name;
		table[i].has_arg = options[i].value ? required_argument :
						      no_argument;
		table[i].val = LONG + i;
	}
}

static int name_of(int code)
{
	if (code >= LONG)
		return code - LONG;
	for (int i = 0; i < OPTIONS; i++)
		if (options[i].letter && options[i].letter == code)
			return i;
	return -1;
}

static bool wrong(const char *word, int code, struct err *err)
{
	int name = name_of(optopt);

	if (code == ':')
		return err_set(err, _("%s needs a value behind it: %s"), word,
			       options[name].value);
	if (name >= 0)
		return err_set(err, _("%s: --%s takes no value"), word,
			       options[name].name);
	return err_set(err, _("there is no option %s"), word);
}

static void take_word(struct words *w, const char *word)
{
	w->word[w->count++] = word;
}

static void take_option(struct words *w, int name, const char *value)
{
	if (!value)
		value = "";
	w->value[name] = value;
	if (name == OPTION_COLUMN)
		strbuf_addf(&w->columns, "%s\n", value);
	if (!w->count)
		w->early[name] = value;
}

bool words_read(struct words *w, int argc, char **argv, struct err *err)
{
	struct option table[OPTIONS + 1];
	int code;

	*w = (struct words){ .word = xcalloc((size_t)argc + 1,
					     sizeof *w->word),
			     .columns = STRBUF_INIT };
	fill_table(table);
	opterr = 0;
	optind = 0;             /* begin anew, whoever read before us */
	for (;;) {
		const char *word = argv[optind ? optind : 1];

		/* `-`: every word in its order; `:`: tell missing values */
		code = getopt_long(argc, argv, "-:o:h", table, NULL);
		if (code == -1)
			break;
		if (code == '?' || code == ':')
			return wrong(word, code, err);
		if (code == ANOTHER_WORD)
			take_word(w, optarg);
		else
			take_option(w, name_of(code), optarg);
	}
	while (optind < argc)
		take_word(w, argv[optind++]);
	return true;
}

void words_release(struct words *w)
{
	free(w->word);
	strbuf_release(&w->columns);
	*w = (struct words){ .word = NULL };
}

/* "-o, --output OUT" */
static void option_spelling(enum option_name name, struct strbuf *out)
{
	const struct option_info *o = &options[name];

	if (o->letter)
		strbuf_addf(out, "-%c, ", o->letter);
	strbuf_addf(out, "--%s", o->name);
	if (o->value)
		strbuf_addf(out, " %s", o->value);
}

void options_help(FILE *out, uint64_t bits)
{
	struct strbuf name = STRBUF_INIT;

	for (int i = 0; i < OPTIONS; i++) {
		if (!(bits & UINT64_C(1) << i) || !options[i].help)
			continue;
		strbuf_clear(&name);
		option_spelling((enum option_name)i, &name);
		fprintf(out, "  %-18s %s\n", name.s, _(options[i].help));
	}
	strbuf_release(&name);
}
