/*
 * The options, as one table.
 *
 * A command names those it takes by their bits (see subcommand.h); the help,
 * the manual and the reading of the words all go by the table.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/err.h"
#include "base/strbuf.h"

enum option_name {
	OPTION_MAP,
	OPTION_VIEW,
	OPTION_FILTER,
	OPTION_PLAIN,
	OPTION_LANES,
	OPTION_PRESET,
	OPTION_WIDTH,
	OPTION_ASCII,
	OPTION_TO,
	OPTION_OUT,
	OPTION_FORCE,
	OPTION_EXCEL,
	OPTION_RAW,
	OPTION_FROM,
	OPTION_DRY_RUN,
	OPTION_COLUMN,
	OPTION_GUESS_EMOTION,
	OPTION_TEMPLATE,
	OPTION_TITLE,
	OPTION_LIMIT,
	OPTION_SINCE,
	OPTION_AT,
	OPTION_TOUCHPOINT,
	OPTION_JSON,
	OPTION_REDACT,
	OPTION_HISTORY,
	OPTION_RULE,
	OPTION_ON,
	OPTION_FAIL_ON,
	OPTION_AUTHOR,
	OPTION_LANG,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_MANUAL,
	OPTIONS
};

#define OPTION(name) (UINT64_C(1) << OPTION_##name)

struct option_info {
	const char *name;       /* behind the two hyphens */
	char letter;            /* behind one hyphen, or 0 */
	const char *value;      /* what it is called in the help; NULL: none */
	const char *help;       /* msgid; NULL: not for users */
};

extern const struct option_info options[OPTIONS];

/* The words of a call, told apart. */
struct words {
	const char *value[OPTIONS];     /* NULL: not given; "": no value */
	const char *early[OPTIONS];     /* those ahead of all other words */
	struct strbuf columns;          /* all of --column, a line each */
	const char **word;              /* the rest, in order */
	int count;
};

/* Tell the words of argv (the first is the program) apart.  They are
 * borrowed.  False with a sentence at the first that is wrong; what came
 * before it is there.  Either way release with words_release(). */
bool words_read(struct words *w, int argc, char **argv, struct err *err);
void words_release(struct words *w);

/* Print a line for each option in `bits`. */
void options_help(FILE *out, uint64_t bits);

#endif
