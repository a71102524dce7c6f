/*
 * One call of the program: what was asked, and where the answer goes.
 */
#ifndef CLI_CALL_H
#define CLI_CALL_H

#include "cli/cli.h"
#include "cli/options.h"
#include "cli/output.h"

/* What the shell is told; a contract. */
enum status { DONE = 0, FOUND = 1, WRONG_USAGE = 2, REFUSED = 3 };

struct call {
	const struct subcommand *subcommand;
	struct words words;
	const char **word;      /* those behind the command's name */
	int count;
	struct output out;
	cli_editor *edit;
	cli_keys *keys;
};

/* What stands behind an option; NULL: it was not given. */
const char *call_value(const struct call *c, enum option_name name);
bool call_has(const struct call *c, enum option_name name);

/* The same as a text for the file, clean and on one line: owned by the
 * caller, NULL when not given. */
char *call_text(const struct call *c, enum option_name name);

/* The n-th word behind the command's name, from 0, in the same way. */
char *call_word(const struct call *c, int n);

/* An option as a number; `fallback` when not given. */
bool call_number(const struct call *c, enum option_name name, long least,
		 long most, long fallback, long *number, struct err *err);

/* Whether it is a language we have. */
bool language_check(const char *language, struct err *err);

/* Always WRONG_USAGE, with the sentence. */
enum status wrong_usage(struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
