#include "cli/completion.h"

#include <string.h>

#include "base/alloc.h"
#include "cli/subcommand.h"
#include "format/format.h"
#include "layout/views.h"

static bool takes(const struct subcommand *s, int option)
{
	return options[option].help &&
	       (s->options | OPTIONS_ALWAYS) & UINT64_C(1) << option;
}

static void put_formats(FILE *out)
{
	for (const struct format *f = formats; f->name; f++)
		fprintf(out, "%s%s", f == formats ? "" : " ", f->name);
}

static void put_views(FILE *out)
{
	for (const struct view_info *v = views; v->key; v++)
		fprintf(out, "%s%s", v == views ? "" : " ", v->key);
}

/* What may stand behind an option; others take anything, a file perhaps. */
static const struct offer {
	enum option_name option;
	void (*put)(FILE *out);
	const char *words;
} offers[] = {
	{ OPTION_VIEW, put_views, NULL },
	{ OPTION_TO, put_formats, NULL },
	{ OPTION_FROM, put_formats, NULL },
	{ OPTION_TEMPLATE, NULL, "default b2b candidate retail" },
	{ OPTION_LANG, NULL, "en vi" },
	{ OPTION_PRESET, NULL, "executive operational tactical" },
	{ OPTION_FAIL_ON, NULL, "warning note" },
	{ OPTION_REDACT, NULL, "quotes owners notes" },
};

static const struct offer *offer_of(int option)
{
	for (size_t i = 0; i < ARRAY_LEN(offers); i++)
		if ((int)offers[i].option == option)
			return &offers[i];
	return NULL;
}

static void put_offer(FILE *out, const struct offer *v)
{
	if (v->put)
		v->put(out);
	else
		fputs(v->words, out);
}

static bool takes_file(int option)
{
	return option == OPTION_OUT || option == OPTION_TEMPLATE;
}

static void put_commands(FILE *out)
{
	const char *gap = "";

	for (const struct subcommand *s = subcommands; s->name; s++)
		if (*s->name) {
			fprintf(out, "%s%s", gap, s->name);
			gap = " ";
		}
}

/* "-o --output --force ..." */
static void put_options(FILE *out, const struct subcommand *s)
{
	const char *gap = "";

	for (int i = 0; i < OPTIONS; i++) {
		if (!takes(s, i))
			continue;
		fprintf(out, "%s--%s", gap, options[i].name);
		gap = " ";
		if (options[i].letter)
			fprintf(out, " -%c", options[i].letter);
	}
}

/* "--to|-o)", the pattern of a shell's case */
static void put_pattern(FILE *out, int option)
{
	fprintf(out, "\t--%s", options[option].name);
	if (options[option].letter)
		fprintf(out, "|-%c", options[option].letter);
	fputs(")\n", out);
}

static void bash_values(FILE *out)
{
	for (int i = 0; i < OPTIONS; i++) {
		const struct offer *v = offer_of(i);

		if (!options[i].help || !options[i].value)
			continue;
		put_pattern(out, i);
		if (v) {
			fputs("\t\tCOMPREPLY=($(compgen -W '", out);
			put_offer(out, v);
			fputs("' -- \"$word\"))\n", out);
		}
		if (takes_file(i))
			fputs("\t\tCOMPREPLY+=($(compgen -f -- "
			      "\"$word\"))\n", out);
		fputs("\t\treturn ;;\n", out);
	}
}

static void bash_command(FILE *out, const struct subcommand *s)
{
	fprintf(out, "\t%s)\n\t\twords='", *s->name ? s->name : "*");
	put_options(out, s);
	fputs("' ;;\n", out);
}

/* The one without a name is the table's first, and what all else is. */
static void bash_options(FILE *out)
{
	for (const struct subcommand *s = subcommands + 1; s->name; s++)
		bash_command(out, s);
	bash_command(out, subcommands);
}

void completion_bash(const struct call *c)
{
	FILE *out = c->out.file;

	fputs("# Completes lines that begin with cjm, in bash.  Made by "
	      "`make manual`.\n\n"
	      "_cjm()\n{\n"
	      "\tlocal word=${COMP_WORDS[COMP_CWORD]}\n"
	      "\tlocal before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
	      "\tCOMPREPLY=()\n"
	      "\tcase $before in\n", out);
	bash_values(out);
	fputs("\tesac\n\tcase ${COMP_WORDS[1]} in\n", out);
	bash_options(out);
	fputs("\tesac\n"
	      "\tif [[ $word == -* ]]; then\n"
	      "\t\tCOMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
	      "\t\treturn\n\tfi\n"
	      "\tif ((COMP_CWORD == 1)); then\n"
	      "\t\tCOMPREPLY=($(compgen -W '", out);
	put_commands(out);
	fputs("' -- \"$word\"))\n\tfi\n"
	      "\tCOMPREPLY+=($(compgen -f -- \"$word\"))\n"
	      "}\n\ncomplete -o filenames -F _cjm cjm\n", out);
}

/* Within single quotes; `special` has a meaning in zsh's specifications. */
static void put_quoted(FILE *out, const char *text, const char *special)
{
	for (; *text; text++) {
		if (*text == '\'')
			fputs("'\\'", out);
		else if (strchr(special, *text))
			putc('\\', out);
		putc(*text, out);
	}
}

static void zsh_value(FILE *out, int option)
{
	const struct offer *v = offer_of(option);

	fprintf(out, ":%s:", options[option].value);
	if (takes_file(option)) {
		fputs("_files", out);
	} else if (v) {
		putc('(', out);
		put_offer(out, v);
		putc(')', out);
	}
}

static void zsh_option(FILE *out, int option)
{
	const struct option_info *o = &options[option];

	for (int letter = o->letter != 0; letter >= 0; letter--) {
		if (letter)
			fprintf(out, " \\\n\t\t\t'-%c[", o->letter);
		else
			fprintf(out, " \\\n\t\t\t'--%s[", o->name);
		put_quoted(out, o->help, "[]:\\");
		putc(']', out);
		if (o->value)
			zsh_value(out, option);
		putc('\'', out);
	}
}

static void zsh_command(FILE *out, const struct subcommand *s)
{
	fprintf(out, "\t%s)\n\t\t_arguments", *s->name ? s->name : "*");
	for (int i = 0; i < OPTIONS; i++)
		if (takes(s, i))
			zsh_option(out, i);
	fputs(" \\\n\t\t\t'*:file:_files' ;;\n", out);
}

void completion_zsh(const struct call *c)
{
	FILE *out = c->out.file;

	fputs("#compdef cjm\n"
	      "# Completes lines that begin with cjm, in zsh.  Made by "
	      "`make manual`.\n\n"
	      "local -a commands\ncommands=(\n", out);
	for (const struct subcommand *s = subcommands; s->name; s++)
		if (*s->name) {
			fprintf(out, "\t'%s:", s->name);
			put_quoted(out, s->help, ":\\");
			fputs("'\n", out);
		}
	fputs(")\nif ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n"
	      "\t_describe command commands\n\t_files\n\treturn\nfi\n"
	      "case $words[2] in\n", out);
	for (const struct subcommand *s = subcommands + 1; s->name; s++)
		zsh_command(out, s);
	zsh_command(out, subcommands);
	fputs("esac\n", out);
}

static void fish_option(FILE *out, const struct subcommand *s, int option)
{
	const struct option_info *o = &options[option];
	const struct offer *v = offer_of(option);

	if (*s->name)
		fprintf(out, "complete -c cjm -n '__fish_seen_subcommand_from "
			"%s' -l %s", s->name, o->name);
	else
		fprintf(out, "complete -c cjm -l %s", o->name);
	if (o->letter)
		fprintf(out, " -s %c", o->letter);
	if (o->value)
		fputs(takes_file(option) ? " -r" : " -x", out);
	if (v) {
		fputs(" -a '", out);
		put_offer(out, v);
		putc('\'', out);
	}
	fputs(" -d '", out);
	put_quoted(out, o->help, "\\");
	fputs("'\n", out);
}

static void fish_command(FILE *out, const struct subcommand *s)
{
	if (*s->name) {
		fprintf(out, "complete -c cjm -n __fish_use_subcommand -a %s "
			"-d '", s->name);
		put_quoted(out, s->help, "\\");
		fputs("'\n", out);
	}
	for (int i = 0; i < OPTIONS; i++) {
		bool always = OPTIONS_ALWAYS & UINT64_C(1) << i;

		if (takes(s, i) && always == !*s->name)
			fish_option(out, s, i);
	}
}

void completion_fish(const struct call *c)
{
	fputs("# Completes lines that begin with cjm, in fish.  Made by "
	      "`make manual`.\n\n", c->out.file);
	for (const struct subcommand *s = subcommands; s->name; s++)
		fish_command(c->out.file, s);
}
