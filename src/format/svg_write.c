#include "format/svg.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "format/facts.h"
#include "format/svg_strip.h"
#include "format/svg_text.h"
#include "format/xml.h"

enum { MARGIN = 24, NAMES = 128, COLUMN = 190, LEAST = 800, AIR = 4 };

static const struct svg_style heading = {
	24, true, " class=\"ink\" fill=\"#1b1f24\"" };
static const struct svg_style lane_style = {
	12, true, " class=\"ink\" fill=\"#1b1f24\"" };
static const struct svg_style text_style = {
	12, false, " class=\"ink\" fill=\"#1b1f24\"" };

struct picture {
	const struct project *p;
	const struct row *map;
	const struct list *stages;
	struct strbuf body;
	int width, y;
};

static void add_fact(const char *label, const char *text, void *arg)
{
	struct picture *c = arg;
	struct strbuf line = STRBUF_INIT;

	strbuf_addf(&line, "%s: %s", label, text);
	c->y += svg_text(&c->body, MARGIN, c->y, c->width - 2 * MARGIN,
			 &text_style, line.s);
	strbuf_release(&line);
}

static void add_header(struct picture *c)
{
	c->y = MARGIN;
	c->y += svg_text(&c->body, MARGIN, c->y, c->width - 2 * MARGIN,
			 &heading, row_title(c->map)) + SVG_PAD;
	facts_of_map(c->p, c->map, add_fact, c);
	c->y += SVG_PAD * 2;
}

static struct svg_strip strip_of(const struct picture *c)
{
	return (struct svg_strip){ c->p, c->map->id, MARGIN + NAMES, c->y,
				   COLUMN, 0, c->stages->count };
}

/* What stands in a lane, with air between the touchpoints. */
static int add_cell(struct picture *c, size_t stage, const char *text)
{
	int x = MARGIN + NAMES + (int)stage * COLUMN + SVG_PAD;
	int y = c->y + SVG_PAD;

	while (*text) {
		size_t len = strcspn(text, "\n");
		char *line = xstrndup(text, len);

		y += svg_text(&c->body, x, y, COLUMN - 2 * SVG_PAD,
			      &text_style, line) + AIR;
		free(line);
		text += len + (text[len] == '\n');
	}
	return y - c->y;
}

static void add_lane(struct picture *c, const struct lane *lane)
{
	struct strbuf text = STRBUF_INIT;
	int height;

	strbuf_addf(&c->body, "<path class=\"rule\" stroke=\"#d5dbe1\" "
		    "d=\"M%d %dH%d\"/>\n", MARGIN, c->y, c->width - MARGIN);
	height = svg_text(&c->body, MARGIN, c->y + SVG_PAD, NAMES - SVG_PAD,
			  &lane_style, lane_title(lane, c->p));
	height += SVG_PAD;
	for (size_t i = 0; i < c->stages->count; i++) {
		int this;

		strbuf_clear(&text);
		facts_cell(lane, c->p, c->map->id, c->stages->rows[i]->id,
			   &text);
		this = add_cell(c, i, text.s);
		height = this > height ? this : height;
	}
	c->y += height + SVG_PAD;
	strbuf_release(&text);
}

static void write_head(const struct picture *c, FILE *out)
{
	struct strbuf words = STRBUF_INIT, head = STRBUF_INIT;
	struct svg_strip strip = strip_of(c);
	int height = c->y + MARGIN;

	strbuf_addf(&head, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		    "<svg xmlns=\"http://www.w3.org/2000/svg\" "
		    "xml:lang=\"%s\" role=\"img\" aria-labelledby=\"title "
		    "description\" width=\"%d\" height=\"%d\" "
		    "viewBox=\"0 0 %d %d\" font-family=\"'Segoe UI', "
		    "Helvetica, Arial, sans-serif\">\n<title id=\"title\">",
		    i18n_language(), c->width, height, c->width, height);
	xml_text(&head, row_title(c->map));
	strbuf_addstr(&head, "</title>\n<desc id=\"description\">");
	svg_describe(&words, &strip);
	xml_text(&head, words.s);
	strbuf_addf(&head, "</desc>\n<rect fill=\"#ffffff\" width=\"%d\" "
		    "height=\"%d\"/>\n", c->width, height);
	fputs(head.s, out);
	strbuf_release(&words);
	strbuf_release(&head);
}

static void add_all(struct picture *c, const struct lanes *lanes)
{
	struct svg_strip strip;

	c->stages = project_stages(c->p, c->map->id);
	c->width = 2 * MARGIN + NAMES + (int)c->stages->count * COLUMN;
	c->width = c->width > LEAST ? c->width : LEAST;
	add_header(c);
	strip = strip_of(c);
	c->y += svg_strip(&c->body, &strip);
	for (size_t i = 0; i < lanes->count; i++)
		add_lane(c, &lanes->at[i]);
}

bool svg_write(const struct project *p, const struct write_options *o,
	       FILE *out, struct err *err)
{
	struct picture c = { .p = p, .map = facts_map(p, o->map, err),
			     .body = STRBUF_INIT };
	struct lanes lanes = LANES_INIT;
	bool ok = c.map && lanes_choose(&lanes, p, c.map->id, o->lanes, err);

	if (ok) {
		add_all(&c, &lanes);
		write_head(&c, out);
		fprintf(out, "%s</svg>\n", c.body.s);
	}
	strbuf_release(&c.body);
	lanes_release(&lanes);
	return ok;
}
