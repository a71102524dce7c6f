#include "format/svg_text.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "format/typeset.h"
#include "format/xml.h"

/* Fonts differ, and bold letters are wider. */
static int units(int width, const struct svg_style *style)
{
	return width * 1000 / style->size * (style->bold ? 84 : 91) / 100;
}

static int line_height(const struct svg_style *style)
{
	return style->size * 27 / 20;
}

int svg_height(int width, const struct svg_style *style, const char *text)
{
	return typeset_lines(text, units(width, style)) * line_height(style);
}

static void add_line(struct strbuf *out, int x, int y, const struct wrap *w)
{
	char *line = xstrndup(w->line, w->len);

	strbuf_addf(out, "<tspan x=\"%d\" y=\"%d\">", x, y);
	xml_text(out, line);
	strbuf_addstr(out, "</tspan>\n");
	free(line);
}

int svg_text(struct strbuf *out, int x, int y, int width,
	     const struct svg_style *style, const char *text)
{
	int height = line_height(style), bottom = y;
	struct wrap w;

	if (!*text)
		return 0;
	strbuf_addf(out, "<text font-size=\"%d\"%s%s>", style->size,
		    style->bold ? " font-weight=\"bold\"" : "", style->paint);
	typeset_start(&w, text, units(width, style));
	while (wrap_next(&w)) {
		add_line(out, x, bottom + style->size, &w);
		bottom += height;
	}
	strbuf_addstr(out, "</text>\n");
	return bottom - y;
}
