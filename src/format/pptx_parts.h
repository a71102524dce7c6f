/*
 * The parts of a .pptx file that are always the same: the master and its
 * layouts, the one for notes, colours and fonts, settings.
 */
#ifndef FORMAT_PPTX_PARTS_H
#define FORMAT_PPTX_PARTS_H

#define XML_HEAD "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

/* The names of a slide's elements. */
#define PML_NAMES "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/" \
	"main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/" \
	"2006/relationships' xmlns:p='http://schemas.openxmlformats.org/" \
	"presentationml/2006/main'"

/* What a tree of shapes begins with. */
#define TREE_HEAD "<p:nvGrpSpPr><p:cNvPr id='1' name=''/><p:cNvGrpSpPr/>" \
	"<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x='0' y='0'/>" \
	"<a:ext cx='0' cy='0'/><a:chOff x='0' y='0'/>" \
	"<a:chExt cx='0' cy='0'/></a:xfrm></p:grpSpPr>"

#define RELATIONS_HEAD "<Relationships xmlns='http://schemas." \
	"openxmlformats.org/package/2006/relationships'>"

/* One relationship: its number, its kind and its target. */
#define RELATION(id, kind, target) "<Relationship Id='rId" id "' " \
	"Type='http://schemas.openxmlformats.org/officeDocument/2006/" \
	"relationships/" kind "' Target='" target "'/>"

/* How a level of text looks: its number, its place, its size in hundredths,
 * what else, its colour and font by their names in the theme. */
#define LEVEL(level, place, size, more, colour, font) "<a:lvl" level "pPr " \
	place " defTabSz='914400' rtl='0' eaLnBrk='1' latinLnBrk='0' " \
	"hangingPunct='1'>" more "<a:defRPr sz='" size "' kern='1200'>" \
	"<a:solidFill><a:schemeClr val='" colour "'/></a:solidFill>" \
	"<a:latin typeface='+" font "-lt'/><a:ea typeface='+" font "-ea'/>" \
	"<a:cs typeface='+" font "-cs'/></a:defRPr></a:lvl" level "pPr>"

struct pptx_part {
	const char *name;
	const char *type;       /* behind "application/"; NULL: by its ending */
	const char *text;
};

extern const struct pptx_part pptx_parts[];     /* ends with a NULL name */
extern const char pptx_theme[];                 /* is there twice */

#endif
