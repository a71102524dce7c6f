#include "format/html_table.h"

#include "base/i18n.h"
#include "format/facts.h"
#include "format/html_text.h"
#include "format/improvement.h"

struct table {
	struct strbuf *out;
	const struct project *p;
	int64_t map;
	const struct list *stages;
	size_t first, count;
};

static void add_name(const struct table *t, size_t stage)
{
	strbuf_addf(t->out, "%zu ", stage + 1);
	html_text(t->out, row_title(t->stages->rows[stage]));
}

/* "1 Need – 7 Loyalty" */
static void add_caption(const struct table *t)
{
	size_t last = t->first + t->count - 1;

	strbuf_addstr(t->out, "<caption>");
	add_name(t, t->first);
	if (last != t->first) {
		strbuf_addstr(t->out, " – ");
		add_name(t, last);
	}
	strbuf_addstr(t->out, "</caption>\n");
}

static void add_headings(const struct table *t)
{
	strbuf_addstr(t->out, "<thead><tr><td></td>\n");
	for (size_t i = t->first; i < t->first + t->count; i++) {
		strbuf_addf(t->out, "<th scope=\"col\"><a href=\"#s%zu\">",
			    i + 1);
		add_name(t, i);
		strbuf_addstr(t->out, "</a></th>\n");
	}
	strbuf_addstr(t->out, "</tr></thead>\n");
}

static void add_text(const struct row *touchpoint, const char *text,
		     void *arg)
{
	const struct table *t = arg;

	strbuf_addstr(t->out, "<p>");
	if (touchpoint) {
		strbuf_addstr(t->out, "<span class=\"number\">");
		facts_number(t->p, touchpoint, t->out);
		strbuf_addstr(t->out, "</span> ");
	}
	html_text(t->out, text);
	strbuf_addstr(t->out, "</p>");
}

static void add_lane(struct table *t, const struct lane *lane)
{
	strbuf_addstr(t->out, "<tr><th scope=\"row\">");
	html_text(t->out, lane_title(lane, t->p));
	strbuf_addstr(t->out, "</th>\n");
	for (size_t i = t->first; i < t->first + t->count; i++) {
		strbuf_addstr(t->out, "<td>");
		lane_each(lane, t->p, t->map, t->stages->rows[i]->id,
			  add_text, t);
		strbuf_addstr(t->out, "</td>\n");
	}
	strbuf_addstr(t->out, "</tr>\n");
}

void html_matrix(struct strbuf *out, const struct project *p, int64_t map,
		 const struct lanes *lanes, size_t first, size_t count)
{
	struct table t = { out, p, map, project_stages(p, map), first, count };

	strbuf_addstr(out, "<div class=\"wide\"><table>\n");
	add_caption(&t);
	add_headings(&t);
	strbuf_addstr(out, "<tbody>\n");
	for (size_t i = 0; i < lanes->count; i++)
		add_lane(&t, &lanes->at[i]);
	strbuf_addstr(out, "</tbody></table></div>\n");
}

static void add_improvement(struct strbuf *out, const struct project *p,
			    const struct row *r)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addstr(out, "<tr>");
	for (int c = 0; c < IMPROVEMENT_COLUMNS; c++) {
		strbuf_clear(&text);
		improvement_text(p, r, (enum improvement_column)c, &text);
		strbuf_addstr(out, c ? "<td>" : "<th scope=\"row\">");
		html_text(out, text.s);
		strbuf_addstr(out, c ? "</td>\n" : "</th>\n");
	}
	strbuf_addstr(out, "</tr>\n");
	strbuf_release(&text);
}

void html_improvements(struct strbuf *out, const struct project *p,
		       int64_t map)
{
	const struct list *l = project_list(p, IMPROVEMENT, map);

	strbuf_addstr(out, "<div class=\"wide\"><table>\n<thead><tr>");
	for (int c = 0; c < IMPROVEMENT_COLUMNS; c++) {
		strbuf_addstr(out, "<th scope=\"col\">");
		html_text(out, improvement_heading((enum improvement_column)c));
		strbuf_addstr(out, "</th>\n");
	}
	strbuf_addstr(out, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < l->count; i++)
		add_improvement(out, p, l->rows[i]);
	strbuf_addstr(out, "</tbody></table></div>\n");
}
