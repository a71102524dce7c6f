#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/subcommand.h"
#include "cli/help.h"
#include "cli/manual.h"

static bool is_new_name(const char *word)
{
	static const char ending[] = ".cjm";
	size_t len = strlen(word), tail = strlen(ending);

	return strchr(word, '/') ||
	       (len > tail && !strcmp(word + len - tail, ending));
}

static bool unknown_word(const char *word, struct err *err)
{
	const struct subcommand *near = subcommand_nearest(word);

	if (near)
		return err_set(err, _("\"%s\" is no command and no file; did "
				      "you mean `cjm %s`?"), word,
			       near->name);
	return err_set(err, _("\"%s\" is no command and no file; `cjm --help` "
			      "lists the commands, and a new file's name ends "
			      "in .cjm"), word);
}

/* The command the first word names; else that word is a FILE. */
static bool choose_command(struct call *c, struct err *err)
{
	const char *first = c->words.count ? c->words.word[0] : "";
	struct stat st;

	c->word = c->words.word;
	c->count = c->words.count;
	c->subcommand = subcommand_find(first);
	if (!c->count)
		return true;
	if (*first && c->subcommand) {
		c->word++;
		c->count--;
		return true;
	}
	c->subcommand = subcommands;
	return is_new_name(first) || !lstat(first, &st) ||
	       unknown_word(first, err);
}

/* Point at the help that tells what would have been right. */
static bool see_help(const struct call *c, struct err *err)
{
	const char *name = c->words.count && c->subcommand ?
			   c->subcommand->name : "";

	return err_set(err, _("%.*s; see `cjm %s%s--help`"),
		       UTF8_CUT(800, err->msg), name, *name ? " " : "");
}

static bool check_options(const struct call *c, struct err *err)
{
	uint64_t takes = c->subcommand->options | OPTIONS_ALWAYS;

	for (int i = 0; i < OPTIONS; i++)
		if (c->words.value[i] && !(takes & UINT64_C(1) << i)) {
			err_set(err, _("--%s is not for this"),
				options[i].name);
			return see_help(c, err);
		}
	return true;
}

static bool check_count(const struct call *c, struct err *err)
{
	const struct subcommand *cmd = c->subcommand;

	if (!c->words.count)
		return err_set(err, _("name a file, as in `cjm coffee.cjm`; "
				      "`cjm --help` tells more"));
	if (c->count < cmd->least)
		err_set(err, _("something is missing: cjm %s%s%s"), cmd->name,
			*cmd->name ? " " : "", _(cmd->words));
	else if (cmd->most && c->count > cmd->most)
		err_set(err, _("\"%.*s\" is one word too many: cjm %s%s%s"),
			UTF8_CUT(200, c->word[cmd->most]), cmd->name,
			*cmd->name ? " " : "", _(cmd->words));
	else
		return true;
	return see_help(c, err);
}

/* What is answered without doing anything. */
static bool answer(struct call *c)
{
	FILE *out = c->out.file;

	if (call_has(c, OPTION_VERSION))
		fprintf(out, "cjm %s\n", PACKAGE_VERSION);
	else if (call_has(c, OPTION_HELP) && c->words.count)
		help_command(out, c->subcommand);
	else if (call_has(c, OPTION_HELP))
		help_page(out);
	else
		return false;
	return true;
}

/* An author is a name of at least a letter, on one line. */
static bool check_author(const struct call *c, struct err *err)
{
	char *author = call_text(c, OPTION_AUTHOR);
	bool ok = !author || *author;

	free(author);
	return ok || err_set(err, _("--author takes a name"));
}

static bool check_language(int argc, char **argv, struct err *err)
{
	const char *language = cli_language(argc, argv);

	if (!language)
		return true;
	if (!language_check(language, err))
		return false;
	if (strcmp(language, i18n_language()) != 0)
		say(_("this language is not installed here; going on in "
		      "another"));
	return true;
}

static enum status do_call(struct call *c, int argc, char **argv,
			   struct err *err)
{
	bool read = words_read(&c->words, argc, argv, err);

	if (!read) {
		struct err none;

		choose_command(c, &none);
		see_help(c, err);
		return WRONG_USAGE;
	}
	if (!check_language(argc, argv, err) || !choose_command(c, err))
		return WRONG_USAGE;
	if (answer(c))
		return DONE;
	if (call_has(c, OPTION_MANUAL) && !c->words.count)
		return manual_section(c, err);
	if (!check_options(c, err) || !check_count(c, err) ||
	    !check_author(c, err))
		return WRONG_USAGE;
	return c->subcommand->run(c, err);
}

const char *cli_language(int argc, char **argv)
{
	struct call c = { .subcommand = NULL };
	const char *language;
	struct err err;

	words_read(&c.words, argc, argv, &err);
	choose_command(&c, &err);
	language = c.subcommand->options & OPTION(LANG) ?
		   c.words.early[OPTION_LANG] : c.words.value[OPTION_LANG];
	words_release(&c.words);
	return language;
}

static void complain(const struct err *err)
{
	if (*err->msg)
		say("cjm: %s", err->msg);
}

/* The reader had enough, as in `cjm show FILE | head`; end as programs do
 * that let it end them. */
static int end_by_pipe(void)
{
	signal(SIGPIPE, SIG_DFL);
	raise(SIGPIPE);
	return 128 + SIGPIPE;
}

int cli_main(int argc, char **argv, cli_editor *edit, cli_keys *keys)
{
	struct call c = { .edit = edit, .keys = keys };
	struct err err = { "" }, lost = { "" };
	enum status status;

	output_open(&c.out);
	status = do_call(&c, argc, argv, &err);
	if (!output_close(&c.out, &lost))
		status = REFUSED;
	if (status != DONE)
		complain(&err);
	complain(&lost);
	words_release(&c.words);
	return c.out.failed == EPIPE ? end_by_pipe() : (int)status;
}
