#include "format/pptx_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "format/typeset.h"
#include "format/xml.h"

static void add_properties(struct strbuf *out, const struct pptx_style *style,
			   const char *element)
{
	strbuf_addf(out, "<a:%s lang='%s' sz='%d00'%s dirty='0'>", element,
		    style->lang, style->size, style->bold ? " b='1'" : "");
	if (style->colour)
		strbuf_addf(out, "<a:solidFill><a:schemeClr val='%s'/>"
			    "</a:solidFill>", style->colour);
	strbuf_addf(out, "</a:%s>", element);
}

/* An empty paragraph has a size, too: without it a row grows. */
static void add_paragraph(struct strbuf *out, const struct pptx_style *style,
			  const char *line)
{
	strbuf_addstr(out, "<a:p>");
	if (style->align)
		strbuf_addf(out, "<a:pPr algn='%s'/>", style->align);
	if (*line) {
		strbuf_addstr(out, "<a:r>");
		add_properties(out, style, "rPr");
		strbuf_addstr(out, "<a:t>");
		xml_text(out, line);
		strbuf_addstr(out, "</a:t></a:r>");
	} else {
		add_properties(out, style, "endParaRPr");
	}
	strbuf_addstr(out, "</a:p>");
}

void pptx_text(struct strbuf *out, const struct pptx_style *style,
	       const char *text)
{
	size_t len;

	do {
		char *line;

		len = strcspn(text, "\n");
		line = xstrndup(text, len);
		add_paragraph(out, style, line);
		free(line);
		text += len;
	} while (*text++);
}

/* Thousandths of the letters' size; bold ones are wider. */
static int units(int width, const struct pptx_style *style)
{
	return (int)((long)width * 10 / 127 / style->size) *
	       (style->bold ? 92 : 100) / 100;
}

int pptx_lines(const char *text, int width, const struct pptx_style *style)
{
	return typeset_lines(text, units(width, style));
}

int pptx_line_height(const struct pptx_style *style)
{
	return style->size * PPTX_POINT * 122 / 100;
}

bool pptx_words_fit(const char *text, int width,
		    const struct pptx_style *style)
{
	int room = units(width, style);
	bool fit = true;

	while (fit && *text) {
		size_t len = strcspn(text, " \n");
		char *word = xstrndup(text, len);

		fit = typeset_width(word) <= room;
		free(word);
		text += len + (text[len] != '\0');
	}
	return fit;
}

const char *pptx_behind(const char *text, int width,
			const struct pptx_style *style, int lines)
{
	struct wrap w;

	typeset_start(&w, text, units(width, style));
	while (lines-- && wrap_next(&w))
		;
	return w.text;
}
