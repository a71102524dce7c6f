#include "layout/detail.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "layout/card.h"
#include "layout/wrap.h"
#include "model/kind.h"

const char *stage_prompt(const struct row *stage)
{
	const struct kind *kind = kind_find(row_text(stage, STAGE_KIND));

	return kind ? _(kind->prompt) : "";
}

static enum role field_role(const struct row *r, int field)
{
	switch (field) {
	case TOUCHPOINT_EMOTION:
		return emotion_role(row_emotion(r));
	case TOUCHPOINT_CHANNEL:
		return ROLE_CHANNEL;
	case TOUCHPOINT_PAIN:
		return ROLE_BAD;
	default:
		return ROLE_PLAIN;
	}
}

static void field_text(const struct row *r, int field, struct strbuf *out)
{
	const struct field *f = field_of(TOUCHPOINT, field);
	const char *text = row_text(r, field);

	if (field == TOUCHPOINT_EMOTION)
		strbuf_addf(out, "%s (%s)", field_shown(f, text),
			    emotion_shown(emotion_value(text)));
	else
		strbuf_addstr(out, field_shown(f, text));
}

/* "Label: value", the value in its own colour, wrapped together. */
static void paint_field(struct grid *g, struct rect *area, const struct row *r,
			int field)
{
	struct strbuf line = STRBUF_INIT;
	const char *label = _(field_of(TOUCHPOINT, field)->label);
	int rows;

	strbuf_addf(&line, "%s: ", label);
	field_text(r, field, &line);
	rows = wrap_lines(line.s, area->cols);
	grid_wrap(g, *area, line.s, field_role(r, field));
	if (utf8_columns(label) < area->cols)
		grid_role(g, rect_make(area->row, area->col, 1,
				       utf8_columns(label) + 1), ROLE_LABEL);
	rect_cut_top(area, rows);
	strbuf_release(&line);
}

static int last_field(const struct row *r)
{
	int last = -1;

	for (int f = TOUCHPOINT_CHANNEL; f < TOUCHPOINT_FIELDS; f++)
		if (field_of(TOUCHPOINT, f)->label && *row_text(r, f))
			last = f;
	return last;
}

static void paint_touchpoint(struct grid *g, struct rect area,
			     const struct row *r)
{
	int rows = wrap_lines(row_title(r), area.cols);
	int last = last_field(r);

	grid_wrap(g, area, row_title(r), ROLE_TITLE);
	rect_cut_top(&area, rows);
	for (int f = TOUCHPOINT_CHANNEL; f <= last; f++) {
		if (!field_of(TOUCHPOINT, f)->label || !*row_text(r, f))
			continue;
		if (area.rows == 1 && f < last) {
			grid_text(g, area.row, area.col, area.cols,
				  _("more: Enter shows all"), ROLE_HINT);
			return;
		}
		if (area.rows <= 0)
			return;
		paint_field(g, &area, r, f);
	}
	if (last < 0)
		grid_wrap(g, area, _("Nothing more is known yet. Enter opens "
				     "all fields."), ROLE_DIM);
}

void detail_paint(struct grid *g, struct rect area, const struct project *p,
		  const struct view *v)
{
	const struct row *r = project_row(p, TOUCHPOINT, v->touchpoint);
	const struct row *stage = project_row(p, STAGE, v->stage);

	if (r)
		paint_touchpoint(g, area, r);
	else if (stage)
		grid_wrap(g, area, stage_prompt(stage), ROLE_HINT);
}
