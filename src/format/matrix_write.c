#include "format/table.h"

#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "format/csv.h"
#include "format/facts.h"
#include "format/numbered.h"
#include "model/lanes.h"

struct writer {
	const struct project *p;
	int64_t map;
	struct csv_style style;
	FILE *out;
};

/* The texts of one cell. */
struct cell {
	const struct list *list;        /* touchpoints of the stage */
	bool numbered;
	struct strbuf text;
};

static void add_text(const struct row *touchpoint, const char *text,
		     void *arg)
{
	struct cell *c = arg;

	if (c->text.len)
		strbuf_addch(&c->text, '\n');
	if (touchpoint && c->numbered)
		strbuf_addf(&c->text, "%zu. ",
			    list_index(c->list, touchpoint) + 1);
	strbuf_addstr(&c->text, text);
}

/* Whether it must be told which touchpoint a text is of. */
static bool is_numbered(const struct list *l)
{
	return l->count > 1 ||
	       (l->count && numbered_mark(row_title(l->rows[0]), NULL));
}

static void write_cell(struct writer *w, const struct lane *lane,
		       int64_t stage)
{
	struct cell c = { project_touchpoints(w->p, w->map, stage), false,
			  STRBUF_INIT };

	c.numbered = is_numbered(c.list);
	lane_each(lane, w->p, w->map, stage, add_text, &c);
	putc(w->style.delimiter, w->out);
	csv_write(&w->style, c.text.s, w->out);
	strbuf_release(&c.text);
}

static bool is_parking(const struct writer *w)
{
	return project_touchpoints(w->p, w->map, 0)->count > 0;
}

static void write_header(struct writer *w)
{
	const struct list *stages = project_stages(w->p, w->map);

	csv_write(&w->style, row_title(project_row(w->p, MAP, w->map)),
		  w->out);
	for (size_t i = 0; i < stages->count; i++) {
		putc(w->style.delimiter, w->out);
		csv_write(&w->style, row_title(stages->rows[i]), w->out);
	}
	if (is_parking(w)) {
		putc(w->style.delimiter, w->out);
		csv_write(&w->style, _("Parking lot"), w->out);
	}
	fputs(w->style.end, w->out);
}

static void write_lane(struct writer *w, const struct lane *lane)
{
	const struct list *stages = project_stages(w->p, w->map);

	csv_write(&w->style, lane_title(lane, w->p), w->out);
	for (size_t i = 0; i < stages->count; i++)
		write_cell(w, lane, stages->rows[i]->id);
	if (is_parking(w))
		write_cell(w, lane, 0);
	fputs(w->style.end, w->out);
}

bool matrix_write(const struct project *p, const struct write_options *o,
		  FILE *out, struct err *err)
{
	const struct row *map = facts_map(p, o->map, err);
	struct writer w = { .p = p, .map = map ? map->id : 0, .out = out };
	struct lanes lanes = LANES_INIT;
	bool ok = map && lanes_choose(&lanes, p, w.map, o->lanes, err);

	if (ok) {
		w.style = csv_begin(o, out);
		write_header(&w);
		for (size_t i = 0; i < lanes.count; i++)
			write_lane(&w, &lanes.at[i]);
		ok = !ferror(out) || err_set(err, _("cannot write: %s"),
					     strerror(errno));
	}
	lanes_release(&lanes);
	return ok;
}
