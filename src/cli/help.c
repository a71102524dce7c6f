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

static void list_formats(FILE *out, uint64_t bits)
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
	if (c->options & (OPTION(OUT) | OPTION(FROM))) {
		fprintf(out, "\n%s\n", _("Formats:"));
		list_formats(out, c->options);
	}
	fprintf(out, "\n%s\n", _("Options:"));
	options_help(out, c->options | OPTIONS_ALWAYS);
}
