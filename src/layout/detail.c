#include "layout/detail.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "layout/card.h"
#include "layout/found.h"
#include "layout/wrap.h"
#include "model/kind.h"
#include "model/tally.h"

const char *stage_prompt(const struct row *stage)
{
	const struct kind *kind = kind_find(row_text(stage, STAGE_KIND));

	return kind ? _(kind->prompt) : "";
}

static enum role field_role(const struct row *r, int field)
{
	if (r->entity != TOUCHPOINT)
		return ROLE_PLAIN;
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

static void field_text(const struct project *p, const struct row *r,
		       int field, struct strbuf *out)
{
	const struct field *f = field_of(r->entity, field);
	const char *text = row_text(r, field);
	const struct row *to = f->type == FIELD_REF ?
		project_row(p, f->target, row_ref(r, field)) : NULL;

	if (f->type == FIELD_EMOTION)
		strbuf_addf(out, "%s (%s)", field_shown(f, text),
			    emotion_shown(emotion_value(text)));
	else
		strbuf_addstr(out, to ? row_title(to) : field_shown(f, text));
}

void detail_field(struct grid *g, struct rect *area, const struct project *p,
		  const struct view *v, const struct row *r, int field)
{
	const struct field *f = field_of(r->entity, field);
	struct strbuf line = STRBUF_INIT;
	size_t value;
	int rows, label;

	if (!f->label || !*row_text(r, field))
		return;
	label = utf8_columns(_(f->label));
	strbuf_addf(&line, "%s: ", _(f->label));
	value = line.len;
	field_text(p, r, field, &line);
	rows = wrap_lines(line.s, area->cols);
	grid_wrap(g, *area, line.s, field_role(r, field));
	if (label < area->cols)
		grid_role(g, rect_make(area->row, area->col, 1, label + 1),
			  ROLE_LABEL);
	if (r->entity == TOUCHPOINT)
		found_mark(v->found, g, *area, line.s, value, field,
			   line.s + value);
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

static void paint_votes(struct grid *g, struct rect *area,
			const struct project *p, const struct row *r)
{
	struct strbuf text = STRBUF_INIT;
	long votes = votes_of(p, r->id);

	if (!votes)
		return;
	strbuf_addf(&text, "%s%ld", grid_sign(g, SIGN_POINT), votes);
	grid_text(g, area->row, area->col, area->cols, text.s, ROLE_KEY);
	rect_cut_top(area, 1);
	strbuf_release(&text);
}

static void paint_touchpoint(struct grid *g, struct rect area,
			     const struct project *p, const struct view *v,
			     const struct row *r, const struct card *card,
			     bool boxed)
{
	struct rect last = rect_cut_bottom(&area, 1);
	int left = count_due(r, card, boxed);

	paint_votes(g, &area, p, r);
	if (!left)
		grid_text(g, area.row, area.col, area.cols,
			  _("Enter: all fields"), ROLE_HINT);
	for (int f = 0; f < TOUCHPOINT_FIELDS && area.rows > 0; f++)
		if (is_due(r, f, card, boxed)) {
			detail_field(g, &area, p, v, r, f);
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
	paint_touchpoint(g, top, p, v, r, card, boxed);
	if (rows)
		grid_wrap(g, rect_cut_bottom(&area, rows), prompt, ROLE_HINT);
}
