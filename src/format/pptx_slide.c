#include "format/pptx_slide.h"

enum { TITLE_TOP = PPTX_INCH * 3 / 10, TITLE_LEAST = PPTX_INCH * 6 / 10,
       INSET = PPTX_INCH / 10 };

int slide_id(struct slide *s)
{
	return ++s->ids;
}

void pptx_place(struct strbuf *out, struct box b)
{
	strbuf_addf(out, "<a:off x='%d' y='%d'/><a:ext cx='%d' cy='%d'/>",
		    b.x, b.y, b.width, b.height);
}

/* A placeholder of the layout, or for NULL a text box. */
static void add_shape(struct slide *s, const char *placeholder,
		      const char *name, struct box b)
{
	strbuf_addf(&s->shapes, "<p:sp><p:nvSpPr><p:cNvPr id='%d' name='%s "
		    "%d'/>", slide_id(s), name, s->ids);
	if (placeholder)
		strbuf_addf(&s->shapes, "<p:cNvSpPr><a:spLocks noGrp='1'/>"
			    "</p:cNvSpPr><p:nvPr><p:ph %s/></p:nvPr>",
			    placeholder);
	else
		strbuf_addstr(&s->shapes, "<p:cNvSpPr txBox='1'/><p:nvPr/>");
	strbuf_addstr(&s->shapes, "</p:nvSpPr><p:spPr><a:xfrm>");
	pptx_place(&s->shapes, b);
	strbuf_addf(&s->shapes, "</a:xfrm>%s</p:spPr>", placeholder ? "" :
		    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom>");
}

static void add_body(struct slide *s, const struct pptx_style *style,
		     const char *body, const char *text)
{
	strbuf_addf(&s->shapes, "<p:txBody><a:bodyPr%s/><a:lstStyle/>", body);
	pptx_text(&s->shapes, style, text);
	strbuf_addstr(&s->shapes, "</p:txBody></p:sp>");
}

/* The largest of the sizes, which descend, at which the text fits. */
static int fitting_height(const char *text, struct box b, const int *sizes,
			  struct pptx_style *style)
{
	int height;

	do {
		style->size = *sizes;
		height = pptx_lines(text, b.width - 2 * INSET, style) *
			 pptx_line_height(style) + INSET;
	} while (height > b.height && *++sizes);
	return height;
}

static void add_title(struct slide *s, const char *title)
{
	static const int sizes[] = { 28, 24, 20, 18, 16, 14, 0 };
	struct pptx_style style = { .lang = s->lang, .bold = true };
	struct box b = { SLIDE_MARGIN, TITLE_TOP, SLIDE_INSIDE,
			 PPTX_INCH * 95 / 100 };
	int height = fitting_height(title, b, sizes, &style);

	b.height = height > TITLE_LEAST ? height : TITLE_LEAST;
	add_shape(s, "type='title'", "Title", b);
	add_body(s, &style, "", title);
	s->top = b.y + b.height + INSET;
}

static void add_main_title(struct slide *s, const char *title)
{
	static const int sizes[] = { 44, 40, 36, 32, 28, 24, 20, 16, 0 };
	struct pptx_style style = { .lang = s->lang, .bold = true };
	struct box b = { PPTX_INCH, PPTX_INCH * 8 / 10,
			 SLIDE_WIDTH - 2 * PPTX_INCH, PPTX_INCH * 22 / 10 };

	fitting_height(title, b, sizes, &style);
	add_shape(s, "type='ctrTitle'", "Title", b);
	add_body(s, &style, " anchor='b'", title);
	s->top = b.y + b.height;
}

void slide_init(struct slide *s, enum slide_layout layout, const char *lang,
		const char *title)
{
	*s = (struct slide){ .layout = layout, .lang = lang, .ids = 1,
			     .shapes = STRBUF_INIT, .notes = STRBUF_INIT };
	if (layout == LAYOUT_TITLE)
		add_main_title(s, title);
	else
		add_title(s, title);
}

void slide_release(struct slide *s)
{
	strbuf_release(&s->shapes);
	strbuf_release(&s->notes);
}

void slide_subtitle(struct slide *s, const char *text)
{
	static const int sizes[] = { 20, 18, 16, 14, 12, PPTX_LEAST, 0 };
	struct pptx_style style = { .lang = s->lang };
	struct box b = { PPTX_INCH, PPTX_INCH * 32 / 10,
			 SLIDE_WIDTH - 2 * PPTX_INCH, PPTX_INCH * 36 / 10 };

	fitting_height(text, b, sizes, &style);
	add_shape(s, "type='subTitle' idx='1'", "Subtitle", b);
	add_body(s, &style, "", text);
}

void slide_lead(struct slide *s, const char *text)
{
	struct pptx_style style = { .lang = s->lang, .size = 14 };
	struct box b = { SLIDE_MARGIN, s->top - INSET, SLIDE_INSIDE, 0 };

	b.height = pptx_lines(text, b.width - 2 * INSET, &style) *
		   pptx_line_height(&style) + INSET;
	add_shape(s, NULL, "Text", b);
	add_body(s, &style, " wrap='square' tIns='0' bIns='0'", text);
	s->top += b.height;
}

void slide_label(struct slide *s, struct box b,
		 const struct pptx_style *style, const char *text)
{
	add_shape(s, NULL, "Text", b);
	add_body(s, style, " wrap='square' lIns='0' tIns='0' rIns='0' "
			   "bIns='0' anchor='ctr'", text);
}
