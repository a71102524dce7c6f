#include "format/svg_strip.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "format/facts.h"
#include "format/svg_text.h"
#include "format/xml.h"
#include "layout/curve.h"

enum { CURVE = 140, EDGE = 24, RADIUS = 5, LABEL = 30 };

static const struct svg_style title_style = {
	14, true, " class=\"ink\" fill=\"#1b1f24\"" };
static const struct svg_style mood_style = {
	11, false, " class=\"dim\" fill=\"#4c555f\"" };

/* The i-th of those to be shown. */
static const struct row *stage_at(const struct svg_strip *s, size_t i)
{
	return project_stages(s->p, s->map)->rows[s->first + i];
}

static const struct list *list_at_stage(const struct svg_strip *s, size_t i)
{
	return project_touchpoints(s->p, s->map, stage_at(s, i)->id);
}

static void stage_words(const struct svg_strip *s, size_t i,
			struct strbuf *title, struct strbuf *mood)
{
	strbuf_clear(title);
	strbuf_clear(mood);
	strbuf_addf(title, "%zu %s", s->first + i + 1,
		    row_title(stage_at(s, i)));
	facts_mood(list_at_stage(s, i), mood);
}

static int title_height(const struct svg_strip *s)
{
	struct strbuf title = STRBUF_INIT, mood = STRBUF_INIT;
	int height = 0, width = s->cols - 2 * SVG_PAD;

	for (size_t i = 0; i < s->count; i++) {
		int this;

		stage_words(s, i, &title, &mood);
		this = svg_height(width, &title_style, title.s) +
		       svg_height(width, &mood_style, mood.s);
		height = this > height ? this : height;
	}
	strbuf_release(&title);
	strbuf_release(&mood);
	return height + 2 * SVG_PAD;
}

static void add_titles(struct strbuf *out, const struct svg_strip *s,
		       int height)
{
	struct strbuf title = STRBUF_INIT, mood = STRBUF_INIT;
	int width = s->cols - 2 * SVG_PAD;

	for (size_t i = 0; i < s->count; i++) {
		int x = s->x + (int)i * s->cols, y = s->y + SVG_PAD;

		stage_words(s, i, &title, &mood);
		strbuf_addf(out, "<rect class=\"stage\" fill=\"#e6edf3\" "
			    "x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
			    "rx=\"4\"/>\n", x, s->y, s->cols - 4, height);
		y += svg_text(out, x + SVG_PAD, y, width, &title_style,
			      title.s);
		svg_text(out, x + SVG_PAD, y, width, &mood_style, mood.s);
	}
	strbuf_release(&title);
	strbuf_release(&mood);
}

static int y_of(int top, double value)
{
	return top + (int)((2 - value) * CURVE / 4);
}

static void add_scale(struct strbuf *out, const struct svg_strip *s, int top)
{
	int right = s->x + (int)s->count * s->cols - 4;

	for (int value = 2; value >= -2; value--) {
		int y = y_of(top, value);

		strbuf_addf(out, "<path class=\"%s\" stroke=\"%s\" "
			    "d=\"M%d %dH%d\"/>\n", value ? "rule" : "axis",
			    value ? "#d5dbe1" : "#8a949e", s->x, y, right);
		strbuf_addf(out, "<text class=\"dim\" fill=\"#4c555f\" "
			    "font-size=\"11\" text-anchor=\"end\" x=\"%d\" "
			    "y=\"%d\">%s</text>\n", s->x - SVG_PAD, y + 4,
			    emotion_shown(value));
	}
}

/* Known neighbours are joined. */
static void add_line(struct strbuf *out, const struct curve_point *points,
		     int count, int top)
{
	bool open = false;

	strbuf_addstr(out, "<path class=\"curve\" fill=\"none\" "
			   "stroke=\"#2a5d84\" stroke-width=\"2.5\" "
			   "stroke-linejoin=\"round\" d=\"");
	for (int i = 0; i < count; i++) {
		if (points[i].known)
			strbuf_addf(out, "%s%d %d", open ? "L" : "M",
				    points[i].col,
				    y_of(top, points[i].value));
		open = points[i].known;
	}
	strbuf_addstr(out, "\"/>\n");
}

static void add_dot(struct strbuf *out, const struct curve_point *point,
		    int top)
{
	const char *class = "neutral", *colour = "#5b646d";

	if (point->value > 0) {
		class = "good";
		colour = "#1f7a4d";
	} else if (point->value < 0) {
		class = "bad";
		colour = "#c0392b";
	}
	strbuf_addf(out, "<circle class=\"%s\" fill=\"%s\" cx=\"%d\" "
		    "cy=\"%d\" r=\"%d\"/>\n", class, colour, point->col,
		    y_of(top, point->value), RADIUS);
}

/* Which touchpoint a point is, where there is room to say so. */
static void add_label(struct strbuf *out, const struct svg_strip *s,
		      size_t stage, size_t i, const struct curve_point *point,
		      int top)
{
	int y = y_of(top, point->value);

	if (s->cols / (int)list_at_stage(s, stage)->count < LABEL)
		return;
	strbuf_addf(out, "<text class=\"dim\" fill=\"#4c555f\" "
		    "font-size=\"10\" text-anchor=\"middle\" x=\"%d\" "
		    "y=\"%d\">%zu.%zu</text>\n", point->col,
		    point->value < 0 ? y + RADIUS + 11 : y - RADIUS - 4,
		    s->first + stage + 1, i + 1);
}

static void add_points(struct strbuf *out, const struct svg_strip *s, int top)
{
	int most = s->cols / 4, count = 0;
	struct curve_point *points = xcalloc(s->count * (size_t)most + 1,
					     sizeof *points);

	for (size_t i = 0; i < s->count; i++)
		count = curve_points(points, count, list_at_stage(s, i),
				     s->x + (int)i * s->cols, s->cols, most);
	add_line(out, points, count, top);
	count = 0;
	for (size_t i = 0; i < s->count; i++) {
		int end = curve_points(points, 0, list_at_stage(s, i),
				       s->x + (int)i * s->cols, s->cols, most);

		for (int k = 0; k < end; k++) {
			if (!points[k].known)
				continue;
			add_dot(out, &points[k], top);
			add_label(out, s, i, (size_t)k, &points[k], top);
		}
	}
	free(points);
}

int svg_strip(struct strbuf *out, const struct svg_strip *s)
{
	int height = title_height(s), top = s->y + height + EDGE;

	if (!s->count)
		return 0;
	add_titles(out, s, height);
	add_scale(out, s, top);
	add_points(out, s, top);
	return height + CURVE + 2 * EDGE + SVG_PAD;
}

void svg_describe(struct strbuf *out, const struct svg_strip *s)
{
	struct strbuf title = STRBUF_INIT, mood = STRBUF_INIT;

	for (size_t i = 0; i < s->count; i++) {
		stage_words(s, i, &title, &mood);
		strbuf_addf(out, "%s%s: %s", i ? "; " : "", title.s, mood.s);
	}
	strbuf_release(&title);
	strbuf_release(&mood);
}
