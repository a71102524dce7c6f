#include "cli/manual.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/strbuf.h"
#include "cli/completion.h"
#include "cli/subcommand.h"
#include "format/format.h"

/* Whether a word begins here, so that a hyphen is one to be typed. */
static bool begins_word(const char *text, const char *s)
{
	return s == text || strchr(" \n(\"`-", s[-1]);
}

static bool begins_line(const char *text, const char *s)
{
	return s == text || s[-1] == '\n';
}

/* Text of one or more lines: no letter of it is a request, each sentence
 * begins a line of its own, what stands in backquotes is set in bold. */
static void put_text(FILE *out, const char *text)
{
	bool bold = false;

	for (const char *s = text; *s; s++) {
		if (begins_line(text, s) && strchr(".'", *s))
			fputs("\\&", out);
		if (*s == '-' && begins_word(text, s)) {
			fputs("\\-", out);
		} else if (*s == '\\') {
			fputs("\\e", out);
		} else if (*s == '`') {
			bold = !bold;
			fputs(bold ? "\\fB" : "\\fR", out);
		} else if (!strncmp(s, ".  ", 3)) {
			fputs(".\n", out);
			s += 2;
		} else {
			putc(*s, out);
		}
	}
	putc('\n', out);
}

/* The same, beginning with a capital and ending with a full stop. */
void manual_sentence(FILE *out, const char *text)
{
	struct strbuf s = STRBUF_INIT;

	strbuf_addstr(&s, text);
	s.s[0] = (char)toupper((unsigned char)s.s[0]);
	if (s.len && !strchr(".?!", s.s[s.len - 1]))
		strbuf_addch(&s, '.');
	put_text(out, s.s);
	strbuf_release(&s);
}

/* Words behind a macro, none of them a macro or a mark itself. */
static void put_words(FILE *out, const char *words)
{
	bool first = true;

	for (; *words; words++) {
		if (first)
			fputs(" \\&", out);
		first = *words == ' ';
		if (*words == '"')
			fputs("\\(dq", out);
		else if (*words == '-')
			fputs("\\-", out);
		else if (*words == ']')
			fputs("]\\&", out);   /* else a mark by itself */
		else if (*words != ' ')
			putc(*words, out);
	}
}

static void put_option(FILE *out, enum option_name name)
{
	const struct option_info *o = &options[name];

	if (o->letter)
		fprintf(out, " Fl %c ,", o->letter);
	fprintf(out, " Fl -%s", o->name);
	if (o->value)
		fprintf(out, " Ar %s", o->value);
	putc('\n', out);
}

/* `width` is a word as wide as the tags: Ds is a few letters, behind which
 * the text begins on a new line. */
static void begin_list(FILE *out, const char *width)
{
	fprintf(out, ".Bl -tag -width %s%s\n", width,
		strcmp(width, "Ds") ? " -compact" : "");
}

static void end_list(FILE *out)
{
	fputs(".El\n", out);
}

/* The rest of a command's help; paragraphs set in by blanks are examples. */
static void put_paragraphs(FILE *out, const char *text)
{
	struct strbuf part = STRBUF_INIT;

	while (*text) {
		const char *end = strstr(text, "\n\n");
		size_t len = end ? (size_t)(end - text) : strlen(text);

		strbuf_clear(&part);
		strbuf_add(&part, text, len);
		fputs(*text == ' ' ? ".Bd -literal\n" : ".Pp\n", out);
		put_text(out, part.s);
		if (*text == ' ')
			fputs(".Ed\n", out);
		text += len + (end ? 2 : 0);
	}
	strbuf_release(&part);
}

static void print_command(FILE *out, const struct subcommand *c)
{
	fputs(".It Xo\n.Nm\n", out);
	if (*c->name)
		fprintf(out, ".Cm %s\n", c->name);
	fputs(".Ar", out);
	put_words(out, c->words);
	putc('\n', out);
	for (int i = 0; i < OPTIONS; i++)
		if (c->options & UINT64_C(1) << i) {
			fputs(".Op", out);
			put_option(out, (enum option_name)i);
		}
	fputs(".Xc\n", out);
	manual_sentence(out, c->help);
	if (c->more)
		put_paragraphs(out, c->more);
}

static void print_commands(const struct call *c)
{
	begin_list(c->out.file, "Ds");
	for (const struct subcommand *s = subcommands; s->name; s++)
		print_command(c->out.file, s);
	end_list(c->out.file);
}

static void print_options(const struct call *c)
{
	FILE *out = c->out.file;

	begin_list(out, "Ds");
	for (int i = 0; i < OPTIONS; i++)
		if (options[i].help) {
			fputs(".It", out);
			put_option(out, (enum option_name)i);
			put_text(out, options[i].help);
		}
	end_list(out);
}

static void print_endings(FILE *out, const char *endings)
{
	bool many = strchr(endings, '|');

	fputs(many ? "Endings:" : "Ending:", out);
	while (*endings) {
		size_t len = strcspn(endings, "|");

		fprintf(out, " \\&.%.*s%s", (int)len, endings,
			endings[len] ? "," : ".\n");
		endings += len + (endings[len] == '|');
	}
}

static void print_formats(const struct call *c)
{
	FILE *out = c->out.file;

	begin_list(out, "outline");
	for (const struct format *f = formats; f->name; f++) {
		fprintf(out, ".It Cm %s\n", f->name);
		manual_sentence(out, f->help);
		if (f->endings)
			print_endings(out, f->endings);
		if (f->write)
			fputs(f->flags & FORMAT_ALL_MAPS ?
			      "All maps of the file.\n" : "One map.\n",
			      out);
		if (f->read)
			fputs(f->write ? "Reads back.\n" : "Only read.\n",
			      out);
	}
	end_list(out);
}

/* "as-is", or "tangible (poster, bag, receipt)": the key is set in bold. */
static void print_choice(FILE *out, const struct choice *c, const char *mark)
{
	size_t len = strlen(c->key);

	if (!strcmp(c->key, c->label))
		fprintf(out, ".Cm %s %s\n", c->key, mark);
	else if (!strncmp(c->key, c->label, len))
		fprintf(out, ".Cm %s\n%s%s\n", c->key, c->label + len + 1,
			mark);
	else
		fprintf(out, ".Cm %s\n(%s)%s\n", c->key, c->label, mark);
}

static void print_kind(FILE *out, const struct field *f)
{
	switch (f->type) {
	case FIELD_CHOICE:
		fputs("One of\n", out);
		for (const struct choice *c = f->choices; c->key; c++)
			print_choice(out, c, c[1].key ? "," : ".");
		break;
	case FIELD_WORDS:
		fputs("Several are parted by a semicolon and a blank.\n", out);
		break;
	case FIELD_INTEGER:
	case FIELD_NUMBER:
		fputs("A number.\n", out);
		break;
	case FIELD_DAY:
		fputs("A day, as YYYY\\-MM\\-DD.\n", out);
		break;
	case FIELD_REF:
		fprintf(out, "One of the file's %ss.\n",
			entities[f->target].key);
		break;
	default:
		break;
	}
}

static void print_field(FILE *out, const struct field *f)
{
	const char sign[] = { f->sigil, '\0' };

	fprintf(out, ".It Cm %s", f->key);
	if (f->sigil) {
		fputs(" Pq Sy", out);
		put_words(out, sign);
	}
	putc('\n', out);
	if (strcasecmp(f->key, f->label) || (!f->help && !f->choices))
		manual_sentence(out, f->label);
	if (f->help)
		manual_sentence(out, f->help);
	print_kind(out, f);
}

/* Fields without a label are the program's own business. */
static bool is_shown(const struct entity_info *e)
{
	for (int i = 0; i < e->count; i++)
		if (e->fields[i].label)
			return true;
	return false;
}

static void print_fields(const struct call *c)
{
	FILE *out = c->out.file;

	for (int e = 0; e < ENTITIES; e++) {
		const struct entity_info *info = &entities[e];

		if (!is_shown(info))
			continue;
		fprintf(out, ".Ss Fields: %s\n", info->key);
		begin_list(out, "opportunity_(*)");
		for (int i = 0; i < info->count; i++)
			if (info->fields[i].label)
				print_field(out, &info->fields[i]);
		end_list(out);
	}
}

static void print_key(const char *keys, const char *help, void *arg)
{
	FILE *out = arg;

	fputs(".It Ic", out);
	put_words(out, keys);
	putc('\n', out);
	manual_sentence(out, help);
}

static void print_keys(const struct call *c)
{
	begin_list(c->out.file, "L_Shift-Right");
	c->keys(print_key, c->out.file);
	end_list(c->out.file);
}

static const struct section {
	const char *name;
	void (*print)(const struct call *c);
} sections[] = {
	{ "commands", print_commands },
	{ "options", print_options },
	{ "formats", print_formats },
	{ "fields", print_fields },
	{ "keys", print_keys },
	{ "tables", manual_tables },
	{ "json", manual_json },
	{ "schema", manual_schema },
	{ "completion-bash", completion_bash },
	{ "completion-zsh", completion_zsh },
	{ "completion-fish", completion_fish },
	{ NULL, NULL }
};

enum status manual_section(struct call *c, struct err *err)
{
	const char *name = call_value(c, OPTION_MANUAL);

	for (const struct section *s = sections; s->name; s++)
		if (!strcmp(s->name, name)) {
			s->print(c);
			return DONE;
		}
	return wrong_usage(err, "the manual has no section \"%s\"", name);
}
