#include "format/pptx_curve.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "format/facts.h"
#include "format/pptx_table.h"
#include "format/xml.h"
#include "layout/curve.h"

/* Stages on a slide, points of a stage, the names' part of the width. */
enum { ABREAST = 8, POINTS = 40, NAMES = 11 };
enum { GAP = PPTX_INCH * 2 / 10, DOT = PPTX_INCH * 13 / 100 };

struct overview {
	const struct project *p;
	int64_t map;
	const struct list *stages;
	size_t first, count;
	struct slide *slide;
	struct box area;        /* of the curve */
};

static const struct list *list_at_stage(const struct overview *v, size_t i)
{
	return project_touchpoints(v->p, v->map,
				   v->stages->rows[v->first + i]->id);
}

static int y_of(const struct overview *v, double value)
{
	return v->area.y + (int)((2 - value) * v->area.height / 4);
}

static void add_line_shape(struct overview *v, int value)
{
	int id = slide_id(v->slide);
	struct box b = v->area;

	b.y = y_of(v, value);
	b.height = 0;
	strbuf_addf(&v->slide->shapes, "<p:cxnSp><p:nvCxnSpPr><p:cNvPr "
		    "id='%d' name='Line %d'/><p:cNvCxnSpPr/><p:nvPr/>"
		    "</p:nvCxnSpPr><p:spPr><a:xfrm>", id, id);
	pptx_place(&v->slide->shapes, b);
	strbuf_addf(&v->slide->shapes, "</a:xfrm><a:prstGeom prst='line'>"
		    "<a:avLst/></a:prstGeom><a:ln w='%d'><a:solidFill>"
		    "<a:schemeClr val='bg1'><a:lumMod val='%d000'/>"
		    "</a:schemeClr></a:solidFill></a:ln></p:spPr></p:cxnSp>",
		    value ? 6350 : 12700, value ? 85 : 65);
}

static void add_scale(struct overview *v)
{
	struct pptx_style style = { .lang = v->slide->lang, .size = 12,
				    .align = "r" };
	struct box b = { SLIDE_MARGIN, 0, v->area.x - SLIDE_MARGIN - GAP / 2,
			 PPTX_INCH / 4 };

	for (int value = 2; value >= -2; value--) {
		add_line_shape(v, value);
		b.y = y_of(v, value) - b.height / 2;
		slide_label(v->slide, b, &style, emotion_shown(value));
	}
}

/* Known neighbours are joined; the path has the area's own lengths. */
static void add_path(struct overview *v, const struct curve_point *points,
		     int count)
{
	struct strbuf *out = &v->slide->shapes;
	int id = slide_id(v->slide);
	bool open = false;

	strbuf_addf(out, "<p:sp><p:nvSpPr><p:cNvPr id='%d' name=\"", id);
	xml_text(out, _("Emotion curve"));
	strbuf_addstr(out, "\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
			   "<a:xfrm>");
	pptx_place(out, v->area);
	strbuf_addf(out, "</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>"
		    "<a:cxnLst/><a:rect l='0' t='0' r='r' b='b'/><a:pathLst>"
		    "<a:path w='%d' h='%d' fill='none'>", v->area.width,
		    v->area.height);
	for (int i = 0; i < count; i++) {
		const char *step = open ? "lnTo" : "moveTo";

		if (points[i].known)
			strbuf_addf(out, "<a:%s><a:pt x='%d' y='%d'/></a:%s>",
				    step, points[i].col - v->area.x,
				    y_of(v, points[i].value) - v->area.y,
				    step);
		open = points[i].known;
	}
	strbuf_addstr(out, "</a:path></a:pathLst></a:custGeom><a:noFill/>"
		      "<a:ln w='28575' cap='rnd'><a:solidFill><a:schemeClr "
		      "val='accent1'/></a:solidFill><a:round/></a:ln>"
		      "</p:spPr></p:sp>");
}

static const char *colour_of(double value)
{
	if (value > 0)
		return "accent6";
	return value < 0 ? "accent2" : "accent3";
}

static void add_dot(struct overview *v, const struct curve_point *point)
{
	struct strbuf *out = &v->slide->shapes;
	struct box b = { point->col - DOT / 2,
			 y_of(v, point->value) - DOT / 2, DOT, DOT };
	int id = slide_id(v->slide);

	strbuf_addf(out, "<p:sp><p:nvSpPr><p:cNvPr id='%d' name='%s %d'/>"
		    "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>", id,
		    emotion_shown((int)point->value), id);
	pptx_place(out, b);
	strbuf_addf(out, "</a:xfrm><a:prstGeom prst='ellipse'><a:avLst/>"
		    "</a:prstGeom><a:solidFill><a:schemeClr val='%s'/>"
		    "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>",
		    colour_of(point->value));
}

static void add_curve(struct overview *v)
{
	struct curve_point *points = xcalloc(v->count * POINTS + 1,
					     sizeof *points);
	int width = v->area.width / (int)v->count, count = 0;

	for (size_t i = 0; i < v->count; i++)
		count = curve_points(points, count, list_at_stage(v, i),
				     v->area.x + (int)i * width, width,
				     POINTS);
	add_path(v, points, count);
	for (int i = 0; i < count; i++)
		if (points[i].known)
			add_dot(v, &points[i]);
	free(points);
}

static void set_names(const struct overview *v, struct table *t)
{
	struct strbuf text = STRBUF_INIT;

	table_row(t);
	table_cell(t, 0, "", TINT_HEAD);
	for (size_t i = 0; i < v->count; i++) {
		strbuf_clear(&text);
		strbuf_addf(&text, "%zu %s", v->first + i + 1,
			    row_title(v->stages->rows[v->first + i]));
		table_cell(t, (int)i + 1, text.s, TINT_HEAD);
	}
	strbuf_release(&text);
}

/* "-2 (4.2)", the first that feels so. */
static void lowest_text(const struct overview *v, const struct list *l,
			struct strbuf *out)
{
	int lowest = mood_lowest(&l->mood);

	strbuf_addstr(out, emotion_shown(lowest));
	for (size_t i = 0; i < l->count; i++) {
		if (row_emotion(l->rows[i]) != lowest)
			continue;
		strbuf_addstr(out, " (");
		facts_number(v->p, l->rows[i], out);
		strbuf_addch(out, ')');
		return;
	}
}

static void set_moods(const struct overview *v, struct table *t)
{
	struct strbuf text = STRBUF_INIT;
	double mean;

	for (int row = 0; row < 3; row++) {
		table_row(t);
		table_cell(t, 0, row == 0 ? _("Touchpoints") :
			   row == 1 ? _("Mean") : _("Lowest"), TINT_NAME);
		for (size_t i = 0; i < v->count; i++) {
			const struct list *l = list_at_stage(v, i);

			strbuf_clear(&text);
			if (row == 0)
				strbuf_addf(&text, "%zu", l->count);
			else if (mood_mean(&l->mood, &mean) && row == 1)
				facts_mean(mean, &text);
			else if (mood_known(&l->mood))
				lowest_text(v, l, &text);
			table_cell(t, (int)i + 1, text.s,
				   row == 2 && mood_known(&l->mood) &&
				   mood_lowest(&l->mood) < 0 ? TINT_BAD :
							       TINT_NONE);
		}
	}
	strbuf_release(&text);
}

static void add_overview(struct overview *v)
{
	struct table names, moods;
	int size = v->count > 7 ? 12 : 13, bottom;

	table_init(&names, (int)v->count + 1, NAMES);
	table_init(&moods, (int)v->count + 1, NAMES);
	set_names(v, &names);
	set_moods(v, &moods);
	v->area.x = SLIDE_MARGIN + names.width[0];
	v->area.width = SLIDE_INSIDE - names.width[0];
	v->area.y = v->slide->top + GAP +
		    table_place(&names, v->slide, v->slide->top, size);
	bottom = SLIDE_BOTTOM - table_height(&moods, size);
	table_place(&moods, v->slide, bottom, size);
	v->area.height = bottom - v->area.y - GAP;
	add_scale(v);
	add_curve(v);
	table_release(&names);
	table_release(&moods);
}

void curve_slides(struct deck *d, const struct project *p, int64_t map,
		  const char *title)
{
	const struct list *stages = project_stages(p, map);
	size_t parts = (stages->count + ABREAST - 1) / ABREAST;

	for (size_t i = 0; i < parts; i++) {
		size_t first = stages->count * i / parts;
		struct strbuf numbered = STRBUF_INIT;
		struct slide slide;
		struct overview v = {
			.p = p, .map = map, .stages = stages, .first = first,
			.count = stages->count * (i + 1) / parts - first,
			.slide = &slide };

		strbuf_addf(&numbered, i ? "%s (%zu)" : "%s", title, i + 1);
		slide_init(&slide, LAYOUT_CONTENT, d->lang, numbered.s);
		strbuf_release(&numbered);
		add_overview(&v);
		deck_add(d, &slide);
	}
}
