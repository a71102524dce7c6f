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

/* Whether the pane has to say it: it is known, and the card does not. */
static bool is_due(const struct row *r, int field, const struct card *card,
		   bool boxed)
{
	if (!field_of(TOUCHPOINT, field)->label || !*row_text(r, field))
		return false;
	switch (field) {
	case TOUCHPOINT_TITLE:
		return !card || card_cuts_title(r, card->rect.cols, boxed);
	case TOUCHPOINT_CHANNEL:
	case TOUCHPOINT_EMOTION:
		return !card;
	case TOUCHPOINT_CONTEXT:
	case TOUCHPOINT_NEED:
		return !card || card_cuts_why(r, card->rect.cols, boxed);
	default:
		return true;
	}
}

static int count_due(const struct row *r, const struct card *card, bool boxed)
{
	int n = 0;

	for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
		n += is_due(r, f, card, boxed);
	return n;
}

static void paint_touchpoint(struct grid *g, struct rect area,
			     const struct row *r, const struct card *card,
			     bool boxed)
{
	struct rect last = rect_cut_bottom(&area, 1);
	int left = count_due(r, card, boxed);

	if (!left)
		grid_text(g, area.row, area.col, area.cols,
			  _("Enter: all fields"), ROLE_HINT);
	for (int f = 0; f < TOUCHPOINT_FIELDS && area.rows > 0; f++)
		if (is_due(r, f, card, boxed)) {
			paint_field(g, &area, r, f);
			left--;
		}
	if (left > 0)
		grid_text(g, last.row, last.col, last.cols,
			  _("Enter: more"), ROLE_HINT);
}

/* Lines about the touchpoint on a small screen. */
enum { FEW = 6, ROOMY = 20 };

void detail_paint(struct grid *g, struct rect area, const struct project *p,
		  const struct view *v, const struct card *card, bool boxed)
{
	const struct row *r = project_row(p, TOUCHPOINT, v->touchpoint);
	const struct row *stage = project_row(p, STAGE, v->stage);
	const char *prompt = stage ? stage_prompt(stage) : "";
	struct rect top;
	int rows = wrap_lines(prompt, area.cols);

	if (!r)
		return;         /* the empty stage itself shows the prompt */
	if (area.rows < FEW + 1 + rows)
		rows = 0;
	top = area;
	if (area.rows < ROOMY)
		top = rect_cut_top(&area, FEW);
	else
		rect_cut_bottom(&top, rows + 1);
	paint_touchpoint(g, top, r, card, boxed);
	if (rows)
		grid_wrap(g, rect_cut_bottom(&area, rows), prompt, ROLE_HINT);
}
