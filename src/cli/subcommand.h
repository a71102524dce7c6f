/*
 * The commands, as one table.
 *
 * A command prints its data to c->out.file and its talk by say(), and
 * returns what the shell is told.  A failure's sentence goes to err, and
 * cli.c shows it.
 */
#ifndef CLI_SUBCOMMAND_H
#define CLI_SUBCOMMAND_H

#include "cli/call.h"

struct subcommand {
	const char *name;       /* "": what `cjm FILE` does */
	const char *words;      /* msgid: what comes behind the name */
	const char *help;       /* msgid: one line */
	const char *more;       /* msgid: the rest of its help, or NULL */
	uint64_t options;       /* bits; see OPTION() */
	int least, most;        /* words; most 0: any number */
	enum status (*run)(struct call *c, struct err *err);
};

extern const struct subcommand subcommands[]; /* ends with a NULL name */

/* Taken by every command. */
#define OPTIONS_ALWAYS \
	(OPTION(AUTHOR) | OPTION(LANG) | OPTION(HELP) | OPTION(VERSION))

const struct subcommand *subcommand_find(const char *name);   /* or NULL */

/* The command whose name is most like the word; NULL: none is. */
const struct subcommand *subcommand_nearest(const char *word);

enum status subcommand_add(struct call *c, struct err *err);
enum status subcommand_answer(struct call *c, struct err *err);
enum status subcommand_backup(struct call *c, struct err *err);
enum status subcommand_check(struct call *c, struct err *err);
enum status subcommand_edit(struct call *c, struct err *err);
enum status subcommand_export(struct call *c, struct err *err);
enum status subcommand_import(struct call *c, struct err *err);
enum status subcommand_log(struct call *c, struct err *err);
enum status subcommand_maps(struct call *c, struct err *err);
enum status subcommand_new(struct call *c, struct err *err);
enum status subcommand_present(struct call *c, struct err *err);
enum status subcommand_redo(struct call *c, struct err *err);
enum status subcommand_restore(struct call *c, struct err *err);
enum status subcommand_rules(struct call *c, struct err *err);
enum status subcommand_salvage(struct call *c, struct err *err);
enum status subcommand_share(struct call *c, struct err *err);
enum status subcommand_show(struct call *c, struct err *err);
enum status subcommand_snapshot(struct call *c, struct err *err);
enum status subcommand_undo(struct call *c, struct err *err);
enum status subcommand_verify(struct call *c, struct err *err);

#endif
