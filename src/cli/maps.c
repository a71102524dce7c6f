#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/subcommand.h"
#include "cli/document.h"

enum { WIDEST = 48 };   /* a longer title pushes its own line only */

static int title_columns(const struct list *maps)
{
	int widest = 0;

	for (size_t i = 0; i < maps->count; i++) {
		int columns = utf8_columns(row_title(maps->rows[i]));

		if (columns > widest && columns <= WIDEST)
			widest = columns;
	}
	return widest;
}

static void print_padded(FILE *out, const char *text, int columns)
{
	int blanks = columns - utf8_columns(text);

	fprintf(out, "%s%*s", text, blanks > 0 ? blanks : 0, "");
}

static void print_map(FILE *out, const struct project *p, size_t i,
		      int columns)
{
	const struct row *r = project_maps(p)->rows[i];
	size_t stages = project_stages(p, r->id)->count;
	size_t touchpoints = project_map_touchpoints(p, r->id);

	fprintf(out, "%3zu  ", i + 1);
	print_padded(out, row_title(r), columns);
	fputs("  ", out);
	print_padded(out, field_shown(field_of(MAP, MAP_STATE),
				      row_text(r, MAP_STATE)), 10);
	fputs("  ", out);
	fprintf(out, ngettext("%zu stage", "%zu stages", stages), stages);
	fputs(", ", out);
	fprintf(out, ngettext("%zu touchpoint", "%zu touchpoints",
			      touchpoints), touchpoints);
	putc('\n', out);
}

enum status subcommand_maps(struct call *c, struct err *err)
{
	struct store *s = document_open(c, err);
	const struct project *p;
	int columns;

	if (!s || !store_visit(s, 0, err)) {
		store_close(s);
		return REFUSED;
	}
	p = store_project(s);
	columns = title_columns(project_maps(p));
	for (size_t i = 0; i < project_maps(p)->count; i++)
		print_map(c->out.file, p, i, columns);
	store_close(s);
	return DONE;
}
