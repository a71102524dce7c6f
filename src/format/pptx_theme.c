#include "format/pptx_parts.h"

#define SOLID "<a:solidFill><a:schemeClr val='phClr'/></a:solidFill>"
#define LINE(width) "<a:ln w='" width "' cap='flat' cmpd='sng' algn='ctr'>" \
	SOLID "<a:prstDash val='solid'/></a:ln>"
#define EFFECT "<a:effectStyle><a:effectLst/></a:effectStyle>"
#define COLOUR(name, rgb) "<a:" name "><a:srgbClr val='" rgb "'/></a:" name ">"
#define FONT(face) "<a:latin typeface='" face "'/><a:ea typeface=''/>" \
	"<a:cs typeface=''/>"

const char pptx_theme[] =
	XML_HEAD
	"<a:theme xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/"
	"main' name='cjm'><a:themeElements><a:clrScheme name='cjm'>"
	"<a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>"
	"<a:lt1><a:sysClr val='window' lastClr='FFFFFF'/></a:lt1>"
	COLOUR("dk2", "1F3B57") COLOUR("lt2", "E9EEF2")
	COLOUR("accent1", "2A5D84") COLOUR("accent2", "C0392B")
	COLOUR("accent3", "7A858F") COLOUR("accent4", "D9A441")
	COLOUR("accent5", "5B8FB9") COLOUR("accent6", "1F7A4D")
	COLOUR("hlink", "0563C1") COLOUR("folHlink", "954F72")
	"</a:clrScheme><a:fontScheme name='cjm'><a:majorFont>"
	FONT("Arial") "</a:majorFont><a:minorFont>" FONT("Arial")
	"</a:minorFont></a:fontScheme><a:fmtScheme name='cjm'>"
	"<a:fillStyleLst>" SOLID SOLID SOLID "</a:fillStyleLst>"
	"<a:lnStyleLst>" LINE("6350") LINE("12700") LINE("19050")
	"</a:lnStyleLst><a:effectStyleLst>" EFFECT EFFECT EFFECT
	"</a:effectStyleLst><a:bgFillStyleLst>" SOLID SOLID SOLID
	"</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
	"<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>";
