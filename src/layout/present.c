#include "layout/present.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "layout/card.h"
#include "layout/detail.h"
#include "layout/frame.h"
#include "layout/present_parts.h"
#include "layout/wrap.h"
#include "model/tally.h"

enum {
	INDENT = 9,             /* of titles behind their numbers */
	RIGHT = 12,             /* for emotion and votes */
	ROOMY = 20              /* rows from which on there is air between */
};

bool slide_is_roomy(const struct slide_page *s)
{
	return !s->rows || s->rows >= ROOMY;
}

/* The lines of a text, each in the middle. */
static void centre(struct page *page, int cols, const char *text,
		   enum role role)
{
	struct wrap w;

	wrap_start(&w, text, cols);
	while (wrap_next(&w)) {
		char *line = xstrndup(w.line, w.len);
		int used = utf8_columns(line);
		int free_cols = page->cols - used;

		grid_text(page->grid, page->rows++,
			  free_cols > 0 ? free_cols / 2 : 0, cols, line,
			  role);
		free(line);
	}
}

/* A text from the left margin on; nothing for an empty one. */
void slide_text(struct page *page, int indent, const char *text,
		       enum role role)
{
	struct rect r = rect_make(page->rows, indent, 0,
				  page->cols - 2 * indent);

	r.rows = wrap_lines(text, r.cols);
	grid_wrap(page->grid, r, text, role);
	page->rows += r.rows;
}

/* What it is about, in a frame and ordinary letters. */
void slide_heading(struct page *page, const char *text)
{
	int cols = page->cols - 6;
	int lines = wrap_lines(text, cols);

	frame_box(page->grid, rect_make(page->rows, 1, lines + 2,
					page->cols - 2), ROLE_FRAME);
	page->rows++;
	slide_text(page, 3, text, ROLE_TITLE);
	page->rows++;
}

static void paint_title(struct page *page, const struct slide_page *s)
{
	const struct row *map = project_row(s->project, MAP, s->view->map);
	const struct row *persona = map ?
		project_row(s->project, PERSONA, row_ref(map, MAP_PERSONA)) :
		NULL;
	int cols = page->cols - 8, lines, top;

	if (!map) {
		slide_text(page, 2, _("There is no map here yet. Press A on "
				      "the map to begin one."), ROLE_PLAIN);
		return;
	}
	lines = wrap_lines(row_title(map), cols);
	top = page->rows + (s->rows > lines + 8 ?
			    (s->rows - lines - 6) / 2 : 0);
	frame_box(page->grid, rect_make(top, 2, lines + 2, page->cols - 4),
		  ROLE_FRAME);
	page->rows = top + 1;
	centre(page, cols, row_title(map), ROLE_TITLE);
	page->rows += 2;
	centre(page, cols, persona ? row_title(persona) : "", ROLE_CHANNEL);
	page->rows += persona && slide_is_roomy(s);
	centre(page, cols, row_text(map, MAP_GOAL), ROLE_PLAIN);
}

/* "5.3" */
void slide_number(const struct slide_page *s, const struct row *r,
		       struct strbuf *out)
{
	const struct number *n = numbers_of(s->numbers, r->id);

	if (n && n->card)
		strbuf_addf(out, "%d.%d", n->stage, n->card);
	else if (n)
		strbuf_addf(out, "%d", n->stage);
}

/* "5 Purchase". */
void slide_name(const struct slide_page *s, const struct row *stage,
		       struct strbuf *out)
{
	strbuf_clear(out);
	slide_number(s, stage, out);
	strbuf_addf(out, " %s", row_title(stage));
}

const struct row *touchpoints_lowest(const struct list *l)
{
	const struct row *lowest = NULL;

	for (size_t i = 0; i < l->count; i++) {
		int value = row_emotion(l->rows[i]);

		if (value != EMOTION_UNKNOWN &&
		    (!lowest || value < row_emotion(lowest)))
			lowest = l->rows[i];
	}
	return lowest;
}

/* "●3  ↓ -2" at the right. */
static void paint_mood(struct page *page, const struct slide_page *s,
		       const struct row *r, bool lowest, int row)
{
	struct strbuf text = STRBUF_INIT;
	int value = row_emotion(r), used, end = page->cols - 2;
	long votes = votes_of(s->project, r->id);

	strbuf_addf(&text, "%s%s", lowest ? grid_sign(page->grid, SIGN_LOW) :
					    "", emotion_shown(value));
	used = grid_text_right(page->grid, row, end, RIGHT, text.s,
			       emotion_role(value));
	strbuf_clear(&text);
	strbuf_addf(&text, "%s%ld", grid_sign(page->grid, SIGN_POINT), votes);
	if (votes)
		grid_text_right(page->grid, row, end - used - 2,
				RIGHT - used - 2, text.s, ROLE_KEY);
	strbuf_release(&text);
}

static void paint_touchpoint_row(struct page *page,
				 const struct slide_page *s,
				 const struct row *r, bool lowest)
{
	struct strbuf number = STRBUF_INIT;
	struct rect all, text = rect_make(page->rows, INDENT, 0,
					  page->cols - INDENT - RIGHT - 2);

	text.rows = wrap_lines(row_title(r), text.cols);
	all = rect_make(page->rows, 1, text.rows, page->cols - 1);
	slide_number(s, r, &number);
	grid_text(page->grid, all.row, 2, INDENT - 3, number.s, ROLE_KEY);
	strbuf_release(&number);
	grid_wrap(page->grid, text, row_title(r), ROLE_TITLE);
	paint_mood(page, s, r, lowest, all.row);
	if (page_spot(page, (struct thing){ TOUCHPOINT, r->id }, all))
		for (int i = 0; i < all.rows; i++)
			grid_text(page->grid, all.row + i, 0, 1,
				  grid_sign(page->grid, SIGN_BAR), ROLE_MARK);
	page->rows += text.rows + slide_is_roomy(s);
}

/* What they want there; where nothing is known yet, what to ask. */
static void paint_want(struct page *page, const struct row *stage, bool empty)
{
	const char *want = stage ? row_text(stage, STAGE_WANT) : "";
	int top = page->rows;

	if (*want)
		slide_text(page, 2, want, ROLE_PLAIN);
	else if (stage && empty)
		slide_text(page, 2, stage_prompt(stage), ROLE_HINT);
	page->rows += page->rows > top;
}

static void paint_stage(struct page *page, const struct slide_page *s)
{
	const struct row *stage = project_row(s->project, STAGE,
					      s->view->stage);
	const struct list *l = view_list(s->view, s->project);
	const struct row *lowest = mood_known(&l->mood) > 1 ?
				   touchpoints_lowest(l) : NULL;
	struct strbuf name = STRBUF_INIT;

	if (stage)
		slide_name(s, stage, &name);
	else
		strbuf_addstr(&name, _("Parking lot"));
	slide_heading(page, name.s);
	strbuf_release(&name);
	if (s->rows)
		page->head = page->rows;
	page->rows += slide_is_roomy(s);
	paint_want(page, stage, !l->count);
	if (!l->count)
		slide_text(page, 2, _("No touchpoints here yet."), ROLE_DIM);
	for (size_t i = 0; i < l->count; i++)
		paint_touchpoint_row(page, s, l->rows[i],
				     l->rows[i] == lowest);
}

/* A part of the touchpoint with air above it. */
static void paint_part(struct page *page, const char *before, const char *text,
		       const char *behind, enum role role)
{
	struct strbuf line = STRBUF_INIT;

	if (!*text)
		return;
	strbuf_addf(&line, "%s%s%s", before, text, behind);
	page->rows++;
	slide_text(page, 3, line.s, role);
	strbuf_release(&line);
}

/* "curious → save money" */
static void paint_why(struct page *page, const struct row *r)
{
	const char *context = row_text(r, TOUCHPOINT_CONTEXT);
	const char *need = row_text(r, TOUCHPOINT_NEED);
	struct strbuf why = STRBUF_INIT;

	strbuf_addstr(&why, context);
	if (*need)
		strbuf_addf(&why, "%s%s %s", *context ? " " : "",
			    grid_sign(page->grid, SIGN_ARROW), need);
	paint_part(page, "", why.s, "", ROLE_PLAIN);
	strbuf_release(&why);
}

static void paint_feeling(struct page *page, const struct slide_page *s,
			  const struct row *r)
{
	struct strbuf text = STRBUF_INIT;
	int value = row_emotion(r);
	long votes = votes_of(s->project, r->id);

	strbuf_addf(&text, "%s (%s)", emotion_label(value),
		    emotion_shown(value));
	if (votes)
		strbuf_addf(&text, "   %s%ld",
			    grid_sign(page->grid, SIGN_POINT), votes);
	paint_part(page, "", text.s, "", emotion_role(value));
	strbuf_release(&text);
}

static void paint_touchpoint(struct page *page, const struct slide_page *s)
{
	const struct row *r = project_row(s->project, TOUCHPOINT,
					  s->view->touchpoint);
	struct strbuf name = STRBUF_INIT;

	if (!r) {
		paint_stage(page, s);
		return;
	}
	slide_name(s, r, &name);
	slide_heading(page, name.s);
	strbuf_release(&name);
	paint_feeling(page, s, r);
	paint_part(page, "@", row_text(r, TOUCHPOINT_CHANNEL), "",
		   ROLE_CHANNEL);
	paint_why(page, r);
	paint_part(page, "“", row_text(r, TOUCHPOINT_QUOTE), "”", ROLE_TITLE);
	paint_part(page, "", row_text(r, TOUCHPOINT_PAIN), "", ROLE_BAD);
}

void present_slide(struct page *page, const void *slide_page)
{
	static void (*const paint[])(struct page *page,
				     const struct slide_page *s) = {
		[SLIDE_TITLE] = paint_title, [SLIDE_MAP] = slide_map,
		[SLIDE_STAGE] = paint_stage,
		[SLIDE_TOUCHPOINT] = paint_touchpoint,
	};
	const struct slide_page *s = slide_page;

	paint[s->slide](page, s);
}

void present_paint(struct page *page, const struct project *p,
		   const struct view *v)
{
	const struct list *stages = project_stages(p, v->map);
	struct numbers numbers = NUMBERS_INIT;
	struct view view = { .map = v->map };
	struct slide_page s = { SLIDE_TITLE, p, &view, &numbers, 0 };

	numbers_take(&numbers, p, v->map);
	present_slide(page, &s);
	page->rows++;
	s.slide = SLIDE_MAP;
	present_slide(page, &s);
	s.slide = SLIDE_STAGE;
	for (size_t i = 0; i < stages->count; i++) {
		page->rows++;
		view.stage = stages->rows[i]->id;
		present_slide(page, &s);
	}
	numbers_release(&numbers);
}
