#include "format/format.h"

#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "format/deck_write.h"
#include "format/html.h"
#include "format/json.h"
#include "format/markdown.h"
#include "format/mermaid.h"
#include "format/outline.h"
#include "format/pptx.h"
#include "format/svg.h"
#include "format/table.h"
#include "format/text.h"

const struct format formats[] = {
	{ "text", "txt", N_("one column, stage after stage, as on the screen"),
	  0, text_write, NULL, NULL },
	{ "plain", "plain", N_("plain lines without frames"),
	  0, plain_write, NULL, NULL },
	{ "outline", "outline", N_("all fields, to read, compare and edit"),
	  FORMAT_ALL_MAPS, outline_write, outline_read, outline_looks },
	{ "json", "json", N_("everything, for programs"),
	  FORMAT_ALL_MAPS, json_write, json_read, json_looks },
	{ "csv", "csv", N_("a table, a line for each touchpoint"),
	  FORMAT_ALL_MAPS, table_write, table_read, table_looks },
	{ "matrix", NULL, N_("a table (CSV), the stages across"),
	  0, matrix_write, matrix_read, NULL },
	{ "survey", NULL, N_("answers (CSV), a line for each person"),
	  0, NULL, survey_read, NULL },
	{ "mermaid", "mmd|mermaid", N_("a Mermaid journey diagram"),
	  0, mermaid_write, mermaid_read, mermaid_looks },
	{ "markdown", "md|markdown", N_("tables, to read, mail and comment"),
	  0, markdown_write, markdown_read, markdown_looks },
	{ "marp", "marp", N_("slides as Markdown, for Marp"),
	  0, marp_write, NULL, NULL },
	{ "pandoc", "pandoc", N_("slides as Markdown, for pandoc"),
	  0, pandoc_write, NULL, NULL },
	{ "html", "html|htm",
	  N_("a page with everything, for reading and print"),
	  0, html_write, NULL, NULL },
	{ "svg", "svg", N_("a picture: the curve and a table of the stages"),
	  0, svg_write, NULL, NULL },
	{ "pptx", "pptx", N_("slides for PowerPoint, which can be edited"),
	  FORMAT_BINARY, pptx_write, NULL, NULL },
	{ NULL, NULL, NULL, 0, NULL, NULL, NULL }
};

const struct format *format_find(const char *name)
{
	for (const struct format *f = formats; f->name; f++)
		if (!strcmp(f->name, name))
			return f;
	return NULL;
}

static bool has_ending(const struct format *f, const char *ending)
{
	size_t len = strlen(ending);

	for (const char *s = f->endings; s; s = strchr(s, '|')) {
		s += *s == '|';
		if (strcspn(s, "|") == len && !strncasecmp(s, ending, len))
			return true;
	}
	return false;
}

const struct format *format_by_ending(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *dot = strrchr(slash ? slash : path, '.');

	if (dot)
		for (const struct format *f = formats; f->name; f++)
			if (has_ending(f, dot + 1))
				return f;
	return NULL;
}

const struct format *format_by_content(const struct source *in)
{
	for (const struct format *f = formats; f->name; f++)
		if (f->looks && f->looks(in))
			return f;
	return NULL;
}
