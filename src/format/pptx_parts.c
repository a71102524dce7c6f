#include "format/pptx_parts.h"

#include <stddef.h>

#define FORMAT "vnd.openxmlformats-officedocument.presentationml."
#define MAPPING "bg1='lt1' tx1='dk1' bg2='lt2' tx2='dk2' accent1='accent1' " \
	"accent2='accent2' accent3='accent3' accent4='accent4' " \
	"accent5='accent5' accent6='accent6' hlink='hlink' folHlink='folHlink'"
#define INHERIT "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

/* A placeholder: its number and name, its kind, where it is, how its text
 * stands and looks. */
#define HOLDER(id, name, kind, place, body, levels, text) "<p:sp><p:nvSpPr>" \
	"<p:cNvPr id='" id "' name='" name "'/><p:cNvSpPr>" \
	"<a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph " kind "/></p:nvPr>" \
	"</p:nvSpPr><p:spPr>" place "</p:spPr><p:txBody><a:bodyPr" body "/>" \
	"<a:lstStyle>" levels "</a:lstStyle><a:p><a:r><a:rPr lang='en-US'/>" \
	"<a:t>" text "</a:t></a:r></a:p></p:txBody></p:sp>"
#define PLACE(x, y, cx, cy) "<a:xfrm><a:off x='" x "' y='" y "'/>" \
	"<a:ext cx='" cx "' cy='" cy "'/></a:xfrm>" \
	"<a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"

#define BEFORE "<a:spcBef><a:spcPts val='600'/></a:spcBef>"
#define PLAIN "<a:buNone/>"
#define BULLET "<a:buFont typeface='Arial'/><a:buChar char='&#8226;'/>"

static const char master[] =
	XML_HEAD "<p:sldMaster " PML_NAMES "><p:cSld><p:bg>"
	"<p:bgRef idx='1001'><a:schemeClr val='bg1'/></p:bgRef></p:bg>"
	"<p:spTree>" TREE_HEAD
	HOLDER("2", "Title 1", "type='title'",
	       PLACE("457200", "274320", "11277600", "731520"),
	       " vert='horz' lIns='91440' tIns='45720' rIns='91440' "
	       "bIns='45720' rtlCol='0' anchor='ctr'", "", "Title")
	HOLDER("3", "Text 2", "type='body' idx='1'",
	       PLACE("457200", "1143000", "11277600", "5257800"),
	       " vert='horz' lIns='91440' tIns='45720' rIns='91440' "
	       "bIns='45720' rtlCol='0'", "", "Text")
	"</p:spTree></p:cSld><p:clrMap " MAPPING "/><p:sldLayoutIdLst>"
	"<p:sldLayoutId id='2147483649' r:id='rId1'/>"
	"<p:sldLayoutId id='2147483650' r:id='rId2'/>"
	"<p:sldLayoutId id='2147483651' r:id='rId3'/>"
	"</p:sldLayoutIdLst><p:txStyles><p:titleStyle>"
	LEVEL("1", "algn='l'", "2800", PLAIN, "tx2", "mj")
	"</p:titleStyle><p:bodyStyle>"
	LEVEL("1", "marL='228600' indent='-228600' algn='l'", "2000", BULLET,
	      "tx1", "mn")
	LEVEL("2", "marL='685800' indent='-228600' algn='l'", "1800", BULLET,
	      "tx1", "mn")
	"</p:bodyStyle><p:otherStyle>"
	LEVEL("1", "marL='0' algn='l'", "1800", "", "tx1", "mn")
	"</p:otherStyle></p:txStyles></p:sldMaster>";

static const char master_relations[] =
	XML_HEAD RELATIONS_HEAD
	RELATION("1", "slideLayout", "../slideLayouts/slideLayout1.xml")
	RELATION("2", "slideLayout", "../slideLayouts/slideLayout2.xml")
	RELATION("3", "slideLayout", "../slideLayouts/slideLayout3.xml")
	RELATION("4", "theme", "../theme/theme1.xml")
	"</Relationships>";

static const char title_layout[] =
	XML_HEAD "<p:sldLayout " PML_NAMES " type='title' preserve='1'>"
	"<p:cSld name='Title Slide'><p:spTree>" TREE_HEAD
	HOLDER("2", "Title 1", "type='ctrTitle'",
	       PLACE("914400", "731520", "10363200", "2011680"),
	       " anchor='b'", "", "Title")
	HOLDER("3", "Subtitle 2", "type='subTitle' idx='1'",
	       PLACE("914400", "2926080", "10363200", "3291840"),
	       "", LEVEL("1", "marL='0' indent='0' algn='l'", "2000",
			 BEFORE PLAIN, "tx1", "mn"), "Subtitle")
	"</p:spTree></p:cSld>" INHERIT "</p:sldLayout>";

static const char content_layout[] =
	XML_HEAD "<p:sldLayout " PML_NAMES " type='titleOnly' preserve='1'>"
	"<p:cSld name='Title Only'><p:spTree>" TREE_HEAD
	HOLDER("2", "Title 1", "type='title'", "", "", "", "Title")
	"</p:spTree></p:cSld>" INHERIT "</p:sldLayout>";

static const char blank_layout[] =
	XML_HEAD "<p:sldLayout " PML_NAMES " type='blank' preserve='1'>"
	"<p:cSld name='Blank'><p:spTree>" TREE_HEAD
	"</p:spTree></p:cSld>" INHERIT "</p:sldLayout>";

static const char layout_relations[] =
	XML_HEAD RELATIONS_HEAD
	RELATION("1", "slideMaster", "../slideMasters/slideMaster1.xml")
	"</Relationships>";

static const char notes_master[] =
	XML_HEAD "<p:notesMaster " PML_NAMES "><p:cSld><p:bg>"
	"<p:bgRef idx='1001'><a:schemeClr val='bg1'/></p:bgRef></p:bg>"
	"<p:spTree>" TREE_HEAD
	"<p:sp><p:nvSpPr><p:cNvPr id='2' name='Slide Image 1'/><p:cNvSpPr>"
	"<a:spLocks noGrp='1' noRot='1' noChangeAspect='1'/></p:cNvSpPr>"
	"<p:nvPr><p:ph type='sldImg' idx='2'/></p:nvPr></p:nvSpPr><p:spPr>"
	PLACE("685800", "1143000", "5486400", "3086100")
	"<a:noFill/><a:ln w='12700'><a:solidFill><a:prstClr val='black'/>"
	"</a:solidFill></a:ln></p:spPr></p:sp>"
	HOLDER("3", "Notes 2", "type='body' sz='quarter' idx='3'",
	       PLACE("685800", "4400550", "5486400", "3600450"), "", "",
	       "Notes")
	"</p:spTree></p:cSld><p:clrMap " MAPPING "/><p:notesStyle>"
	LEVEL("1", "marL='0' algn='l'", "1200", "", "tx1", "mn")
	"</p:notesStyle></p:notesMaster>";

static const char notes_relations[] =
	XML_HEAD RELATIONS_HEAD RELATION("1", "theme", "../theme/theme2.xml")
	"</Relationships>";

static const char view[] =
	XML_HEAD "<p:viewPr " PML_NAMES "><p:normalViewPr>"
	"<p:restoredLeft sz='15620'/><p:restoredTop sz='80000'/>"
	"</p:normalViewPr></p:viewPr>";

static const char table_styles[] =
	XML_HEAD "<a:tblStyleLst xmlns:a='http://schemas.openxmlformats.org/"
	"drawingml/2006/main' def='{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}'/>";

static const char program[] =
	XML_HEAD "<Properties xmlns='http://schemas.openxmlformats.org/"
	"officeDocument/2006/extended-properties'>"
	"<Application>cjm</Application></Properties>";

static const char root_relations[] =
	XML_HEAD RELATIONS_HEAD
	RELATION("1", "officeDocument", "ppt/presentation.xml")
	"<Relationship Id='rId2' Type='http://schemas.openxmlformats.org/"
	"package/2006/relationships/metadata/core-properties' "
	"Target='docProps/core.xml'/>"
	RELATION("3", "extended-properties", "docProps/app.xml")
	"</Relationships>";

const struct pptx_part pptx_parts[] = {
	{ "_rels/.rels", NULL, root_relations },
	{ "docProps/app.xml", "vnd.openxmlformats-officedocument."
	  "extended-properties+xml", program },
	{ "ppt/presProps.xml", FORMAT "presProps+xml",
	  XML_HEAD "<p:presentationPr " PML_NAMES "/>" },
	{ "ppt/viewProps.xml", FORMAT "viewProps+xml", view },
	{ "ppt/tableStyles.xml", FORMAT "tableStyles+xml", table_styles },
	{ "ppt/theme/theme1.xml", "vnd.openxmlformats-officedocument.theme"
	  "+xml", pptx_theme },
	{ "ppt/theme/theme2.xml", "vnd.openxmlformats-officedocument.theme"
	  "+xml", pptx_theme },
	{ "ppt/slideMasters/slideMaster1.xml", FORMAT "slideMaster+xml",
	  master },
	{ "ppt/slideMasters/_rels/slideMaster1.xml.rels", NULL,
	  master_relations },
	{ "ppt/slideLayouts/slideLayout1.xml", FORMAT "slideLayout+xml",
	  title_layout },
	{ "ppt/slideLayouts/_rels/slideLayout1.xml.rels", NULL,
	  layout_relations },
	{ "ppt/slideLayouts/slideLayout2.xml", FORMAT "slideLayout+xml",
	  content_layout },
	{ "ppt/slideLayouts/_rels/slideLayout2.xml.rels", NULL,
	  layout_relations },
	{ "ppt/slideLayouts/slideLayout3.xml", FORMAT "slideLayout+xml",
	  blank_layout },
	{ "ppt/slideLayouts/_rels/slideLayout3.xml.rels", NULL,
	  layout_relations },
	{ "ppt/notesMasters/notesMaster1.xml", FORMAT "notesMaster+xml",
	  notes_master },
	{ "ppt/notesMasters/_rels/notesMaster1.xml.rels", NULL,
	  notes_relations },
	{ NULL, NULL, NULL }
};
