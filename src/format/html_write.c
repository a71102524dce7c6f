#include "format/html.h"

#include "base/i18n.h"
#include "format/facts.h"
#include "format/html_style.h"
#include "format/html_table.h"
#include "format/html_text.h"
#include "format/svg_strip.h"
#include "format/xml.h"

/* Stages that stand beside each other and can be read on a sheet of A4. */
enum { ABREAST = 7, STAGE_COLS = 150 };

struct page {
	const struct project *p;
	const struct row *map;
	const struct list *stages;
	struct lanes lanes;
	struct strbuf *out;
};

static void add_element(struct strbuf *out, const char *name, const char *text)
{
	strbuf_addf(out, "<%s>", name);
	html_text(out, text);
	strbuf_addf(out, "</%s>\n", name);
}

static void add_fact(const char *label, const char *text, void *arg)
{
	struct page *g = arg;

	strbuf_addstr(g->out, "<div>");
	add_element(g->out, "dt", label);
	add_element(g->out, "dd", text);
	strbuf_addstr(g->out, "</div>\n");
}

static void add_head(struct page *g)
{
	const char *lang = i18n_language();

	strbuf_addf(g->out, "<!DOCTYPE html>\n"
		    "<html xmlns=\"http://www.w3.org/1999/xhtml\" "
		    "lang=\"%s\" xml:lang=\"%s\">\n<head>\n"
		    "<meta charset=\"utf-8\"/>\n"
		    "<meta http-equiv=\"Content-Security-Policy\" "
		    "content=\"default-src 'none'; "
		    "style-src 'unsafe-inline'\"/>\n"
		    "<meta name=\"viewport\" "
		    "content=\"width=device-width, initial-scale=1\"/>\n",
		    lang, lang);
	strbuf_addstr(g->out, "<title>");
	xml_text(g->out, row_title(g->map));
	strbuf_addf(g->out, "</title>\n<style>\n%s</style>\n</head>\n",
		    html_style);
}

static void add_header(struct page *g)
{
	const struct row *persona = project_row(g->p, PERSONA,
						row_ref(g->map, MAP_PERSONA));

	strbuf_addstr(g->out, "<header>\n");
	add_element(g->out, "h1", row_title(g->map));
	strbuf_addstr(g->out, "<dl>\n");
	facts_of_map(g->p, g->map, add_fact, g);
	strbuf_addstr(g->out, "</dl>\n");
	if (persona) {
		add_element(g->out, "h2", row_title(persona));
		strbuf_addstr(g->out, "<dl>\n");
		facts_of_row(g->p, persona, add_fact, g);
		strbuf_addstr(g->out, "</dl>\n");
	}
	strbuf_addstr(g->out, "</header>\n");
}

static void add_curve(struct page *g, size_t first, size_t count)
{
	struct svg_strip s = { g->p, g->map->id, SVG_SCALE, 0, STAGE_COLS,
			       first, count };
	struct strbuf drawing = STRBUF_INIT, words = STRBUF_INIT;
	int height = svg_strip(&drawing, &s);

	svg_describe(&words, &s);
	strbuf_addf(g->out, "<figure><svg xmlns=\"http://www.w3.org/2000/svg\" "
		    "role=\"img\" aria-labelledby=\"curve%zu\" "
		    "viewBox=\"0 0 %d %d\">\n<desc id=\"curve%zu\">",
		    first + 1, SVG_SCALE + (int)count * STAGE_COLS, height,
		    first + 1);
	xml_text(g->out, words.s);
	strbuf_addf(g->out, "</desc>\n%s</svg></figure>\n", drawing.s);
	strbuf_release(&drawing);
	strbuf_release(&words);
}

/* Curves and tables in parts of about the same size. */
static void add_overview(struct page *g)
{
	size_t all = g->stages->count;
	size_t parts = (all + ABREAST - 1) / ABREAST;

	if (!parts)
		return;
	add_element(g->out, "h2", _("Emotion curve"));
	for (size_t i = 0; i < parts; i++)
		add_curve(g, all * i / parts,
			  all * (i + 1) / parts - all * i / parts);
	strbuf_addstr(g->out, "<h2 class=\"fresh\">");
	html_text(g->out, _("Stages side by side"));
	strbuf_addstr(g->out, "</h2>\n");
	for (size_t i = 0; i < parts; i++)
		html_matrix(g->out, g->p, g->map->id, &g->lanes,
			    all * i / parts,
			    all * (i + 1) / parts - all * i / parts);
}

static const char *mood_class(const struct row *touchpoint)
{
	int value = row_emotion(touchpoint);

	if (value == EMOTION_UNKNOWN || !value)
		return "touchpoint";
	return value > 0 ? "touchpoint good" : "touchpoint bad";
}

static void add_touchpoints(struct page *g, const struct list *l)
{
	for (size_t i = 0; i < l->count; i++) {
		const struct row *r = l->rows[i];

		strbuf_addf(g->out, "<div class=\"%s\"><h3>"
			    "<span class=\"number\">", mood_class(r));
		facts_number(g->p, r, g->out);
		strbuf_addstr(g->out, "</span> ");
		html_text(g->out, row_title(r));
		strbuf_addstr(g->out, "</h3>\n<dl>\n");
		facts_of_touchpoint(g->p, r, add_fact, g);
		strbuf_addstr(g->out, "</dl></div>\n");
	}
}

static void add_stage(struct page *g, size_t i)
{
	const struct row *stage = g->stages->rows[i];
	const struct list *l = project_touchpoints(g->p, g->map->id,
						   stage->id);
	struct strbuf mood = STRBUF_INIT;

	strbuf_addf(g->out, "<section>\n<h2 id=\"s%zu\">%zu ", i + 1, i + 1);
	html_text(g->out, row_title(stage));
	strbuf_addstr(g->out, "</h2>\n<p class=\"mood\">");
	facts_mood(l, &mood);
	html_text(g->out, mood.s);
	strbuf_addstr(g->out, "</p>\n<dl>\n");
	facts_of_row(g->p, stage, add_fact, g);
	strbuf_addstr(g->out, "</dl>\n");
	add_touchpoints(g, l);
	strbuf_addstr(g->out, "</section>\n");
	strbuf_release(&mood);
}

static void add_rest(struct page *g)
{
	const struct list *parked = project_touchpoints(g->p, g->map->id, 0);

	if (project_list(g->p, IMPROVEMENT, g->map->id)->count) {
		strbuf_addstr(g->out, "<section>\n");
		add_element(g->out, "h2", _("Improvements"));
		html_improvements(g->out, g->p, g->map->id);
		strbuf_addstr(g->out, "</section>\n");
	}
	if (parked->count) {
		strbuf_addstr(g->out, "<section>\n");
		add_element(g->out, "h2", _("Parking lot"));
		add_touchpoints(g, parked);
		strbuf_addstr(g->out, "</section>\n");
	}
}

bool html_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	struct page g = { .p = p, .map = facts_map(p, o->map, err),
			  .lanes = LANES_INIT, .out = &text };
	bool ok = g.map && lanes_choose(&g.lanes, p, g.map->id, o->lanes, err);

	if (ok) {
		g.stages = project_stages(p, g.map->id);
		add_head(&g);
		strbuf_addstr(&text, "<body>\n");
		add_header(&g);
		strbuf_addstr(&text, "<main>\n");
		add_overview(&g);
		for (size_t i = 0; i < g.stages->count; i++)
			add_stage(&g, i);
		add_rest(&g);
		strbuf_addstr(&text, "</main>\n</body>\n</html>\n");
		fputs(text.s, out);
	}
	lanes_release(&g.lanes);
	strbuf_release(&text);
	return ok;
}
