#include "format/pptx_deck.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "format/pptx_parts.h"
#include "format/pptx_zip.h"
#include "format/xml.h"

#define TYPE "application/vnd.openxmlformats-officedocument.presentationml."

/* Numbers of what the presentation refers to: the master, the notes' master,
 * three settings and the theme come first. */
enum { FIRST_SLIDE = 7, FIRST_ID = 256 };

void deck_init(struct deck *d, const char *lang)
{
	*d = (struct deck){ .lang = lang, .types = STRBUF_INIT };
}

void deck_release(struct deck *d)
{
	for (size_t i = 0; i < d->count; i++) {
		free(d->parts[i].name);
		free(d->parts[i].text);
	}
	free(d->parts);
	strbuf_release(&d->types);
}

/* A part with its number in its name; takes the text. */
static void add_part(struct deck *d, const char *folder, const char *name,
		     const char *ending, struct strbuf *text)
{
	struct strbuf path = STRBUF_INIT;

	strbuf_addf(&path, "ppt/%s%s%d.xml%s", folder, name, d->slides,
		    ending);
	d->parts = xgrow(d->parts, d->count, &d->cap, sizeof *d->parts);
	d->parts[d->count++] = (struct deck_part){ strbuf_detach(&path),
						   strbuf_detach(text) };
}

static void add_type(struct deck *d, const char *folder, const char *name,
		     const char *type)
{
	strbuf_addf(&d->types, "<Override PartName='/ppt/%s%s%d.xml' "
		    "ContentType='" TYPE "%s+xml'/>", folder, name, d->slides,
		    type);
}

static void add_slide(struct deck *d, const struct slide *s)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addstr(&text, XML_HEAD "<p:sld " PML_NAMES "><p:cSld>"
			     "<p:spTree>" TREE_HEAD);
	strbuf_addstr(&text, s->shapes.s);
	strbuf_addstr(&text, "</p:spTree></p:cSld><p:clrMapOvr>"
			     "<a:masterClrMapping/></p:clrMapOvr></p:sld>");
	add_part(d, "slides/", "slide", "", &text);
	strbuf_addf(&text, XML_HEAD RELATIONS_HEAD
		    RELATION("1", "slideLayout",
			     "../slideLayouts/slideLayout%d.xml"),
		    (int)s->layout);
	if (s->notes.len)
		strbuf_addf(&text, RELATION("2", "notesSlide",
					    "../notesSlides/notesSlide%d.xml"),
			    d->slides);
	strbuf_addstr(&text, "</Relationships>");
	add_part(d, "slides/_rels/", "slide", ".rels", &text);
	add_type(d, "slides/", "slide", "slide");
}

static void notes_body(struct strbuf *out, const struct slide *s)
{
	struct pptx_style style = { .lang = s->lang, .size = 12 };

	strbuf_addstr(out, XML_HEAD "<p:notes " PML_NAMES "><p:cSld>"
		      "<p:spTree>" TREE_HEAD "<p:sp><p:nvSpPr><p:cNvPr id='2' "
		      "name='Slide Image 1'/><p:cNvSpPr><a:spLocks noGrp='1' "
		      "noRot='1' noChangeAspect='1'/></p:cNvSpPr><p:nvPr>"
		      "<p:ph type='sldImg'/></p:nvPr></p:nvSpPr><p:spPr/>"
		      "</p:sp><p:sp><p:nvSpPr><p:cNvPr id='3' name='Notes 2'/>"
		      "<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr>"
		      "<p:ph type='body' idx='1'/></p:nvPr></p:nvSpPr>"
		      "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>");
	pptx_text(out, &style, s->notes.s);
	strbuf_addstr(out, "</p:txBody></p:sp></p:spTree></p:cSld>"
		      "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
		      "</p:notes>");
}

static void add_notes(struct deck *d, const struct slide *s)
{
	struct strbuf text = STRBUF_INIT;

	notes_body(&text, s);
	add_part(d, "notesSlides/", "notesSlide", "", &text);
	strbuf_addf(&text, XML_HEAD RELATIONS_HEAD
		    RELATION("1", "notesMaster",
			     "../notesMasters/notesMaster1.xml")
		    RELATION("2", "slide", "../slides/slide%d.xml")
		    "</Relationships>", d->slides);
	add_part(d, "notesSlides/_rels/", "notesSlide", ".rels", &text);
	add_type(d, "notesSlides/", "notesSlide", "notesSlide");
}

void deck_add(struct deck *d, struct slide *s)
{
	d->slides++;
	add_slide(d, s);
	if (s->notes.len)
		add_notes(d, s);
	slide_release(s);
}

static void add_presentation(struct pptx_zip *z, const struct deck *d)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addstr(&text, XML_HEAD "<p:presentation " PML_NAMES ">"
		      "<p:sldMasterIdLst><p:sldMasterId id='2147483648' "
		      "r:id='rId1'/></p:sldMasterIdLst><p:notesMasterIdLst>"
		      "<p:notesMasterId r:id='rId2'/></p:notesMasterIdLst>"
		      "<p:sldIdLst>");
	for (int i = 0; i < d->slides; i++)
		strbuf_addf(&text, "<p:sldId id='%d' r:id='rId%d'/>",
			    FIRST_ID + i, FIRST_SLIDE + i);
	strbuf_addf(&text, "</p:sldIdLst><p:sldSz cx='%d' cy='%d'/>"
		    "<p:notesSz cx='6858000' cy='9144000'/>"
		    "<p:defaultTextStyle>"
		    LEVEL("1", "marL='0' algn='l'", "1800", "", "tx1", "mn")
		    "</p:defaultTextStyle></p:presentation>", SLIDE_WIDTH,
		    SLIDE_HEIGHT);
	pptx_zip_add(z, "ppt/presentation.xml", text.s);
	strbuf_release(&text);
}

static void add_relations(struct pptx_zip *z, const struct deck *d)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addstr(&text, XML_HEAD RELATIONS_HEAD
		RELATION("1", "slideMaster", "slideMasters/slideMaster1.xml")
		RELATION("2", "notesMaster", "notesMasters/notesMaster1.xml")
		RELATION("3", "presProps", "presProps.xml")
		RELATION("4", "viewProps", "viewProps.xml")
		RELATION("5", "tableStyles", "tableStyles.xml")
		RELATION("6", "theme", "theme/theme1.xml"));
	for (int i = 0; i < d->slides; i++)
		strbuf_addf(&text, RELATION("%d", "slide",
					    "slides/slide%d.xml"),
			    FIRST_SLIDE + i, i + 1);
	strbuf_addstr(&text, "</Relationships>");
	pptx_zip_add(z, "ppt/_rels/presentation.xml.rels", text.s);
	strbuf_release(&text);
}

static void add_types(struct pptx_zip *z, const struct deck *d)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addstr(&text, XML_HEAD "<Types xmlns='http://schemas."
		"openxmlformats.org/package/2006/content-types'>"
		"<Default Extension='rels' ContentType='application/vnd."
		"openxmlformats-package.relationships+xml'/>"
		"<Default Extension='xml' ContentType='application/xml'/>"
		"<Override PartName='/ppt/presentation.xml' "
		"ContentType='" TYPE "presentation.main+xml'/>"
		"<Override PartName='/docProps/core.xml' ContentType="
		"'application/vnd.openxmlformats-package.core-properties"
		"+xml'/>");
	for (const struct pptx_part *p = pptx_parts; p->name; p++)
		if (p->type)
			strbuf_addf(&text, "<Override PartName='/%s' "
				    "ContentType='application/%s'/>", p->name,
				    p->type);
	strbuf_addstr(&text, d->types.s);
	strbuf_addstr(&text, "</Types>");
	pptx_zip_add(z, "[Content_Types].xml", text.s);
	strbuf_release(&text);
}

static void add_core(struct pptx_zip *z, const struct deck *d,
		     const char *title)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addstr(&text, XML_HEAD "<cp:coreProperties xmlns:cp='http://"
		"schemas.openxmlformats.org/package/2006/metadata/"
		"core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
		"<dc:title>");
	xml_text(&text, title);
	strbuf_addf(&text, "</dc:title><dc:language>%s</dc:language>"
		    "</cp:coreProperties>", d->lang);
	pptx_zip_add(z, "docProps/core.xml", text.s);
	strbuf_release(&text);
}

/* Programs that guess what a file is look at its first parts. */
bool deck_write(struct deck *d, const char *title, FILE *out, struct err *err)
{
	struct pptx_zip *z = pptx_zip_new();

	add_types(z, d);
	for (const struct pptx_part *p = pptx_parts; p->name; p++)
		pptx_zip_add(z, p->name, p->text);
	add_core(z, d, title);
	add_presentation(z, d);
	add_relations(z, d);
	for (size_t i = 0; i < d->count; i++)
		pptx_zip_add(z, d->parts[i].name, d->parts[i].text);
	deck_release(d);
	return pptx_zip_write(z, out, err);
}
