#include "cli/help.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "format/format.h"

static const char *space(const struct subcommand *c)
{
	return *c->name ? " " : "";
}

static void list_commands(FILE *out)
{
	struct strbuf usage = STRBUF_INIT;

	for (const struct subcommand *c = subcommands; c->name; c++) {
		strbuf_clear(&usage);
		strbuf_addf(&usage, "%s%s%s", c->name, space(c), _(c->words));
		fprintf(out, "  cjm %-19s %s\n", usage.s, _(c->help));
	}
	strbuf_release(&usage);
}

void help_page(FILE *out)
{
	fputs(_("cjm draws customer journey maps in the terminal: what "
		"customers do, feel and\nneed, step by step, from the first "
		"wish to the day they tell a friend.\n"), out);
	fprintf(out, "\n%s\n", _("Commands:"));
	list_commands(out);
	fprintf(out, "\n%s\n", _("Options of all commands:"));
	options_help(out, OPTIONS_ALWAYS);
	fprintf(out, "\n%s\n", _("Two examples:"));
	fputs(_("  cjm new coffee.cjm --title \"Buying coffee online\"\n"
		"  cjm add coffee.cjm \"need > clicks a flash-sale post "
		"@Instagram +save money\"\n"), out);
	fprintf(out, "\n%s\n",
		_("`cjm COMMAND --help` tells more about a command; in the "
		  "program, press ? for\nits keys."));
}

static void list_formats(FILE *out, unsigned bits)
{
	for (const struct format *f = formats; f->name; f++)
		if ((bits & OPTION(TO) && f->write) ||
		    (bits & OPTION(FROM) && f->read))
			fprintf(out, "  %-18s %s\n", f->name, _(f->help));
}

void help_command(FILE *out, const struct subcommand *c)
{
	fprintf(out, _("Usage: cjm %s%s%s [OPTION]...\n"), c->name, space(c),
		_(c->words));
	fprintf(out, "\n%s\n", _(c->help));
	if (c->more)
		fprintf(out, "\n%s\n", _(c->more));
	if (c->options & (OPTION(TO) | OPTION(FROM))) {
		fprintf(out, "\n%s\n", _("Formats:"));
		list_formats(out, c->options);
	}
	fprintf(out, "\n%s\n", _("Options:"));
	options_help(out, c->options | OPTIONS_ALWAYS);
}

/* A line of troff: no letter of it is a request. */
static void roff(FILE *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", out);
	for (; *text; text++)
		if (*text == '-')
			fputs("\\-", out);
		else if (*text == '\\')
			fputs("\\e", out);
		else
			putc(*text, out);
	putc('\n', out);
}

static void roff_entry(FILE *out, const char *name, const char *text)
{
	fputs(".TP\n.B ", out);
	roff(out, name);
	roff(out, text);
}

/* Paragraphs are kept as they stand in the help, line by line. */
static void roff_more(FILE *out, const char *text)
{
	struct strbuf line = STRBUF_INIT;

	fputs(".sp\n.nf\n", out);
	for (;; text++) {
		if (*text && *text != '\n') {
			strbuf_addch(&line, *text);
			continue;
		}
		if (line.len)
			roff(out, line.s);
		else
			fputs("\\&\n", out);
		strbuf_clear(&line);
		if (!*text)
			break;
	}
	fputs(".fi\n", out);
	strbuf_release(&line);
}

static void roff_command(FILE *out, const struct subcommand *c)
{
	struct strbuf usage = STRBUF_INIT;

	strbuf_addf(&usage, "cjm %s%s%s", c->name, space(c), _(c->words));
	for (int i = 0; i < OPTIONS; i++) {
		if (!(c->options & 1u << i))
			continue;
		strbuf_addstr(&usage, " [");
		option_spelling((enum option_name)i, &usage);
		strbuf_addstr(&usage, "]");
	}
	roff_entry(out, usage.s, _(c->help));
	if (c->more)
		roff_more(out, _(c->more));
	strbuf_release(&usage);
}

static void roff_options(FILE *out)
{
	struct strbuf name = STRBUF_INIT;

	for (int i = 0; i < OPTIONS; i++) {
		if (!options[i].help)
			continue;
		strbuf_clear(&name);
		option_spelling((enum option_name)i, &name);
		roff_entry(out, name.s, _(options[i].help));
	}
	strbuf_release(&name);
}

void help_manual(FILE *out)
{
	fprintf(out, ".SH %s\n", _("COMMANDS"));
	for (const struct subcommand *c = subcommands; c->name; c++)
		roff_command(out, c);
	fprintf(out, ".SH %s\n", _("OPTIONS"));
	roff_options(out);
	fprintf(out, ".SH %s\n", _("FORMATS"));
	for (const struct format *f = formats; f->name; f++)
		roff_entry(out, f->name, _(f->help));
}
