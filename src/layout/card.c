#include "layout/card.h"

#include <string.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "layout/found.h"
#include "layout/frame.h"
#include "layout/wrap.h"

/* Lines of text a card shows at the most, by part; where there is room for
 * boxes there is room for more. */
static int title_lines(bool boxed)
{
	return boxed ? 4 : 3;
}

static int why_lines(bool boxed)
{
	return boxed ? 6 : 3;
}

enum role emotion_role(int value)
{
	if (value == EMOTION_UNKNOWN)
		return ROLE_DIM;
	return value > 0 ? ROLE_GOOD : value < 0 ? ROLE_BAD : ROLE_NEUTRAL;
}

/* "@Twitter  curious → save money", the channel on a line of its own where
 * there is room. */
static void add_why(struct strbuf *out, const struct row *r, bool boxed,
		    const char *arrow)
{
	const char *channel = row_text(r, TOUCHPOINT_CHANNEL);
	const char *context = row_text(r, TOUCHPOINT_CONTEXT);
	const char *need = row_text(r, TOUCHPOINT_NEED);

	if (*channel)
		strbuf_addf(out, "@%s", channel);
	if (*channel && (*context || *need))
		strbuf_addstr(out, boxed ? "\n" : "  ");
	strbuf_addstr(out, context);
	if (*need)
		strbuf_addf(out, "%s%s %s", *context ? " " : "", arrow, need);
}

static int lines(const char *text, int cols, int most)
{
	int n = wrap_lines(text, cols);

	return n < most ? n : most;
}

/* Text begins behind the bar and the number; the emotion stands right. */
static int number_cols(const struct card *c)
{
	char text[32];

	return snprintf(text, sizeof text, "%d.%d ", c->stage, c->position);
}

enum { BAR = 1, EMOTION_COLS = 3, NUMBER_COLS = 5 };

static int text_cols(int cols, bool boxed)
{
	return boxed ? cols - 4 : cols - BAR - NUMBER_COLS - EMOTION_COLS - 1;
}

static int all_why_lines(const struct row *r, int cols, bool boxed)
{
	struct strbuf why = STRBUF_INIT;
	int n;

	add_why(&why, r, boxed, "→");
	n = wrap_lines(why.s, text_cols(cols, boxed));
	strbuf_release(&why);
	return n;
}

bool card_cuts_title(const struct row *r, int cols, bool boxed)
{
	return wrap_lines(row_title(r), text_cols(cols, boxed)) >
	       title_lines(boxed);
}

bool card_cuts_why(const struct row *r, int cols, bool boxed)
{
	return all_why_lines(r, cols, boxed) > why_lines(boxed);
}

int card_rows(const struct row *r, int cols, bool boxed)
{
	int title = lines(row_title(r), text_cols(cols, boxed),
			  title_lines(boxed));
	int why = all_why_lines(r, cols, boxed);

	return title + (why < why_lines(boxed) ? why : why_lines(boxed)) +
	       (boxed ? 2 : 1);
}

static void paint_number(struct grid *g, const struct card *c, int col)
{
	char number[32];

	snprintf(number, sizeof number, "%d.%d", c->stage, c->position);
	grid_text(g, c->rect.row, col, number_cols(c) - 1, number, ROLE_DIM);
}

static void paint_emotion(struct grid *g, const struct card *c,
			  const struct row *r, int end)
{
	int value = row_emotion(r);

	grid_text_right(g, c->rect.row, end, EMOTION_COLS,
			emotion_shown(value), emotion_role(value));
}

/* In the text of add_why(), where the fields stand one behind the other. */
static void mark_why(struct grid *g, struct rect area, const char *text,
		     const struct row *r, const struct query *found)
{
	static const int fields[] = { TOUCHPOINT_CHANNEL, TOUCHPOINT_CONTEXT,
				      TOUCHPOINT_NEED };
	const char *at = text;

	for (size_t i = 0; found && i < ARRAY_LEN(fields); i++) {
		const char *value = row_text(r, fields[i]);

		at = strstr(at, value);
		found_mark(found, g, area, text, (size_t)(at - text),
			   fields[i], value);
		at += strlen(value);
	}
}

static void paint_text(struct grid *g, const struct row *r, struct rect area,
		       bool boxed, const struct query *found)
{
	struct strbuf text = STRBUF_INIT;
	int rows = lines(row_title(r), area.cols, title_lines(boxed));
	struct rect part = rect_cut_top(&area, rows);
	int channel = utf8_columns(row_text(r, TOUCHPOINT_CHANNEL));

	grid_wrap(g, part, row_title(r), ROLE_TITLE);
	add_why(&text, r, boxed, grid_sign(g, SIGN_ARROW));
	grid_wrap(g, area, text.s, ROLE_PLAIN);
	if (channel && area.rows)
		grid_role(g, rect_make(area.row, area.col, 1,
				       channel < area.cols ? channel + 1 :
							     area.cols),
			  ROLE_CHANNEL);
	found_mark(found, g, part, row_title(r), 0, TOUCHPOINT_TITLE,
		   row_title(r));
	mark_why(g, area, text.s, r, found);
	strbuf_release(&text);
}

static void paint_bar(struct grid *g, struct rect r)
{
	for (int i = 0; i < r.rows; i++)
		grid_text(g, r.row + i, r.col, 1, grid_sign(g, SIGN_BAR),
			  ROLE_MARK);
}

/* The frame with the number and the emotion let into its upper line. */
static void paint_boxed(struct grid *g, const struct card *c,
			const struct row *r, bool selected,
			const struct query *found)
{
	int emotion = utf8_columns(emotion_shown(row_emotion(r)));
	int end = c->rect.col + c->rect.cols;
	int row = c->rect.row;

	frame_box(g, c->rect, ROLE_FRAME);
	grid_fill(g, rect_make(row, c->rect.col + 1, 1, number_cols(c) + 1),
		  ROLE_PLAIN);
	paint_number(g, c, c->rect.col + 2);
	grid_fill(g, rect_make(row, end - 3 - emotion, 1, emotion + 2),
		  ROLE_PLAIN);
	paint_emotion(g, c, r, end - 2);
	paint_text(g, r, rect_inset(c->rect, 1, 2), true, found);
	if (selected)
		paint_bar(g, rect_make(row + 1, c->rect.col,
				       c->rect.rows - 2, 1));
}

void card_paint(struct grid *g, const struct card *c, const struct row *r,
		bool boxed, bool selected, const struct query *found)
{
	struct rect area = c->rect;
	int number = number_cols(c);

	if (boxed) {
		paint_boxed(g, c, r, selected, found);
		return;
	}
	number = number > NUMBER_COLS ? number : NUMBER_COLS;   /* 1.100 */
	if (selected)   /* one cell: this must be cheap over a slow line */
		paint_bar(g, rect_make(area.row, area.col, 1, 1));
	paint_number(g, c, area.col + BAR);
	paint_emotion(g, c, r, area.col + area.cols - 1);
	area.col += BAR + number;
	area.cols = text_cols(c->rect.cols, false) - (number - NUMBER_COLS);
	paint_text(g, r, area, false, found);
}

void card_paint_chosen(struct grid *g, const struct card *c, bool boxed)
{
	int col = c->rect.col + (boxed ? 2 : BAR);
	int last = number_cols(c) - 1;

	grid_role(g, rect_make(c->rect.row, col, 1, last), ROLE_MARK);
	grid_text(g, c->rect.row, col + last, 1, "*", ROLE_MARK);
}
