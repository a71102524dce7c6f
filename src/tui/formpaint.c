#include "tui/formpaint.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "layout/card.h"
#include "layout/frame.h"
#include "layout/wrap.h"
#include "tui/formpick.h"
#include "tui/status.h"

enum { LABEL_MOST = 24, GAP = 2, LIST_MOST = 4 };

const char *value_shown(const struct app *a, int item, const char *text)
{
	const struct field *field = item_field(a->form, item);
	const struct row *r;

	if (field->type != FIELD_REF)
		return *text || field->type == FIELD_EMOTION ?
		       field_shown(field, text) : "";
	r = project_row(a->p, field->target, id_parse(text));
	return r ? row_title(r) : "";
}

static const char *shown(struct app *a, int item)
{
	return value_shown(a, item, a->form->items[item].text.text.s);
}

static int label_cols(const struct form *f)
{
	int most = 0;

	for (int i = 0; i < f->count; i++) {
		int n = utf8_columns(_(item_field(f, i)->label));

		if (n > most)
			most = n;
	}
	return (most < LABEL_MOST ? most : LABEL_MOST) + GAP;
}

/* What can be picked stands below the field one is in. */
static int list_rows(struct app *a, int item, int cols)
{
	struct strbuf list = STRBUF_INIT;
	int rows;

	if (item != a->form->here)
		return 0;
	pick_list(a, &list);
	rows = wrap_lines(list.s, cols);
	strbuf_release(&list);
	return rows < LIST_MOST ? rows : LIST_MOST;
}

/* A trailing line break opens a line of its own. */
static int item_rows(struct app *a, int item, int cols)
{
	const char *text = shown(a, item);
	size_t len = strlen(text);
	int rows = wrap_lines(text, cols);

	if (len && text[len - 1] == '\n')
		rows++;
	return (rows ? rows : 1) + list_rows(a, item, cols);
}

/* The first item to paint, so that the current one is in sight. */
static void follow(struct app *a, int rows, int cols)
{
	struct form *f = a->form;
	int used = item_rows(a, f->here, cols), top = f->here;

	while (top > 0 && used + item_rows(a, top - 1, cols) <= rows)
		used += item_rows(a, --top, cols);
	if (f->top < top || f->top > f->here)
		f->top = top;
}

/* The wrapped line the cursor stands in, counted from 0; its start goes to
 * `start`. */
static int cursor_line(const struct textfield *t, int cols, const char **start)
{
	const char *cursor = t->text.s + t->cursor;
	int row = 0, rows = 0;
	struct wrap w;

	*start = t->text.s;
	wrap_start(&w, t->text.s, cols);
	while (wrap_next(&w)) {
		if (w.line <= cursor) {
			*start = w.line;
			row = rows;
		}
		rows++;
	}
	if (t->cursor && t->cursor == t->text.len && cursor[-1] == '\n') {
		*start = cursor;
		row = rows;
	}
	return row;
}

static const char *skip_lines(const char *text, int cols, int lines)
{
	struct wrap w;

	wrap_start(&w, text, cols);
	while (lines-- > 0 && wrap_next(&w))
		;
	return wrap_next(&w) ? w.line : text + strlen(text);
}

static void place_cursor(struct app *a, struct rect area, int row,
			 const char *start, const char *cursor)
{
	struct strbuf before = STRBUF_INIT;

	strbuf_add(&before, start, (size_t)(cursor - start));
	a->cursor_row = area.row + row;
	a->cursor_col = area.col + utf8_columns(before.s);
	if (a->cursor_col >= area.col + area.cols)
		a->cursor_col = area.col + area.cols - 1;
	strbuf_release(&before);
}

/* The text being typed; one longer than the area moves up in it. */
static void paint_typed(struct app *a, struct grid *g, struct rect r,
			const struct textfield *t)
{
	const char *start, *text = t->text.s;
	int row = cursor_line(t, r.cols, &start);
	int skipped = row < r.rows ? 0 : row - r.rows + 1;

	grid_wrap(g, r, skip_lines(text, r.cols, skipped), ROLE_PLAIN);
	if (skipped)
		grid_text(g, r.row, r.col - 1, 1,
			  grid_sign(g, SIGN_MORE_UP), ROLE_KEY);
	place_cursor(a, r, row - skipped, start, text + t->cursor);
}

static enum role value_role(const struct form *f, int item)
{
	if (item_field(f, item)->type == FIELD_EMOTION)
		return emotion_role(
			emotion_value(f->items[item].text.text.s));
	return ROLE_PLAIN;
}

static void paint_choice(struct app *a, struct grid *g, struct rect r,
			 int item)
{
	struct strbuf text = STRBUF_INIT;
	const char *value = shown(a, item);

	strbuf_addf(&text, "%s %s %s", grid_sign(g, SIGN_LEFT),
		    *value ? value : _("unknown"),
		    grid_sign(g, SIGN_RIGHT));
	grid_text(g, r.row, r.col, r.cols, text.s,
		  value_role(a->form, item));
	a->cursor_row = r.row;
	a->cursor_col = r.col;
	strbuf_release(&text);
}

/* At the bottom of the item's area, which it is cut off from. */
static void paint_list(struct app *a, struct grid *g, struct rect *r,
		       int item)
{
	int rows = list_rows(a, item, r->cols);
	struct strbuf list = STRBUF_INIT;
	struct rect area = *r;

	if (!rows || rows >= r->rows)
		return;
	pick_list(a, &list);
	*r = rect_cut_top(&area, r->rows - rows);
	grid_wrap(g, area, list.s, ROLE_DIM);
	strbuf_release(&list);
}

static void paint_item(struct app *a, struct grid *g, struct rect r, int item,
		       int label)
{
	const struct form *f = a->form;
	bool here = item == f->here;

	if (here)
		grid_text(g, r.row, r.col, 1, grid_sign(g, SIGN_BAR),
			  ROLE_MARK);
	grid_text(g, r.row, r.col + 1, label - 1,
		  _(item_field(f, item)->label),
		  here ? ROLE_KEY : ROLE_LABEL);
	r.col += label + 1;
	r.cols -= label + 2;
	paint_list(a, g, &r, item);
	if (here && !f->fixed && item_is_choice(f, item)) {
		paint_choice(a, g, r, item);
	} else if (here && !f->fixed) {
		paint_typed(a, g, r, &f->items[item].text);
	} else {
		grid_wrap(g, r, shown(a, item), value_role(f, item));
		if (here) {
			a->cursor_row = r.row;
			a->cursor_col = r.col;
		}
	}
}

/* What the field is for, or what could stand in it instead. */
static void paint_about(struct app *a, struct grid *g)
{
	const struct form *f = a->form;
	const struct field *field = item_field(f, f->here);
	const char *other = f->items[f->here].other;
	struct strbuf text = STRBUF_INIT, day = STRBUF_INIT;
	struct rect r = a->plan.input;

	if (other)
		strbuf_addf(&text, _("Ctrl-T takes this instead: \"%s\""),
			    value_shown(a, f->here, other));
	else if (field->type == FIELD_DAY &&
		 pick_day(f->items[f->here].text.text.s, &day))
		strbuf_addf(&text, _("This is read as %s."), day.s);
	else if (field->help)
		strbuf_addstr(&text, _(field->help));
	grid_fill(g, r, ROLE_PLAIN);
	grid_text(g, r.row, r.col + 1, r.cols - 2, text.s,
		  other ? ROLE_KEY : ROLE_DIM);
	strbuf_release(&text);
	strbuf_release(&day);
}

/* How to get on. */
static void paint_hints(struct app *a, struct grid *g)
{
	const struct form *f = a->form;
	const struct field *field = item_field(f, f->here);

	paint_about(a, g);
	if (f->fixed)
		status_hint(a, g, _("Only to look at  Up Down: other fields  "
				    "Enter or Esc: close"));
	else if (f->stuck)
		status_hint(a, g, _("Enter: try again  Ctrl-O: save as "
				    "another file  Esc: leave, drop this"));
	else if (item_is_choice(f, f->here))
		status_hint(a, g, _("Left Right: choose  Up Down: other "
				    "fields  Enter or Esc: save and close"));
	else if (field->type == FIELD_TEXT)
		status_hint(a, g, _("Tab: next  Ctrl-J: new line  Ctrl-X: own "
				    "editor  Enter or Esc: save and close"));
	else if (pick_next(a, 0))
		status_hint(a, g, _("Tab: take the word  Ctrl-N: the next one"
				    "  Enter or Esc: save and close"));
	else
		status_hint(a, g, _("Up Down: other fields  Enter or Esc: "
				    "save and close (u takes it back)"));
}

/* The title, and how many fields are out of sight. */
static void paint_title(struct app *a, struct grid *g, struct rect r,
			int below)
{
	const struct form *f = a->form;
	struct strbuf text = STRBUF_INIT;
	int cols = r.cols - 4;

	frame_across(g, r.row, r.col, r.cols, ROLE_FRAME);
	if (f->top)
		strbuf_addf(&text, " %s%d", grid_sign(g, SIGN_MORE_UP),
			    f->top);
	if (below)
		strbuf_addf(&text, " %s%d", grid_sign(g, SIGN_MORE_DOWN),
			    below);
	if (text.len) {
		strbuf_addch(&text, ' ');
		cols -= grid_text_right(g, r.row, r.col + r.cols - 1, 13,
					text.s, ROLE_HINT) + 1;
	}
	strbuf_clear(&text);
	strbuf_addf(&text, " %s ", f->items[0].text.text.s);
	grid_text(g, r.row, r.col + 2, cols, text.s, ROLE_STAGE_HERE);
	strbuf_release(&text);
}

int form_text_cols(const struct app *a)
{
	return a->grid.cols - label_cols(a->form) - 2;
}

void form_paint(struct app *a, struct grid *g)
{
	struct form *f = a->form;
	struct rect area = rect_make(1, 0, a->plan.input.row - 1, g->cols);
	int label = label_cols(f);
	int cols = form_text_cols(a), i;
	struct rect title;

	grid_fill(g, area, ROLE_PLAIN);
	title = rect_cut_top(&area, 1);
	follow(a, area.rows, cols);
	for (i = f->top; i < f->count && area.rows > 0; i++) {
		struct rect r = rect_cut_top(&area, item_rows(a, i, cols));

		paint_item(a, g, r, i, label);
	}
	paint_title(a, g, title, f->count - i);
	paint_hints(a, g);
}
