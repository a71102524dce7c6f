#include "format/pptx_cell.h"

void cell_table_begin(struct slide *s, const struct table *t, int y)
{
	struct box b = { SLIDE_MARGIN, y, 0, PPTX_INCH };
	int id = slide_id(s);

	for (int i = 0; i < t->cols; i++)
		b.width += t->width[i];
	strbuf_addf(&s->shapes, "<p:graphicFrame><p:nvGraphicFramePr>"
		    "<p:cNvPr id='%d' name='Table %d'/><p:cNvGraphicFramePr>"
		    "<a:graphicFrameLocks noGrp='1'/></p:cNvGraphicFramePr>"
		    "<p:nvPr/></p:nvGraphicFramePr><p:xfrm>", id, id);
	pptx_place(&s->shapes, b);
	strbuf_addf(&s->shapes, "</p:xfrm><a:graphic><a:graphicData "
		    "uri='http://schemas.openxmlformats.org/drawingml/2006/"
		    "table'><a:tbl><a:tblPr%s%s/><a:tblGrid>",
		    t->headed ? " firstRow='1'" : "",
		    t->named ? " firstCol='1'" : "");
	for (int i = 0; i < t->cols; i++)
		strbuf_addf(&s->shapes, "<a:gridCol w='%d'/>", t->width[i]);
	strbuf_addstr(&s->shapes, "</a:tblGrid>");
}

void cell_table_end(struct slide *s)
{
	strbuf_addstr(&s->shapes, "</a:tbl></a:graphicData></a:graphic>"
				  "</p:graphicFrame>");
}

static const char *fill_of(enum tint tint)
{
	switch (tint) {
	case TINT_HEAD:
		return "<a:solidFill><a:schemeClr val='accent1'/>"
		       "</a:solidFill>";
	case TINT_NAME:
		return "<a:solidFill><a:schemeClr val='bg2'/></a:solidFill>";
	case TINT_GOOD:
		return "<a:solidFill><a:schemeClr val='accent6'>"
		       "<a:lumMod val='20000'/><a:lumOff val='80000'/>"
		       "</a:schemeClr></a:solidFill>";
	case TINT_BAD:
		return "<a:solidFill><a:schemeClr val='accent2'>"
		       "<a:lumMod val='20000'/><a:lumOff val='80000'/>"
		       "</a:schemeClr></a:solidFill>";
	default:
		return "<a:noFill/>";
	}
}

#define NO_LINE(side) "<a:ln" side " w='0'><a:noFill/></a:ln" side ">"
#define THIN_LINE(side) "<a:ln" side " w='6350'><a:solidFill>" \
	"<a:schemeClr val='bg1'><a:lumMod val='75000'/></a:schemeClr>" \
	"</a:solidFill></a:ln" side ">"

void cell_add(struct strbuf *out, const struct pptx_style *style,
	      const char *text, enum tint tint)
{
	strbuf_addstr(out, "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>");
	pptx_text(out, style, text);
	strbuf_addf(out, "</a:txBody><a:tcPr marL='%d' marR='%d' marT='%d' "
		    "marB='%d'>" NO_LINE("L") NO_LINE("R") THIN_LINE("T")
		    THIN_LINE("B") "%s</a:tcPr></a:tc>", CELL_SIDE, CELL_SIDE,
		    CELL_ABOVE, CELL_ABOVE, fill_of(tint));
}
